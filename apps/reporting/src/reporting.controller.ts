import { Controller, Req, Res } from '@nestjs/common';
import { RulesSource } from '@threekeys/event-store';
import type { CallOf } from '@threekeys/http';
import { Access, credentialsOf, Input, notFound, Serve } from '@threekeys/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
import { Reveals } from './reveals';
import {
  caseHistory,
  caseLeaves,
  casesAtPlace,
  caseState,
  changes,
  listCases,
  listWork,
  readCase,
  readCommunity,
  readMe,
  revealCase,
  searchCases,
} from './routes';
import { WorkList } from './work-list';

@Controller()
export class CasesController {
  constructor(
    private readonly lists: CaseLists,
    private readonly reads: CaseReads,
    private readonly reveals: Reveals,
    private readonly work: WorkList,
  ) {}

  @Serve(casesAtPlace)
  atPlace(@Input() call: CallOf<typeof casesAtPlace>): Promise<CasePage> {
    return this.lists.atPlace(call);
  }

  @Serve(listCases)
  list(@Input() call: CallOf<typeof listCases>): Promise<CasePage> {
    return this.lists.list(call);
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

  @Serve(revealCase)
  reveal(@Input() call: CallOf<typeof revealCase>): Promise<Revealed> {
    return this.reveals.reveal(call);
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
    private readonly access: Access,
    private readonly stream: ChangeStream,
  ) {}

  @Serve(readCommunity)
  async community(@Input() _call: CallOf<typeof readCommunity>): Promise<Community> {
    return communityOf(await this.rules.current());
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
