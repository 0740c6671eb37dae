import { Injectable } from '@nestjs/common';
import type { Rules } from '@threekeys/domain';
import { EventStore, rulesAsOf } from '@threekeys/event-store';
import type { Caller } from '@threekeys/http';
import { Access, notFound, standingAt } from '@threekeys/http';
import type { Desk } from './desk';
import { desksOf } from './desk';

export interface DeskAsked {
  /** Account or volunteer id; default: the caller. */
  readonly person?: string | undefined;
  readonly asOf: string;
}

/** Desks of the posts, roles and keys that people had at an instant, as far as it was known then. */
@Injectable()
export class DesksAsOf {
  constructor(
    private readonly store: EventStore,
    private readonly access: Access,
  ) {}

  /** @throws Problem `not-found` where the caller may not list that person's work */
  async of(caller: Caller, { person = caller.id, asOf }: DeskAsked): Promise<Desk> {
    const isOwn = person === caller.id || person === caller.volunteerId;
    if (!isOwn && this.access.roleFor(caller, 'work.list', ['any']) === undefined) throw notFound();
    const rules = await rulesAsOf(this.store, asOf);
    const then = isOwn ? ownerThen(caller, rules, asOf) : somebodyThen(person, rules, asOf);
    return { caller: then, rules, now: asOf, names: desksOf(then, rules) };
  }
}

function ownerThen(caller: Caller, { organisation }: Rules, asOf: string): Caller {
  return caller.isOperator ? caller : { ...caller, ...standingAt(caller.id, organisation, asOf) };
}

function somebodyThen(person: string, { organisation }: Rules, asOf: string): Caller {
  return { id: person, ...standingAt(person, organisation, asOf), volunteerId: person };
}
