import { CaseStatus, Code, PersonId, Urgency } from '@threekeys/domain';
import { route } from '@threekeys/http';
import { z } from 'zod';
import { PastCasePage } from '../as-of.responses';
import { CasePage } from '../cases.responses';
import { AskedInstant } from './asked-instant';
import { AtLeast, Cursor, Limit, Yes, several, unavailable } from './query';

const caseFilters = {
  status: several(CaseStatus),
  category: several(Code),
  unit: several(Code),
  accountable: PersonId.optional(),
  urgency: several(Urgency),
  open: Yes.optional(),
  overdue: Yes.optional(),
  keyOverdue: Yes.optional(),
  sort: z.enum(['newest', 'oldest', 'due', 'updated']).optional(),
  cursor: Cursor,
  limit: Limit,
  ...AtLeast,
};

/** Words, a name, a phone number, or the number of a case. */
const Searched = z.string().min(1).max(100);

export const listCases = route({
  operation: 'listCases',
  method: 'get',
  path: '/api/cases',
  permission: 'cases.list',
  summary: { zh: '事件列表', en: 'Cases that the caller may see, a page at a time' },
  group: 'cases',
  query: z.strictObject({ ...caseFilters, q: Searched.optional() }),
  answer: CasePage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown', ...unavailable],
});

export const listPastCases = route({
  operation: 'listPastCases',
  method: 'get',
  path: '/api/cases/as-of',
  permission: 'cases.list',
  summary: {
    zh: '某一时点所知的事件列表（按今天的权限）',
    en: "Cases as they were known at an instant, read from the log a page at a time, under today's permissions",
  },
  group: 'cases',
  query: z.strictObject({
    asOf: AskedInstant,
    status: several(CaseStatus),
    category: several(Code),
    unit: several(Code),
    accountable: PersonId.optional(),
    urgency: several(Urgency),
    open: Yes.optional(),
    sort: z.enum(['newest', 'oldest']).optional(),
    cursor: Cursor,
    limit: Limit,
    ...AtLeast,
  }),
  answer: PastCasePage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown', ...unavailable],
});

export const searchCases = route({
  operation: 'searchCases',
  method: 'post',
  path: '/api/cases/search',
  permission: 'cases.list',
  summary: {
    zh: '按文字、姓名、电话或编号查找（不写入网址）',
    en: 'The same list, with what is searched in the body: a name or a phone belongs into no address and no log',
  },
  group: 'cases',
  query: z.strictObject(caseFilters),
  body: z.strictObject({ q: Searched }),
  answer: CasePage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown', ...unavailable],
});

export const listAlerts = route({
  operation: 'listAlerts',
  method: 'get',
  path: '/api/alerts',
  permission: 'alerts.list',
  summary: {
    zh: '紧急且无人接手的事件，最久者在前',
    en: 'What is urgent and nobody has in hand yet, longest first: for the duty post and the secretary',
  },
  group: 'cases',
  query: z.strictObject({ cursor: Cursor, limit: Limit, ...AtLeast }),
  answer: CasePage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown', ...unavailable],
});

export const casesAtPlace = route({
  operation: 'casesAtPlace',
  method: 'get',
  path: '/api/cases/at-place',
  permission: 'JoinCase',
  summary: { zh: '同一地点的未结事件', en: 'Open cases at the same place, for who takes a report' },
  group: 'cases',
  query: z.strictObject({
    compound: Code,
    building: Code.optional(),
    entrance: Code.optional(),
    cursor: Cursor,
    limit: Limit,
    ...AtLeast,
  }),
  answer: CasePage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown', ...unavailable],
});

export const caseListRoutes = [casesAtPlace, listAlerts, listPastCases, listCases, searchCases] as const;
