import { CaseNumber, Code, Id, Instant } from '@threekeys/domain';
import type { Route } from '@threekeys/http';
import { route } from '@threekeys/http';
import { z } from 'zod';
import {
  OrderRankings,
  RevealedVolunteer,
  VolunteerDetail,
  VolunteerPage,
  WhyAnswer,
} from './volunteers.responses';

const VolunteerPath = z.strictObject({ volunteerId: Id });
const AtLeast = { atLeast: z.string().min(1).max(200).optional() };

const ListQuery = z
  .strictObject({
    compound: Code.optional(),
    skill: Code.optional(),
    interest: Code.optional(),
    /** Neither paused nor left. */
    active: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional(),
    /** With `freeTo`: who could take work for the whole of this window. */
    freeFrom: Instant.optional(),
    freeTo: Instant.optional(),
    cursor: z.string().min(1).max(1000).optional(),
    limit: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .transform(Number)
      .refine((limit) => limit <= 200, { message: '1 to 200' })
      .optional(),
    ...AtLeast,
  })
  .refine(({ freeFrom, freeTo }) => (freeFrom === undefined) === (freeTo === undefined), {
    message: 'freeFrom and freeTo, or neither',
    path: ['freeTo'],
  })
  .refine(({ freeFrom = '', freeTo = '~' }) => freeFrom < freeTo, {
    message: 'a window ends after it starts',
    path: ['freeTo'],
  });

export const listVolunteers = route({
  operation: 'listVolunteers',
  method: 'get',
  path: '/api/volunteers',
  permission: 'volunteers.list',
  summary: { zh: '志愿者名册', en: 'The register of volunteers, last registered first' },
  group: 'volunteers',
  query: ListQuery,
  answer: VolunteerPage,
  problems: ['invalid-cursor', 'views-behind', 'position-unknown'],
});

export const readVolunteer = route({
  operation: 'readVolunteer',
  method: 'get',
  path: '/api/volunteers/{volunteerId}',
  permission: 'volunteers.read',
  summary: { zh: '一位志愿者', en: 'One volunteer; name and phone masked' },
  group: 'volunteers',
  params: VolunteerPath,
  query: z.strictObject(AtLeast),
  answer: VolunteerDetail,
  problems: ['views-behind', 'position-unknown'],
});

export const revealVolunteer = route({
  operation: 'revealVolunteer',
  method: 'post',
  path: '/api/volunteers/{volunteerId}/reveal',
  permission: 'volunteers.reveal',
  summary: { zh: '查看姓名电话（留痕）', en: 'Open name and phone for a purpose; recorded' },
  group: 'volunteers',
  params: VolunteerPath,
  body: z.strictObject({ purpose: z.enum(['contact', 'visit', 'audit']) }),
  answer: RevealedVolunteer,
  problems: ['access-not-recorded'],
});

export const whyVolunteer = route({
  operation: 'whyVolunteer',
  method: 'get',
  path: '/api/matching/why',
  permission: 'matching.why',
  summary: { zh: '为什么（不）是这位志愿者', en: 'Why this volunteer is, or is not, among those asked' },
  group: 'volunteers',
  query: z.strictObject({ case: z.union([Id, CaseNumber]), volunteer: Id }),
  answer: WhyAnswer,
});

export const orderRankings = route({
  operation: 'orderRankings',
  method: 'get',
  path: '/api/matching/orders/{workOrderId}',
  permission: 'matching.why',
  summary: {
    zh: '工单的匹配排名与理由',
    en: 'Who was ranked for a work order, and why, as it was decided then',
  },
  group: 'volunteers',
  params: z.strictObject({ workOrderId: Id }),
  query: z.strictObject(AtLeast),
  answer: OrderRankings,
  problems: ['views-behind', 'position-unknown'],
});

/** What this service serves. */
export const volunteerMatchingRoutes = [
  listVolunteers,
  readVolunteer,
  revealVolunteer,
  whyVolunteer,
  orderRankings,
] as unknown as readonly Route[];
