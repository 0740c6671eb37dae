import type { Markup, MarkupPart } from '@threekeys/http';
import { markup } from '@threekeys/http';
import type { JointResolution, Party } from '@threekeys/domain';
import { entryOf, reservedBy, sheetKeyOf } from '@threekeys/domain';
import { Fields, formOf } from './form';
import type { KeyInHand } from './key-in-hand';
import type { Visit } from './visit';
import type { Wording } from './wording';

/** Whose keys are turned, until when the others have, and what this holder can do. */
export function keyForms(key: KeyInHand, wording: Wording, visit: Visit): Markup {
  const { joint, named } = key;
  const { t } = visit;
  const keys = joint.parties.map((party) => {
    const own = party === named.party && t.key.you;
    return markup`<li>${t.key.parties[party]}${own}: ${stateOf(party, joint, wording, t)}</li>`;
  });
  return markup`<ul>
      ${keys}
    </ul>
    ${sheetForm(key, visit)}
    ${joint.lock !== 'open' && (mayAnswer(key) ? answers(key, visit) : markup`<p>${t.key.assembly}</p>`)}`;
}

/** 异议: whoever did not sign what staff wrote down says so, also once the lock is open. */
function sheetForm({ joint, named, linked }: KeyInHand, visit: Visit): MarkupPart {
  const sheet = sheetKeyOf(named.party, { joint, status: linked.state.status })?.sheet;
  if (!sheet) return undefined;
  const { sheet: t } = visit.t.key;
  const act = 'object';
  const fields = new Fields(visit).words({ act, name: 'words', label: t.words, isOptional: true });
  return markup`<h2>${t.title}</h2>
    <p>${t.text(entryOf(t.channels, sheet.channel) ?? sheet.channel, sheet.minutes)}</p>
    ${formOf({ act, button: t.object, fields, isQuiet: true })}`;
}

type KeyState = 'turned' | 'refused' | 'awaited';

function keyStateOf(party: Party, { keys, refusals }: JointResolution): KeyState {
  if (keys.some((each) => each.party === party)) return 'turned';
  return refusals.includes(party) ? 'refused' : 'awaited';
}

function stateOf(party: Party, joint: JointResolution, wording: Wording, t: Visit['t']): string {
  const state = keyStateOf(party, joint);
  const clock = joint.clocks.find((each) => each.party === party);
  if (state !== 'awaited' || !clock) return t.key.states[state];
  const due = clock.overdue ? t.key.overdue : t.key.due(wording.time(clock.dueAt));
  return `${t.key.states[state]}, ${due}`;
}

/** What the law reserves to all owners, their committee does not answer for them. */
function mayAnswer({ named, joint: { plan }, linked: { state, rules } }: KeyInHand): boolean {
  return named.party !== 'owners' || !plan || reservedBy(plan, state, { rules }) === undefined;
}

function answers({ joint, named, linked }: KeyInHand, visit: Visit): MarkupPart {
  const { t } = visit;
  const state = keyStateOf(named.party, joint);
  const act = 'refuse';
  const fields = new Fields(visit);
  const reasons = linked.rules.policy.grounds.keyRefusal.map(
    (code) => [code, entryOf(t.key.reasons, code) ?? code] as const,
  );
  const why = [
    fields.select({ act, name: 'reason', label: t.key.reason }, reasons),
    fields.words({ act, name: 'words', label: t.key.words, isOptional: true }),
  ];
  return [
    state === 'turned' && markup`<p>${t.key.turned}</p>`,
    state === 'refused' && markup`<p>${t.key.refusedNow}</p>`,
    turnForm(joint, state, visit),
    markup`<h2>${t.key.refuse}</h2>
      ${formOf({ act, button: t.key.refuse, fields: why, isQuiet: true })}`,
  ];
}

function turnForm({ plan }: JointResolution, state: KeyState, { t }: Visit): MarkupPart {
  if (plan?.assembly === 'rejected') return markup`<p>${t.key.rejected}</p>`;
  return state !== 'turned' && formOf({ act: 'turn', button: t.key.turn });
}
