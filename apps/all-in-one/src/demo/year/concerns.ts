import type { Hours } from './calendar';
import type { Random } from '../random';

// What the year brings: how often, when, and in whose words.

/** How it usually ends where nothing comes in between. */
export type Way = 'work' | 'answer' | 'on-spot' | 'decline' | 'refer' | 'emergency' | 'void' | 'import';

export interface Concern {
  readonly category: string;
  readonly way: Way;
  /** Of the year's cases, in a thousand, before the seasons. */
  readonly share: number;
  /** By month, January first; 1 throughout where absent. */
  readonly seasons?: readonly number[];
  readonly hours: Hours;
  readonly words: readonly string[];
  /** Neighbours call about it, too. */
  readonly isShared?: boolean;
  /** Somebody is complained about. */
  readonly against?: 'household' | 'shop' | 'person';
  /** Body outside that has it. */
  readonly body?: string;
}

const winter = [2.4, 1.8, 0.9, 0.4, 0.2, 0.1, 0.1, 0.1, 0.2, 0.6, 1.8, 2.4];
const rain = [0.6, 0.6, 0.8, 0.9, 1.1, 1.7, 2.3, 2, 1.2, 0.7, 0.6, 0.6];
const summer = [0.5, 0.5, 0.7, 0.9, 1.2, 1.7, 1.9, 1.8, 1.2, 0.9, 0.6, 0.5];
const dark = [1.5, 1.2, 1, 0.8, 0.7, 0.6, 0.6, 0.7, 0.9, 1.1, 1.4, 1.6];
const thaw = [0.8, 1.3, 1.8, 1.4, 1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.8, 0.7];

export const concerns: readonly Concern[] = [
  { category: 'question', way: 'answer', share: 280, hours: 'office', words: [
    '请问老年卡在哪里办？', '想问一下居住证到期怎么续？', '孩子入托要准备什么材料？', '社区食堂周末开门吗？', '医保缴费截止到哪天？', '高龄津贴怎么申领？', '养犬登记要带什么？'] },
  { category: 'other', way: 'on-spot', share: 140, hours: 'office', words: [
    '楼道里堆着旧家具', '单车倒在人行道上', '花坛边有碎玻璃', '宣传栏的玻璃松了', '楼门口有一滩油', '晾衣绳拉到路中间'] },
  { category: 'other', way: 'decline', share: 60, hours: 'office', words: [
    '想让社区帮忙催一下公司的工资', '网上买的东西退不了货', '外地老家的房子漏雨了', '和前夫的财产官司想请社区出面'] },
  { category: 'other', way: 'work', share: 50, hours: 'office', words: [
    '楼前晾衣绳断了，被褥没处晒', '健身器材的螺丝松了', '小区大门口的坡太陡，轮椅上不去', '楼下的长椅缺了一块板', '树枝伸到了三楼窗户'] },
  { category: 'other', way: 'void', share: 12, hours: 'office', words: ['测试一下，请忽略', '按错了', '同一件事又登记了一遍'] },
  { category: 'road-surface', way: 'work', share: 36, seasons: thaw, hours: 'office', words: [
    '路面塌了一块，推轮椅过不去', '路沿石翘起来了，孩子绊了一跤', '下雨天路上积水没过脚面', '井盖周围的水泥碎了'] },
  { category: 'drain', way: 'work', share: 46, seasons: rain, hours: 'anyTime', isShared: true, words: [
    '下水道堵了，脏水往外冒', '地漏返味，开窗也散不掉', '井盖下面一直哗哗响', '一楼厨房返水'] },
  { category: 'lift', way: 'work', share: 26, hours: 'anyTime', isShared: true, words: [
    '电梯到四楼就抖一下', '电梯里的灯不亮', '电梯按钮失灵，按好几次才走', '电梯门关不严，来回开合'] },
  { category: 'property-service', way: 'work', share: 66, hours: 'office', words: [
    '垃圾三天没有清运', '门禁坏了，谁都能进', '楼道好久没人打扫', '保安夜里不在岗', '物业费的账想看一看'] },
  { category: 'property-service', way: 'refer', share: 42, seasons: winter, hours: 'anyTime', isShared: true, body: 'heating', words: [
    '暖气不热，屋里只有十四度', '暖气管一直响，半边凉', '供热站说来一直没来', '暖气片漏水，阀门关不住'] },
  { category: 'other', way: 'refer', share: 18, hours: 'evening', against: 'shop', body: 'market-supervision', words: [
    '楼下烧烤店油烟直往屋里灌', '小卖部卖过期的东西', '理发店的音箱从早放到晚'] },
  { category: 'other', way: 'emergency', share: 6, seasons: dark, hours: 'anyTime', isShared: true, body: 'gas', words: [
    '楼道里有煤气味', '厨房燃气表旁边嘶嘶响，有味'] },
  { category: 'wall-plaster', way: 'work', share: 26, seasons: rain, hours: 'office', words: [
    '外墙皮掉下来一块，差点砸到人', '楼道墙皮鼓包，一碰就掉', '楼顶漏雨，顶楼三户都泡了', '外墙裂缝，一下雨屋里就返潮'] },
  { category: 'noise', way: 'work', share: 44, seasons: summer, hours: 'evening', against: 'household', words: [
    '楼上晚上十一点还在装修', '楼下音响开得太大', '半夜有人在楼道里打电话', '楼上每天半夜拖桌子', '广场舞的音箱到十点还响'] },
  { category: 'parking', way: 'work', share: 34, hours: 'evening', against: 'person', words: [
    '消防通道被车堵住了', '有人把车停在绿地上', '充电位总被油车占着', '我的车位被人占了'] },
  { category: 'lighting', way: 'work', share: 30, seasons: dark, hours: 'evening', isShared: true, words: [
    '楼道灯不亮，晚上看不清台阶', '单元门口的灯一直闪', '声控灯拍手也不亮', '小路的路灯灭了两盏'] },
  { category: 'water-leak', way: 'work', share: 28, seasons: rain, hours: 'anyTime', isShared: true, words: [
    '水龙头滴水，关不紧', '水槽下面的软管渗水', '楼上漏水，天花板湿了一片', '水管接头一直滴'] },
  { category: 'handrail', way: 'work', share: 12, hours: 'office', words: [
    '扶手松了，一拉就晃', '台阶扶手的螺丝掉了两颗', '坡道的扶手锈断了'] },
  { category: 'smoke-alarm', way: 'work', share: 6, seasons: dark, hours: 'anyTime', words: ['二楼烟感一直响', '烟感报警器闪红灯'] },
  { category: 'errand', way: 'work', share: 20, hours: 'office', words: [
    '腿摔了，想请人帮忙取一次药', '家里没人，想请人帮忙取个快递', '买米买油提不上楼', '想请人陪着去一趟医院'] },
  { category: 'home-certification', way: 'work', share: 12, seasons: [0.8, 0.8, 2, 1.8, 1, 0.8, 0.8, 0.8, 1, 1, 1, 0.8], hours: 'office', words: [
    '老人出不了门，请上门做养老金认证', '手机刷脸总不过，想请人来家里弄', '高龄补贴要认证，腿脚不便'] },
  { category: 'living-alone-visit', way: 'work', share: 12, seasons: dark, hours: 'office', words: [
    '隔壁老人一个人住，好几天没见出门', '想请人常来看看我母亲', '老人刚出院，想有人来坐坐'] },
]; // prettier-ignore

/** What another system had, and was never reported here. */
export const outsideConcerns: readonly Concern[] = [
  { category: 'road-surface', way: 'import', share: 1, hours: 'office', words: ['三号楼东侧路面塌陷', '人行道砖松动'] },
  { category: 'lighting', way: 'import', share: 1, hours: 'office', words: ['广场照明故障', '地下车库灯不亮'] },
]; // prettier-ignore

/** What somebody comes with in a month (1 to 12). */
export function drawnConcern(random: Random, month: number): Concern {
  const weights = concerns.map(({ share, seasons }) => share * (seasons?.[month - 1] ?? 1));
  let left = random.next() * weights.reduce((sum, each) => sum + each, 0);
  for (const [index, concern] of concerns.entries()) {
    left -= weights[index] ?? 0;
    if (left < 0) return concern;
  }
  return random.pick(concerns);
}
