/** Refusals of organisation, compound, catalogue, policy, installation. */
export const communityRefusals = {
  UnitUnknown: { zh: '没有这个组织单元。', en: 'There is no such unit.' },
  UnitAlreadyDefined: { zh: '这个组织单元已经存在。', en: 'This unit is already defined.' },
  UnitIsClosed: { zh: '这个组织单元已经撤销。', en: 'This unit is closed.' },
  UnitHasSubunits: {
    zh: '下级单元还没有撤销，这个组织单元不能撤销。',
    en: 'A unit is not closed before those below it.',
  },
  UnitHasPosts: {
    zh: '这个组织单元还有在任的岗位，不能撤销。',
    en: 'Posts of this unit are held: they are left before it is closed.',
  },
  UnitHasOpenCases: {
    zh: '这个组织单元还有未办结的事件，不能撤销。',
    en: 'Open cases lie with this unit: they go elsewhere before it is closed.',
  },
  LastCommunity: {
    zh: '这是唯一的社区，不能撤销。',
    en: 'The last community is not closed: what nobody else takes goes there.',
  },
  LevelDoesNotFit: {
    zh: '上级单元的层级必须正好高一级。',
    en: 'The parent unit must be exactly one level above.',
  },
  UnitOfOtherLevel: {
    zh: '这个组织单元不属于所要求的层级。',
    en: 'This unit is not of the level that is needed.',
  },
  PostUnknown: { zh: '没有这个岗位。', en: 'There is no such post.' },
  PostAlreadyDefined: { zh: '这个岗位已经存在。', en: 'This post is already defined.' },
  PostAlreadyFilled: { zh: '这个岗位已有人担任。', en: 'This post is already filled.' },
  PostNotFilled: { zh: '这个岗位没有人担任。', en: 'Nobody fills this post.' },
  PostHasOpenCases: {
    zh: '这个岗位名下还有未办结的事件，离任须写明由谁接任。',
    en: 'Open cases lie with this post: name who takes over before it is left.',
  },
  PersonWithoutAccount: {
    zh: '“{person}”没有可以登录的账号：请先新增账号，或改填已有的账号。',
    en: 'Nobody can sign in as {person}: add the account first, or name one that is there.',
  },
  AccountHoldsPosts: {
    zh: '“{person}”还担任岗位：{posts}，请先离任或交接，再停用账号。',
    en: 'Before the account of {person} is disabled, its posts are left or handed over: {posts}.',
  },
  TakesOverFromSelf: { zh: '接任者不能是离任者本人。', en: 'Who leaves a post cannot take it over.' },
  TermEndsBeforeItBegins: {
    zh: '任期的结束须晚于开始。',
    en: 'A term of office ends after it begins.',
  },
  TermNotBegun: {
    zh: '岗位任期不能从将来开始，到时再任命。',
    en: 'Nobody is appointed for a day to come: fill the post when it is handed over.',
  },
  RoleNotGranted: { zh: '没有授予过这个角色。', en: 'This role is not granted.' },
  LastAdministrator: {
    zh: '这是最后一位不限任期的管理员，请先授予另一人管理员角色。',
    en: 'This is the last administrator whose role does not end: give it to somebody else first.',
  },
  CompoundAlreadyRegistered: { zh: '这个小区已经登记。', en: 'This compound is already registered.' },
  CompoundUnknown: { zh: '没有这个小区。', en: 'There is no such compound.' },
  BuildingAlreadyAdded: { zh: '这栋楼已经登记。', en: 'This building is already there.' },
  BuildingUnknown: { zh: '没有这栋楼。', en: 'There is no such building.' },
  CategoryUnknown: { zh: '目录中没有这个类别。', en: 'The catalogue has no such category.' },
  CategoryRetired: { zh: '这个类别已停用。', en: 'This category is retired.' },
  GroundNeeded: {
    zh: '系统自动办理时要用到这个理由，政策中不能没有。',
    en: 'The services themselves give this ground: a policy cannot be without it.',
  },
  PostKindUnknown: {
    zh: '政策 {path} 写的岗位类别“{kind}”，组织和目录里都没有，可以写：{known}。',
    en: 'Neither the organisation nor the catalogue has the kind of post “{kind}” that {path} of the policy names: there are {known}.',
  },
  PolicyListTooLong: {
    zh: '政策 {path} 最多列 {max} 个代码。',
    en: 'The list {path} of the policy has at most {max} codes.',
  },
  PolicyListsTwice: {
    zh: '政策 {path} 把“{code}”列了不止一次。',
    en: 'The list {path} of the policy has “{code}” more than once.',
  },
  DutyPostHeldByNobody: {
    zh: '没有人担任“{kind}”类岗位，它不能作兜底岗位，请先任命。',
    en: 'Nobody holds a post of the kind “{kind}”: fill one before it answers where no other does.',
  },
  NoTimeToAnswer: {
    zh: '政策 {path} 的答复期限须短于 {minutes} 分钟，即从首日开始上门到末日结束上门的时间，否则没有人来得及答复。',
    en: 'Nobody can answer in time: {path} of the policy has to be less than the {minutes} minutes from the opening of work on the first day to its close on the last.',
  },
  PolicyVersionNotNext: {
    zh: '政策版本号必须正好加一。',
    en: 'A policy version must be exactly one above the last.',
  },
  PolicyMissing: { zh: '尚未采用任何政策。', en: 'No policy has been adopted yet.' },
  InstallationAlreadyOpened: { zh: '系统已经启用。', en: 'The installation is already open.' },
  ClockNotBehind: {
    zh: '时钟并不落后于日志，无须认可。',
    en: 'The clock does not stand behind the log: there is nothing to accept.',
  },
  SimulatedClockNeedsEnd: {
    zh: '模拟时钟必须写明结束时间，服务器时钟不写。',
    en: 'A simulated clock names the instant at which it ends, and only a simulated one.',
  },
  AlreadyRanked: { zh: '这一轮已经排序。', en: 'This attempt has been ranked already.' },
  AttemptNotNext: { zh: '排序轮次必须正好加一。', en: 'An attempt must be exactly one above the last.' },
} as const;
