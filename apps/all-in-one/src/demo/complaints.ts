import { addresses } from './community';
import { personName, phoneNumber } from './names';
import type { Random } from './random';

// What invented residents say, by what it turns out to be about.

/** Somebody on the property company's or another desk sees to it. */
const forPosts = {
  'road-surface': ['路面塌了一块，推轮椅过不去', '路沿石翘起来了，孩子绊了一跤', '下雨天路上积水没过脚面'],
  drain: ['下水道堵了，脏水往外冒', '地漏返味，开窗也散不掉', '井盖下面一直哗哗响'],
  lift: ['电梯到四楼就抖一下', '电梯里的灯不亮', '电梯按钮失灵，按好几次才走'],
  'property-service': ['垃圾三天没有清运', '门禁坏了，谁都能进', '楼道好久没人打扫'],
} as const;

/** Between neighbours, or for three keys: there is no way yet for these, they wait on the dispatcher's desk. */
const waiting = {
  'wall-plaster': ['外墙皮掉下来一块，差点砸到人', '楼道墙皮鼓包，一碰就掉'],
  noise: ['楼上晚上十一点还在装修', '楼下音响开得太大', '半夜有人在楼道里打电话'],
  parking: ['消防通道被车堵住了', '有人把车停在绿地上', '充电位总被油车占着'],
} as const;

/** A neighbour with the skill can. */
const forVolunteers = {
  lighting: ['楼道灯不亮，晚上看不清台阶', '单元门口的灯一直闪', '声控灯拍手也不亮'],
  'water-leak': ['水龙头滴水，关不紧', '水槽下面的软管渗水'],
  handrail: ['扶手松了，一拉就晃', '台阶扶手的螺丝掉了两颗'],
  errand: ['腿摔了，想请人帮忙取一次药', '家里没人，想请人帮忙取个快递'],
  'living-alone-visit': ['隔壁老人一个人住，好几天没见出门'],
} as const;

const questions = [
  '请问老年卡在哪里办？',
  '想问一下居住证到期怎么续？',
  '孩子入托要准备什么材料？',
  '社区食堂周末开门吗？',
] as const;
const notOurs = ['想让社区帮忙催一下公司的工资', '网上买的东西退不了货', '外地老家的房子漏雨了'] as const;
const onTheSpot = ['楼道里堆着旧家具', '单车倒在人行道上', '花坛边有碎玻璃'] as const;

const spots = ['stairwell', 'entrance', 'path', 'steps'] as const;

export interface Complaint {
  readonly category: string;
  readonly summary: string;
}

const among =
  (table: Readonly<Record<string, readonly string[]>>) =>
  (random: Random): Complaint => {
    const category = random.pick(Object.keys(table));
    return { category, summary: random.pick(table[category] ?? []) };
  };

export const complaint = {
  forPosts: among(forPosts),
  forVolunteers: among(forVolunteers),
  waiting: among(waiting),
  question: (random: Random): Complaint => ({ category: 'question', summary: random.pick(questions) }),
  notOurs: (random: Random): Complaint => ({ category: 'other', summary: random.pick(notOurs) }),
  onTheSpot: (random: Random): Complaint => ({ category: 'other', summary: random.pick(onTheSpot) }),
};

/** Body of a report by somebody who lives there. */
export function reportBody(random: Random, { summary }: Complaint) {
  const { compound, buildings } = random.pick(addresses);
  return {
    requester: { name: personName(random), phone: phoneNumber(random), relation: 'self', callBack: true },
    channel: random.pick(['phone', 'phone', 'phone', 'station', 'web']),
    place: {
      compound,
      building: String(random.between(1, buildings)),
      entrance: String(random.between(1, 2)),
      spot: random.pick(spots),
    },
    summary,
  };
}
