import { route } from '@threekeys/http';
import { z } from 'zod';
import { CaseAsOf } from '../as-of.responses';
import {
  CaseDetail,
  CaseHistory,
  CaseLeaves,
  CaseStateAt,
  Revealed,
  RevealRequest,
} from '../cases.responses';
import { AskedInstant, RevisionOrInstant } from './asked-instant';
import { AtLeast, CasePath, Revision, unavailable } from './query';

const inCases = { group: 'cases', params: CasePath } as const;

export const readCase = route({
  operation: 'readCase',
  method: 'get',
  path: '/api/cases/{caseId}',
  permission: 'cases.read',
  summary: { zh: '事件现状与可用操作', en: 'A case now, and what the caller may do with it' },
  ...inCases,
  query: z.strictObject(AtLeast),
  answer: CaseDetail,
  problems: ['views-behind', 'position-unknown', ...unavailable],
});

export const caseHistory = route({
  operation: 'caseHistory',
  method: 'get',
  path: '/api/cases/{caseId}/history',
  permission: 'cases.history',
  summary: { zh: '事件经过', en: 'What happened; people are masked' },
  ...inCases,
  query: z.strictObject({
    /** A revision, or an instant: what was known then. */
    asOf: RevisionOrInstant.optional(),
    clock: z.enum(['known', 'true', 'known,true']).optional(),
    ...AtLeast,
  }),
  answer: CaseHistory,
  problems: ['views-behind', 'position-unknown', ...unavailable],
});

export const caseLeaves = route({
  operation: 'caseLeaves',
  method: 'get',
  path: '/api/cases/{caseId}/leaves',
  permission: 'cases.history',
  summary: { zh: '原始存储字节', en: 'The stored bytes themselves; personal fields are sealed in them' },
  ...inCases,
  query: z.strictObject({ asOf: RevisionOrInstant.optional() }),
  answer: CaseLeaves,
});

export const caseState = route({
  operation: 'caseState',
  method: 'get',
  path: '/api/cases/{caseId}/state',
  permission: 'cases.state',
  summary: {
    zh: '某一时点的事件状态',
    en: 'A case as it was after a revision, or as it was known at an instant',
  },
  ...inCases,
  query: z.strictObject({ revision: Revision.optional(), asOf: AskedInstant.optional(), ...AtLeast }),
  answer: CaseStateAt,
  problems: ['views-behind', 'position-unknown', ...unavailable],
});

export const caseAsOf = route({
  operation: 'caseAsOf',
  method: 'get',
  path: '/api/cases/{caseId}/as-of',
  permission: 'cases.history',
  summary: {
    zh: '某一时点的四个答案：当时或现在所知，当时或现在属实',
    en: 'The four answers about an instant: known then or now, true then or now',
  },
  ...inCases,
  query: z.strictObject({ at: AskedInstant, ...AtLeast }),
  answer: CaseAsOf,
  problems: ['views-behind', 'position-unknown', ...unavailable],
});

export const revealCase = route({
  operation: 'revealCase',
  method: 'post',
  path: '/api/cases/{caseId}/reveal',
  permission: 'cases.reveal',
  summary: { zh: '查看个人信息（留痕）', en: 'Open personal data for a purpose; recorded' },
  ...inCases,
  body: RevealRequest,
  answer: Revealed,
  problems: unavailable,
});

export const caseRoutes = [readCase, caseHistory, caseLeaves, caseState, caseAsOf, revealCase] as const;
