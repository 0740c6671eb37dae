import type { Names } from '@threekeys/domain';
import type { Constraint } from './constraints';
import type { ScoreTermName } from './score';

/** What stands against somebody, as a half-sentence about them. */
export const constraintNames: Readonly<Record<Constraint, Names>> = {
  left: { zh: '已退出志愿服务', en: 'has left' },
  'conflict-of-interest': {
    zh: '与事件有利害关系，应当回避',
    en: 'has a part in the matter themselves',
  },
  conflict: {
    zh: '已征询、已婉拒或参与过前一轮而不再征询',
    en: 'is not asked again: asked already, an earlier no, or an earlier round',
  },
  skill: { zh: '缺少所需技能', en: 'lacks a skill that is needed' },
  'asked-too-often': { zh: '近七天已被多次征询', en: 'was asked often enough in the last seven days' },
  'window-too-short': { zh: '约定时段放不下这项工作', en: 'no agreed window is long enough any more' },
  certificate: { zh: '缺少届时有效的证书', en: 'lacks a certificate that is valid then' },
  paused: { zh: '暂停服务', en: 'has paused' },
  'not-free': { zh: '约定时段内没有空闲', en: 'is not free within the agreed windows' },
  booked: { zh: '空闲时间已有预约', en: 'is booked whenever they would be free' },
};

/** The terms of a score; fewer points are better. */
export const scoreTermNames: Readonly<Record<ScoreTermName, Names>> = {
  territory: { zh: '住处远近', en: 'How near they live' },
  interest: { zh: '兴趣相合', en: 'Whether they like such work' },
  consent: { zh: '是否需要征询', en: 'Whether they have to be asked' },
  load: { zh: '近期服务时长', en: 'Recent service' },
  asks: { zh: '近期被征询次数', en: 'How often they were asked lately' },
  recency: { zh: '距上次征询的时间', en: 'How recently they were asked' },
  'spare-skill': { zh: '用不上的其他技能', en: 'Skills that others may need more' },
  wait: { zh: '开始得多晚', en: 'How late they could start' },
};
