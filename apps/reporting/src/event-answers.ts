import type { FieldGroup } from '@threekeys/auth';
import type { PersonalField, SealedAt } from '@threekeys/domain';
import { caseEvents, mapPersonal, personalPlan } from '@threekeys/domain';
import type { FiledEvent } from './case-file';
import type { HistoryEvent } from './cases.responses';
import type { Sight, WordsAt } from './sight';

const plans = new Map(Object.entries(caseEvents).map(([type, schema]) => [type, personalPlan(schema)]));

/** Events as one caller sees them: people masked, words opened at once for all of them, the rest absent. */
export async function eventAnswers(events: readonly FiledEvent[], sight: Sight): Promise<HistoryEvent[]> {
  const values = events.flatMap(({ content }) => personalValues(content));
  const texts = await textsOf(values, sight);
  return events.map(({ event, content }) => ({
    id: content.id,
    revision: content.revision,
    type: content.type,
    recordedAt: content.recordedAt,
    occurredAt: content.occurredAt,
    actor: content.actor as HistoryEvent['actor'],
    commandId: content.commandId,
    correlationId: content.correlationId,
    ...(content.causationId === undefined ? {} : { causationId: content.causationId }),
    leafHash: event.leafHash,
    data: withoutPeople(
      mapPersonal(plans.get(content.type), content.data, (value) => texts.get((value as SealedAt).$at)),
      sight,
    ),
  }));
}

interface PersonalValue {
  readonly value: SealedAt;
  readonly field: PersonalField;
}

function personalValues({ type, data }: FiledEvent['content']): readonly PersonalValue[] {
  const found: PersonalValue[] = [];
  mapPersonal(plans.get(type), data, (value, field) => {
    found.push({ value: value as SealedAt, field });
    return value;
  });
  return found;
}

/** By where each value stands. */
async function textsOf(
  values: readonly PersonalValue[],
  sight: Sight,
): Promise<ReadonlyMap<string, string | undefined>> {
  const texts = new Map<string, string | undefined>();
  const words: (WordsAt & { value: SealedAt })[] = [];
  for (const { value, field } of values) {
    const name = field.pointer.slice(field.pointer.lastIndexOf('/') + 1);
    const side = field.of === 'respondent' ? 'respondent' : 'identity';
    if (name === 'name') texts.set(value.$at, await sight.name(value, side));
    else if (name === 'phone') texts.set(value.$at, await sight.phone(value, side));
    else if (name !== 'trackingCode') {
      const group = groupOf(name);
      words.push({ group, name: group, value });
    }
  }
  const opened = await sight.words(words);
  words.forEach(({ value }, index) => texts.set(value.$at, opened[index]));
  return texts;
}

function groupOf(name: string): FieldGroup {
  return name === 'door' || name === 'address' ? 'door' : 'words';
}

/** Who reported, and about whom, are no part of what others see; not even that there was somebody. */
function withoutPeople(data: Readonly<Record<string, unknown>>, sight: Sight): Record<string, unknown> {
  const { requester, requesters, respondent, fields, ...rest } = data;
  return {
    ...rest,
    ...(fields === undefined
      ? {}
      : { fields: withoutPeople(fields as Readonly<Record<string, unknown>>, sight) }),
    ...(sight.sees('identity') && requester !== undefined ? { requester } : {}),
    ...(sight.sees('identity') && requesters !== undefined ? { requesters } : {}),
    ...(sight.sees('respondent') && respondent !== undefined ? { respondent } : {}),
  };
}
