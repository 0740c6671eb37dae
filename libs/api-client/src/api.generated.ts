// Made from the route table by `npm run generate`. Do not edit.
export interface paths {
  '/api/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Cases that the caller may see, a page at a time
     * @description 事件列表
     */
    get: operations['listCases'];
    put?: never;
    /**
     * Report a case, and accept it in the same act if wished
     * @description 上报（可同时受理）
     */
    post: operations['reportCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import one case of another system with its notes; repeatable
     * @description 导入外部事件及其记录
     */
    post: operations['importCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/JoinCase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Join an open case instead of opening a second one
     * @description 加入已有事件
     */
    post: operations['joinCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/MergeCase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Merge it into another open case; its requesters go on there
     * @description 并入另一个在办事件
     */
    post: operations['mergeCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/AcceptCase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AcceptCase
     * @description AcceptCase
     */
    post: operations['acceptCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/DeclineCase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DeclineCase
     * @description DeclineCase
     */
    post: operations['declineCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/AnswerDirectly': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AnswerDirectly
     * @description AnswerDirectly
     */
    post: operations['answerDirectly'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RecordHandledOnSpot': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordHandledOnSpot
     * @description RecordHandledOnSpot
     */
    post: operations['recordHandledOnSpot'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/VerifyFacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * VerifyFacts
     * @description VerifyFacts
     */
    post: operations['verifyFacts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/DetermineResponsibility': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DetermineResponsibility
     * @description DetermineResponsibility
     */
    post: operations['determineResponsibility'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/TakeSafetyMeasure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * TakeSafetyMeasure
     * @description TakeSafetyMeasure
     */
    post: operations['takeSafetyMeasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/EscalateCase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * EscalateCase
     * @description EscalateCase
     */
    post: operations['escalateCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/FileCase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * FileCase
     * @description FileCase
     */
    post: operations['fileCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/DispatchWorkOrder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DispatchWorkOrder
     * @description DispatchWorkOrder
     */
    post: operations['dispatchWorkOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/AcknowledgeWorkOrder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AcknowledgeWorkOrder
     * @description AcknowledgeWorkOrder
     */
    post: operations['acknowledgeWorkOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ReturnWorkOrder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReturnWorkOrder
     * @description ReturnWorkOrder
     */
    post: operations['returnWorkOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ReassignWorkOrder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReassignWorkOrder
     * @description ReassignWorkOrder
     */
    post: operations['reassignWorkOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/OfferToVolunteer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * OfferToVolunteer
     * @description OfferToVolunteer
     */
    post: operations['offerToVolunteer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/AcceptOffer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AcceptOffer
     * @description AcceptOffer
     */
    post: operations['acceptOffer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/DeclineOffer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DeclineOffer
     * @description DeclineOffer
     */
    post: operations['declineOffer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ExpireOffer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ExpireOffer
     * @description ExpireOffer
     */
    post: operations['expireOffer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/WithdrawOffer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawOffer
     * @description WithdrawOffer
     */
    post: operations['withdrawOffer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/AssignVolunteer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AssignVolunteer
     * @description AssignVolunteer
     */
    post: operations['assignVolunteer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ReleaseVolunteer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReleaseVolunteer
     * @description ReleaseVolunteer
     */
    post: operations['releaseVolunteer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/CheckInVolunteer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CheckInVolunteer
     * @description CheckInVolunteer
     */
    post: operations['checkInVolunteer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RecordNoShow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordNoShow
     * @description RecordNoShow
     */
    post: operations['recordNoShow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ReportVolunteersExhausted': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReportVolunteersExhausted
     * @description ReportVolunteersExhausted
     */
    post: operations['reportVolunteersExhausted'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/TransferAccountability': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * TransferAccountability
     * @description TransferAccountability
     */
    post: operations['transferAccountability'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RecordContact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordContact
     * @description RecordContact
     */
    post: operations['recordContact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/StartHandling': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * StartHandling
     * @description StartHandling
     */
    post: operations['startHandling'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ReportProgress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReportProgress
     * @description ReportProgress
     */
    post: operations['reportProgress'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ReportResult': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReportResult
     * @description ReportResult
     */
    post: operations['reportResult'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/CheckResult': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CheckResult
     * @description CheckResult
     */
    post: operations['checkResult'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/AnswerRequester': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AnswerRequester
     * @description AnswerRequester
     */
    post: operations['answerRequester'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RecordFollowUp': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordFollowUp
     * @description RecordFollowUp
     */
    post: operations['recordFollowUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ReferCase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReferCase
     * @description ReferCase
     */
    post: operations['referCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RecordReferralAnswer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordReferralAnswer
     * @description RecordReferralAnswer
     */
    post: operations['recordReferralAnswer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RecordSettlement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordSettlement
     * @description RecordSettlement
     */
    post: operations['recordSettlement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RecordSettlementFailure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordSettlementFailure
     * @description RecordSettlementFailure
     */
    post: operations['recordSettlementFailure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ConsentToDisclosure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConsentToDisclosure
     * @description ConsentToDisclosure
     */
    post: operations['consentToDisclosure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ConveneJointResolution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ConveneJointResolution
     * @description ConveneJointResolution
     */
    post: operations['conveneJointResolution'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ProposePlan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ProposePlan
     * @description ProposePlan
     */
    post: operations['proposePlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/TurnKey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * TurnKey
     * @description TurnKey
     */
    post: operations['turnKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RefuseKey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RefuseKey
     * @description RefuseKey
     */
    post: operations['refuseKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/TakeKeyBack': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * TakeKeyBack
     * @description TakeKeyBack
     */
    post: operations['takeKeyBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/AppointStandIn': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AppointStandIn
     * @description AppointStandIn
     */
    post: operations['appointStandIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ReferToOwnersAssembly': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReferToOwnersAssembly
     * @description ReferToOwnersAssembly
     */
    post: operations['referToOwnersAssembly'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RecordAssemblyDecision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordAssemblyDecision
     * @description RecordAssemblyDecision
     */
    post: operations['recordAssemblyDecision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/EndJointResolution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * EndJointResolution
     * @description EndJointResolution
     */
    post: operations['endJointResolution'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RecordKeyOverdue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordKeyOverdue
     * @description RecordKeyOverdue
     */
    post: operations['recordKeyOverdue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/CloseCase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CloseCase
     * @description CloseCase
     */
    post: operations['closeCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RequestReopening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RequestReopening
     * @description RequestReopening
     */
    post: operations['requestReopening'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/GrantReopening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * GrantReopening
     * @description GrantReopening
     */
    post: operations['grantReopening'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/RefuseReopening': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RefuseReopening
     * @description RefuseReopening
     */
    post: operations['refuseReopening'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/AmendReport': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AmendReport
     * @description AmendReport
     */
    post: operations['amendReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/VoidCase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * VoidCase
     * @description VoidCase
     */
    post: operations['voidCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/ArchiveCase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ArchiveCase
     * @description ArchiveCase
     */
    post: operations['archiveCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/WithdrawRequest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawRequest
     * @description WithdrawRequest
     */
    post: operations['withdrawRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/WarnDeadline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WarnDeadline
     * @description WarnDeadline
     */
    post: operations['warnDeadline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/commands/BreachDeadline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * BreachDeadline
     * @description BreachDeadline
     */
    post: operations['breachDeadline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The register of volunteers, last registered first
     * @description 志愿者名册
     */
    get: operations['listVolunteers'];
    put?: never;
    /**
     * Register a volunteer
     * @description 登记志愿者
     */
    post: operations['registerVolunteer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/DeclareSkills': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DeclareSkills
     * @description DeclareSkills
     */
    post: operations['declareSkills'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/DeclareInterests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DeclareInterests
     * @description DeclareInterests
     */
    post: operations['declareInterests'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/DeclareFreeTime': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DeclareFreeTime
     * @description DeclareFreeTime
     */
    post: operations['declareFreeTime'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/GiveStandingConsent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * GiveStandingConsent
     * @description GiveStandingConsent
     */
    post: operations['giveStandingConsent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/WithdrawStandingConsent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * WithdrawStandingConsent
     * @description WithdrawStandingConsent
     */
    post: operations['withdrawStandingConsent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/GrantCertificate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * GrantCertificate
     * @description GrantCertificate
     */
    post: operations['grantCertificate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/ExpireCertificate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ExpireCertificate
     * @description ExpireCertificate
     */
    post: operations['expireCertificate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/BookSlot': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * BookSlot
     * @description BookSlot
     */
    post: operations['bookSlot'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/ReleaseBooking': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ReleaseBooking
     * @description ReleaseBooking
     */
    post: operations['releaseBooking'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/RecordService': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RecordService
     * @description RecordService
     */
    post: operations['recordService'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/PauseVolunteer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * PauseVolunteer
     * @description PauseVolunteer
     */
    post: operations['pauseVolunteer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/ResumeVolunteer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * ResumeVolunteer
     * @description ResumeVolunteer
     */
    post: operations['resumeVolunteer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/commands/LeaveVolunteering': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * LeaveVolunteering
     * @description LeaveVolunteering
     */
    post: operations['leaveVolunteering'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organisation/commands/DefineUnit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DefineUnit
     * @description DefineUnit
     */
    post: operations['defineUnit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organisation/commands/RenameUnit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RenameUnit
     * @description RenameUnit
     */
    post: operations['renameUnit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organisation/commands/CloseUnit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * CloseUnit
     * @description CloseUnit
     */
    post: operations['closeUnit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organisation/commands/DefinePost': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DefinePost
     * @description DefinePost
     */
    post: operations['definePost'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organisation/commands/FillPost': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * FillPost
     * @description FillPost
     */
    post: operations['fillPost'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organisation/commands/LeavePost': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * LeavePost
     * @description LeavePost
     */
    post: operations['leavePost'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organisation/commands/GrantRole': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * GrantRole
     * @description GrantRole
     */
    post: operations['grantRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/organisation/commands/RevokeRole': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RevokeRole
     * @description RevokeRole
     */
    post: operations['revokeRole'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/compounds/{compound}/commands/RegisterCompound': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RegisterCompound
     * @description RegisterCompound
     */
    post: operations['registerCompound'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/compounds/{compound}/commands/AddBuilding': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AddBuilding
     * @description AddBuilding
     */
    post: operations['addBuilding'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/compounds/{compound}/commands/NameParty': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * NameParty
     * @description NameParty
     */
    post: operations['nameParty'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/catalogue/commands/DefineCategory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * DefineCategory
     * @description DefineCategory
     */
    post: operations['defineCategory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/catalogue/commands/RetireCategory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * RetireCategory
     * @description RetireCategory
     */
    post: operations['retireCategory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/policy/commands/AdoptPolicy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * AdoptPolicy
     * @description AdoptPolicy
     */
    post: operations['adoptPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/l/{kind}/{ids}/{mac}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Open the one thing of a link: an offer, a key, one’s own report
     * @description 用链接打开一件事
     */
    get: operations['showLinked'];
    put?: never;
    /**
     * Act on it; back to the page, with what was wrong where it was not taken
     * @description 用链接办一件事
     */
    post: operations['actOnLinked'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/follow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where residents enter their tracking code
     * @description 居民查询
     */
    get: operations['showFollow'];
    put?: never;
    /**
     * Open one’s own report by its code and the end of the phone number
     * @description 用查询码打开自己反映的事
     */
    post: operations['followCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A link for a volunteer or a key holder; recorded
     * @description 取得志愿者或钥匙持有人的链接（记录在案）
     */
    post: operations['makeLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One volunteer; name and phone masked
     * @description 一位志愿者
     */
    get: operations['readVolunteer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/volunteers/{volunteerId}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open name and phone for a purpose; recorded
     * @description 查看姓名电话（留痕）
     */
    post: operations['revealVolunteer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matching/why': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Why this volunteer is, or is not, among those asked
     * @description 为什么（不）是这位志愿者
     */
    get: operations['whyVolunteer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/matching/orders/{workOrderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who was ranked for a work order, and why, as it was decided then
     * @description 工单的匹配排名与理由
     */
    get: operations['orderRankings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/at-place': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Open cases at the same place, for who takes a report
     * @description 同一地点的未结事件
     */
    get: operations['casesAtPlace'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is urgent and nobody has in hand yet, longest first: for the duty post and the secretary
     * @description 紧急且无人接手的事件，最久者在前
     */
    get: operations['listAlerts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/as-of': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Cases as they were known at an instant, read from the log a page at a time, under today's permissions
     * @description 某一时点所知的事件列表（按今天的权限）
     */
    get: operations['listPastCases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The same list, with what is searched in the body: a name or a phone belongs into no address and no log
     * @description 按文字、姓名、电话或编号查找（不写入网址）
     */
    post: operations['searchCases'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A case now, and what the caller may do with it
     * @description 事件现状与可用操作
     */
    get: operations['readCase'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened; people are masked
     * @description 事件经过
     */
    get: operations['caseHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/leaves': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The stored bytes themselves; personal fields are sealed in them
     * @description 原始存储字节
     */
    get: operations['caseLeaves'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/state': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A case as it was after a revision, or as it was known at an instant
     * @description 某一时点的事件状态
     */
    get: operations['caseState'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/as-of': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The four answers about an instant: known then or now, true then or now
     * @description 某一时点的四个答案：当时或现在所知，当时或现在属实
     */
    get: operations['caseAsOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{caseId}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open personal data for a purpose; recorded
     * @description 查看个人信息（留痕）
     */
    post: operations['revealCase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/work': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What somebody has done and has to do
     * @description 某人的工作
     */
    get: operations['listWork'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/desk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the caller has to do next and what they answer for, soonest due first; one line per case
     * @description 我的待办：下一步做什么，何时到期
     */
    get: operations['readDesk'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/desk/as-of': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What somebody had to do next and answered for as it was known at an instant, read from the log a page at a time, under today's permissions
     * @description 某一时点所知的待办（按今天的权限）
     */
    get: operations['readPastDesk'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/follow-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whom to call about a result: one line per requester, names and phones masked
     * @description 待回访：每位诉求人一行，姓名电话已遮盖
     */
    get: operations['listFollowUps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/board/{lane}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A lane of the dispatcher's board, what is due first before the rest
     * @description 派单看板的一列，先到期者在前
     */
    get: operations['listBoard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/catalogue/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every change of the catalogue, by whom and when, the last one first
     * @description 目录的历次变更及变更人
     */
    get: operations['catalogueVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who holds posts or roles
     * @description 有岗位或角色的人
     */
    get: operations['listPeople'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/community': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Compounds, units, posts, categories, policy: what forms are made from
     * @description 小区、岗位、类别与政策
     */
    get: operations['readCommunity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/policy/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The versions of the policy: who adopted each, when
     * @description 政策各版本：何时由谁通过
     */
    get: operations['listPolicyVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/policy/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A version of the policy, and what it decides otherwise than another one
     * @description 政策的一个版本及其变更
     */
    get: operations['readPolicyVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is signed in
     * @description 当前登录者
     */
    get: operations['readMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Server-sent events: `changed`, `heartbeat`, `reset`
     * @description 变更事件流
     */
    get: operations['changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Accounts
     * @description 账号列表
     */
    get: operations['listUsers'];
    put?: never;
    /**
     * Add an account
     * @description 新增账号
     */
    post: operations['addUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/users/{username}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Disable an account and end its sessions
     * @description 停用账号
     */
    post: operations['disableUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/users/{username}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Enable a disabled account again, without its tokens of before
     * @description 恢复账号
     */
    post: operations['enableUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/users/{username}/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set a password and end all sessions of the account
     * @description 设置密码
     */
    post: operations['setPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tokens of scripts, without the tokens themselves
     * @description 脚本令牌列表
     */
    get: operations['listTokens'];
    put?: never;
    /**
     * A token with which a script acts as an account; shown once
     * @description 新增脚本令牌（仅显示一次）
     */
    post: operations['addToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tokens/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End a token
     * @description 撤销脚本令牌
     */
    delete: operations['revokeToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who opened personal data, of what, when and why, newest first; never what they saw
     * @description 个人信息查看记录，新者在前
     */
    get: operations['listAccess'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tracking/accesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Who opened a requester’s own data, when and why: by number and tracking code; roles, no names
     * @description 谁查看过我的信息（凭编号和查询码）
     */
    post: operations['ownAccesses'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/parked': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Events that a consumer could not handle
     * @description 搁置的消息
     */
    get: operations['listParked'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/parked/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Handle a parked stream again, in order
     * @description 重试
     */
    post: operations['retryParked'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/parked/skip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give up the first parked event of a stream, with a reason
     * @description 跳过（须写理由）
     */
    post: operations['skipParked'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The process runs
     * @description 进程在运行
     */
    get: operations['live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Requests are welcome; 503 with the same answer where not
     * @description 可以接受请求（否则 503）
     */
    get: operations['ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * This document
     * @description 本接口的 OpenAPI 文档
     */
    get: operations['openApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/docs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The API as a page
     * @description 接口说明
     */
    get: operations['docs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in; sets the cookie of the session
     * @description 登录
     */
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Sign out
     * @description 退出
     */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Problem: {
      type: string;
      title: string;
      status: number;
      detail: string;
      code: string;
      errors?: {
        pointer: string;
        expected: string;
        got: string;
      }[];
      facts?: {
        [key: string]: string | number;
      };
      instance: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listCases: {
    parameters: {
      query?: {
        status?: string;
        category?: string;
        unit?: string;
        accountable?: string;
        urgency?: string;
        open?: 'true' | 'false';
        overdue?: 'true' | 'false';
        keyOverdue?: 'true' | 'false';
        sort?: 'newest' | 'oldest' | 'due' | 'updated';
        cursor?: string;
        limit?: string;
        atLeast?: string;
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cases that the caller may see, a page at a time */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: {
              caseId: string;
              number: string;
              status: string;
              category?: string;
              /** @enum {string} */
              urgency: 'normal' | 'soon' | 'urgent';
              /** @enum {string} */
              channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
              summary?: string;
              place: {
                compound: string;
                building?: string;
                entrance?: string;
                spot?: string;
                door?: string;
                address?: string;
              };
              accountable: {
                post: string;
                person: string;
              };
              unit?: string;
              /** @enum {string} */
              level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              round: number;
              reportedAt: string;
              updatedAt: string;
              nextDueAt?: string;
              overdue: boolean;
              keyOverdue: boolean;
              alertedAt?: string;
              confidential: boolean;
              flags: {
                urgent: boolean;
                supervised: boolean;
                imported: boolean;
                exhausted: boolean;
                returned: number;
                reworked: number;
                reopened: number;
              };
            }[];
            next?: string;
          };
        };
      };
      /** @description invalid, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind, store-unavailable, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reportCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          requester?: {
            name: string;
            phone?: string;
            /** @enum {string} */
            relation?: 'self' | 'proxy';
            callBack?: boolean;
            proxy?: {
              name: string;
              phone?: string;
            };
          };
          respondent?: {
            /** @enum {string} */
            kind: 'person' | 'household' | 'shop' | 'company';
            name: string;
            phone?: string;
            organisation?: string;
            keptOut?: string[];
          };
          /** @enum {string} */
          channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
          category?: string;
          /** @enum {string} */
          urgency?: 'normal' | 'soon' | 'urgent';
          place: {
            compound: string;
            building?: string;
            entrance?: string;
            spot?: string;
            door?: string;
            address?: string;
          };
          summary: string;
          confidential?: boolean;
          accept?: {
            category: string;
            /** @enum {string} */
            urgency?: 'normal' | 'soon' | 'urgent';
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description Report a case, and accept it in the same act if wished */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
            caseId: string;
            number: string;
            trackingCode: string;
            requesterId: string;
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importCase: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          origin: string;
          externalId: string;
          externalParent?: string;
          /** @enum {string} */
          outsideStatus: 'open' | 'closed';
          category?: string;
          /** @enum {string} */
          channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
          reportedAt: string;
          summary: string;
          address?: string;
          notes: {
            at: string;
            kind: string;
            words: string;
          }[];
        };
      };
    };
    responses: {
      /** @description Import one case of another system with its notes; repeatable */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            caseId: string;
            number: string;
            created: boolean;
            repeated: boolean;
            notes: number;
            revision: number;
            position: string;
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  joinCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          requester?: {
            name: string;
            phone?: string;
            /** @enum {string} */
            relation?: 'self' | 'proxy';
            callBack?: boolean;
            proxy?: {
              name: string;
              phone?: string;
            };
          };
          words: string;
          /** @enum {string} */
          channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
          confidential?: boolean;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description Join an open case instead of opening a second one */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
            caseId: string;
            number: string;
            trackingCode: string;
            requesterId: string;
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  mergeCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          into: string;
          compound?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description Merge it into another open case; its requesters go on there */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable, views-behind, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  acceptCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          category: string;
          /** @enum {string} */
          urgency?: 'normal' | 'soon' | 'urgent';
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description AcceptCase */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  declineCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ground: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description DeclineCase */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  answerDirectly: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          words: string;
          category?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description AnswerDirectly */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordHandledOnSpot: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          category: string;
          /** @enum {string} */
          channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          words: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RecordHandledOnSpot */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  verifyFacts: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          verificationId?: string;
          found: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description VerifyFacts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  determineResponsibility: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind:
            | 'private'
            | 'common-service'
            | 'maintenance-fund'
            | 'developer-warranty'
            | 'municipal'
            | 'unclear';
          basis: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description DetermineResponsibility */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeSafetyMeasure: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          measureId?: string;
          measure: string;
          words: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description TakeSafetyMeasure */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  escalateCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description EscalateCase */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  fileCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          level: 'community' | 'grid-branch' | 'building-group' | 'key-household';
          unit: string;
          category?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description FileCase */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  dispatchWorkOrder: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          order: {
            workOrderId: string;
            /** @enum {string} */
            part: 'lead' | 'support';
            assignee:
              | {
                  /** @constant */
                  kind: 'post';
                  post: string;
                  person: string;
                }
              | {
                  /** @constant */
                  kind: 'organisation';
                  organisation: string;
                }
              | {
                  /** @constant */
                  kind: 'volunteers';
                };
            need?: {
              skills: string[];
              interests: string[];
              certificates: string[];
              seats: number;
              place: {
                compound: string;
                building?: string;
                entrance?: string;
              };
              windows: {
                from: string;
                to: string;
              }[];
              minutes: number;
            };
          };
          override?: {
            reason: string;
            words?: string;
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description DispatchWorkOrder */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  acknowledgeWorkOrder: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          recordedBy?: {
            person: string;
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description AcknowledgeWorkOrder */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  returnWorkOrder: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          ground: string;
          words?: string;
          recordedBy?: {
            person: string;
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ReturnWorkOrder */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reassignWorkOrder: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          to:
            | {
                /** @constant */
                kind: 'post';
                post: string;
                person: string;
              }
            | {
                /** @constant */
                kind: 'organisation';
                organisation: string;
              }
            | {
                /** @constant */
                kind: 'volunteers';
              };
          need?: {
            skills: string[];
            interests: string[];
            certificates: string[];
            seats: number;
            place: {
              compound: string;
              building?: string;
              entrance?: string;
            };
            windows: {
              from: string;
              to: string;
            }[];
            minutes: number;
          };
          reason: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ReassignWorkOrder */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  offerToVolunteer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          offerId?: string;
          volunteerId: string;
          window: {
            from: string;
            to: string;
          };
          wave: number;
          /** @enum {string} */
          basis: 'offer' | 'standing-consent' | 'duty-roster' | 'override';
          reason?: string;
          words?: string;
          matchRef?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description OfferToVolunteer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  acceptOffer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          offerId: string;
          recordedBy?: {
            person: string;
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description AcceptOffer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  declineOffer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          offerId: string;
          reason?: string;
          words?: string;
          recordedBy?: {
            person: string;
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description DeclineOffer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  expireOffer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          offerId: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ExpireOffer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawOffer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          offerId: string;
          reason: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description WithdrawOffer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  assignVolunteer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          offerId: string;
          bookingId: string;
          account?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description AssignVolunteer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  releaseVolunteer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          offerId: string;
          reason: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ReleaseVolunteer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  checkInVolunteer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          offerId: string;
          recordedBy?: {
            person: string;
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description CheckInVolunteer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordNoShow: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          offerId: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RecordNoShow */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reportVolunteersExhausted: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          attempt: number;
          reasons: {
            constraint: string;
            count: number;
          }[];
          matchRef?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ReportVolunteersExhausted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  transferAccountability: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          to: {
            post: string;
            person: string;
          };
          reason: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description TransferAccountability */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordContact: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          contactId?: string;
          requesterId: string;
          /** @enum {string} */
          purpose: 'clarify' | 'appointment' | 'answer' | 'follow-up';
          /** @enum {string} */
          channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          reached: boolean;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RecordContact */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  startHandling: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          recordedBy?: {
            person: string;
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description StartHandling */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reportProgress: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          itemId?: string;
          words: string;
          recordedBy?: {
            person: string;
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ReportProgress */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  reportResult: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          /** @enum {string} */
          outcome: 'done' | 'partly' | 'not-done';
          words: string;
          minutes?: number;
          costFen?: number;
          doneBy?: string[];
          recordedBy?: {
            person: string;
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ReportResult */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  checkResult: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          checkId?: string;
          passed: boolean;
          found: string;
          windows?: {
            from: string;
            to: string;
          }[];
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description CheckResult */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  answerRequester: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          answerId?: string;
          requesterId: string;
          /** @enum {string} */
          subjectOf: 'decline' | 'result' | 'progress' | 'referral' | 'merge';
          /** @enum {string} */
          channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          words: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description AnswerRequester */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordFollowUp: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          followUpId?: string;
          requesterId: string;
          /** @enum {string} */
          outcome: 'reached' | 'not-reached' | 'refused' | 'not-possible';
          /** @enum {string} */
          channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          contacted?: boolean;
          solved?: boolean;
          outcomeScore?: number;
          serviceScore?: number;
          words?: string;
          windows?: {
            from: string;
            to: string;
          }[];
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RecordFollowUp */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  referCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          referralId?: string;
          body: string;
          basis: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ReferCase */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordReferralAnswer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          referralId: string;
          accepted: boolean;
          words: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RecordReferralAnswer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordSettlement: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          settlementId?: string;
          /** @enum {string} */
          form: 'oral' | 'written';
          requesterIds: string[];
          terms: string;
          term?: string;
          mediator?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RecordSettlement */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordSettlementFailure: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          workOrderId: string;
          settlementId?: string;
          reason: string;
          rightsExplained: boolean;
          words?: string;
          mediator?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RecordSettlementFailure */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  consentToDisclosure: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          requesterId: string;
          /** @enum {string} */
          channel?: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ConsentToDisclosure */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  conveneJointResolution: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ConveneJointResolution */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  proposePlan: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          plan: {
            content: string;
            costFen: number;
            payer: string;
            /** @enum {string} */
            source: 'service-fee' | 'public-revenue' | 'maintenance-fund' | 'warranty' | 'household';
            scope: string;
            term: string;
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ProposePlan */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  turnKey: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          party: 'branch' | 'owners' | 'property';
          version: number;
          holder: string;
          sheet?: {
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
            minutes: string;
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description TurnKey */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  refuseKey: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          party: 'branch' | 'owners' | 'property';
          version: number;
          holder: string;
          sheet?: {
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
            minutes: string;
          };
          reason: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RefuseKey */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  takeKeyBack: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          party: 'branch' | 'owners' | 'property';
          version: number;
          holder: string;
          sheet?: {
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
            minutes: string;
          };
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description TakeKeyBack */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  appointStandIn: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          party: 'branch' | 'owners' | 'property';
          person: string;
          basis: string;
          until: string;
          passedOver?: {
            person: string;
            basis: string;
          }[];
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description AppointStandIn */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  referToOwnersAssembly: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ReferToOwnersAssembly */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordAssemblyDecision: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          approved: boolean;
          minutes: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RecordAssemblyDecision */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  endJointResolution: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description EndJointResolution */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordKeyOverdue: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          party: 'branch' | 'owners' | 'property';
          dueAt: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RecordKeyOverdue */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  closeCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description CloseCase */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  requestReopening: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          requestId?: string;
          requesterId: string;
          /** @enum {string} */
          channel?: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          reason: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RequestReopening */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  grantReopening: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          requestId: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description GrantReopening */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  refuseReopening: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          requestId: string;
          ground: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RefuseReopening */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  amendReport: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          amendmentId?: string;
          requesterId: string;
          fields: {
            /** @enum {string} */
            channel?: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
            category?: string;
            /** @enum {string} */
            urgency?: 'normal' | 'soon' | 'urgent';
            place?: {
              compound: string;
              building?: string;
              entrance?: string;
              spot?: string;
              door?: string;
              address?: string;
            };
            summary?: string;
            respondent?: {
              respondentId: string;
              /** @enum {string} */
              kind: 'person' | 'household' | 'shop' | 'company';
              name: string;
              phone?: string;
              organisation?: string;
              keptOut?: string[];
            };
            confidential?: boolean;
            requester?: {
              subject?: {
                name?: string;
                phone?: string;
              };
              proxy?: {
                name?: string;
                phone?: string;
              };
              callBack?: boolean;
            };
          };
          supersedes: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description AmendReport */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  voidCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ground: string;
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description VoidCase */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  archiveCase: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ArchiveCase */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawRequest: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          requesterId: string;
          /** @enum {string} */
          channel?: 'desk' | 'phone' | 'visit' | 'web' | 'sms' | 'letter' | 'notice';
          words?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description WithdrawRequest */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  warnDeadline: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          name: 'acceptance' | 'dispatch' | 'acknowledgement' | 'handling' | 'follow-up' | 'escalation';
          workOrderId?: string;
          dueAt: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description WarnDeadline */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  breachDeadline: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          name: 'acceptance' | 'dispatch' | 'acknowledgement' | 'handling' | 'follow-up' | 'escalation';
          workOrderId?: string;
          dueAt: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description BreachDeadline */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listVolunteers: {
    parameters: {
      query?: {
        compound?: string;
        skill?: string;
        interest?: string;
        active?: 'true' | 'false';
        freeFrom?: string;
        freeTo?: string;
        cursor?: string;
        limit?: string;
        atLeast?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The register of volunteers, last registered first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            volunteers: {
              volunteerId: string;
              name?: string;
              phone?: string;
              /** @enum {string} */
              kind: 'resident' | 'employed-member' | 'worker';
              compound: string;
              building?: string;
              account?: string;
              skills: string[];
              interests: string[];
              active: boolean;
              left: boolean;
              paused?: {
                until?: string;
              };
              freeNow: boolean;
              bookingsThisWeek: number;
              minutesServed: number;
              registeredAt: string;
            }[];
            next?: string;
          };
        };
      };
      /** @description invalid, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  registerVolunteer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          phone: string;
          /** @enum {string} */
          kind: 'resident' | 'employed-member' | 'worker';
          compound: string;
          building?: string;
          account?: string;
          volunteerId?: string;
        };
      };
    };
    responses: {
      /** @description Register a volunteer */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
            volunteerId: string;
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  declareSkills: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          skills: string[];
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description DeclareSkills */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  declareInterests: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          interests: string[];
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description DeclareInterests */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  declareFreeTime: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          freeTime: {
            weekly: number[];
            exceptions: {
              date: string;
              free: number[];
            }[];
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description DeclareFreeTime */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  giveStandingConsent: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          consentId?: string;
          categories: string[];
          weekly?: number[];
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description GiveStandingConsent */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  withdrawStandingConsent: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          consentId: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description WithdrawStandingConsent */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  grantCertificate: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          certificateId?: string;
          certificate: string;
          until: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description GrantCertificate */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  expireCertificate: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          certificateId: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ExpireCertificate */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  bookSlot: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          bookingId: string;
          offerId: string;
          caseId: string;
          workOrderId: string;
          from: string;
          to: string;
          outsideFreeTime?: boolean;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description BookSlot */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  releaseBooking: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          bookingId: string;
          reason: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ReleaseBooking */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  recordService: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          serviceId?: string;
          bookingId: string;
          minutes: number;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RecordService */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  pauseVolunteer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          until?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description PauseVolunteer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  resumeVolunteer: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          until?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description ResumeVolunteer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  leaveVolunteering: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description LeaveVolunteering */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  defineUnit: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          unit: string;
          /** @enum {string} */
          level: 'community' | 'grid-branch' | 'building-group' | 'key-household';
          parent?: string;
          names: {
            zh: string;
            en: string;
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description DefineUnit */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  renameUnit: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          unit: string;
          names: {
            zh: string;
            en: string;
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RenameUnit */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  closeUnit: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          unit: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description CloseUnit */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  definePost: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          post: string;
          unit: string;
          kind: string;
          names: {
            zh: string;
            en: string;
          };
          compound?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description DefinePost */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  fillPost: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          post: string;
          person: string;
          from?: string;
          until?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description FillPost */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  leavePost: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          post: string;
          takesOver?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description LeavePost */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  grantRole: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          person: string;
          /** @enum {string} */
          role:
            | 'intake-clerk'
            | 'resident'
            | 'dispatcher'
            | 'volunteer'
            | 'social-worker'
            | 'courtyard-head'
            | 'grid-worker'
            | 'handler'
            | 'mediator'
            | 'key-holder'
            | 'secretary'
            | 'auditor'
            | 'admin'
            | 'service';
          scope?: string;
          /** @enum {string} */
          party?: 'branch' | 'owners' | 'property';
          from?: string;
          until?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description GrantRole */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revokeRole: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          person: string;
          /** @enum {string} */
          role:
            | 'intake-clerk'
            | 'resident'
            | 'dispatcher'
            | 'volunteer'
            | 'social-worker'
            | 'courtyard-head'
            | 'grid-worker'
            | 'handler'
            | 'mediator'
            | 'key-holder'
            | 'secretary'
            | 'auditor'
            | 'admin'
            | 'service';
          scope?: string;
          /** @enum {string} */
          party?: 'branch' | 'owners' | 'property';
          from?: string;
          until?: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RevokeRole */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  registerCompound: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        compound: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          names: {
            zh: string;
            en: string;
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RegisterCompound */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  addBuilding: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        compound: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          building: string;
          names: {
            zh: string;
            en: string;
          };
          grid: string;
          group?: string;
          entrances: {
            entrance: string;
            doors: number;
          }[];
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description AddBuilding */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  nameParty: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path: {
        compound: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          party: 'branch' | 'owners' | 'property';
          holder?: string;
          standIns: string[];
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description NameParty */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  defineCategory: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          category: {
            category: string;
            names: {
              zh: string;
              en: string;
            };
            /** @enum {string} */
            kind: 'repair' | 'service' | 'dispute' | 'question' | 'hazard';
            /** @enum {string} */
            handledBy: 'volunteers' | 'post';
            postKind: string;
            /** @enum {string} */
            level: 'community' | 'grid-branch' | 'building-group' | 'key-household';
            /** @enum {string} */
            urgency: 'normal' | 'soon' | 'urgent';
            skills: string[];
            interests: string[];
            certificates: string[];
            seats: number;
            minutes: number;
            certifiedLead: boolean;
            sensitive: boolean;
            threeKeys: boolean;
            /** @enum {string} */
            decisionRule?: 'three-keys' | 'owners-assembly';
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description DefineCategory */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retireCategory: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          category: string;
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description RetireCategory */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  adoptPolicy: {
    parameters: {
      query?: never;
      header: {
        /** @description The same key with the same body answers what was recorded. */
        'Idempotency-Key': string;
        /** @description The last revision the caller has seen, in quotation marks. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          document: {
            timeZoneOffsetMinutes: number;
            deadlineHours: {
              acceptance: {
                normal: number;
                soon: number;
                urgent: number;
              };
              dispatch: {
                normal: number;
                soon: number;
                urgent: number;
              };
              acknowledgement: {
                normal: number;
                soon: number;
                urgent: number;
              };
              handling: {
                normal: number;
                soon: number;
                urgent: number;
              };
              'follow-up': {
                normal: number;
                soon: number;
                urgent: number;
              };
              escalation?: {
                normal: number;
                soon: number;
                urgent: number;
              };
            };
            warnAtPercent: number;
            offers: {
              expiryMinutes: {
                normal: number;
                soon: number;
                urgent: number;
              };
              waveSize: number;
              wavesMax: number;
              perWeekMax: number;
            };
            checkInHoursBefore?: number;
            noShowAfterMinutes: number;
            contactAttemptsMin: number;
            reopeningTermDays: number;
            archiveAfterDays?: number;
            backdatingHoursMax: number;
            onSpotCheckPercent: number;
            grounds: {
              decline: string[];
              return: string[];
              reopeningRefusal: string[];
              override: string[];
              release: string[];
              transfer: string[];
              escalation?: string[];
              responsibility?: string[];
              void?: string[];
              referral?: string[];
              settlementFailure?: string[];
              keyRefusal?: string[];
              standIn?: string[];
              jointFailure?: string[];
            };
            escalationPostKinds?: string[];
            referralBodies?: string[];
            jointResolution?: {
              keyHours: {
                normal: number;
                soon: number;
                urgent: number;
              };
              attemptsMin: number;
              climbsFrom?: number;
              standInPostKinds: {
                branch: string[];
                owners: string[];
                property: string[];
              };
            };
            /** @enum {string} */
            defaultUrgency: 'normal' | 'soon' | 'urgent';
            dutyPostKind?: string;
            reopening?: {
              anotherHandlerFrom: number;
              supervisedFrom: number;
            };
            scoreMax?: number;
            companyWorkCheckedBy?: ('branch' | 'owners')[];
            workWindows?: {
              urgentMinutes: number;
              days: number;
              opensMinute: number;
              closesMinute: number;
            };
            ranking?: {
              territory: {
                'same-building': number;
                'same-compound': number;
                'same-community': number;
              };
              interest: {
                all: number;
                some: number;
                none: number;
              };
              consent: {
                standing: number;
                toBeAsked: number;
              };
              load: {
                perHour: number;
                max: number;
                days?: number;
              };
              asks: {
                perAsk: number;
                max: number;
                days?: number;
              };
              recency: {
                day: number;
                threeDays: number;
                week: number;
              };
              spareSkill: {
                perSkill: number;
                max: number;
              };
              wait: {
                normal: {
                  perHalfHour: number;
                  max: number;
                };
                soon: {
                  perHalfHour: number;
                  max: number;
                };
                urgent: {
                  perHalfHour: number;
                  max: number;
                };
              };
            };
          };
          occurredAt?: string;
        };
      };
    };
    responses: {
      /** @description AdoptPolicy */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revision: number;
            leafHash: string;
            position: string;
            events: {
              id: string;
              type: string;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description refusals of the domain */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description revision-not-as-expected */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description key-reused, occurred-at-out-of-bounds */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-busy, store-read-only, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showLinked: {
    parameters: {
      query?: {
        lang?: string;
      };
      header?: never;
      path: {
        kind: string;
        ids: string;
        mac: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open the one thing of a link: an offer, a key, one’s own report */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  actOnLinked: {
    parameters: {
      query?: {
        lang?: string;
      };
      header?: never;
      path: {
        kind: string;
        ids: string;
        mac: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          [key: string]: string;
        };
      };
    };
    responses: {
      /** @description Act on it; back to the page, with what was wrong where it was not taken */
      303: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  showFollow: {
    parameters: {
      query?: {
        lang?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where residents enter their tracking code */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  followCase: {
    parameters: {
      query?: {
        lang?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          [key: string]: string;
        };
      };
    };
    responses: {
      /** @description Open one’s own report by its code and the end of the phone number */
      303: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @constant */
              kind: 'offer';
              offerId: string;
            }
          | {
              /** @constant */
              kind: 'key';
              /** @enum {string} */
              party: 'branch' | 'owners' | 'property';
            };
      };
    };
    responses: {
      /** @description A link for a volunteer or a key holder; recorded */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            path: string;
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description nothing-to-link */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readVolunteer: {
    parameters: {
      query?: {
        atLeast?: string;
      };
      header?: never;
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One volunteer; name and phone masked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            volunteerId: string;
            name?: string;
            phone?: string;
            /** @enum {string} */
            kind: 'resident' | 'employed-member' | 'worker';
            compound: string;
            building?: string;
            account?: string;
            skills: string[];
            interests: string[];
            active: boolean;
            left: boolean;
            paused?: {
              until?: string;
            };
            freeNow: boolean;
            bookingsThisWeek: number;
            minutesServed: number;
            registeredAt: string;
            freeTime?: {
              weekly: number[];
              exceptions: {
                date: string;
                free: number[];
              }[];
            };
            consents: {
              consentId: string;
              categories: string[];
              weekly?: number[];
            }[];
            certificates: {
              certificateId: string;
              certificate: string;
              until: string;
            }[];
            bookings: {
              bookingId: string;
              offerId: string;
              caseId: string;
              number?: string;
              workOrderId: string;
              window: {
                from: string;
                to: string;
              };
            }[];
            served: {
              serviceId: string;
              caseId?: string;
              number?: string;
              at: string;
              minutes: number;
            }[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revealVolunteer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        volunteerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          purpose: 'contact' | 'visit' | 'audit';
        };
      };
    };
    responses: {
      /** @description Open name and phone for a purpose; recorded */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            name: string | null;
            phone: string | null;
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  whyVolunteer: {
    parameters: {
      query: {
        case: string;
        volunteer: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Why this volunteer is, or is not, among those asked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                outcome: 'no-order';
              }
            | {
                /** @constant */
                outcome: 'over';
              }
            | {
                /** @constant */
                outcome: 'unknown';
                workOrderId: string;
              }
            | {
                /** @constant */
                outcome: 'excluded';
                workOrderId: string;
                because: {
                  constraint: string;
                  names: {
                    zh: string;
                    en: string;
                  };
                }[];
              }
            | {
                /** @constant */
                outcome: 'ranked';
                workOrderId: string;
                rank: number;
                of: number;
                volunteer: {
                  volunteerId: string;
                  score: number;
                  terms: {
                    term: string;
                    points: number;
                  }[];
                  window: {
                    from: string;
                    to: string;
                  };
                  standingConsent: boolean;
                };
                terms: {
                  term: string;
                  points: number;
                  names: {
                    zh: string;
                    en: string;
                  };
                }[];
              };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  orderRankings: {
    parameters: {
      query?: {
        atLeast?: string;
      };
      header?: never;
      path: {
        workOrderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who was ranked for a work order, and why, as it was decided then */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            workOrderId: string;
            attempts: {
              eventId: string;
              attempt: number;
              rankedAt: string;
              policyVersion: number;
              considered: number;
              ranked: {
                volunteerId: string;
                name?: string;
                skills: string[];
                interests: string[];
                score: number;
                terms: {
                  term: string;
                  points: number;
                  names: {
                    zh: string;
                    en: string;
                  };
                }[];
                window: {
                  from: string;
                  to: string;
                };
                standingConsent: boolean;
              }[];
              excluded: {
                constraint: string;
                names: {
                  zh: string;
                  en: string;
                };
                count: number;
              }[];
            }[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  casesAtPlace: {
    parameters: {
      query: {
        compound: string;
        building?: string;
        entrance?: string;
        cursor?: string;
        limit?: string;
        atLeast?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open cases at the same place, for who takes a report */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: {
              caseId: string;
              number: string;
              status: string;
              category?: string;
              /** @enum {string} */
              urgency: 'normal' | 'soon' | 'urgent';
              /** @enum {string} */
              channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
              summary?: string;
              place: {
                compound: string;
                building?: string;
                entrance?: string;
                spot?: string;
                door?: string;
                address?: string;
              };
              accountable: {
                post: string;
                person: string;
              };
              unit?: string;
              /** @enum {string} */
              level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              round: number;
              reportedAt: string;
              updatedAt: string;
              nextDueAt?: string;
              overdue: boolean;
              keyOverdue: boolean;
              alertedAt?: string;
              confidential: boolean;
              flags: {
                urgent: boolean;
                supervised: boolean;
                imported: boolean;
                exhausted: boolean;
                returned: number;
                reworked: number;
                reopened: number;
              };
            }[];
            next?: string;
          };
        };
      };
      /** @description invalid, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind, store-unavailable, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAlerts: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: string;
        atLeast?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What is urgent and nobody has in hand yet, longest first: for the duty post and the secretary */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: {
              caseId: string;
              number: string;
              status: string;
              category?: string;
              /** @enum {string} */
              urgency: 'normal' | 'soon' | 'urgent';
              /** @enum {string} */
              channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
              summary?: string;
              place: {
                compound: string;
                building?: string;
                entrance?: string;
                spot?: string;
                door?: string;
                address?: string;
              };
              accountable: {
                post: string;
                person: string;
              };
              unit?: string;
              /** @enum {string} */
              level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              round: number;
              reportedAt: string;
              updatedAt: string;
              nextDueAt?: string;
              overdue: boolean;
              keyOverdue: boolean;
              alertedAt?: string;
              confidential: boolean;
              flags: {
                urgent: boolean;
                supervised: boolean;
                imported: boolean;
                exhausted: boolean;
                returned: number;
                reworked: number;
                reopened: number;
              };
            }[];
            next?: string;
          };
        };
      };
      /** @description invalid, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind, store-unavailable, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPastCases: {
    parameters: {
      query: {
        asOf: string;
        status?: string;
        category?: string;
        unit?: string;
        accountable?: string;
        urgency?: string;
        open?: 'true' | 'false';
        sort?: 'newest' | 'oldest';
        cursor?: string;
        limit?: string;
        atLeast?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cases as they were known at an instant, read from the log a page at a time, under today's permissions */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            asOf: string;
            cases: {
              caseId: string;
              number: string;
              status: string;
              category?: string;
              /** @enum {string} */
              urgency: 'normal' | 'soon' | 'urgent';
              /** @enum {string} */
              channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
              summary?: string;
              place: {
                compound: string;
                building?: string;
                entrance?: string;
                spot?: string;
                door?: string;
                address?: string;
              };
              accountable: {
                post: string;
                person: string;
              };
              unit?: string;
              /** @enum {string} */
              level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              round: number;
              reportedAt: string;
              updatedAt: string;
              nextDueAt?: string;
              overdue: boolean;
              keyOverdue: boolean;
              alertedAt?: string;
              confidential: boolean;
              flags: {
                urgent: boolean;
                supervised: boolean;
                imported: boolean;
                exhausted: boolean;
                returned: number;
                reworked: number;
                reopened: number;
              };
            }[];
            next?: string;
            eventsRead: number;
          };
        };
      };
      /** @description invalid, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind, store-unavailable, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  searchCases: {
    parameters: {
      query?: {
        status?: string;
        category?: string;
        unit?: string;
        accountable?: string;
        urgency?: string;
        open?: 'true' | 'false';
        overdue?: 'true' | 'false';
        keyOverdue?: 'true' | 'false';
        sort?: 'newest' | 'oldest' | 'due' | 'updated';
        cursor?: string;
        limit?: string;
        atLeast?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          q: string;
        };
      };
    };
    responses: {
      /** @description The same list, with what is searched in the body: a name or a phone belongs into no address and no log */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: {
              caseId: string;
              number: string;
              status: string;
              category?: string;
              /** @enum {string} */
              urgency: 'normal' | 'soon' | 'urgent';
              /** @enum {string} */
              channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
              summary?: string;
              place: {
                compound: string;
                building?: string;
                entrance?: string;
                spot?: string;
                door?: string;
                address?: string;
              };
              accountable: {
                post: string;
                person: string;
              };
              unit?: string;
              /** @enum {string} */
              level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              round: number;
              reportedAt: string;
              updatedAt: string;
              nextDueAt?: string;
              overdue: boolean;
              keyOverdue: boolean;
              alertedAt?: string;
              confidential: boolean;
              flags: {
                urgent: boolean;
                supervised: boolean;
                imported: boolean;
                exhausted: boolean;
                returned: number;
                reworked: number;
                reopened: number;
              };
            }[];
            next?: string;
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind, store-unavailable, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readCase: {
    parameters: {
      query?: {
        atLeast?: string;
      };
      header?: never;
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A case now, and what the caller may do with it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            caseId: string;
            number: string;
            status: string;
            category?: string;
            /** @enum {string} */
            urgency: 'normal' | 'soon' | 'urgent';
            /** @enum {string} */
            channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
            summary?: string;
            place: {
              compound: string;
              building?: string;
              entrance?: string;
              spot?: string;
              door?: string;
              address?: string;
            };
            accountable: {
              post: string;
              person: string;
            };
            unit?: string;
            /** @enum {string} */
            level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
            round: number;
            reportedAt: string;
            updatedAt: string;
            nextDueAt?: string;
            overdue: boolean;
            keyOverdue: boolean;
            alertedAt?: string;
            confidential: boolean;
            flags: {
              urgent: boolean;
              supervised: boolean;
              imported: boolean;
              exhausted: boolean;
              returned: number;
              reworked: number;
              reopened: number;
            };
            occurredAt: string;
            requesters: {
              requesterId: string;
              /** @enum {string} */
              relation: 'self' | 'proxy';
              anonymous: boolean;
              name?: string;
              phone?: string;
              proxy?: {
                name?: string;
                phone?: string;
              };
              callBack?: boolean;
              confidential: boolean;
              withdrawn: boolean;
              disclosure?: boolean;
              joinedAt: string;
              answered?: {
                at: string;
                subjectOf: string;
              };
              followUp?: {
                round: number;
                /** @enum {string} */
                outcome: 'reached' | 'not-reached' | 'refused' | 'not-possible';
                channel: string;
                solved?: boolean;
                outcomeScore?: number;
                serviceScore?: number;
                at: string;
              };
            }[];
            respondent?: {
              respondentId: string;
              /** @enum {string} */
              kind: 'person' | 'household' | 'shop' | 'company';
              name?: string;
              phone?: string;
              organisation?: string;
              keptOut?: string[];
            };
            orders: {
              workOrderId: string;
              round: number;
              /** @enum {string} */
              part: 'lead' | 'support';
              /** @enum {string} */
              status: 'dispatched' | 'acknowledged' | 'handling' | 'done' | 'returned' | 'rework' | 'ended';
              assignee: {
                /** @enum {string} */
                kind: 'post' | 'organisation' | 'volunteers';
                post?: string;
                person?: string;
                organisation?: string;
              };
              dispatchedAt: string;
              need?: {
                skills: string[];
                interests: string[];
                certificates: string[];
                seats: number;
                place: {
                  compound: string;
                  building?: string;
                  entrance?: string;
                };
                windows: {
                  from: string;
                  to: string;
                }[];
                minutes: number;
              };
              offers: {
                offerId: string;
                volunteerId: string;
                /** @enum {string} */
                status: 'offered' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
                expiresAt: string;
                window: {
                  from: string;
                  to: string;
                };
                /** @enum {string} */
                basis: 'offer' | 'standing-consent' | 'duty-roster' | 'override';
                wave: number;
                matchRef?: string;
              }[];
              assigned: {
                offerId: string;
                volunteerId: string;
                bookingId: string;
                /** @enum {string} */
                status: 'assigned' | 'checked-in' | 'done' | 'released' | 'no-show';
                window: {
                  from: string;
                  to: string;
                };
                /** @enum {string} */
                basis: 'offer' | 'standing-consent' | 'duty-roster' | 'override';
              }[];
              returnedFor?: string;
              nobodyFound?: {
                constraint: string;
                count: number;
              }[];
              /** @enum {string} */
              outcome?: 'done' | 'partly' | 'not-done';
              minutes?: number;
            }[];
            /** @enum {string} */
            responsibility?:
              | 'private'
              | 'common-service'
              | 'maintenance-fund'
              | 'developer-warranty'
              | 'municipal'
              | 'unclear';
            joint?: {
              /** @enum {string} */
              lock: 'shut' | 'open' | 'failed';
              version?: number;
              nextVersion: number;
              costFen?: number;
              /** @enum {string} */
              source?: 'service-fee' | 'public-revenue' | 'maintenance-fund' | 'warranty' | 'household';
              /** @enum {string} */
              assembly?: 'awaited' | 'approved' | 'rejected';
              /** @enum {string} */
              interrupted?: 'awaiting-check' | 'awaiting-follow-up';
              parties: {
                /** @enum {string} */
                party: 'branch' | 'owners' | 'property';
                /** @enum {string} */
                key: 'awaited' | 'turned' | 'refused';
                holder?: string;
                dueAt?: string;
                overdue: boolean;
              }[];
            };
            referral?: {
              referralId: string;
              body: string;
              accepted?: boolean;
            };
            deadlines: {
              /** @enum {string} */
              name: 'acceptance' | 'dispatch' | 'acknowledgement' | 'handling' | 'follow-up' | 'escalation';
              workOrderId?: string;
              startedAt: string;
              warnAt: string;
              dueAt: string;
              warned: boolean;
              breached: boolean;
            }[];
            origin?: string;
            externalId?: string;
            externalParent?: string;
            notes: number;
            /** @enum {string} */
            closedAs?: 'solved' | 'not-reached' | 'unrated' | 'answered' | 'on-the-spot';
            mergedInto?: string;
            revision: number;
            leafHash: string;
            allowed: string[];
            hasHistory: boolean;
            callBack?: string[];
            resolution?: {
              round: number;
              plans: {
                version: number;
                proposedAt: string;
                proposedBy: string;
                content?: string;
                scope?: string;
                costFen: number;
                payer: string;
                /** @enum {string} */
                source: 'service-fee' | 'public-revenue' | 'maintenance-fund' | 'warranty' | 'household';
                term: string;
                hash: string;
              }[];
              said: {
                /** @enum {string} */
                party: 'branch' | 'owners' | 'property';
                version: number;
                /** @enum {string} */
                said: 'turned' | 'refused' | 'taken-back';
                at: string;
                holder: string;
                recordedBy?: {
                  person: string;
                  channel: string;
                  minutes: string;
                };
                linkedBy?: string;
                reason?: string;
                words?: string;
              }[];
              holders: {
                /** @enum {string} */
                party: 'branch' | 'owners' | 'property';
                holder?: string;
                standIns: string[];
              }[];
              standIns: {
                /** @enum {string} */
                party: 'branch' | 'owners' | 'property';
                person: string;
                basis: string;
                until: string;
              }[];
              reservedBy?: string;
              assembly?: {
                rule: string;
                referredAt: string;
                decided?: {
                  approved: boolean;
                  minutes: string;
                  at: string;
                };
              };
              attempts: number;
              attemptsNeeded: number;
            };
            correctable: {
              eventId: string;
              type: string;
              recordedAt: string;
            }[];
            reopeningRequestId?: string;
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind, store-unavailable, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  caseHistory: {
    parameters: {
      query?: {
        asOf?: string;
        clock?: 'known' | 'true' | 'known,true';
        atLeast?: string;
      };
      header?: never;
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What happened; people are masked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            caseId: string;
            number: string;
            status: string;
            events: {
              id: string;
              revision: number;
              type: string;
              recordedAt: string;
              occurredAt: string;
              actor: {
                id: string;
                /** @enum {string} */
                role:
                  | 'intake-clerk'
                  | 'resident'
                  | 'dispatcher'
                  | 'volunteer'
                  | 'social-worker'
                  | 'courtyard-head'
                  | 'grid-worker'
                  | 'handler'
                  | 'mediator'
                  | 'key-holder'
                  | 'secretary'
                  | 'auditor'
                  | 'admin'
                  | 'service';
                post?: string;
                unit?: string;
                onBehalfOf?: string;
                /** @constant */
                channel?: 'link';
              };
              commandId: string;
              correlationId: string;
              causationId?: string;
              leafHash: string;
              data: {
                [key: string]: unknown;
              };
            }[];
            facts?: {
              revision: number;
              type: string;
              occurredAt: string;
              recordedAt: string;
            }[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind, store-unavailable, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  caseLeaves: {
    parameters: {
      query?: {
        asOf?: string;
      };
      header?: never;
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The stored bytes themselves; personal fields are sealed in them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            leaves: string[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  caseState: {
    parameters: {
      query?: {
        revision?: string;
        asOf?: string;
        atLeast?: string;
      };
      header?: never;
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A case as it was after a revision, or as it was known at an instant */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            caseId: string;
            number: string;
            revision: number;
            recordedAt: string;
            state: {
              caseId: string;
              number: string;
              status: string;
              category?: string;
              /** @enum {string} */
              urgency: 'normal' | 'soon' | 'urgent';
              /** @enum {string} */
              channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
              summary?: string;
              place: {
                compound: string;
                building?: string;
                entrance?: string;
                spot?: string;
                door?: string;
                address?: string;
              };
              accountable: {
                post: string;
                person: string;
              };
              unit?: string;
              /** @enum {string} */
              level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              round: number;
              reportedAt: string;
              updatedAt: string;
              nextDueAt?: string;
              overdue: boolean;
              keyOverdue: boolean;
              alertedAt?: string;
              confidential: boolean;
              flags: {
                urgent: boolean;
                supervised: boolean;
                imported: boolean;
                exhausted: boolean;
                returned: number;
                reworked: number;
                reopened: number;
              };
              occurredAt: string;
              requesters: {
                requesterId: string;
                /** @enum {string} */
                relation: 'self' | 'proxy';
                anonymous: boolean;
                name?: string;
                phone?: string;
                proxy?: {
                  name?: string;
                  phone?: string;
                };
                callBack?: boolean;
                confidential: boolean;
                withdrawn: boolean;
                disclosure?: boolean;
                joinedAt: string;
                answered?: {
                  at: string;
                  subjectOf: string;
                };
                followUp?: {
                  round: number;
                  /** @enum {string} */
                  outcome: 'reached' | 'not-reached' | 'refused' | 'not-possible';
                  channel: string;
                  solved?: boolean;
                  outcomeScore?: number;
                  serviceScore?: number;
                  at: string;
                };
              }[];
              respondent?: {
                respondentId: string;
                /** @enum {string} */
                kind: 'person' | 'household' | 'shop' | 'company';
                name?: string;
                phone?: string;
                organisation?: string;
                keptOut?: string[];
              };
              orders: {
                workOrderId: string;
                round: number;
                /** @enum {string} */
                part: 'lead' | 'support';
                /** @enum {string} */
                status: 'dispatched' | 'acknowledged' | 'handling' | 'done' | 'returned' | 'rework' | 'ended';
                assignee: {
                  /** @enum {string} */
                  kind: 'post' | 'organisation' | 'volunteers';
                  post?: string;
                  person?: string;
                  organisation?: string;
                };
                dispatchedAt: string;
                need?: {
                  skills: string[];
                  interests: string[];
                  certificates: string[];
                  seats: number;
                  place: {
                    compound: string;
                    building?: string;
                    entrance?: string;
                  };
                  windows: {
                    from: string;
                    to: string;
                  }[];
                  minutes: number;
                };
                offers: {
                  offerId: string;
                  volunteerId: string;
                  /** @enum {string} */
                  status: 'offered' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
                  expiresAt: string;
                  window: {
                    from: string;
                    to: string;
                  };
                  /** @enum {string} */
                  basis: 'offer' | 'standing-consent' | 'duty-roster' | 'override';
                  wave: number;
                  matchRef?: string;
                }[];
                assigned: {
                  offerId: string;
                  volunteerId: string;
                  bookingId: string;
                  /** @enum {string} */
                  status: 'assigned' | 'checked-in' | 'done' | 'released' | 'no-show';
                  window: {
                    from: string;
                    to: string;
                  };
                  /** @enum {string} */
                  basis: 'offer' | 'standing-consent' | 'duty-roster' | 'override';
                }[];
                returnedFor?: string;
                nobodyFound?: {
                  constraint: string;
                  count: number;
                }[];
                /** @enum {string} */
                outcome?: 'done' | 'partly' | 'not-done';
                minutes?: number;
              }[];
              /** @enum {string} */
              responsibility?:
                | 'private'
                | 'common-service'
                | 'maintenance-fund'
                | 'developer-warranty'
                | 'municipal'
                | 'unclear';
              joint?: {
                /** @enum {string} */
                lock: 'shut' | 'open' | 'failed';
                version?: number;
                nextVersion: number;
                costFen?: number;
                /** @enum {string} */
                source?: 'service-fee' | 'public-revenue' | 'maintenance-fund' | 'warranty' | 'household';
                /** @enum {string} */
                assembly?: 'awaited' | 'approved' | 'rejected';
                /** @enum {string} */
                interrupted?: 'awaiting-check' | 'awaiting-follow-up';
                parties: {
                  /** @enum {string} */
                  party: 'branch' | 'owners' | 'property';
                  /** @enum {string} */
                  key: 'awaited' | 'turned' | 'refused';
                  holder?: string;
                  dueAt?: string;
                  overdue: boolean;
                }[];
              };
              referral?: {
                referralId: string;
                body: string;
                accepted?: boolean;
              };
              deadlines: {
                /** @enum {string} */
                name: 'acceptance' | 'dispatch' | 'acknowledgement' | 'handling' | 'follow-up' | 'escalation';
                workOrderId?: string;
                startedAt: string;
                warnAt: string;
                dueAt: string;
                warned: boolean;
                breached: boolean;
              }[];
              origin?: string;
              externalId?: string;
              externalParent?: string;
              notes: number;
              /** @enum {string} */
              closedAs?: 'solved' | 'not-reached' | 'unrated' | 'answered' | 'on-the-spot';
              mergedInto?: string;
            };
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind, store-unavailable, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  caseAsOf: {
    parameters: {
      query: {
        at: string;
        atLeast?: string;
      };
      header?: never;
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The four answers about an instant: known then or now, true then or now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            caseId: string;
            number: string;
            at: string;
            answers: {
              knownThenTrueThen: {
                id: string;
                revision: number;
                type: string;
                trueAt: string;
                occurredAt: string;
                recordedAt: string;
                late: boolean;
                corrects?: string;
              }[];
              knownThenTrueNow: {
                id: string;
                revision: number;
                type: string;
                trueAt: string;
                occurredAt: string;
                recordedAt: string;
                late: boolean;
                corrects?: string;
              }[];
              knownNowTrueThen: {
                id: string;
                revision: number;
                type: string;
                trueAt: string;
                occurredAt: string;
                recordedAt: string;
                late: boolean;
                corrects?: string;
              }[];
              knownNowTrueNow: {
                id: string;
                revision: number;
                type: string;
                trueAt: string;
                occurredAt: string;
                recordedAt: string;
                late: boolean;
                corrects?: string;
              }[];
            };
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind, store-unavailable, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revealCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          fields: ('requesters' | 'respondent' | 'summary' | 'place' | 'trackingCodes')[];
          /** @enum {string} */
          purpose: 'contact' | 'visit' | 'check' | 'follow-up' | 'audit' | 'own-case' | 'case-work';
        };
      };
    };
    responses: {
      /** @description Open personal data for a purpose; recorded */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            fields: {
              name: string;
              value: string | null;
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-unavailable, access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listWork: {
    parameters: {
      query?: {
        person?: string;
        live?: 'true' | 'false';
        cursor?: string;
        limit?: string;
        atLeast?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What somebody has done and has to do */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            work: {
              person: string;
              caseId: string;
              number?: string;
              workOrderId: string;
              role: string;
              status: string;
              live: boolean;
              offerId?: string;
              bookingId?: string;
              post?: string;
              from?: string;
              to?: string;
              minutes?: number;
              updatedAt: string;
            }[];
            next?: string;
          };
        };
      };
      /** @description invalid, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readDesk: {
    parameters: {
      query?: {
        list?: 'to-do' | 'waiting';
        cursor?: string;
        limit?: string;
        atLeast?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the caller has to do next and what they answer for, soonest due first; one line per case */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            now: string;
            counts: {
              urgent: number;
              overdue: number;
              today: number;
              later: number;
              waiting: number;
            };
            lines: {
              caseId: string;
              number: string;
              status: string;
              category?: string;
              /** @enum {string} */
              urgency: 'normal' | 'soon' | 'urgent';
              /** @enum {string} */
              channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
              summary?: string;
              place: {
                compound: string;
                building?: string;
                entrance?: string;
                spot?: string;
                door?: string;
                address?: string;
              };
              accountable: {
                post: string;
                person: string;
              };
              unit?: string;
              /** @enum {string} */
              level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              round: number;
              reportedAt: string;
              updatedAt: string;
              nextDueAt?: string;
              overdue: boolean;
              keyOverdue: boolean;
              alertedAt?: string;
              confidential: boolean;
              flags: {
                urgent: boolean;
                supervised: boolean;
                imported: boolean;
                exhausted: boolean;
                returned: number;
                reworked: number;
                reopened: number;
              };
              /** @enum {string} */
              group: 'urgent' | 'overdue' | 'today' | 'later';
              due?: {
                name:
                  | ('acceptance' | 'dispatch' | 'acknowledgement' | 'handling' | 'follow-up' | 'escalation')
                  | 'key';
                at: string;
              };
              step?: {
                command: string;
                or: string[];
                workOrderId?: string;
                offerId?: string;
                /** @enum {string} */
                party?: 'branch' | 'owners' | 'property';
                requesterId?: string;
                /** @enum {string} */
                because?: 'left' | 'kept-out' | 'sheet';
              };
              waitsFor?: {
                post?: string;
                person?: string;
                organisation?: string;
                volunteers?: boolean;
                parties?: ('branch' | 'owners' | 'property')[];
                body?: string;
              };
            }[];
            next?: string;
          };
        };
      };
      /** @description invalid, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readPastDesk: {
    parameters: {
      query: {
        asOf: string;
        person?: string;
        list?: 'to-do' | 'waiting';
        cursor?: string;
        limit?: string;
        atLeast?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What somebody had to do next and answered for as it was known at an instant, read from the log a page at a time, under today's permissions */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            asOf: string;
            person: string;
            lines: {
              caseId: string;
              number: string;
              status: string;
              category?: string;
              /** @enum {string} */
              urgency: 'normal' | 'soon' | 'urgent';
              /** @enum {string} */
              channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
              summary?: string;
              place: {
                compound: string;
                building?: string;
                entrance?: string;
                spot?: string;
                door?: string;
                address?: string;
              };
              accountable: {
                post: string;
                person: string;
              };
              unit?: string;
              /** @enum {string} */
              level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              round: number;
              reportedAt: string;
              updatedAt: string;
              nextDueAt?: string;
              overdue: boolean;
              keyOverdue: boolean;
              alertedAt?: string;
              confidential: boolean;
              flags: {
                urgent: boolean;
                supervised: boolean;
                imported: boolean;
                exhausted: boolean;
                returned: number;
                reworked: number;
                reopened: number;
              };
              /** @enum {string} */
              group: 'urgent' | 'overdue' | 'today' | 'later';
              due?: {
                name:
                  | ('acceptance' | 'dispatch' | 'acknowledgement' | 'handling' | 'follow-up' | 'escalation')
                  | 'key';
                at: string;
              };
              step?: {
                command: string;
                or: string[];
                workOrderId?: string;
                offerId?: string;
                /** @enum {string} */
                party?: 'branch' | 'owners' | 'property';
                requesterId?: string;
                /** @enum {string} */
                because?: 'left' | 'kept-out' | 'sheet';
              };
              waitsFor?: {
                post?: string;
                person?: string;
                organisation?: string;
                volunteers?: boolean;
                parties?: ('branch' | 'owners' | 'property')[];
                body?: string;
              };
            }[];
            next?: string;
            eventsRead: number;
          };
        };
      };
      /** @description invalid, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind, store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listFollowUps: {
    parameters: {
      query?: {
        mine?: 'true' | 'false';
        cursor?: string;
        limit?: string;
        atLeast?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Whom to call about a result: one line per requester, names and phones masked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            now: string;
            cases: number;
            lines: {
              case: {
                caseId: string;
                number: string;
                status: string;
                category?: string;
                /** @enum {string} */
                urgency: 'normal' | 'soon' | 'urgent';
                /** @enum {string} */
                channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
                summary?: string;
                place: {
                  compound: string;
                  building?: string;
                  entrance?: string;
                  spot?: string;
                  door?: string;
                  address?: string;
                };
                accountable: {
                  post: string;
                  person: string;
                };
                unit?: string;
                /** @enum {string} */
                level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
                round: number;
                reportedAt: string;
                updatedAt: string;
                nextDueAt?: string;
                overdue: boolean;
                keyOverdue: boolean;
                alertedAt?: string;
                confidential: boolean;
                flags: {
                  urgent: boolean;
                  supervised: boolean;
                  imported: boolean;
                  exhausted: boolean;
                  returned: number;
                  reworked: number;
                  reopened: number;
                };
              };
              requester: {
                requesterId: string;
                /** @enum {string} */
                relation: 'self' | 'proxy';
                anonymous: boolean;
                name?: string;
                phone?: string;
                proxy?: {
                  name?: string;
                  phone?: string;
                };
                callBack?: boolean;
                confidential: boolean;
                disclosure?: boolean;
                joinedAt: string;
                answered?: {
                  at: string;
                  subjectOf: string;
                };
                followUp?: {
                  round: number;
                  /** @enum {string} */
                  outcome: 'reached' | 'not-reached' | 'refused' | 'not-possible';
                  channel: string;
                  solved?: boolean;
                  outcomeScore?: number;
                  serviceScore?: number;
                  at: string;
                };
              };
              attempts: string[];
              days: number;
              daysNeeded: number;
              outOfReach: boolean;
              isDoer: boolean;
              dueAt?: string;
              allowed: string[];
            }[];
            next?: string;
          };
        };
      };
      /** @description invalid, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listBoard: {
    parameters: {
      query?: {
        unit?: string;
        category?: string;
        cursor?: string;
        limit?: string;
        atLeast?: string;
      };
      header?: never;
      path: {
        lane: 'waiting' | 'offers' | 'nobody' | 'under-way' | 'returned';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A lane of the dispatcher's board, what is due first before the rest */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            lane: 'waiting' | 'offers' | 'nobody' | 'under-way' | 'returned';
            total: number;
            cards: {
              caseId: string;
              number: string;
              status: string;
              category?: string;
              /** @enum {string} */
              urgency: 'normal' | 'soon' | 'urgent';
              /** @enum {string} */
              channel: 'desk' | 'phone' | 'web' | 'proxy' | 'station' | 'visit' | 'mobile' | 'open311';
              summary?: string;
              place: {
                compound: string;
                building?: string;
                entrance?: string;
                spot?: string;
                door?: string;
                address?: string;
              };
              accountable: {
                post: string;
                person: string;
              };
              unit?: string;
              /** @enum {string} */
              level?: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              round: number;
              reportedAt: string;
              updatedAt: string;
              nextDueAt?: string;
              overdue: boolean;
              keyOverdue: boolean;
              alertedAt?: string;
              confidential: boolean;
              flags: {
                urgent: boolean;
                supervised: boolean;
                imported: boolean;
                exhausted: boolean;
                returned: number;
                reworked: number;
                reopened: number;
              };
              order?: {
                workOrderId: string;
                round: number;
                /** @enum {string} */
                part: 'lead' | 'support';
                /** @enum {string} */
                status: 'dispatched' | 'acknowledged' | 'handling' | 'done' | 'returned' | 'rework' | 'ended';
                assignee: {
                  /** @enum {string} */
                  kind: 'post' | 'organisation' | 'volunteers';
                  post?: string;
                  person?: string;
                  organisation?: string;
                };
                dispatchedAt: string;
                need?: {
                  skills: string[];
                  interests: string[];
                  certificates: string[];
                  seats: number;
                  place: {
                    compound: string;
                    building?: string;
                    entrance?: string;
                  };
                  windows: {
                    from: string;
                    to: string;
                  }[];
                  minutes: number;
                };
                offers: {
                  offerId: string;
                  volunteerId: string;
                  /** @enum {string} */
                  status: 'offered' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
                  expiresAt: string;
                  window: {
                    from: string;
                    to: string;
                  };
                  /** @enum {string} */
                  basis: 'offer' | 'standing-consent' | 'duty-roster' | 'override';
                  wave: number;
                  matchRef?: string;
                }[];
                assigned: {
                  offerId: string;
                  volunteerId: string;
                  bookingId: string;
                  /** @enum {string} */
                  status: 'assigned' | 'checked-in' | 'done' | 'released' | 'no-show';
                  window: {
                    from: string;
                    to: string;
                  };
                  /** @enum {string} */
                  basis: 'offer' | 'standing-consent' | 'duty-roster' | 'override';
                }[];
                returnedFor?: string;
                nobodyFound?: {
                  constraint: string;
                  count: number;
                }[];
                /** @enum {string} */
                outcome?: 'done' | 'partly' | 'not-done';
                minutes?: number;
              };
              volunteers: {
                volunteerId: string;
                name?: string;
                skills: string[];
              }[];
            }[];
            next?: string;
          };
        };
      };
      /** @description invalid, invalid-cursor */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  catalogueVersions: {
    parameters: {
      query?: {
        before?: string;
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every change of the catalogue, by whom and when, the last one first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            versions: {
              version: number;
              at: string;
              by: {
                person: string;
                /** @enum {string} */
                role:
                  | 'intake-clerk'
                  | 'resident'
                  | 'dispatcher'
                  | 'volunteer'
                  | 'social-worker'
                  | 'courtyard-head'
                  | 'grid-worker'
                  | 'handler'
                  | 'mediator'
                  | 'key-holder'
                  | 'secretary'
                  | 'auditor'
                  | 'admin'
                  | 'service';
              };
              /** @enum {string} */
              change: 'defined' | 'changed' | 'retired';
              category: string;
              before?: {
                category: string;
                names: {
                  zh: string;
                  en: string;
                };
                /** @enum {string} */
                kind: 'repair' | 'service' | 'dispute' | 'question' | 'hazard';
                /** @enum {string} */
                handledBy: 'volunteers' | 'post';
                postKind: string;
                /** @enum {string} */
                level: 'community' | 'grid-branch' | 'building-group' | 'key-household';
                /** @enum {string} */
                urgency: 'normal' | 'soon' | 'urgent';
                skills: string[];
                interests: string[];
                certificates: string[];
                seats: number;
                minutes: number;
                certifiedLead: boolean;
                sensitive: boolean;
                threeKeys: boolean;
                /** @enum {string} */
                decisionRule?: 'three-keys' | 'owners-assembly';
              };
              after?: {
                category: string;
                names: {
                  zh: string;
                  en: string;
                };
                /** @enum {string} */
                kind: 'repair' | 'service' | 'dispute' | 'question' | 'hazard';
                /** @enum {string} */
                handledBy: 'volunteers' | 'post';
                postKind: string;
                /** @enum {string} */
                level: 'community' | 'grid-branch' | 'building-group' | 'key-household';
                /** @enum {string} */
                urgency: 'normal' | 'soon' | 'urgent';
                skills: string[];
                interests: string[];
                certificates: string[];
                seats: number;
                minutes: number;
                certifiedLead: boolean;
                sensitive: boolean;
                threeKeys: boolean;
                /** @enum {string} */
                decisionRule?: 'three-keys' | 'owners-assembly';
              };
            }[];
            next?: number;
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPeople: {
    parameters: {
      query?: {
        atLeast?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who holds posts or roles */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            people: {
              person: string;
              posts: string[];
              roles: (
                | 'intake-clerk'
                | 'resident'
                | 'dispatcher'
                | 'volunteer'
                | 'social-worker'
                | 'courtyard-head'
                | 'grid-worker'
                | 'handler'
                | 'mediator'
                | 'key-holder'
                | 'secretary'
                | 'auditor'
                | 'admin'
                | 'service'
              )[];
              grants: {
                /** @enum {string} */
                role:
                  | 'intake-clerk'
                  | 'resident'
                  | 'dispatcher'
                  | 'volunteer'
                  | 'social-worker'
                  | 'courtyard-head'
                  | 'grid-worker'
                  | 'handler'
                  | 'mediator'
                  | 'key-holder'
                  | 'secretary'
                  | 'auditor'
                  | 'admin'
                  | 'service';
                scope?: string;
                /** @enum {string} */
                party?: 'branch' | 'owners' | 'property';
                from?: string;
                until?: string;
              }[];
            }[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description position-unknown */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description views-behind */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readCommunity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Compounds, units, posts, categories, policy: what forms are made from */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            compounds: {
              compound: string;
              names: {
                zh: string;
                en: string;
              };
              buildings: {
                building: string;
                names: {
                  zh: string;
                  en: string;
                };
                grid: string;
                group?: string;
                entrances: {
                  entrance: string;
                  doors: number;
                }[];
              }[];
              parties: {
                /** @enum {string} */
                party: 'branch' | 'owners' | 'property';
                holder?: string;
                standIns: string[];
              }[];
            }[];
            units: {
              unit: string;
              /** @enum {string} */
              level: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              parent?: string;
              names: {
                zh: string;
                en: string;
              };
              /** @constant */
              closed?: true;
            }[];
            posts: {
              post: string;
              unit: string;
              kind: string;
              names: {
                zh: string;
                en: string;
              };
              compound?: string;
              holder?: string;
              term?: {
                from?: string;
                until?: string;
              };
              outOfOffice?: string;
            }[];
            organisations: string[];
            categories: {
              category: string;
              names: {
                zh: string;
                en: string;
              };
              /** @enum {string} */
              kind: 'repair' | 'service' | 'dispute' | 'question' | 'hazard';
              /** @enum {string} */
              handledBy: 'volunteers' | 'post';
              postKind: string;
              /** @enum {string} */
              level: 'community' | 'grid-branch' | 'building-group' | 'key-household';
              /** @enum {string} */
              urgency: 'normal' | 'soon' | 'urgent';
              skills: string[];
              interests: string[];
              certificates: string[];
              seats: number;
              minutes: number;
              certifiedLead: boolean;
              sensitive: boolean;
              threeKeys: boolean;
              /** @enum {string} */
              decisionRule?: 'three-keys' | 'owners-assembly';
            }[];
            catalogueVersion: number;
            grounds: {
              decline: string[];
              return: string[];
              reopeningRefusal: string[];
              override: string[];
              release: string[];
              transfer: string[];
              escalation: string[];
              responsibility: string[];
              void: string[];
              referral: string[];
              settlementFailure: string[];
              keyRefusal: string[];
              standIn: string[];
              jointFailure: string[];
            };
            policy: {
              timeZoneOffsetMinutes: number;
              deadlineHours: {
                acceptance: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                dispatch: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                acknowledgement: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                handling: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                'follow-up': {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                escalation?: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
              };
              warnAtPercent: number;
              offers: {
                expiryMinutes: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                waveSize: number;
                wavesMax: number;
                perWeekMax: number;
              };
              checkInHoursBefore?: number;
              noShowAfterMinutes: number;
              contactAttemptsMin: number;
              reopeningTermDays: number;
              archiveAfterDays?: number;
              backdatingHoursMax: number;
              onSpotCheckPercent: number;
              grounds: {
                decline: string[];
                return: string[];
                reopeningRefusal: string[];
                override: string[];
                release: string[];
                transfer: string[];
                escalation?: string[];
                responsibility?: string[];
                void?: string[];
                referral?: string[];
                settlementFailure?: string[];
                keyRefusal?: string[];
                standIn?: string[];
                jointFailure?: string[];
              };
              escalationPostKinds?: string[];
              referralBodies?: string[];
              jointResolution?: {
                keyHours: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                attemptsMin: number;
                climbsFrom?: number;
                standInPostKinds: {
                  branch: string[];
                  owners: string[];
                  property: string[];
                };
              };
              /** @enum {string} */
              defaultUrgency: 'normal' | 'soon' | 'urgent';
              dutyPostKind?: string;
              reopening?: {
                anotherHandlerFrom: number;
                supervisedFrom: number;
              };
              scoreMax?: number;
              companyWorkCheckedBy?: ('branch' | 'owners')[];
              workWindows?: {
                urgentMinutes: number;
                days: number;
                opensMinute: number;
                closesMinute: number;
              };
              ranking?: {
                territory: {
                  'same-building': number;
                  'same-compound': number;
                  'same-community': number;
                };
                interest: {
                  all: number;
                  some: number;
                  none: number;
                };
                consent: {
                  standing: number;
                  toBeAsked: number;
                };
                load: {
                  perHour: number;
                  max: number;
                  days?: number;
                };
                asks: {
                  perAsk: number;
                  max: number;
                  days?: number;
                };
                recency: {
                  day: number;
                  threeDays: number;
                  week: number;
                };
                spareSkill: {
                  perSkill: number;
                  max: number;
                };
                wait: {
                  normal: {
                    perHalfHour: number;
                    max: number;
                  };
                  soon: {
                    perHalfHour: number;
                    max: number;
                  };
                  urgent: {
                    perHalfHour: number;
                    max: number;
                  };
                };
              };
              version: number;
            };
            policyTerms: (
              | {
                  /** @constant */
                  kind: 'number';
                  path: string;
                  min: number;
                  max: number;
                  /** @enum {string} */
                  unit?: 'hours' | 'minutes' | 'days' | 'percent' | 'minute-of-day' | 'utc-offset';
                }
              | {
                  /** @constant */
                  kind: 'codes';
                  path: string;
                  mayBeEmpty: boolean;
                  options?: string[];
                }
              | {
                  /** @constant */
                  kind: 'code';
                  path: string;
                  options?: string[];
                }
              | {
                  /** @constant */
                  kind: 'choice';
                  path: string;
                  options: string[];
                }
            )[];
            vocabulary: {
              skills: {
                [key: string]: {
                  zh: string;
                  en: string;
                };
              };
              interests: {
                [key: string]: {
                  zh: string;
                  en: string;
                };
              };
              certificates: {
                [key: string]: {
                  zh: string;
                  en: string;
                };
              };
              postKinds: {
                [key: string]: {
                  zh: string;
                  en: string;
                };
              };
              constraints: {
                [key: string]: {
                  zh: string;
                  en: string;
                };
              };
            };
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPolicyVersions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The versions of the policy: who adopted each, when */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            versions: {
              version: number;
              adoptedAt: string;
              by: {
                id: string;
                /** @enum {string} */
                role:
                  | 'intake-clerk'
                  | 'resident'
                  | 'dispatcher'
                  | 'volunteer'
                  | 'social-worker'
                  | 'courtyard-head'
                  | 'grid-worker'
                  | 'handler'
                  | 'mediator'
                  | 'key-holder'
                  | 'secretary'
                  | 'auditor'
                  | 'admin'
                  | 'service';
                post?: string;
              };
              changes: number;
            }[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readPolicyVersion: {
    parameters: {
      query?: {
        since?: string;
      };
      header?: never;
      path: {
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A version of the policy, and what it decides otherwise than another one */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            version: number;
            adoptedAt: string;
            by: {
              id: string;
              /** @enum {string} */
              role:
                | 'intake-clerk'
                | 'resident'
                | 'dispatcher'
                | 'volunteer'
                | 'social-worker'
                | 'courtyard-head'
                | 'grid-worker'
                | 'handler'
                | 'mediator'
                | 'key-holder'
                | 'secretary'
                | 'auditor'
                | 'admin'
                | 'service';
              post?: string;
            };
            changes: number;
            document: {
              timeZoneOffsetMinutes: number;
              deadlineHours: {
                acceptance: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                dispatch: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                acknowledgement: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                handling: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                'follow-up': {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                escalation?: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
              };
              warnAtPercent: number;
              offers: {
                expiryMinutes: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                waveSize: number;
                wavesMax: number;
                perWeekMax: number;
              };
              checkInHoursBefore?: number;
              noShowAfterMinutes: number;
              contactAttemptsMin: number;
              reopeningTermDays: number;
              archiveAfterDays?: number;
              backdatingHoursMax: number;
              onSpotCheckPercent: number;
              grounds: {
                decline: string[];
                return: string[];
                reopeningRefusal: string[];
                override: string[];
                release: string[];
                transfer: string[];
                escalation?: string[];
                responsibility?: string[];
                void?: string[];
                referral?: string[];
                settlementFailure?: string[];
                keyRefusal?: string[];
                standIn?: string[];
                jointFailure?: string[];
              };
              escalationPostKinds?: string[];
              referralBodies?: string[];
              jointResolution?: {
                keyHours: {
                  normal: number;
                  soon: number;
                  urgent: number;
                };
                attemptsMin: number;
                climbsFrom?: number;
                standInPostKinds: {
                  branch: string[];
                  owners: string[];
                  property: string[];
                };
              };
              /** @enum {string} */
              defaultUrgency: 'normal' | 'soon' | 'urgent';
              dutyPostKind?: string;
              reopening?: {
                anotherHandlerFrom: number;
                supervisedFrom: number;
              };
              scoreMax?: number;
              companyWorkCheckedBy?: ('branch' | 'owners')[];
              workWindows?: {
                urgentMinutes: number;
                days: number;
                opensMinute: number;
                closesMinute: number;
              };
              ranking?: {
                territory: {
                  'same-building': number;
                  'same-compound': number;
                  'same-community': number;
                };
                interest: {
                  all: number;
                  some: number;
                  none: number;
                };
                consent: {
                  standing: number;
                  toBeAsked: number;
                };
                load: {
                  perHour: number;
                  max: number;
                  days?: number;
                };
                asks: {
                  perAsk: number;
                  max: number;
                  days?: number;
                };
                recency: {
                  day: number;
                  threeDays: number;
                  week: number;
                };
                spareSkill: {
                  perSkill: number;
                  max: number;
                };
                wait: {
                  normal: {
                    perHalfHour: number;
                    max: number;
                  };
                  soon: {
                    perHalfHour: number;
                    max: number;
                  };
                  urgent: {
                    perHalfHour: number;
                    max: number;
                  };
                };
              };
            };
            since: number;
            differences: {
              path: string;
              names: {
                zh: string;
                en: string;
              };
              before?: number | string | boolean | string[];
              after?: number | string | boolean | string[];
            }[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who is signed in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            username: string;
            roles: {
              /** @enum {string} */
              role:
                | 'intake-clerk'
                | 'resident'
                | 'dispatcher'
                | 'volunteer'
                | 'social-worker'
                | 'courtyard-head'
                | 'grid-worker'
                | 'handler'
                | 'mediator'
                | 'key-holder'
                | 'secretary'
                | 'auditor'
                | 'admin'
                | 'service';
              scope?: string;
              /** @enum {string} */
              party?: 'branch' | 'owners' | 'property';
            }[];
            posts: string[];
            volunteerId?: string;
            may: string[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  changes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Server-sent events: `changed`, `heartbeat`, `reset` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accounts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            users: {
              username: string;
              disabled: boolean;
              roles: (
                | 'intake-clerk'
                | 'resident'
                | 'dispatcher'
                | 'volunteer'
                | 'social-worker'
                | 'courtyard-head'
                | 'grid-worker'
                | 'handler'
                | 'mediator'
                | 'key-holder'
                | 'secretary'
                | 'auditor'
                | 'admin'
                | 'service'
              )[];
              posts: string[];
            }[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  addUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          username: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Add an account */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description username-taken */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  disableUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Disable an account and end its sessions */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  enableUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Enable a disabled account again, without its tokens of before */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  setPassword: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
        };
      };
    };
    responses: {
      /** @description Set a password and end all sessions of the account */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Tokens of scripts, without the tokens themselves */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tokens: {
              name: string;
              account: string;
              createdAt: string;
              createdBy?: string;
            }[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  addToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          account: string;
        };
      };
    };
    responses: {
      /** @description A token with which a script acts as an account; shown once */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            name: string;
            account: string;
            token: string;
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description token-name-taken */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revokeToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description End a token */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description access-not-recorded */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listAccess: {
    parameters: {
      query?: {
        caseId?: string;
        actor?: string;
        from?: string;
        to?: string;
        cursor?: string;
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who opened personal data, of what, when and why, newest first; never what they saw */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accesses: {
              at: string;
              actor: {
                id: string;
                /** @enum {string} */
                role:
                  | 'intake-clerk'
                  | 'resident'
                  | 'dispatcher'
                  | 'volunteer'
                  | 'social-worker'
                  | 'courtyard-head'
                  | 'grid-worker'
                  | 'handler'
                  | 'mediator'
                  | 'key-holder'
                  | 'secretary'
                  | 'auditor'
                  | 'admin'
                  | 'service';
              };
              caseId?: string;
              stream: string;
              fields: string[];
              /** @enum {string} */
              purpose:
                | 'contact'
                | 'visit'
                | 'check'
                | 'follow-up'
                | 'audit'
                | 'own-case'
                | 'case-work'
                | 'administration';
            }[];
            next?: string;
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ownAccesses: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          number: string;
          trackingCode: string;
        };
      };
    };
    responses: {
      /** @description Who opened a requester’s own data, when and why: by number and tracking code; roles, no names */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accesses: {
              at: string;
              /** @enum {string} */
              role:
                | 'intake-clerk'
                | 'resident'
                | 'dispatcher'
                | 'volunteer'
                | 'social-worker'
                | 'courtyard-head'
                | 'grid-worker'
                | 'handler'
                | 'mediator'
                | 'key-holder'
                | 'secretary'
                | 'auditor'
                | 'admin'
                | 'service';
              /** @enum {string} */
              purpose:
                | 'contact'
                | 'visit'
                | 'check'
                | 'follow-up'
                | 'audit'
                | 'own-case'
                | 'case-work'
                | 'administration';
              what: ('identity' | 'words' | 'door' | 'tracking-code')[];
            }[];
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description store-unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listParked: {
    parameters: {
      query?: {
        consumer?: string;
        stream?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Events that a consumer could not handle */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            parked: {
              consumer: string;
              stream: string;
              revision: number;
              type: string;
              /** @enum {string} */
              because: 'unknown' | 'failed' | 'behind';
              error: string;
              attempts: number;
              parkedAt: string;
            }[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retryParked: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          consumer: string;
          stream: string;
        };
      };
    };
    responses: {
      /** @description Handle a parked stream again, in order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            handled: number;
            left: number;
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  skipParked: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          consumer: string;
          stream: string;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Give up the first parked event of a stream, with a reason */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            handled: number;
            left: number;
          };
        };
      };
      /** @description invalid, malformed-json, body-too-complex */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-signed-in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  live: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The process runs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            live: true;
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  ready: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Requests are welcome; 503 with the same answer where not */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            ready: boolean;
            /** @enum {string} */
            phase: 'starting' | 'running' | 'stopping';
            checks: {
              name: string;
              ok: boolean;
              facts?: {
                [key: string]: string | number | boolean;
              };
            }[];
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  openApi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description This document */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  docs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The API as a page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description invalid */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          username: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Sign in; sets the cookie of the session */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description invalid, malformed-json, body-too-complex, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description wrong-credentials */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description body-too-large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unsupported-media-type */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description too-many-requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sign out */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description invalid, header-missing */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description internal */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
