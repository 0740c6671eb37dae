import { Controller, Req, Res } from '@nestjs/common';
import { RulesSource } from '@threekeys/event-store';
import type { CallOf } from '@threekeys/http';
import { Access, credentialsOf, Input, notFound, Serve } from '@threekeys/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CaseAsOf, PastCasePage } from './as-of.responses';
import { CaseLists } from './case-lists';
import { CaseReads } from './case-reads';
import type {
  CaseDetail,
  CaseHistory,
  CaseLeaves,
  CasePage,
  CaseStateAt,
  Revealed,
  WorkPage,
} from './cases.responses';
import { ChangeStream } from './change-stream';
import { communityOf, meOf } from './community-answers';
import type { Community, Me } from './community.responses';
import { DeskList } from './desk-list';
import type { DeskPage, PastDeskPage } from './desk.responses';
import { FollowUpList } from './follow-up-list';
import type { FollowUpPage } from './follow-up.responses';
import { PastCases } from './past-cases';
import { PastDesk } from './past-desk';
import { PolicyPast } from './policy-versions';
import type { PolicyVersion, PolicyVersions } from './policy.responses';
import { Reveals } from './reveals';
import {
  caseAsOf,
  caseHistory,
  caseLeaves,
  casesAtPlace,
  caseState,
  changes,
  listAlerts,
  listCases,
  listFollowUps,
  listPastCases,
  listPolicyVersions,
  listWork,
  readCase,
  readCommunity,
  readDesk,
  readMe,
  readPastDesk,
  readPolicyVersion,
  revealCase,
  searchCases,
} from './routes';
import { WorkList } from './work-list';

@Controller()
export class CasesController {
  constructor(
    private readonly lists: CaseLists,
    private readonly reads: CaseReads,
    private readonly past: PastCases,
    private readonly reveals: Reveals,
  ) {}

  @Serve(casesAtPlace)
  atPlace(@Input() call: CallOf<typeof casesAtPlace>): Promise<CasePage> {
    return this.lists.atPlace(call);
  }

  @Serve(listPastCases)
  listPast(@Input() call: CallOf<typeof listPastCases>): Promise<PastCasePage> {
    return this.past.list(call);
  }

  @Serve(listCases)
  list(@Input() call: CallOf<typeof listCases>): Promise<CasePage> {
    return this.lists.list(call);
  }

  @Serve(listAlerts)
  alerts(@Input() call: CallOf<typeof listAlerts>): Promise<CasePage> {
    return this.lists.alerts(call);
  }

  @Serve(searchCases)
  search(@Input() { caller, query, body }: CallOf<typeof searchCases>): Promise<CasePage> {
    return this.lists.list({ caller, query: { ...query, q: body.q } });
  }

  @Serve(readCase)
  read(@Input() call: CallOf<typeof readCase>): Promise<CaseDetail> {
    return this.reads.detail(call);
  }

  @Serve(caseHistory)
  history(@Input() call: CallOf<typeof caseHistory>): Promise<CaseHistory> {
    return this.reads.history(call);
  }

  @Serve(caseLeaves)
  leaves(@Input() call: CallOf<typeof caseLeaves>): Promise<CaseLeaves> {
    return this.reads.leaves(call);
  }

  @Serve(caseState)
  state(@Input() call: CallOf<typeof caseState>): Promise<CaseStateAt> {
    return this.reads.state(call);
  }

  @Serve(caseAsOf)
  asOf(@Input() call: CallOf<typeof caseAsOf>): Promise<CaseAsOf> {
    return this.reads.asOf(call);
  }

  @Serve(revealCase)
  reveal(@Input() call: CallOf<typeof revealCase>): Promise<Revealed> {
    return this.reveals.reveal(call);
  }
}

/** What people see of their own work. */
@Controller()
export class DeskController {
  constructor(
    private readonly desk: DeskList,
    private readonly past: PastDesk,
    private readonly followUps: FollowUpList,
    private readonly work: WorkList,
  ) {}

  @Serve(readDesk)
  read(@Input() call: CallOf<typeof readDesk>): Promise<DeskPage> {
    return this.desk.page(call);
  }

  @Serve(readPastDesk)
  readPast(@Input() call: CallOf<typeof readPastDesk>): Promise<PastDeskPage> {
    return this.past.page(call);
  }

  @Serve(listFollowUps)
  listFollowUps(@Input() call: CallOf<typeof listFollowUps>): Promise<FollowUpPage> {
    return this.followUps.page(call);
  }

  @Serve(listWork)
  listWork(@Input() call: CallOf<typeof listWork>): Promise<WorkPage> {
    return this.work.list(call);
  }
}

@Controller()
export class CommunityController {
  constructor(
    private readonly rules: RulesSource,
    private readonly policies: PolicyPast,
    private readonly access: Access,
    private readonly stream: ChangeStream,
  ) {}

  @Serve(readCommunity)
  async community(@Input() _call: CallOf<typeof readCommunity>): Promise<Community> {
    return communityOf(await this.rules.current());
  }

  @Serve(listPolicyVersions)
  policyVersions(@Input() _call: CallOf<typeof listPolicyVersions>): Promise<PolicyVersions> {
    return this.policies.list();
  }

  @Serve(readPolicyVersion)
  policyVersion(@Input() call: CallOf<typeof readPolicyVersion>): Promise<PolicyVersion> {
    return this.policies.read(call);
  }

  @Serve(readMe)
  me(@Input() { caller }: CallOf<typeof readMe>): Me {
    return meOf(caller, this.access.everything(caller));
  }

  @Serve(changes)
  changes(
    @Input() { caller }: CallOf<typeof changes>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const credentials = credentialsOf(request);
    if (!credentials) throw notFound();
    this.stream.assertRoom();
    reply.hijack();
    const last = request.headers['last-event-id'];
    const reader = { response: reply.raw, credentials, caller };
    return this.stream.open(reader, typeof last === 'string' ? last : undefined);
  }
}
