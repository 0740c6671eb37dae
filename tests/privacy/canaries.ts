import { ballastFileName } from '@threekeys/event-store-sqlite';
import { findCanaries } from '@threekeys/privacy/contract';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is said through the API and must be found nowhere else. Invented; each occurs once in this whole repository. */
export const canaries = {
  requesterName: '欧阳翎鹊',
  requesterPhone: '13971820645',
  proxyName: 'Quillabeth Osterwandel',
  proxyPhone: '+86 15308264917',
  respondentName: '闻人砚秋',
  door: '癸栋九〇七之乙',
  summary: '楼上鹦鹉学舌骂街不止',
  joinedName: 'Zbigniew Karwaszczuk',
  joinedPhone: '18640937215',
  joinedWords: '俺家天花板霉斑像张地图',
  withdrawnWords: 'the marmalade fox has moved away',
  declinedWords: '此事归隔壁街道蓝鲸办管',
  answeredWords: 'ask the ochre window on Thursday',
  onTheSpotWords: '顺手把琉璃瓦碎片扫了',
  transferWords: 'Yelena is on her pottery leave',
  offerWords: '老主顾点名要桑师傅',
  offerDeclinedWords: 'my knee of 1987 hurts again',
  releasedWords: '他外婆八十九岁寿宴撞期',
  reassignedWords: 'the brass key hangs with Ding',
  returnedWords: '梯子借给钟楼那边了',
  overrideWords: 'only Ding knows the crooked valve',
  contactWords: '打通了，说在喂金丝雀',
  progressWords: 'half of the teal pipe replaced',
  resultWords: '换上紫铜弯头并缠生料带',
  foundWords: 'dry as a biscuit tin in Kashgar',
  answerWords: '告诉她弯头已换请放心养花',
  followUpWords: 'the soup spoon no longer rattles',
  reopeningWords: '半夜又滴到我的紫檀琴凳',
  volunteerName: '司徒槿禾',
  volunteerPhone: '17725496038',
  importedSummary: 'a gargoyle fell on the bakery awning',
  importedAddress: '4711 Nightjar Crescent, rear stairs',
  importedNote: 'crew found a walnut crate of doorknobs',
  /** Refused, wrong and searched: said, and not to be stored at all. */
  refusedWords: 'nobody shall keep this vermilion sentence',
  wrongField: '错填进去的茉莉花茶账本',
  searchedFor: 'Hephzibah Trelawny-Moss',
} as const;
export type Canary = keyof typeof canaries;

/** These are never opened: nothing keeps them. */
export const neverKept: readonly Canary[] = ['refusedWords', 'wrongField', 'searchedFor'];

/** `file: canary`, for every canary that stands in a file of a folder, in whatever encoding. */
export function canariesUnder(folder: string): readonly string[] {
  return filesUnder(folder).flatMap((file) =>
    findCanaries(readFileSync(file), Object.values(canaries)).map((canary) => `${file}: ${canary}`),
  );
}

export const canariesIn = (text: string): readonly string[] =>
  findCanaries(Buffer.from(text), Object.values(canaries));

/** All but the space that is set aside for a full disk: random bytes, written before anybody has said anything. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== ballastFileName)
    .map((entry) => join(entry.parentPath, entry.name));
}
