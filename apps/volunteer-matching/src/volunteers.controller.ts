import { Controller } from '@nestjs/common';
import type { Call, CallOf } from '@threekeys/http';
import { Access, actorOf, Input, notFound, Serve, ViewsWait } from '@threekeys/http';
import { Opener, RevealGate } from '@threekeys/privacy';
import type { CaseRow, VolunteerRow } from '@threekeys/read-models';
import { cases, ReadModels } from '@threekeys/read-models';
import { MatchingService } from './matching.service';
import { listVolunteers, readVolunteer, revealVolunteer, whyVolunteer } from './routes';
import { detailOf, lineOf, whyAnswer } from './volunteer-answers';
import { VolunteerQueries } from './volunteer.queries';
import type { RevealedVolunteer, VolunteerDetail, VolunteerPage, WhyAnswer } from './volunteers.responses';

const limitByDefault = 50;

/** The register, as staff and volunteers themselves see it. */
@Controller()
export class VolunteersController {
  constructor(
    private readonly queries: VolunteerQueries,
    private readonly gate: RevealGate,
    private readonly access: Access,
    private readonly opener: Opener,
    private readonly wait: ViewsWait,
  ) {}

  @Serve(listVolunteers)
  async list(@Input() { query }: CallOf<typeof listVolunteers>): Promise<VolunteerPage> {
    const { atLeast, limit = limitByDefault, ...search } = query;
    await this.wait.atLeast(atLeast);
    const { rows, next } = await this.queries.find({ ...defined(search), limit });
    return { volunteers: await Promise.all(rows.map(({ row }) => lineOf(row, this.opener))), next };
  }

  @Serve(readVolunteer)
  async read(@Input() call: CallOf<typeof readVolunteer>): Promise<VolunteerDetail> {
    await this.wait.atLeast(call.query.atLeast);
    const { row } = await this.known(call, 'volunteers.read');
    return detailOf(row, this.opener);
  }

  @Serve(revealVolunteer)
  async reveal(@Input() call: CallOf<typeof revealVolunteer>): Promise<RevealedVolunteer> {
    const { row, role } = await this.known(call, 'volunteers.reveal');
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

  /** @throws Problem `not-found` where there is no such volunteer, or none for this caller */
  private async known(
    { caller, params }: Pick<Call, 'caller'> & { params: { volunteerId: string } },
    what: string,
  ): Promise<{ row: VolunteerRow; role: NonNullable<ReturnType<Access['roleFor']>> }> {
    const row = await this.queries.get(params.volunteerId);
    const relations = caller.volunteerId === params.volunteerId ? ['any', 'self'] : ['any'];
    const role = this.access.roleFor(caller, what, relations);
    if (!row || !role) throw notFound();
    return { row, role };
  }
}

/** Why somebody was, or was not, found. */
@Controller()
export class WhyController {
  constructor(
    private readonly matching: MatchingService,
    private readonly models: ReadModels,
  ) {}

  @Serve(whyVolunteer)
  async why(@Input() { query }: CallOf<typeof whyVolunteer>): Promise<WhyAnswer> {
    const why = await this.matching.why(await this.caseIdOf(query.case), query.volunteer);
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

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(search: T): Defined<T> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Defined<T>;
}
