import type { Random } from './random';

const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
);
const givenNames = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英文华建国玉珍凤梅红春生志海云飞');
const places = [
  '楼道',
  '单元门口',
  '南侧小路',
  '三层转角',
  '地下车库',
  '花坛旁',
  '垃圾站边',
  '楼顶',
  '电梯间',
  '东门',
];
const things = [
  '路灯',
  '声控灯',
  '扶手',
  '墙皮',
  '水管',
  '下水道',
  '门禁',
  '晾衣绳',
  '路面',
  '烟感器',
  '消防门',
  '车棚',
];
const troubles = [
  '坏了好几天',
  '一直在响',
  '漏得厉害',
  '松动了',
  '堵住了',
  '掉下来一块',
  '晚上看不见',
  '没人管',
  '有异味',
];
const worries = [
  '老人晚上出门容易摔跤',
  '孩子放学经过不安全',
  '邻居都说了好几回',
  '下雨天更严重',
  '希望尽快来看看',
  '请先打电话再上门',
  '白天家里一般有人',
];

/** An invented name, phone and sentences as residents of a Chinese community say them. Nobody's data. */
export const invented = {
  name: (random: Random): string =>
    random.pick(surnames) + random.pick(givenNames) + (random.chance(70) ? random.pick(givenNames) : ''),
  phone: (random: Random): string =>
    `1${random.between(30, 99)}${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
  complaint: (random: Random): string =>
    `${random.between(1, 40)}号楼${random.pick(places)}的${random.pick(things)}${random.pick(troubles)}，${random.pick(worries)}。`,
  remark: (random: Random): string =>
    `已到${random.pick(places)}看过，${random.pick(things)}${random.pick(troubles)}，已处理。`,
};

/** What people search for: two characters each, in some cases many, in others few. */
export const searchedWords: readonly string[] = [
  '路灯',
  '扶手',
  '烟感',
  '车棚',
  '异味',
  '漏得',
  '楼顶',
  '老人',
  '东门',
  '门禁',
];
