import {
  caseCommands,
  catalogueCommands,
  Code,
  compoundCommands,
  Id,
  organisationCommands,
  policyCommands,
  volunteerCommands,
} from '@threekeys/domain';
import type { Route } from '@threekeys/http';
import { commandProblems, commandRoutes, RecordedAnswer, route } from '@threekeys/http';
import { z } from 'zod';
import { pageRoutes } from './pages/page-routes';
import { ImportedAnswer, JoinBody, MergeBody, OutsideCase, ReportBody, ReportedAnswer } from './report.body';

const CasePath = z.strictObject({ caseId: Id });
const VolunteerPath = z.strictObject({ volunteerId: Id });
const CompoundPath = z.strictObject({ compound: Code });

export const reportCase = route({
  operation: 'reportCase',
  method: 'post',
  path: '/api/cases',
  permission: 'ReportCase',
  summary: { zh: '上报（可同时受理）', en: 'Report a case, and accept it in the same act if wished' },
  group: 'cases',
  body: ReportBody,
  answer: ReportedAnswer,
  status: 201,
  isCommand: true,
  problems: commandProblems,
});

export const importCase = route({
  operation: 'importCase',
  method: 'post',
  path: '/api/cases/import',
  permission: 'import',
  summary: { zh: '导入外部事件及其记录', en: 'Import one case of another system with its notes; repeatable' },
  group: 'cases',
  body: OutsideCase,
  answer: ImportedAnswer,
  problems: ['store-busy', 'store-full', 'store-read-only', 'store-unavailable'],
});

export const joinCase = route({
  operation: 'joinCase',
  method: 'post',
  path: '/api/cases/{caseId}/commands/JoinCase',
  permission: 'JoinCase',
  summary: { zh: '加入已有事件', en: 'Join an open case instead of opening a second one' },
  group: 'case commands',
  params: CasePath,
  body: JoinBody,
  answer: ReportedAnswer,
  isCommand: true,
  problems: commandProblems,
});

export const mergeCase = route({
  operation: 'mergeCase',
  method: 'post',
  path: '/api/cases/{caseId}/commands/MergeCase',
  permission: 'MergeCase',
  summary: { zh: '并入另一个在办事件', en: 'Merge it into another open case; its requesters go on there' },
  group: 'case commands',
  params: CasePath,
  body: MergeBody,
  answer: RecordedAnswer,
  isCommand: true,
  problems: [...commandProblems, 'views-behind', 'access-not-recorded'],
});

/** Every other command of a case, those of timers and services too: the permission table says who may give them. */
export const caseCommandRoutes = commandRoutes({
  path: '/api/cases/{caseId}',
  params: CasePath,
  group: 'case commands',
  messages: caseCommands,
  except: ['ReportCase', 'ImportCase', 'JoinCase', 'MergeCase', 'RecordExternalNote'],
  // Drawn and found by the service.
  omit: ['check', 'conflict', 'known', 'alike', 'linkedBy'],
});

export const registerVolunteer = route({
  operation: 'registerVolunteer',
  method: 'post',
  path: '/api/volunteers',
  permission: 'RegisterVolunteer',
  summary: { zh: '登记志愿者', en: 'Register a volunteer' },
  group: 'volunteers',
  body: z.strictObject({
    ...z.strictObject((volunteerCommands.RegisterVolunteer as z.ZodObject).shape).omit({
      volunteerId: true,
      accountTaken: true,
    }).shape,
    volunteerId: Id.optional(),
  }),
  answer: RecordedAnswer.extend({ volunteerId: Id }),
  status: 201,
  isCommand: true,
  problems: commandProblems,
});

export const volunteerCommandRoutes = commandRoutes({
  path: '/api/volunteers/{volunteerId}',
  params: VolunteerPath,
  group: 'volunteers',
  messages: volunteerCommands,
  except: ['RegisterVolunteer'],
  // Found by the service.
  omit: ['conflict'],
});

export const organisationCommandRoutes = commandRoutes({
  path: '/api/organisation',
  group: 'community',
  messages: organisationCommands,
  // Counted and found by the service.
  omit: ['openCases', 'hasHiddenCases', 'withoutAccount'],
});

export const compoundCommandRoutes = commandRoutes({
  path: '/api/compounds/{compound}',
  params: CompoundPath,
  group: 'community',
  messages: compoundCommands,
  omit: ['compound'],
});

export const catalogueCommandRoutes = commandRoutes({
  path: '/api/catalogue',
  group: 'community',
  messages: catalogueCommands,
});

export const policyCommandRoutes = commandRoutes({
  path: '/api/policy',
  group: 'community',
  messages: policyCommands,
});

/** What this service serves. */
export const intakeRoutes = [
  reportCase,
  importCase,
  joinCase,
  mergeCase,
  ...caseCommandRoutes,
  registerVolunteer,
  ...volunteerCommandRoutes,
  ...organisationCommandRoutes,
  ...compoundCommandRoutes,
  ...catalogueCommandRoutes,
  ...policyCommandRoutes,
  ...pageRoutes,
] as unknown as readonly Route[];
