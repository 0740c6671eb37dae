import { Controller } from '@nestjs/common';
import type { Role } from '@threekeys/domain';
import type { Call, CallOf } from '@threekeys/http';
import { Access, actorOf, Input, notFound, Serve } from '@threekeys/http';
import { RevealGate } from '@threekeys/privacy';
import type { CaseRow } from '@threekeys/read-models';
import { cases, ReadModels } from '@threekeys/read-models';
import { CaseFirewall } from './case-firewall';
import { MatchingService } from './matching.service';
import { OrderExplanations } from './order-explanations';
import { listVolunteers, orderRankings, readVolunteer, revealVolunteer, whyVolunteer } from './routes';
import { whyAnswer } from './volunteer-answers';
import { VolunteerRegister } from './volunteer-register';
import type {
  OrderRankings,
  RevealedVolunteer,
  VolunteerDetail,
  VolunteerPage,
  WhyAnswer,
} from './volunteers.responses';

/** The register, as staff and volunteers themselves see it. */
@Controller()
export class VolunteersController {
  constructor(
    private readonly register: VolunteerRegister,
    private readonly gate: RevealGate,
    private readonly access: Access,
  ) {}

  @Serve(listVolunteers)
  list(@Input() call: CallOf<typeof listVolunteers>): Promise<VolunteerPage> {
    return this.register.page(call);
  }

  @Serve(readVolunteer)
  async read(@Input() call: CallOf<typeof readVolunteer>): Promise<VolunteerDetail> {
    this.roleFor(call, 'volunteers.read');
    const row = await this.register.row(call.params.volunteerId, call.query.atLeast);
    return this.register.detail(row, call.caller);
  }

  @Serve(revealVolunteer)
  async reveal(@Input() call: CallOf<typeof revealVolunteer>): Promise<RevealedVolunteer> {
    const role = this.roleFor(call, 'volunteers.reveal');
    const row = await this.register.row(call.params.volunteerId);
    const [name, phone] = await this.gate.reveal({
      stream: `volunteer-${row.volunteerId}`,
      fields: [
        { name: 'name', value: row.name },
        { name: 'phone', value: row.phone },
      ],
      actor: actorOf(call.caller, role),
      purpose: call.body.purpose,
    });
    return { name: name?.value ?? null, phone: phone?.value ?? null };
  }

  /** @throws Problem `not-found` */
  private roleFor(
    { caller, params }: Pick<Call, 'caller'> & { params: { volunteerId: string } },
    what: string,
  ): Role {
    const relations = caller.volunteerId === params.volunteerId ? ['any', 'self'] : ['any'];
    const role = this.access.roleFor(caller, what, relations);
    if (!role) throw notFound();
    return role;
  }
}

/** Why somebody was, or was not, found. */
@Controller()
export class WhyController {
  constructor(
    private readonly matching: MatchingService,
    private readonly models: ReadModels,
    private readonly explanations: OrderExplanations,
    private readonly firewall: CaseFirewall,
  ) {}

  @Serve(orderRankings)
  rankings(@Input() call: CallOf<typeof orderRankings>): Promise<OrderRankings> {
    return this.explanations.of(call);
  }

  @Serve(whyVolunteer)
  async why(@Input() { caller, query }: CallOf<typeof whyVolunteer>): Promise<WhyAnswer> {
    const caseId = await this.caseIdOf(query.case);
    await this.firewall.assertMayAskWhy(caller, caseId);
    const why = await this.matching.why(caseId, query.volunteer);
    if (why === 'no-case') throw notFound();
    return whyAnswer(why);
  }

  private async caseIdOf(which: string): Promise<string> {
    if (which.length === 36) return which;
    const { rows } = await this.models.find<CaseRow>(cases.name, { where: { number: which }, limit: 1 });
    const caseId = rows[0]?.row.caseId;
    if (caseId === undefined) throw notFound();
    return caseId;
  }
}
