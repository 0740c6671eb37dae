/** Refusals of a case: one sentence each. Those about rules of the community are in community.refusals. */
export const caseRefusals = {
  CaseNotReported: { zh: '没有这个事件。', en: 'There is no such case.' },
  CaseAlreadyReported: { zh: '这个事件已经登记。', en: 'This case is already reported.' },
  CommandNotInStatus: {
    zh: '事件目前的状态不允许这样做。',
    en: 'The present status of the case does not allow this.',
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
  CategoryAlreadySet: { zh: '事件已有类别。', en: 'The case already has a category.' },
  NotAQuestion: { zh: '只有咨询类可以直接答复。', en: 'Only a question is answered directly.' },
  NeedsThreeKeys: {
    zh: '这类事项须经三方会商，三把钥匙齐了才能派单。',
    en: 'A matter of this category waits for its three keys.',
  },
  NeedsMediation: {
    zh: '邻里纠纷须经调解，不能派单。',
    en: "A neighbours' dispute goes to mediation, not to a work order.",
  },
  SensitiveNotOnTheSpot: {
    zh: '敏感事项不能当场办结，也不能直接答复。',
    en: 'A sensitive matter is neither settled on the spot nor answered directly.',
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
