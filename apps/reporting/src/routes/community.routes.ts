import { route } from '@threekeys/http';
import { z } from 'zod';
import { Community, Me } from '../community.responses';
import { PolicyVersion, PolicyVersions } from '../policy.responses';
import { CatalogueVersions, People } from '../versions.responses';
import { AtLeast, Limit, Revision } from './query';

const VersionsQuery = z.strictObject({
  /** Only versions below this one: `next` of the page before. */
  before: Revision.optional(),
  limit: Limit,
});

export const catalogueVersions = route({
  operation: 'catalogueVersions',
  method: 'get',
  path: '/api/catalogue/versions',
  permission: 'community.read',
  summary: {
    zh: '目录的历次变更及变更人',
    en: 'Every change of the catalogue, by whom and when, the last one first',
  },
  group: 'community',
  query: VersionsQuery,
  answer: CatalogueVersions,
});

export const listPeople = route({
  operation: 'listPeople',
  method: 'get',
  path: '/api/people',
  permission: 'people.list',
  summary: { zh: '有岗位或角色的人', en: 'Who holds posts or roles' },
  group: 'community',
  query: z.strictObject(AtLeast),
  answer: People,
  problems: ['views-behind', 'position-unknown'],
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

const Version = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

export const listPolicyVersions = route({
  operation: 'listPolicyVersions',
  method: 'get',
  path: '/api/policy/versions',
  permission: 'community.read',
  summary: {
    zh: '政策各版本：何时由谁通过',
    en: 'The versions of the policy: who adopted each, when',
  },
  group: 'community',
  answer: PolicyVersions,
});

export const readPolicyVersion = route({
  operation: 'readPolicyVersion',
  method: 'get',
  path: '/api/policy/versions/{version}',
  permission: 'community.read',
  summary: {
    zh: '政策的一个版本及其变更',
    en: 'A version of the policy, and what it decides otherwise than another one',
  },
  group: 'community',
  params: z.strictObject({ version: Version }),
  query: z.strictObject({
    /** The version it is compared with; default: the one before; 0: the starter policy. */
    since: Version.optional(),
  }),
  answer: PolicyVersion,
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

export const communityRoutes = [
  catalogueVersions,
  listPeople,
  readCommunity,
  listPolicyVersions,
  readPolicyVersion,
  readMe,
  changes,
] as const;
