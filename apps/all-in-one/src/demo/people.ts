import type { INestApplicationContext } from '@nestjs/common';
import type { Call, Caller, CommandRoute, Route } from '@threekeys/http';
import { Access, TableAccess } from '@threekeys/http';
import {
  CaseCommandService,
  CaseImports,
  CaseMerges,
  CaseReports,
  importCase,
  intakeRoutes,
  joinCase,
  mergeCase,
  OrganisationCommandService,
  registerVolunteer,
  reportCase,
  VolunteerCommandService,
} from '@threekeys/intake';
import { derivedId } from '@threekeys/integrity';

export type Body = Readonly<Record<string, unknown>>;

/** Somebody's request: who, which one of theirs, with what in it. */
export interface Request {
  readonly by: string;
  /** What makes it this request and no other: ids follow from it, with the same seed the same. */
  readonly key: readonly string[];
  readonly body: Body;
}

/** What the requester is told. */
export interface Reported {
  readonly caseId: string;
  readonly number: string;
  readonly requesterId: string;
  readonly events: readonly { readonly id: string }[];
}

/** Where they work. */
export interface PeopleAt {
  readonly app: INestApplicationContext;
  readonly operatorToken: string;
  readonly seed: number;
}

/**
 * The demo's people at their work. What they ask for takes the way of a request from where its route has read it: in the role
 * that the permission table finds, answered by the same service. Only the wire is missing.
 */
export class DemoPeople {
  private readonly access: TableAccess;
  private readonly reports: CaseReports;
  private readonly imports: CaseImports;
  private readonly merges: CaseMerges;
  private readonly cases: CaseCommandService;
  private readonly volunteers: VolunteerCommandService;
  private readonly organisation: OrganisationCommandService;

  constructor(private readonly at: PeopleAt) {
    const { app } = at;
    this.access = app.get<unknown, TableAccess>(Access);
    this.reports = app.get(CaseReports);
    this.imports = app.get(CaseImports);
    this.merges = app.get(CaseMerges);
    this.cases = app.get(CaseCommandService);
    this.volunteers = app.get(VolunteerCommandService);
    this.organisation = app.get(OrganisationCommandService);
  }

  async report(request: Request): Promise<Reported> {
    return this.reports.report(await this.called(reportCase, request));
  }

  async join(caseId: string, request: Request): Promise<Reported> {
    return this.reports.join(await this.called(joinCase, request, { caseId }));
  }

  /** @param into the case that goes on for both */
  async merge(caseId: string, request: Request): Promise<void> {
    await this.merges.merge(await this.called(mergeCase, request, { caseId }));
  }

  async import(request: Request): Promise<{ readonly caseId: string }> {
    return this.imports.import(await this.called(importCase, request));
  }

  async act(caseId: string, command: string, request: Request): Promise<void> {
    const route = commandRoute(`/api/cases/{caseId}/commands/${command}`);
    await this.cases.handle(route, await this.called(route, request, { caseId }));
  }

  async registerVolunteer(request: Request): Promise<void> {
    await this.volunteers.register(await this.called(registerVolunteer, request));
  }

  async actOnVolunteer(volunteerId: string, command: string, request: Request): Promise<void> {
    const route = commandRoute(`/api/volunteers/{volunteerId}/commands/${command}`);
    await this.volunteers.handle(route, await this.called(route, request, { volunteerId }));
  }

  async organise(command: string, request: Request): Promise<void> {
    const route = commandRoute(`/api/organisation/commands/${command}`);
    await this.organisation.handle(route, await this.called(route, request));
  }

  private async called<R extends Route>(
    _route: R,
    { by, key, body }: Request,
    params: Body = {},
  ): Promise<Call<R>> {
    const idempotencyKey = derivedId('demo', String(this.at.seed), ...key);
    return {
      ...{ params, query: {}, body, idempotencyKey, language: 'zh' },
      caller: await this.callerNamed(by),
      correlationId: derivedId(idempotencyKey, 'request'),
    } as Call<R>;
  }

  private async callerNamed(name: string): Promise<Caller> {
    const token = this.at.operatorToken;
    const caller =
      name === 'operator'
        ? await this.access.callerOf({ kind: 'bearer', token })
        : await this.access.callerNamed(name);
    if (!caller) throw new Error(`nobody is known as ${name}`);
    return caller;
  }
}

const byPath = new Map(intakeRoutes.map((route) => [route.path, route]));

function commandRoute(path: string): CommandRoute {
  const route = byPath.get(path);
  if (!route) throw new Error(`there is no ${path}`);
  return route as unknown as CommandRoute;
}
