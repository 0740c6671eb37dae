import type { MessageSchemas, PersonalPlan } from '@threekeys/domain';
import { isSealed, mapPersonal, personalPlan } from '@threekeys/domain';
import { Sealer } from '@threekeys/event-store';
import type { PlainEvent, SealedEvent } from '@threekeys/event-store';
import { commitmentOf, sealText } from './envelope';
import type { KeyRing } from './key-ring';
import type { DataKey } from './key-store';
import { personOfField } from './person';

/** The plans of many schemas by event type. */
export type PersonalPlans = ReadonlyMap<string, PersonalPlan>;

export function plansOf(schemas: MessageSchemas): PersonalPlans {
  const plans = Object.entries(schemas).flatMap(([type, schema]) => {
    const plan = personalPlan(schema);
    return plan ? [[type, plan] as const] : [];
  });
  return new Map(plans);
}

/** A decider put a value from its state into a new event: it would be sealed for another place, and could not be opened. */
export class SealedAlready extends Error {
  constructor(type: string, pointer: string) {
    super(`${type}${pointer} is sealed already; an event takes personal data as it was spoken`);
    this.name = 'SealedAlready';
  }
}

/** Seals by the schemas of the events. */
export class FieldSealer extends Sealer {
  constructor(
    private readonly ring: KeyRing,
    private readonly plans: PersonalPlans,
  ) {
    super();
  }

  async seal(
    events: readonly PlainEvent[],
    introduced: ReadonlySet<string>,
  ): Promise<readonly SealedEvent[]> {
    const committed = new Set(introduced);
    const sealed: SealedEvent[] = [];
    for (const event of events) sealed.push(await this.sealOne(event, committed));
    return sealed;
  }

  private async sealOne(event: PlainEvent, committed: Set<string>): Promise<SealedEvent> {
    const plan = this.plans.get(event.type);
    if (!plan) return event;
    const keys = await this.keysFor(event, plan);
    const used = new Map<string, DataKey>();
    const data = mapPersonal(plan, event.data, (value, field) => {
      const key = keys.get(personOfField(field, event));
      if (!key) throw new Error(`no key for ${event.type}${field.pointer}`);
      used.set(key.kid, key);
      return sealText(String(value), key, { eventId: event.id, pointer: field.pointer });
    });
    const fresh = [...used.values()].filter(({ kid }) => !committed.has(kid));
    for (const { kid } of fresh) committed.add(kid);
    if (fresh.length === 0) return { ...event, data };
    return { ...event, data, keys: fresh.map((key) => ({ kid: key.kid, commitment: commitmentOf(key) })) };
  }

  /** By person. @throws SealedAlready, NobodysField */
  private async keysFor(event: PlainEvent, plan: PersonalPlan): Promise<ReadonlyMap<string, DataKey>> {
    const people = new Set<string>();
    mapPersonal(plan, event.data, (value, field) => {
      if (isSealed(value)) throw new SealedAlready(event.type, field.pointer);
      people.add(personOfField(field, event));
      return value;
    });
    const keys = new Map<string, DataKey>();
    const begins = event.revision === 0;
    for (const person of people) keys.set(person, await this.ring.of(event.stream, person, begins));
    return keys;
  }
}
