/** Refusals of a case: one sentence each. Those about rules of the community are in community.refusals. */
export const caseRefusals = {
  CaseNotReported: { zh: '没有这个事件。', en: 'There is no such case.' },
  CaseAlreadyReported: { zh: '这个事件已经登记。', en: 'This case is already reported.' },
  CommandNotInStatus: {
    zh: '事件目前的状态不允许这样做。',
    en: 'The present status of the case does not allow this.',
  },
  BeforeItsReport: {
    zh: '发生时间早于事件的上报时间。',
    en: 'This is said to have happened before the case was reported.',
  },
  BeforeItsResult: {
    zh: '发生时间早于结果反馈的时间：核查、答复和回访都在结果之后。',
    en: 'This is said to have happened before the result that it is about.',
  },
  CaseNotImported: {
    zh: '只有导入的事件才有外部记录。',
    en: 'Only an imported case has notes from outside.',
  },
  ImportedDifferently: {
    zh: '这个事件已导入，但外部内容已有变化。',
    en: 'This case is already imported, and its entry outside has changed since.',
  },
  PersonDoesNotHoldPost: {
    zh: '此人目前不担任这个岗位。',
    en: 'This person does not hold this post at present.',
  },
  GroundNotInPolicy: {
    zh: '现行政策中没有这个理由。',
    en: 'The policy in force does not know this ground.',
  },
  CategoryMissing: { zh: '事件还没有类别。', en: 'The case has no category yet.' },
  CategoryAlreadySet: {
    zh: '事件已有类别：有误请更正。',
    en: 'The case already has a category: correct it where it is wrong.',
  },
  RespondentsSide: {
    zh: '被反映一方不承办、不核查、不协助。',
    en: 'The side that is complained about neither handles nor checks it, nor helps.',
  },
  NotAQuestion: { zh: '只有咨询类可以直接答复。', en: 'Only a question is answered directly.' },
  NeedsThreeKeys: {
    zh: '这类事项须经三方会商，三把钥匙齐了才能派单。',
    en: 'A matter of this category waits for its three keys.',
  },
  NeedsMediation: {
    zh: '邻里纠纷须经调解，由调解员主办。',
    en: "A neighbours' dispute goes to mediation: a mediator leads it.",
  },
  NeedsSettlement: {
    zh: '邻里纠纷以调解结果办结：成功，或不成并告知权利。',
    en: "A neighbours' dispute ends by a settlement, or by the record that there was none.",
  },
  NotTheMediator: {
    zh: '调解员须是本工单的承办人，或担任调解岗位、获授调解角色。',
    en: 'Whoever mediated holds the order, or a mediator’s post or role.',
  },
  NotADispute: { zh: '只有邻里纠纷才有调解结果。', en: "Only a neighbours' dispute is settled." },
  NotTheLeadOrder: { zh: '调解结果记在主办工单上。', en: 'A settlement is recorded for the lead order.' },
  RightsNotExplained: {
    zh: '调解不成，须先向双方告知权利。',
    en: 'First explain to both sides what else they can do.',
  },
  BodyNotInPolicy: {
    zh: '现行政策中没有这个转办单位。',
    en: 'The policy in force does not know this body.',
  },
  ReferralUnknown: { zh: '没有这次转办。', en: 'There is no such referral.' },
  SensitiveNotOnTheSpot: {
    zh: '敏感事项不能当场办结，也不能直接答复。',
    en: 'A sensitive matter is neither settled on the spot nor answered directly.',
  },
  NotFiledYet: { zh: '事件还没有立案。', en: 'The case is not filed under any unit yet.' },
  UrgentNeverClimbs: {
    zh: '紧急事项已直接通知值班岗位和书记，不逐级提级。',
    en: 'An urgent matter is with the duty post and the secretary already: it climbs no ladder.',
  },
  NoLevelAbove: {
    zh: '上面没有在任的岗位可以提级。',
    en: 'No level above has a post that somebody holds.',
  },
  NoJointResolution: { zh: '目前没有三方会商。', en: 'No joint resolution is under way.' },
  NotAParty: { zh: '这一方不在这把锁的三方之中。', en: 'This compound’s lock has no such party.' },
  NotTheKeyHolder: { zh: '此人目前不持有这一方的钥匙。', en: 'This person does not hold that party’s key.' },
  SignedSheetMissing: {
    zh: '代记钥匙须有会签单。',
    en: 'Writing down another’s word needs their signed sheet.',
  },
  PersonTurnedAnotherKey: {
    zh: '同一人在同一版方案上只能转一把钥匙。',
    en: 'One person turns one key on a version of the plan.',
  },
  PlanNotCurrent: { zh: '这不是现行版本的方案。', en: 'This is not the version of the plan on the table.' },
  PlanVersionNotNext: {
    zh: '方案版本号必须正好加一。',
    en: 'A plan’s version must be exactly one above the last.',
  },
  PlanRejected: {
    zh: '业主大会已否决这一版方案，应提出新方案。',
    en: 'The owners’ assembly has rejected this version: a new plan is needed.',
  },
  AssemblyDecides: {
    zh: '这类事项由业主大会决定，业委会不能代转钥匙。',
    en: 'All owners decide this; their committee’s key does not stand for it.',
  },
  NotReservedToOwners: {
    zh: '这一方案不须业主大会决定。',
    en: 'This plan is not reserved to all owners.',
  },
  AssemblyNotAwaited: {
    zh: '这一方案没有提交业主大会，或已有决定。',
    en: 'No decision of the owners’ assembly is waited for on this plan.',
  },
  KeyNotTurned: { zh: '这一方的钥匙没有转。', en: 'That party’s key is not turned.' },
  ResultIsThere: {
    zh: '结果已经反馈：亲自转的钥匙不能再收回，只能对代记的钥匙提出异议。',
    en: 'A result is there: only a key that was written down for its party can still be objected to.',
  },
  NotAStandIn: {
    zh: '此人不在替补名单中，名单依次为：{order}。',
    en: 'This person is none of the stand-ins, who are in their order: {order}.',
  },
  StandInOutOfTurn: {
    zh: '{next} 排在前面，须写明为何不由其替补。',
    en: 'Before this person comes {next}: say why they do not stand in.',
  },
  TermIsOver: {
    zh: '这个截止时间已经过去，请写将来的时间。',
    en: 'This term is over already: its end has to be still to come.',
  },
  JointResolutionGoesOn: {
    zh: '拒绝和逾期的次数还不够，会商继续。',
    en: 'There are too few refusals and overdue keys to end the joint resolution.',
  },
  CostAbovePlan: {
    zh: '费用超出方案，须先提出新版方案。',
    en: 'It costs more than the plan: propose a new version first.',
  },
  PlanBelowSpent: {
    zh: '结果已经反馈，新版方案的费用不能低于已经花费的费用。',
    en: 'A result is there: a new version costs no less than what was spent already.',
  },
  NothingToAmend: { zh: '没有要更正的内容。', en: 'There is nothing to correct.' },
  WorkGivenOut: {
    zh: '工单已派出，类别和紧急程度不能更正：先退单再更正，或改派工单。',
    en: 'Work has been given out by this category and urgency: have the order returned first, or reassign it.',
  },
  KeysAskedFor: {
    zh: '三方会商已召集，类别和紧急程度不能更正：先终止会商。',
    en: 'Three parties were convened by this category and urgency: end the joint resolution first.',
  },
  NotForDispatch: {
    zh: '事项已转办或已有结果，类别和紧急程度要等它回到待派单才能更正。',
    en: 'Another body has it, or a result is there: category and urgency are corrected once it is back for dispatch.',
  },
  OnlyWhoReported: {
    zh: '事件已结束，只能更正诉求人的姓名、电话和回电要求。',
    en: 'The case has ended: only the name and phone of who reported it, and whether to call back, are corrected now.',
  },
  NobodyToCorrect: {
    zh: '这位诉求人没有留下此人的姓名：要留名请作为新的诉求人加入。',
    en: 'This requester has named no such person: whoever wants to be named joins the case.',
  },
  EventUnknown: {
    zh: '事件没有这条可更正的记录。',
    en: 'This case holds no such record that could be corrected.',
  },
  HandlingHasBegun: {
    zh: '已经开始办理的事件不能作废。',
    en: 'A case that somebody has begun to handle is not made void.',
  },
  PlaceUnderLock: {
    zh: '三方会商进行中，不能改到另一个小区；先终止会商。',
    en: 'While its keys are a compound’s, the case is not moved to another one: end the joint resolution first.',
  },
  SecondPersonNeeded: {
    zh: '作废须由另一人确认。',
    en: 'A second person confirms that a case is void.',
  },
  OwnWordWrittenDown: {
    zh: '自己做的工作由自己直接提交，不能写成代他人记录。',
    en: 'Who does the work says so as themself, and not as somebody who writes it down for another.',
  },
  MergesIntoItself: {
    zh: '不能并入事件自己。',
    en: 'A case is not merged into itself.',
  },
  MergeTargetNotOpen: {
    zh: '没有可并入的在办事件。',
    en: 'There is no open case of that number to merge into.',
  },
  OtherCompound: {
    zh: '两个事件不在同一小区，须写明对方小区。',
    en: 'The two lie in different compounds: name the other one’s.',
  },
  MergesIntoYounger: {
    zh: '只能把编号大的并入编号小的：请从那个事件并入本事件。',
    en: 'The higher number is merged into the lower one: merge that case into this one.',
  },
  MergeTargetLessShut: {
    zh: '那个事件没有让本事件的被反映一方全部回避：先更正那个事件，再并单。',
    en: 'That case does not keep out everybody whom this one keeps out: correct it first, then merge.',
  },
  MergeTargetNotConfidential: {
    zh: '本事件要求保密，那个事件没有：先更正那个事件，再并单。',
    en: 'This case is confidential and that one is not: correct it first, then merge.',
  },
  StillReopenable: {
    zh: '重开期限未过，暂不归档。',
    en: 'A requester may still reopen it: it is archived after that term.',
  },
  LeadOrderAlreadyLive: {
    zh: '本轮已有在办的主办工单。',
    en: 'This round already has a live lead order.',
  },
  LeadOrderMissing: {
    zh: '先派主办工单，再派协办工单。',
    en: 'A supporting order needs a live lead order.',
  },
  LeadNeedsSocialWorker: {
    zh: '这类事项由持证社工主办，志愿者只能协助。',
    en: 'A certified social worker leads this category; volunteers only help.',
  },
  AnotherHandlerNeeded: {
    zh: '再次重开后须换人承办。',
    en: 'From the second reopening on somebody else handles the case.',
  },
  NeedMissing: {
    zh: '派给志愿者的工单须写明需求。',
    en: 'An order to volunteers says what it needs.',
  },
  OrderUnknown: { zh: '本轮没有这张工单。', en: 'This round has no such work order.' },
  OrderNotLive: { zh: '这张工单已不在办理中。', en: 'This work order is no longer live.' },
  OrderAlreadyTaken: {
    zh: '已签收的主办工单只能改派，不能退单。',
    en: 'A lead order that was taken is reassigned, not returned.',
  },
  OrderNotForVolunteers: {
    zh: '这张工单没有派给志愿者。',
    en: 'This work order does not go to volunteers.',
  },
  NobodyAssigned: {
    zh: '这张工单还没有指派志愿者。',
    en: 'No volunteer is assigned to this order yet.',
  },
  OfferUnknown: { zh: '没有这次征询。', en: 'There is no such offer.' },
  OfferNotOpen: { zh: '这次征询已有结果。', en: 'This offer is no longer open.' },
  OfferNotAccepted: { zh: '志愿者还没有接单。', en: 'The volunteer has not accepted this offer.' },
  OfferExpired: { zh: '这次征询已过期。', en: 'This offer has expired.' },
  SeatTaken: { zh: '名额已满。', en: 'The seats are taken.' },
  VolunteerAlreadyAsked: {
    zh: '这位志愿者已被征询或已在这张工单上。',
    en: 'This volunteer is already asked or seated for this order.',
  },
  VolunteerIsAssigned: {
    zh: '这位志愿者已被指派，应取消指派。',
    en: 'This volunteer is assigned: release them instead.',
  },
  VolunteerNotAssigned: {
    zh: '这位志愿者不在这张工单上。',
    en: 'This volunteer is not assigned to this order.',
  },
  ConflictOfInterest: {
    zh: '这位志愿者与事件有利害关系，应当回避。',
    en: 'This volunteer has a part in the matter themselves and keeps out of it.',
  },
  WindowIsOver: { zh: '这个时段已过。', en: 'This window is over.' },
  NoVisitToAgree: {
    zh: '没有要志愿者再来一次的返工，不用约时段。',
    en: 'A window is agreed only for rework that volunteers do.',
  },
  CheckInTooEarly: {
    zh: '约定的时段是{window}，最早提前{hours}小时签到。',
    en: 'The agreed window is {window}: check-in begins {hours} hours before it.',
  },
  WindowNotBegun: { zh: '约定的时段还没有开始。', en: 'The agreed window has not begun.' },
  OverrideNeedsReason: {
    zh: '人工改变系统选择须说明理由。',
    en: 'Overriding the ranking needs a reason.',
  },
  DoerMayNotCheck: { zh: '承办人不得核查自己的工作。', en: 'Who did the work does not check it.' },
  PropertyMayNotCheck: {
    zh: '物业或合作单位的工作由业委会或工作人员核查。',
    en: 'Work by a company is checked by the owners’ committee or by staff.',
  },
  DoerMayNotFollowUp: {
    zh: '承办人不得回访自己的工作。',
    en: 'Who did the work does not ask how it went.',
  },
  NothingToAnswer: { zh: '目前没有可答复的内容。', en: 'There is nothing of this kind to answer yet.' },
  RequesterUnknown: { zh: '事件没有这位诉求人。', en: 'The case has no such requester.' },
  RequesterHasWithdrawn: { zh: '这位诉求人已撤回。', en: 'This requester has withdrawn.' },
  FollowUpNeedsSolved: {
    zh: '回访到本人须写明是否解决。',
    en: 'A follow-up that reached somebody says whether it is solved.',
  },
  OnlyReachedCount: {
    zh: '没有回访到本人，不记是否解决，也不打分。',
    en: 'Only somebody who was reached says whether it is solved, and rates it.',
  },
  ScoreOffScale: {
    zh: '评分超出现行政策的范围。',
    en: 'The scale of the policy in force ends below this score.',
  },
  FollowUpIsPossible: {
    zh: '只有匿名诉求人才无法回访。',
    en: 'A follow-up is impossible only with an anonymous requester.',
  },
  ClosedAsksForReopening: {
    zh: '事件已结案，未解决的应申请重开。',
    en: 'The case is closed: what is not solved asks for its reopening.',
  },
  AnswerOwed: { zh: '还有诉求人没有得到答复。', en: 'A requester has not been answered yet.' },
  FollowUpOwed: { zh: '还有诉求人没有完成回访。', en: 'A requester has not been followed up yet.' },
  ReopeningAlreadyAsked: {
    zh: '这位诉求人已申请重开，等待决定。',
    en: 'This requester’s request to reopen is waiting for its decision.',
  },
  ReopeningRequestUnknown: { zh: '没有待决定的重开申请。', en: 'No such request to reopen is waiting.' },
} as const;
