import { CaseNumber, PersonId } from '@threekeys/domain';
import { route } from '@threekeys/http';
import { z } from 'zod';
import { AccessPageAnswer, OwnAccessesAnswer, ParkedMessages, ParkedOutcome } from '../operator.responses';
import { AskedInstant } from './asked-instant';
import { CasePath, Limit } from './query';

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
    from: AskedInstant.optional(),
    to: AskedInstant.optional(),
    cursor: z.string().min(1).max(1000).optional(),
    limit: Limit,
  }),
  answer: AccessPageAnswer,
});

export const ownAccesses = route({
  operation: 'ownAccesses',
  method: 'post',
  path: '/api/tracking/accesses',
  permission: 'open',
  summary: {
    zh: '谁查看过我的信息（凭编号和查询码）',
    en: 'Who opened a requester’s own data, when and why: by number and tracking code; roles, no names',
  },
  group: 'cases',
  body: z.strictObject({ number: CaseNumber, trackingCode: z.string().min(6).max(24) }),
  answer: OwnAccessesAnswer,
  problems: ['too-many-requests', 'store-unavailable'],
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

export const operationRoutes = [listAccess, ownAccesses, listParked, retryParked, skipParked] as const;
