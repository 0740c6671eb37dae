import type {
  CaseCommandType,
  CatalogueCommand,
  CompoundCommand,
  InstallationCommand,
  MatchCommand,
  OrganisationCommand,
  PolicyCommand,
  Role,
  VolunteerCommand,
} from '@threekeys/domain';
import type { Relation } from './relation';

/** What is asked of the API beside commands. */
export const routePermissions = [
  'cases.list',
  'cases.read',
  'cases.history',
  'cases.state',
  'cases.reveal',
  'cases.link',
  'volunteers.list',
  'volunteers.read',
  'volunteers.reveal',
  'matching.why',
  'community.read',
  'work.list',
  'board.list',
  'people.list',
  'alerts.list',
  'stream',
  'import',
  'parked.list',
  'parked.show',
  'parked.retry',
  'parked.skip',
  'rebuild',
  'backup',
  'users.list',
  'users.add',
  'users.disable',
  'users.enable',
  'users.password',
  'tokens.list',
  'tokens.add',
  'tokens.revoke',
  'access-log',
] as const;
export type RoutePermission = (typeof routePermissions)[number];

/** Everything that somebody may or may not do: each command by its name, each route by its. */
export type Activity =
  | CaseCommandType
  | VolunteerCommand['type']
  | OrganisationCommand['type']
  | CompoundCommand['type']
  | CatalogueCommand['type']
  | PolicyCommand['type']
  | InstallationCommand['type']
  | MatchCommand['type']
  | RoutePermission;

/** By role, the relations of which one must hold. A role that is not named may not. */
export type PermissionRow = Readonly<Partial<Record<Role, readonly Relation[]>>>;

const any = ['any'] as const;
const theirs = ['accountable', 'assignee'] as const;
const nearby = ['in-unit', 'accountable', 'assignee'] as const;
const assignee = ['assignee'] as const;
const offered = ['offered'] as const;
const assigned = ['assigned'] as const;
const requester = ['requester'] as const;
const self = ['self'] as const;

const services: PermissionRow = { service: any };
const desk: PermissionRow = { 'intake-clerk': any, dispatcher: any };
const office: PermissionRow = { ...desk, 'social-worker': any, secretary: any };
/** The staff of a small community: each may stand in for another. */
const staff: PermissionRow = { ...office, 'grid-worker': any };
/** Who receives what residents say. */
const receivers: PermissionRow = { ...staff, 'courtyard-head': any };
const route: PermissionRow = { service: any, dispatcher: any };
/** Who does the work of an order, and the dispatcher who writes it down for somebody on the phone. */
const workers: PermissionRow = {
  'intake-clerk': assignee,
  dispatcher: any,
  'social-worker': theirs,
  'grid-worker': theirs,
  'courtyard-head': assignee,
  handler: assignee,
  mediator: theirs,
  'key-holder': assignee,
  secretary: assignee,
  volunteer: assigned,
};
/** Who brings neighbours to a settlement, and the office that writes it down. */
const mediators: PermissionRow = {
  mediator: theirs,
  'social-worker': theirs,
  dispatcher: any,
  secretary: any,
};
/** Who gives a party's word, stands in for it, or writes it down from a signed sheet. */
const parties: PermissionRow = {
  ...staff,
  // A party may be who is complained about: the lock needs its word all the same.
  'key-holder': ['in-unit', 'key-asked'],
  'courtyard-head': nearby,
};
/** Who speaks with residents about their case. */
const speakers: PermissionRow = { ...staff, mediator: theirs, 'courtyard-head': ['accountable'] };
const registrars: PermissionRow = { ...office, 'grid-worker': any };
const declaring: PermissionRow = { ...registrars, volunteer: self };
const administrators: PermissionRow = { admin: any };
const readers: PermissionRow = {
  ...staff,
  auditor: any,
  'courtyard-head': nearby,
  'key-holder': nearby,
  mediator: theirs,
  handler: assignee,
  volunteer: offered,
};

/**
 * Who may do what: the only place that says so. The guard reads it, the documentation is made of it; what is not here is
 * not allowed. A decider still refuses what the case does not allow (who did the work does not check it).
 */
export const permissions = {
  // Intake (CASE.md, commands → events)
  ReportCase: { ...receivers, resident: any },
  JoinCase: { ...receivers, resident: any },
  ImportCase: services,
  RecordExternalNote: services,
  AcceptCase: { ...office, service: any },
  DeclineCase: office,
  AnswerDirectly: staff,
  RecordHandledOnSpot: { ...staff, 'courtyard-head': nearby },

  // The matter itself
  VerifyFacts: { ...staff, 'courtyard-head': nearby },
  DetermineResponsibility: staff,
  TakeSafetyMeasure: { ...workers, ...staff, 'courtyard-head': nearby },

  // Routing
  FileCase: route,
  DispatchWorkOrder: route,
  ReassignWorkOrder: route,
  TransferAccountability: { ...route, secretary: any },
  EscalateCase: { ...route, secretary: any, 'social-worker': theirs, 'grid-worker': theirs },
  AcknowledgeWorkOrder: { ...workers, volunteer: [] },
  ReturnWorkOrder: { ...workers, volunteer: [] },

  // Volunteers of an order
  OfferToVolunteer: route,
  AcceptOffer: { ...staff, volunteer: offered },
  DeclineOffer: { ...staff, volunteer: offered },
  ExpireOffer: services,
  WithdrawOffer: route,
  AssignVolunteer: services,
  ReleaseVolunteer: { ...route, 'social-worker': theirs },
  CheckInVolunteer: { ...staff, volunteer: assigned },
  RecordNoShow: { ...staff, service: any },
  ReportVolunteersExhausted: services,

  // Work
  StartHandling: workers,
  ReportProgress: workers,
  ReportResult: workers,
  CheckResult: { ...staff, 'courtyard-head': nearby, 'key-holder': ['in-unit'] },

  // Other ends
  AmendReport: { ...office, 'grid-worker': theirs },
  MergeCase: staff,
  VoidCase: { 'intake-clerk': any, dispatcher: any, secretary: any },
  ArchiveCase: { dispatcher: any, secretary: any, service: any },
  ReferCase: { ...office, 'grid-worker': theirs },
  RecordReferralAnswer: office,
  RecordSettlement: mediators,
  RecordSettlementFailure: mediators,
  ConsentToDisclosure: { ...speakers, resident: requester },

  // The three keys. A key holder may speak for their own party only: the decider knows who holds what.
  ConveneJointResolution: staff,
  EndJointResolution: office,
  ProposePlan: { ...staff, 'key-holder': ['in-unit'] },
  TurnKey: parties,
  RefuseKey: parties,
  TakeKeyBack: parties,
  AppointStandIn: { dispatcher: any, secretary: any },
  ReferToOwnersAssembly: office,
  RecordAssemblyDecision: office,
  RecordKeyOverdue: services,

  // Residents
  RecordContact: speakers,
  AnswerRequester: speakers,
  RecordFollowUp: { ...speakers, resident: requester },
  WithdrawRequest: { ...speakers, resident: requester },
  RequestReopening: { ...speakers, resident: requester },
  GrantReopening: { dispatcher: any, secretary: any },
  RefuseReopening: { dispatcher: any, secretary: any },
  CloseCase: { ...office, service: any },
  WarnDeadline: services,
  BreachDeadline: services,

  // The register of volunteers
  RegisterVolunteer: registrars,
  DeclareSkills: declaring,
  DeclareInterests: declaring,
  DeclareFreeTime: declaring,
  GiveStandingConsent: declaring,
  WithdrawStandingConsent: declaring,
  GrantCertificate: { 'social-worker': any, dispatcher: any, secretary: any },
  ExpireCertificate: { service: any, 'social-worker': any, secretary: any },
  BookSlot: services,
  ReleaseBooking: services,
  RecordService: { service: any, dispatcher: any, 'social-worker': any },
  PauseVolunteer: declaring,
  ResumeVolunteer: declaring,
  LeaveVolunteering: declaring,
  RankVolunteers: services,

  // The community
  DefineUnit: administrators,
  RenameUnit: administrators,
  CloseUnit: administrators,
  DefinePost: administrators,
  FillPost: { admin: any, secretary: any },
  LeavePost: { admin: any, secretary: any },
  GrantRole: administrators,
  RevokeRole: administrators,
  RegisterCompound: administrators,
  AddBuilding: administrators,
  NameParty: { admin: any, secretary: any },
  DefineCategory: administrators,
  RetireCategory: administrators,
  AdoptPolicy: { admin: any, secretary: any },
  OpenInstallation: services,
  AcceptLoss: services,
  AcceptClock: services,
  RecordRestore: services,
  WitnessAccessLog: services,

  // Reading
  'cases.list': readers,
  'cases.read': {
    ...readers,
    'key-holder': [...nearby, 'key-asked'],
    handler: ['assignee', 'named-to'],
    resident: requester,
  },
  'cases.history': { ...staff, auditor: any, mediator: theirs },
  'cases.state': { ...staff, auditor: any, mediator: theirs },
  'cases.reveal': { ...staff, mediator: theirs, resident: requester },
  /** A link that lets whoever has it answer an offer, or turn a key, as who it was made for. */
  'cases.link': office,
  'volunteers.list': { ...staff, auditor: any },
  'volunteers.read': { ...staff, auditor: any, volunteer: self },
  'volunteers.reveal': { ...staff, volunteer: self },
  /** Who is told at once of what is urgent: the duty post, whoever routes it, the secretary. */
  'alerts.list': { ...desk, secretary: any },
  'matching.why': { dispatcher: any, 'social-worker': any, secretary: any, auditor: any },
  'community.read': { ...readers, admin: any, resident: any },
  'work.list': { dispatcher: any, 'social-worker': any, secretary: any, auditor: any },
  'board.list': { dispatcher: any, 'social-worker': any, secretary: any, auditor: any },
  'people.list': { admin: any, secretary: any },
  stream: { ...readers, admin: any },

  // Running the installation
  import: administrators,
  'parked.list': administrators,
  'parked.show': administrators,
  'parked.retry': administrators,
  'parked.skip': administrators,
  rebuild: administrators,
  backup: administrators,
  'users.list': administrators,
  'users.add': administrators,
  'users.disable': administrators,
  'users.enable': administrators,
  'users.password': administrators,
  'tokens.list': administrators,
  'tokens.add': administrators,
  'tokens.revoke': administrators,
  'access-log': { auditor: any },
} as const satisfies Readonly<Record<Activity, PermissionRow>>;

/** Parties of a compound's lock that may do what a key holder may; where nothing is said, each of them. */
export const partiesThatMay: Readonly<Partial<Record<Activity, readonly string[]>>> = {
  // Work by the property company is checked by the owners or by staff, never by its own side (CASE.md rule 6).
  CheckResult: ['owners', 'branch'],
};
