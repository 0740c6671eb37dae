import type { Role } from './actor';
import type { Names } from './values';

/** Codes with their names in both languages. A community may use further codes; these are the ones it starts with. */
export type Vocabulary = Readonly<Record<string, Names>>;

/** 技能: what somebody can do. */
export const skillNames: Vocabulary = {
  electrics: { zh: '电工', en: 'Electrics' },
  plumbing: { zh: '水暖', en: 'Plumbing' },
  masonry: { zh: '泥瓦', en: 'Masonry and plaster' },
  carpentry: { zh: '木工', en: 'Carpentry' },
  metalwork: { zh: '焊接与五金', en: 'Metalwork' },
  painting: { zh: '粉刷', en: 'Painting' },
  'appliance-repair': { zh: '家电维修', en: 'Appliance repair' },
  'bicycle-repair': { zh: '自行车修理', en: 'Bicycle repair' },
  gardening: { zh: '绿化', en: 'Gardening' },
  driving: { zh: '驾驶', en: 'Driving' },
  'first-aid': { zh: '急救', en: 'First aid' },
  nursing: { zh: '护理', en: 'Nursing' },
  'elder-care': { zh: '照护老人', en: 'Care of older people' },
  'child-care': { zh: '照看儿童', en: 'Child care' },
  counselling: { zh: '心理疏导', en: 'Counselling' },
  mediation: { zh: '调解', en: 'Mediation' },
  law: { zh: '法律', en: 'Law' },
  accounting: { zh: '财会', en: 'Accounting' },
  'phone-and-computer': { zh: '手机电脑', en: 'Phones and computers' },
  haircutting: { zh: '理发', en: 'Haircutting' },
  tailoring: { zh: '缝补', en: 'Mending clothes' },
  cooking: { zh: '烹饪', en: 'Cooking' },
  teaching: { zh: '教学', en: 'Teaching' },
  'sign-language': { zh: '手语', en: 'Sign language' },
};

/** 兴趣: what somebody likes to do. */
export const interestNames: Vocabulary = {
  repairing: { zh: '修修补补', en: 'Repairing things' },
  errands: { zh: '跑腿代办', en: 'Running errands' },
  visiting: { zh: '走访陪伴', en: 'Visiting people' },
  'safety-patrol': { zh: '安全巡查', en: 'Safety patrols' },
  'neighbourhood-peace': { zh: '邻里和睦', en: 'Peace among neighbours' },
  greening: { zh: '养绿护绿', en: 'Green spaces' },
  cleaning: { zh: '环境清洁', en: 'Clean surroundings' },
  children: { zh: '陪伴儿童', en: 'Time with children' },
  culture: { zh: '文艺活动', en: 'Culture and events' },
  sports: { zh: '体育健身', en: 'Sports' },
  learning: { zh: '讲堂助学', en: 'Helping others learn' },
  'tool-library': { zh: '百宝屋', en: 'The tool library' },
};

/** 证书: what somebody has been certified for, each with a date until which it holds. */
export const certificateNames: Vocabulary = {
  electrician: { zh: '低压电工证', en: 'Low-voltage electrician' },
  'social-worker': { zh: '社会工作者证', en: 'Social worker' },
  'first-aid': { zh: '急救证', en: 'First aid' },
  'home-visit': { zh: '上门服务核验', en: 'Checked for home visits' },
  mediator: { zh: '人民调解员证', en: "People's mediator" },
  driver: { zh: '驾驶证', en: 'Driving licence' },
  welder: { zh: '焊工证', en: 'Welder' },
  'height-work': { zh: '高处作业证', en: 'Work at height' },
};

/** 岗位类别: what a post is for. The starter catalogue routes to the first four. */
export const postKindNames: Vocabulary = {
  'grid-worker': { zh: '网格员', en: 'Grid worker' },
  'duty-desk': { zh: '值班受理', en: 'Duty desk' },
  mediator: { zh: '调解员', en: 'Mediator' },
  'property-liaison': { zh: '物业对接', en: 'Property liaison' },
  'social-worker': { zh: '专业社工', en: 'Social worker' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  'building-head': { zh: '楼院长', en: 'Courtyard head' },
  'key-household': { zh: '党员中心户', en: 'Key household' },
  secretary: { zh: '社区党委书记', en: 'Secretary' },
};

/** 角色: in which part somebody acts. The console, which knows no domain, has the same ones among its words. */
export const roleNames: Readonly<Record<Role, Names>> = {
  'intake-clerk': { zh: '受理员', en: 'Intake clerk' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  'social-worker': { zh: '专业社工', en: 'Social worker' },
  'courtyard-head': { zh: '楼院长', en: 'Courtyard head' },
  'grid-worker': { zh: '网格员', en: 'Grid worker' },
  handler: { zh: '承办人', en: 'Handler' },
  mediator: { zh: '调解员', en: 'Mediator' },
  'key-holder': { zh: '钥匙持有人', en: 'Key holder' },
  secretary: { zh: '社区党委书记', en: 'Secretary' },
  auditor: { zh: '审计员', en: 'Auditor' },
  admin: { zh: '管理员', en: 'Administrator' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  resident: { zh: '居民', en: 'Resident' },
  service: { zh: '系统', en: 'The system' },
};
