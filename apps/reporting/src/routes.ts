import { CaseNumber, CaseStatus, Code, Id, Instant, PersonId, Urgency } from '@threekeys/domain';
import type { Route } from '@threekeys/http';
import { route } from '@threekeys/http';
import { accessCursor } from '@threekeys/privacy';
import { z } from 'zod';
import {
  CaseDetail,
  CaseHistory,
  CaseLeaves,
  CasePage,
  CaseStateAt,
  Revealed,
  RevealRequest,
  WorkPage,
} from './cases.responses';
import { Community, Me } from './community.responses';
import {
  AccessPageAnswer,
  NewToken,
  ParkedMessages,
  ParkedOutcome,
  TokenList,
  Users,
} from './operator.responses';

/** The number that people say, or the id. */
const CasePath = z.strictObject({ caseId: z.union([Id, CaseNumber]) });
const AtLeast = { atLeast: z.string().min(1).max(200).optional() };
const Limit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .refine((limit) => limit <= 200, { message: '1 to 200' })
  .optional();
const Revision = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const Yes = z.enum(['true', 'false']).transform((text) => text === 'true');

/** One of the values, or several with commas between. */
const several = <S extends z.ZodType<string, string>>(each: S) =>
  z
    .string()
    .min(1)
    .max(400)
    .transform((text) => text.split(','))
    .pipe(z.array(each).min(1).max(20))
    .optional();

const inCases = { group: 'cases', params: CasePath } as const;
const unavailable = ['store-unavailable', 'access-not-recorded'] as const;

const caseFilters = {
  status: several(CaseStatus),
  category: several(Code),
  unit: several(Code),
  accountable: PersonId.optional(),
  urgency: several(Urgency),
  open: Yes.optional(),
  overdue: Yes.optional(),
  sort: z.enum(['newest', 'oldest', 'due', 'updated']).optional(),
  cursor: z.string().min(1).max(1000).optional(),
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
    ...AtLeast,
  }),
  answer: CasePage,
  problems: ['views-behind', 'position-unknown', ...unavailable],
});

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
    asOf: z.union([Revision, Instant]).optional(),
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
  query: z.strictObject({ asOf: z.union([Revision, Instant]).optional() }),
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
  query: z.strictObject({ revision: Revision.optional(), asOf: Instant.optional(), ...AtLeast }),
  answer: CaseStateAt,
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
    cursor: z.string().min(1).max(1000).optional(),
    limit: Limit,
    ...AtLeast,
  }),
  answer: WorkPage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown'],
});

export const readCommunity = route({
  operation: 'readCommunity',
  method: 'get',
  path: '/api/community',
  permission: 'community.read',
  summary: {
    zh: '小区、岗位、类别与政策',
    en: 'Compounds, units, posts, categories, policy: what forms are made from',
  },
  group: 'community',
  answer: Community,
});

export const readMe = route({
  operation: 'readMe',
  method: 'get',
  path: '/api/me',
  permission: 'signed-in',
  summary: { zh: '当前登录者', en: 'Who is signed in' },
  group: 'accounts',
  answer: Me,
});

export const changes = route({
  operation: 'changes',
  method: 'get',
  path: '/api/stream',
  permission: 'stream',
  summary: { zh: '变更事件流', en: 'Server-sent events: `changed`, `heartbeat`, `reset`' },
  group: 'cases',
  mediaType: 'text/event-stream',
  problems: ['too-many-requests'],
});

const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/);
const Password = z.string().min(8).max(200);
const UserPath = z.strictObject({ username: Username });

export const listUsers = route({
  operation: 'listUsers',
  method: 'get',
  path: '/api/users',
  permission: 'users.list',
  summary: { zh: '账号列表', en: 'Accounts' },
  group: 'accounts',
  answer: Users,
});

export const addUser = route({
  operation: 'addUser',
  method: 'post',
  path: '/api/users',
  permission: 'users.add',
  summary: { zh: '新增账号', en: 'Add an account' },
  group: 'accounts',
  body: z.strictObject({ username: Username, password: Password }),
  status: 204,
  problems: ['username-taken'],
});

export const disableUser = route({
  operation: 'disableUser',
  method: 'post',
  path: '/api/users/{username}/disable',
  permission: 'users.disable',
  summary: { zh: '停用账号', en: 'Disable an account and end its sessions' },
  group: 'accounts',
  params: UserPath,
  status: 204,
});

export const setPassword = route({
  operation: 'setPassword',
  method: 'post',
  path: '/api/users/{username}/password',
  permission: 'users.password',
  summary: { zh: '设置密码', en: 'Set a password and end all sessions of the account' },
  group: 'accounts',
  params: UserPath,
  body: z.strictObject({ password: Password }),
  status: 204,
});

export const listAccess = route({
  operation: 'listAccess',
  method: 'get',
  path: '/api/access',
  permission: 'access-log',
  summary: {
    zh: '个人信息查看记录，新者在前',
    en: 'Who opened personal data, of what, when and why, newest first; never what they saw',
  },
  group: 'operation',
  query: z.strictObject({
    caseId: CasePath.shape.caseId.optional(),
    actor: PersonId.optional(),
    from: Instant.optional(),
    to: Instant.optional(),
    cursor: z.string().regex(accessCursor).optional(),
    limit: Limit,
  }),
  answer: AccessPageAnswer,
});

export const listTokens = route({
  operation: 'listTokens',
  method: 'get',
  path: '/api/tokens',
  permission: 'tokens.list',
  summary: { zh: '脚本令牌列表', en: 'Tokens of scripts, without the tokens themselves' },
  group: 'accounts',
  answer: TokenList,
});

export const addToken = route({
  operation: 'addToken',
  method: 'post',
  path: '/api/tokens',
  permission: 'tokens.add',
  summary: {
    zh: '新增脚本令牌（仅显示一次）',
    en: 'A token with which a script acts as an account; shown once',
  },
  group: 'accounts',
  body: z.strictObject({ name: Username, account: Username }),
  answer: NewToken,
  status: 201,
  problems: ['token-name-taken'],
});

export const revokeToken = route({
  operation: 'revokeToken',
  method: 'delete',
  path: '/api/tokens/{name}',
  permission: 'tokens.revoke',
  summary: { zh: '撤销脚本令牌', en: 'End a token' },
  group: 'accounts',
  params: z.strictObject({ name: Username }),
  status: 204,
});

const ParkedStream = z.strictObject({
  consumer: z.string().min(1).max(100),
  stream: z.string().min(1).max(200),
});

export const listParked = route({
  operation: 'listParked',
  method: 'get',
  path: '/api/parked',
  permission: 'parked.list',
  summary: { zh: '搁置的消息', en: 'Events that a consumer could not handle' },
  group: 'operation',
  query: ParkedStream.partial(),
  answer: ParkedMessages,
});

export const retryParked = route({
  operation: 'retryParked',
  method: 'post',
  path: '/api/parked/retry',
  permission: 'parked.retry',
  summary: { zh: '重试', en: 'Handle a parked stream again, in order' },
  group: 'operation',
  body: ParkedStream,
  answer: ParkedOutcome,
});

export const skipParked = route({
  operation: 'skipParked',
  method: 'post',
  path: '/api/parked/skip',
  permission: 'parked.skip',
  summary: { zh: '跳过（须写理由）', en: 'Give up the first parked event of a stream, with a reason' },
  group: 'operation',
  body: ParkedStream.extend({ reason: z.string().min(3).max(500) }),
  answer: ParkedOutcome,
});

/** What this service serves. */
export const reportingRoutes = [
  casesAtPlace, listCases, searchCases, readCase, caseHistory, caseLeaves, caseState, revealCase, listWork, readCommunity, readMe, changes,
  listUsers, addUser, disableUser, setPassword, listTokens, addToken, revokeToken, listAccess, listParked, retryParked, skipParked,
] as unknown as readonly Route[]; // prettier-ignore
