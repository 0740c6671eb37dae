import type { PersonalField } from '@threekeys/domain';
import type { PlainEvent } from '@threekeys/event-store';

type Around = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function nearest(
  enclosing: readonly Around[],
  idOf: (object: Around) => string | undefined,
): string | undefined {
  for (const object of [...enclosing].reverse()) {
    const id = idOf(object);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** `requesterId` of the object itself, of its `requester`, or of the first of its `requesters`. */
function requesterOf(object: Around): string | undefined {
  const { requester, requesters } = object;
  const first = Array.isArray(requesters) ? (requesters[0] as Around | undefined) : undefined;
  return (
    text(object.requesterId) ??
    text((requester as Around | undefined)?.requesterId) ??
    text(first?.requesterId)
  );
}

/** A personal field that nobody around it owns: a fault of the schema. */
export class NobodysField extends Error {
  constructor(type: string, { pointer, of }: PersonalField) {
    super(`${type}${pointer} is personal of a ${of}, and no ${of} is named around it`);
    this.name = 'NobodysField';
  }
}

/** Under whose key a field is sealed: the pseudonym within the event's stream. @throws NobodysField */
export function personOfField(
  field: PersonalField,
  { type, stream, actor }: Pick<PlainEvent, 'type' | 'stream' | 'actor'>,
): string {
  const { of, enclosing } = field;
  const found = {
    subject: () => nearest(enclosing, ({ subjectId }) => text(subjectId)),
    respondent: () => nearest(enclosing, ({ respondentId }) => text(respondentId)),
    requester: () => nearest(enclosing, requesterOf),
    volunteer: () =>
      nearest(enclosing, ({ volunteerId }) => text(volunteerId)) ?? stream.slice(stream.indexOf('-') + 1),
    speaker: () => actor.onBehalfOf ?? actor.id,
  }[of]();
  if (found === undefined) throw new NobodysField(type, field);
  return found;
}
