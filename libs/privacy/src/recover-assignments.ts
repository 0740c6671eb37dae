import type { MessageSchemas } from '@threekeys/domain';
import { isSealed, mapPersonal } from '@threekeys/domain';
import { contentOf } from '@threekeys/event-store';
import type { EventStore, GlobalPosition } from '@threekeys/event-store';
import type { LeafContent } from '@threekeys/integrity';
import { plansOf } from './field-sealer';
import type { PersonalPlans } from './field-sealer';
import type { KeyRing } from './key-ring';
import type { Assignment, KeyStore } from './key-store';
import { personOfField } from './person';

const batch = 1000;

/** Whose the keys are that an event uses. */
export function assignmentsIn(content: LeafContent, plans: PersonalPlans): readonly Assignment[] {
  const plan = plans.get(content.type);
  if (!plan) return [];
  const found = new Map<string, Assignment>();
  mapPersonal(plan, content.data, (value, field) => {
    if (isSealed(value)) {
      const { kid } = value.$pii;
      found.set(kid, { kid, stream: content.stream, person: personOfField(field, content) });
    }
    return value;
  });
  return [...found.values()];
}

/**
 * Writes whose keys are that were given out before a crash and not yet written down: the log holds each kid beside its
 * pseudonym. Reads what was appended after the last position that is known to be complete. Run before anything is sealed.
 */
export async function recoverAssignments(
  keys: KeyStore,
  store: EventStore,
  schemas: MessageSchemas,
): Promise<void> {
  const plans = plansOf(schemas);
  const after = (await keys.assignedUpTo()) as GlobalPosition | undefined;
  let waiting: Assignment[] = [];
  let last: GlobalPosition | undefined;
  for await (const event of store.readAll(after)) {
    if (plans.has(event.type)) waiting.push(...assignmentsIn(contentOf(event), plans));
    last = event.position;
    if (waiting.length < batch) continue;
    await keys.assign(waiting);
    waiting = [];
  }
  await keys.assign(waiting);
  if (last !== undefined) await keys.markAssigned(last);
}

/**
 * Writes whose the keys are that were given out, and up to which position of the log nothing is left to recover. Call it
 * now and then, and before closing. A key is in the ring before its event is in the log, so the head is read first.
 */
export async function writeAssignments(ring: KeyRing, keys: KeyStore, store: EventStore): Promise<void> {
  const position = await store.end();
  await ring.flush();
  if (position !== undefined && position !== (await keys.assignedUpTo())) await keys.markAssigned(position);
}
