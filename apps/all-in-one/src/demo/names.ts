import type { Random } from './random';

// Invented people: any likeness is chance.

const families = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '郭',
  '何',
  '马',
  '罗',
];
const first = [
  '秀',
  '建',
  '国',
  '玉',
  '桂',
  '海',
  '志',
  '春',
  '文',
  '丽',
  '小',
  '永',
  '晓',
  '新',
  '明',
  '淑',
  '金',
  '爱',
  '红',
  '长',
];
const second = [
  '英',
  '华',
  '兰',
  '平',
  '军',
  '珍',
  '芳',
  '强',
  '梅',
  '伟',
  '霞',
  '林',
  '生',
  '云',
  '清',
  '凤',
  '勇',
  '琴',
  '山',
  '福',
];

export const personName = (random: Random): string =>
  random.pick(families) + random.pick(first) + random.pick(second);

/** Numbers of a block that no carrier gives out. */
export const phoneNumber = (random: Random): string =>
  `199${String(random.between(0, 99_999_999)).padStart(8, '0')}`;
