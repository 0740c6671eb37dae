import type { Category } from './types';

/** Words that point to a category of the starter catalogue; the category's own names point to it too. */
const hints: Readonly<Record<string, readonly string[]>> = {
  lighting: ['灯', '照明', '黑', 'light', 'lamp', 'dark'],
  'water-leak': ['漏水', '渗水', '滴水', '屋顶', 'leak', 'drip', 'roof'],
  drain: ['下水', '堵', '井盖', '污水', 'drain', 'sewer', 'blocked'],
  'road-surface': ['路面', '坑', '台阶', 'path', 'pothole', 'pavement'],
  'wall-plaster': ['墙皮', '外墙', '脱落', 'plaster', 'wall'],
  handrail: ['扶手', 'handrail'],
  'smoke-alarm': ['烟感', '报警', 'smoke', 'alarm'],
  lift: ['电梯', 'lift', 'elevator'],
  parking: ['停车', '车位', '占道', 'parking', 'car'],
  noise: ['噪音', '吵', '噪声', 'noise', 'loud'],
  'property-service': ['物业', '保洁', '垃圾', 'property', 'rubbish', 'cleaning'],
  errand: ['取快递', '买菜', '代买', '跑腿', 'errand', 'parcel', 'shopping'],
  'home-certification': ['认证', '上门认证', 'certification'],
  'living-alone-visit': ['独居', '探望', '走访', 'alone', 'visit'],
  question: ['咨询', '请问', '怎么办理', 'question', 'how do i'],
};

/** Up to five categories by how many of their words stand in the text; the catalogue's order decides ties. */
export function guessCategories(text: string, categories: readonly Category[]): readonly Category[] {
  const said = text.toLowerCase();
  const scored = categories.map((category, order) => {
    const words = [...(hints[category.category] ?? []), category.names.zh, category.names.en.toLowerCase()];
    return { category, order, score: words.filter((word) => said.includes(word)).length };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, 5)
    .map(({ category }) => category);
}
