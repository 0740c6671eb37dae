import type { PersonalField } from '@threekeys/domain';
import type { PlainEvent } from '@threekeys/event-store';

type Around = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function nearest(
  enclosing: readonly Around[],
  idIn: (object: Around) => string | undefined,
): string | undefined {
  for (const object of [...enclosing].reverse()) {
    const id = idIn(object);
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

const requesterMembers = ['requester', 'requesters', 'requesterId'];

const speaksOfRequester = (object: Around): boolean => requesterMembers.some((member) => member in object);

/** A personal field that nobody around it owns: a fault of the schema. */
export class NobodysField extends Error {
  constructor(type: string, { pointer, of }: PersonalField) {
    super(`${type}${pointer} is personal of a ${of}, and no ${of} is named around it`);
    this.name = 'NobodysField';
  }
}

/** The id of a stream. */
const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/**
 * Under whose key a field is sealed: the pseudonym within the event's stream. Where an event names no requester at all (a
 * note of another system about an imported case), its words are the case's own: under the key of the stream's id.
 * @throws NobodysField
 */
export function personOfField(
  field: PersonalField,
  { type, stream, actor }: Pick<PlainEvent, 'type' | 'stream' | 'actor'>,
): string {
  const { of, enclosing } = field;
  const found = {
    subject: () => nearest(enclosing, ({ subjectId }) => text(subjectId)),
    respondent: () => nearest(enclosing, ({ respondentId }) => text(respondentId)),
    requester: () =>
      nearest(enclosing, requesterOf) ?? (enclosing.some(speaksOfRequester) ? undefined : idOf(stream)),
    volunteer: () => nearest(enclosing, ({ volunteerId }) => text(volunteerId)) ?? idOf(stream),
    speaker: () => actor.onBehalfOf ?? actor.id,
  }[of]();
  if (found === undefined) throw new NobodysField(type, field);
  return found;
}
