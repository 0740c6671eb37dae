import type { JointResolution, ReportedCase } from '@threekeys/domain';
import { currentRound, holderOf, Party, sheetKeyOf } from '@threekeys/domain';
import type { Caller } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';
import type { LinkedCase } from './linked-cases';

/** Which key a link is about: one party's, on one version of a plan, in the hands of one person. */
export interface KeyNamed {
  readonly round: number;
  readonly version: number;
  readonly party: Party;
  /** Tells one holder from another, and says of nobody who they are. */
  readonly holderTag: string;
  /** Who asked for the link, as it stands in the address: nobody else can read it. */
  readonly askedBy?: string;
}

/** A key in the hands of whoever holds it now. */
export interface KeyInHand {
  readonly linked: LinkedCase;
  readonly named: KeyNamed;
  readonly joint: JointResolution;
  readonly holder: Caller;
}

export type KeyEnding = 'ended' | 'replaced' | 'open' | 'handedOver';

/** What stands in the address of a link after the case. */
export const idsOfKey = ({ round, version, party, holderTag, askedBy }: KeyNamed): readonly string[] => [
  String(round),
  String(version),
  party,
  holderTag,
  ...(askedBy === undefined ? [] : [askedBy]),
];

/** Undefined where these are not the ids of a key. */
export function keyNamedBy([round, version, party, holderTag, askedBy]: readonly string[]):
  KeyNamed | undefined {
  const known = Party.safeParse(party);
  if (!known.success || holderTag === undefined) return undefined;
  const named = { round: Number(round), version: Number(version), party: known.data, holderTag };
  return askedBy === undefined ? named : { ...named, askedBy };
}

/** The key of a party on the plan that is on the table, as a link to it names it; undefined where there is nothing to say. */
export function keyAwaited(linked: LinkedCase, party: Party): KeyNamed | undefined {
  const { state } = linked;
  const { round, joint } = currentRound(state);
  const holder = joint && holderOf(party, { joint, state }, linked);
  if (!joint?.plan || holder === undefined || !joint.parties.includes(party)) return undefined;
  const named = { round, version: joint.plan.version, party, holderTag: holderTagOf(linked, party, holder) };
  return typeof keyInHand(linked, named) === 'string' ? undefined : named;
}

/** The key, or why there is none any longer. */
export function keyInHand(linked: LinkedCase, named: KeyNamed): KeyInHand | KeyEnding {
  const { state } = linked;
  const { joint, round } = currentRound(state);
  if (!joint || round !== named.round) return 'ended';
  const ending = endingOf(joint, state, named);
  if (ending) return ending;
  const { party } = named;
  const holder = holderOf(party, { joint, state }, linked);
  if (holder === undefined || holderTagOf(linked, party, holder) !== named.holderTag) return 'handedOver';
  return { linked, named, joint, holder: keyHolder(holder, party, state) };
}

function endingOf(
  joint: JointResolution,
  { status }: ReportedCase,
  { version, party }: KeyNamed,
): KeyEnding | undefined {
  const { lock, plan } = joint;
  if (lock === 'open') return mayObject(joint, { status, party, version }) ? undefined : 'open';
  if (status !== 'awaiting-keys' || lock === 'failed' || !plan) return 'ended';
  return plan.version === version ? undefined : 'replaced';
}

type OfKey = Pick<ReportedCase, 'status'> & Pick<KeyNamed, 'party' | 'version'>;

/** Whoever did not sign what staff wrote down says so also once the lock is open. */
function mayObject(joint: JointResolution, { status, party, version }: OfKey): boolean {
  return joint.plan?.version === version && sheetKeyOf(party, { joint, status }) !== undefined;
}

const holderTagOf = ({ caseId }: LinkedCase, party: Party, holder: string): string =>
  derivedId(caseId, 'key-link', party, holder).slice(0, 8);

function keyHolder(id: string, party: Party, { place }: ReportedCase): Caller {
  return { id, grants: [{ role: 'key-holder', scope: place.compound, party }], posts: [], channel: 'link' };
}
