import type { CaseEvent, ReportedCase } from '@threekeys/domain';
import { allowedCommands, caseDecider, isRefusal } from '@threekeys/domain';
import * as a from '@threekeys/domain/fixtures';
import { caseRules } from '@threekeys/domain/fixtures';
import type { CaseRow } from '@threekeys/read-models';
import { cases, desks } from '@threekeys/read-models';
import { array, assert, integer, property } from 'fast-check';
import type { Desk } from '../../apps/reporting/src/desk';
import { stepsOf } from '../../apps/reporting/src/desk-steps';
import type { Transition } from '../../libs/domain/src/case/random-case.fixtures';
import { play, sealed } from '../../libs/domain/src/case/random-case.fixtures';

// What a desk offers is what the decider allows: whatever has happened to a case, and whoever looks.

/** The row after each command of a history, with the case as the decider sees it then. */
function* storyOf(
  transitions: readonly Transition[],
): Generator<{ row: CaseRow; state: ReportedCase; now: string }> {
  let row: CaseRow | null = null;
  let revision = 0;
  for (const { result, after, context } of transitions) {
    if (result instanceof Error || isRefusal(result)) continue;
    for (const event of result)
      row = cases.evolve(row, viewEvent(event, context.now, (revision += 1)), 'case');
    if (row && after.status !== 'unreported') yield { row, state: after, now: context.now };
  }
}

function viewEvent(event: CaseEvent, at: string, revision: number) {
  const { type, data } = sealed(event);
  return {
    ...{ id: 'event', stream: 'case-spec', revision, type, recordedAt: at, occurredAt: at, actor: {} },
    data: data as Readonly<Record<string, unknown>>,
  };
}

/** Everybody who has to do with a case, and a dispatcher. */
function lookingAt(row: CaseRow): Desk['caller'][] {
  const { orders, accountablePerson, accountablePost, joint, compound } = row;
  const holders = Object.values(caseRules.compounds[compound]?.parties ?? {}).flatMap(
    ({ holder }) => holder ?? [],
  );
  const people = [
    ...orders.flatMap(({ assignee }) => (assignee.kind === 'post' ? [assignee.person] : [])),
    ...(joint?.standIns.map(({ person }) => person) ?? []),
    ...holders,
  ];
  const volunteers = orders.flatMap(({ offers }) => offers.map(({ volunteerId }) => volunteerId));
  return [
    { id: accountablePerson, posts: [{ post: accountablePost, unit: 'u' }], grants: [] },
    { id: 'somebody', posts: [], grants: [{ role: 'dispatcher' }] },
    ...people.map((id) => ({ id, posts: [], grants: [] })),
    ...volunteers.map((volunteerId) => ({ id: volunteerId, volunteerId, posts: [], grants: [] })),
  ];
}

/** As if everybody who has it by a post had left. */
function passesOn({ turns }: CaseRow, { grants }: Desk['caller']): readonly string[] {
  const isDispatcher = grants.some(({ role }) => role === 'dispatcher');
  return isDispatcher ? turns.filter((each) => /^(answers|works|role):/.test(each)) : [];
}

const tape = array(integer({ min: 0, max: 2 ** 31 - 1 }), { minLength: 20, maxLength: 60 });

/** What is wrong with a desk, in words. */
function faultsOf(row: CaseRow, desk: Desk, allowed: readonly string[]): string[] {
  return stepsOf(row, desk).flatMap(({ commands, party, offerId }) => {
    const refused = commands.filter((command) => !allowed.includes(command));
    const names = [
      ...(party && commands.includes('TurnKey')
        ? [desks.party(row.compound, party), desks.person(desk.caller.id)]
        : []),
      ...(offerId !== undefined && commands.includes('AcceptOffer')
        ? [desks.volunteer(desk.caller.volunteerId ?? '')]
        : []),
    ];
    const isThere = names.length === 0 || names.some((name) => row.turns.includes(name));
    return [
      ...refused.map((command) => `${command} is not allowed in ${row.status}`),
      ...(isThere ? [] : [`${commands.join()} is on no desk of ${desk.caller.id}`]),
    ];
  });
}

describe('the steps of a desk', () => {
  it('are commands that the case allows, and lie on the desk of who may give them, in every history', () => {
    const seen = new Set<string>();
    assert(
      property(tape, (numbers) => {
        for (const { row, state, now } of storyOf(play(caseDecider, numbers))) {
          const allowed = allowedCommands(state);
          for (const caller of lookingAt(row)) {
            const desk = { caller, rules: caseRules, now, names: passesOn(row, caller) };
            for (const { commands } of stepsOf(row, desk)) commands.forEach((each) => seen.add(each));
            expect(faultsOf(row, desk, allowed)).toEqual([]);
          }
        }
      }),
      { numRuns: 40, seed: 20261126, endOnFailure: true },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['AcceptCase', 'CheckResult', 'ReportResult', 'RecordFollowUp', 'AcceptOffer']),
    );
    expect([...seen]).toEqual(expect.arrayContaining(['TurnKey', 'ProposePlan', 'AnswerRequester']));
    expect([...seen]).toEqual(expect.arrayContaining(['TransferAccountability', 'ReassignWorkOrder']));
  });
});

describe('the desk of who answers for a case that goes on elsewhere', () => {
  const clerk: Desk['caller'] = { id: 'clerk', posts: [{ post: 'desk', unit: 'home' }], grants: [] };
  const desk: Desk = { caller: clerk, rules: caseRules, now: a.theStart, names: [] };
  const toldOf = (subjectOf: 'referral' | 'merge') => a.requesterAnswered({ subjectOf });

  function commandsAfter(...events: readonly CaseEvent[]): readonly string[] {
    const row = events.reduce<CaseRow | null>(
      (before, event, i) => cases.evolve(before, viewEvent(event, a.theStart, i + 1), 'case'),
      null,
    );
    return stepsOf(row!, desk).flatMap(({ commands }) => commands);
  }

  it('begins with telling each requester so, of every referral and of a merge', () => {
    const referred = [a.caseReported(), a.caseReferred()];
    expect(commandsAfter(...referred)).toEqual(['AnswerRequester', 'RecordReferralAnswer']);
    expect(commandsAfter(...referred, toldOf('referral'))).toEqual(['RecordReferralAnswer']);
    const again = [
      ...referred,
      toldOf('referral'),
      a.referralAnswered({ accepted: false }),
      a.caseReferred(),
    ];
    expect(commandsAfter(...again)).toEqual(['AnswerRequester', 'RecordReferralAnswer']);
    const merged = [a.caseReported(), a.caseMerged()];
    expect(commandsAfter(...merged)).toEqual(['AnswerRequester', 'RecordContact']);
    expect(commandsAfter(...merged, toldOf('merge'))).toEqual([]);
  });
});
