import {
  caseEvents,
  catalogueEvents,
  compoundEvents,
  installationEvents,
  matchEvents,
  newestSchemas,
  organisationEvents,
  policyEvents,
  volunteerEvents,
  withOrigins,
} from '@threekeys/domain';
import type { MessageSchemas } from '@threekeys/domain';
import type { RecordedEvent } from '@threekeys/event-store';
import { decodeLeaf, leafIn } from '@threekeys/integrity';
import type { LeafContent } from '@threekeys/integrity';
import type { ViewEvent } from './projection';

/** By category: the event types that this version can read, and the highest schema of each. */
export type KnownEvents = ReadonlyMap<string, ReadonlyMap<string, number>>;

const schemasOf = (messages: MessageSchemas): ReadonlyMap<string, number> =>
  new Map(Object.keys(messages).map((type) => [type, newestSchemas[type] ?? 1]));

/** What the domain of this version knows. */
export const knownEvents: KnownEvents = new Map(
  Object.entries({
    case: caseEvents,
    volunteer: volunteerEvents,
    organisation: organisationEvents,
    compound: compoundEvents,
    catalogue: catalogueEvents,
    policy: policyEvents,
    installation: installationEvents,
    match: matchEvents,
  }).map(([category, messages]) => [category, schemasOf(messages)]),
);

/** Written by a newer version: its stream halts until this one is upgraded. */
export class UnknownEvent extends Error {
  constructor(type: string, schema: number) {
    super(`this version does not know ${type} of schema ${schema}`);
    this.name = 'UnknownEvent';
  }
}

export function categoryOf(stream: string): string {
  const dash = stream.indexOf('-');
  return dash < 0 ? stream : stream.slice(0, dash);
}

const sealedText = '"$pii"';
const sealedMark = Buffer.from(sealedText, 'utf8');

/** Opens the leaf once for all projections; sealed values are told where they stand. @throws UnknownEvent, NotALeaf */
export function viewEventOf(event: RecordedEvent, known: KnownEvents): ViewEvent {
  const content = decodeLeaf(event.bytes);
  checkKnown(content, known);
  if (event.bytes.includes(sealedMark)) markOrigins(`${content.id}#`, content.data);
  return content;
}

/** The same where it is known what the event says; what is given stays as it is. @throws UnknownEvent */
export function viewEventSaying(event: RecordedEvent, said: LeafContent, known: KnownEvents): ViewEvent {
  checkKnown(said, known);
  return event.bytes.includes(sealedMark) ? { ...said, data: withOrigins(said.id, said.data) } : said;
}

/** The same of a leaf that was read as text. @throws UnknownEvent, NotALeaf */
export function viewEventIn(leaf: string, known: KnownEvents): ViewEvent {
  const content = leafIn(leaf);
  checkKnown(content, known);
  if (leaf.includes(sealedText)) markOrigins(`${content.id}#`, content.data);
  return content;
}

function checkKnown({ stream, type, schema }: LeafContent, known: KnownEvents): void {
  const newest = known.get(categoryOf(stream))?.get(type);
  if (newest === undefined || schema > newest) throw new UnknownEvent(type, schema);
}

/** `withOrigins` of the domain, in place: nobody else holds what was just parsed. */
function markOrigins(place: string, value: object): void {
  for (const key of Object.keys(value)) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof member !== 'object' || member === null) continue;
    const at = `${place}/${key.includes('/') || key.includes('~') ? escaped(key) : key}`;
    if ('$pii' in member) Object.assign(member, { $at: at });
    else markOrigins(at, member);
  }
}

/** RFC 6901, section 3. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
