import { Code, PersonId } from '@threekeys/domain';
import { route } from '@threekeys/http';
import { z } from 'zod';
import { BoardPage, Lane } from '../board.responses';
import { WorkPage } from '../cases.responses';
import { DeskPage, PastDeskPage } from '../desk.responses';
import { FollowUpPage } from '../follow-up.responses';
import { AskedInstant } from './asked-instant';
import { AtLeast, Cursor, Limit, Yes } from './query';

export const listWork = route({
  operation: 'listWork',
  method: 'get',
  path: '/api/work',
  permission: 'signed-in',
  summary: { zh: '某人的工作', en: 'What somebody has done and has to do' },
  group: 'cases',
  query: z.strictObject({
    /** Default: the caller. */
    person: PersonId.optional(),
    live: Yes.optional(),
    cursor: Cursor,
    limit: Limit,
    ...AtLeast,
  }),
  answer: WorkPage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown'],
});

export const readDesk = route({
  operation: 'readDesk',
  method: 'get',
  path: '/api/desk',
  permission: 'signed-in',
  summary: {
    zh: '我的待办：下一步做什么，何时到期',
    en: 'What the caller has to do next and what they answer for, soonest due first; one line per case',
  },
  group: 'cases',
  query: z.strictObject({
    /** Default `to-do`. `waiting`: what they answer for while others have to act. */
    list: z.enum(['to-do', 'waiting']).optional(),
    cursor: Cursor,
    limit: Limit,
    ...AtLeast,
  }),
  answer: DeskPage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown'],
});

export const readPastDesk = route({
  operation: 'readPastDesk',
  method: 'get',
  path: '/api/desk/as-of',
  permission: 'signed-in',
  summary: {
    zh: '某一时点所知的待办（按今天的权限）',
    en: "What somebody had to do next and answered for as it was known at an instant, read from the log a page at a time, under today's permissions",
  },
  group: 'cases',
  query: z.strictObject({
    asOf: AskedInstant,
    /** Default: the caller. Somebody else's, by account or volunteer: for who may list their work. */
    person: PersonId.optional(),
    /** Default `to-do`. `waiting`: what they answered for while others had to act. */
    list: z.enum(['to-do', 'waiting']).optional(),
    cursor: Cursor,
    limit: Limit,
    ...AtLeast,
  }),
  answer: PastDeskPage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown', 'store-unavailable'],
});

export const listFollowUps = route({
  operation: 'listFollowUps',
  method: 'get',
  path: '/api/follow-ups',
  permission: 'RecordFollowUp',
  summary: {
    zh: '待回访：每位诉求人一行，姓名电话已遮盖',
    en: 'Whom to call about a result: one line per requester, names and phones masked',
  },
  group: 'cases',
  query: z.strictObject({
    /** Only cases that the caller answers for. */
    mine: Yes.optional(),
    cursor: Cursor,
    limit: Limit,
    ...AtLeast,
  }),
  answer: FollowUpPage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown'],
});

export const listBoard = route({
  operation: 'listBoard',
  method: 'get',
  path: '/api/board/{lane}',
  permission: 'board.list',
  summary: {
    zh: '派单看板的一列，先到期者在前',
    en: "A lane of the dispatcher's board, what is due first before the rest",
  },
  group: 'cases',
  params: z.strictObject({ lane: Lane }),
  query: z.strictObject({
    unit: Code.optional(),
    category: Code.optional(),
    cursor: Cursor,
    limit: Limit,
    ...AtLeast,
  }),
  answer: BoardPage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown'],
});

export const deskRoutes = [listWork, readDesk, readPastDesk, listFollowUps, listBoard] as const;
