import fc from 'fast-check';
import type { Category } from '../catalogue/catalogue.messages';
import type { DecisionContext } from '../decider';
import { isRefusal } from '../refusals';
import type { Rules } from '../rules';
import { caseCommands, type CaseCommandType } from './case.commands';
import { caseDecider } from './case.decider';
import type { CaseEvent, CaseEventType } from './case.events';
import * as a from './case.fixtures';
import { historyOf, invariants, violationsOf, type InvariantName } from './case.invariants.fixtures';
import { caseRefusals } from './case.refusals';
import type { Case, JointResolution, ReportedCase } from './case.state';
import { statusTable } from './case.status';
import { currentRound } from './openings';
import { play, type CaseDecider, type Transition } from './random-case.fixtures';
import { reworkOrdered } from './seats';

const seed = Number(process.env.THREEKEYS_SEED ?? 20_260_302);
const sequences = 10_000;

/** Each number is one command; see `play`. */
const tape = fc.noBias(fc.array(fc.integer(), { minLength: 22, maxLength: 44, size: 'max' }));

const told = ({ before, command, context, result, after }: Transition): string =>
  `${context.now} ${before.status} · ${context.by.id}: ${command.type} ${JSON.stringify(command.data)} → ` +
  `${result instanceof Error ? result.message : JSON.stringify(result)} · ${after.status}`;

describe('random histories of a case', () => {
  const tally = new Map(Object.keys(caseCommands).map((type) => [type, { recorded: 0, refused: 0 }]));
  const lengths: number[] = [];
  const moves = new Set<string>();
  const refused = new Set<string>();

  const count = ({ before, command, result, after }: Transition): void => {
    const counts = tally.get(command.type)!;
    if (result instanceof Error) return;
    if (isRefusal(result)) {
      counts.refused += 1;
      refused.add(result.refused);
      return;
    }
    moves.add(`${before.status} ${command.type} ${after.status}`);
    if (result.length > 0) counts.recorded += 1;
  };

  it(`keep every invariant in ${String(sequences)} sequences (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(tape, (numbers) => {
        const transitions = play(caseDecider, numbers);
        lengths.push(transitions.length);
        transitions.forEach(count);
        const history = historyOf(caseDecider, transitions);
        const violated = violationsOf(history);
        if (violated.length === 0) return;
        const what = violated.map((name) => `${name}: ${invariants[name](history) ?? ''}`);
        throw new Error([...what, ...transitions.map(told)].join('\n'));
      }),
      { seed, numRuns: sequences },
    );
  });

  it('are of a median length of at least 20', () => {
    expect(lengths).toHaveLength(sequences);
    const sorted = lengths.toSorted((x, y) => x - y);
    expect(sorted[sequences / 2]).toBeGreaterThanOrEqual(20);
  });

  it('record and refuse every command at least 100 times', () => {
    expect([...tally].filter(([, { recorded, refused: no }]) => recorded < 100 || no < 100)).toEqual([]);
  });

  it('take every way of the state table', () => {
    const ways = Object.entries(statusTable).flatMap(([status, { commands }]) =>
      Object.entries(commands).flatMap(([command, leadsTo]) =>
        leadsTo.map((target) => `${status} ${command} ${target}`),
      ),
    );
    expect(ways.filter((way) => !moves.has(way))).toEqual([]);
  });

  it('meet every refusal of a case', () => {
    expect(Object.keys(caseRefusals).filter((code) => !refused.has(code))).toEqual([]);
  });
});

type Decide = CaseDecider['decide'];

/** Decides some commands on another case, or under other rules, than those that are. */
const believing = (
  commands: readonly CaseCommandType[],
  change: (state: ReportedCase, context: DecisionContext) => Partial<ReportedCase>,
): CaseDecider => ({
  ...caseDecider,
  decide: (command, state, context) => {
    const deceived = commands.includes(command.type) && state.status !== 'unreported';
    return caseDecider.decide(command, deceived ? { ...state, ...change(state, context) } : state, context);
  },
});

const under = (change: (context: DecisionContext) => Partial<DecisionContext>): CaseDecider => ({
  ...caseDecider,
  decide: (command, state, context) => caseDecider.decide(command, state, { ...context, ...change(context) }),
});

const categoriesAs = (change: Partial<Category>) =>
  under(({ rules }) => {
    const { categories } = rules.catalogue;
    const changed = Object.fromEntries(
      Object.entries(categories).map(([code, each]) => [code, { ...each, ...change }]),
    );
    return { rules: { ...rules, catalogue: { ...rules.catalogue, categories: changed } } };
  });

const policyAs = (change: (policy: Rules['policy']) => Partial<Rules['policy']>) =>
  under(({ rules }) => ({ rules: { ...rules, policy: { ...rules.policy, ...change(rules.policy) } } }));

/** Records something else than was decided. */
const recording = (
  change: (events: readonly CaseEvent[], state: Case, context: DecisionContext) => readonly CaseEvent[],
): CaseDecider => ({
  ...caseDecider,
  decide: (command, state, context) => {
    const result = caseDecider.decide(command, state, context);
    return isRefusal(result) ? result : change(result, state, context);
  },
});

/** Folds an event of a type to something else. */
const folding = (
  type: CaseEventType | undefined,
  change: (after: ReportedCase, before: Case, event: CaseEvent) => Partial<ReportedCase>,
): CaseDecider => ({
  ...caseDecider,
  evolve: (before, event, context) => {
    const after = caseDecider.evolve(before, event, context);
    if (after.status === 'unreported' || (type !== undefined && event.type !== type)) return after;
    return { ...after, ...change(after, before, event) };
  },
});

const deciding = (decide: (...args: Parameters<Decide>) => ReturnType<Decide> | undefined): CaseDecider => ({
  ...caseDecider,
  decide: (...args) => decide(...args) ?? caseDecider.decide(...args),
});

const withLast = (
  { rounds }: ReportedCase,
  change: (round: ReportedCase['rounds'][number]) => ReportedCase['rounds'][number],
): Pick<ReportedCase, 'rounds'> => ({
  rounds: rounds.map((each, i) =>
    i === rounds.length - 1 ? change(each) : each,
  ) as unknown as ReportedCase['rounds'],
});

const withJoint = (state: ReportedCase, change: Partial<JointResolution>): Pick<ReportedCase, 'rounds'> =>
  withLast(state, (round) => (round.joint ? { ...round, joint: { ...round.joint, ...change } } : round));

let folds = 0;

const planted: readonly (readonly [InvariantName, string, CaseDecider])[] = [
  [
    'exactly one is accountable while it is open',
    'a transfer that is recorded and then forgotten',
    folding('AccountabilityTransferred', (_after, before) => ({
      accountable: (before as ReportedCase).accountable,
    })),
  ],
  [
    'who did it neither checks it nor asks how it went',
    'nobody remembered as having done it',
    believing(['CheckResult', 'RecordFollowUp'], (state) =>
      withLast(state, (round) => ({ ...round, doers: [] })),
    ),
  ],
  [
    'who did it neither checks it nor asks how it went',
    'an attempt to reach somebody taken for no follow-up',
    believing(['RecordContact'], (state) => withLast(state, (round) => ({ ...round, doers: [] }))),
  ],
  [
    'nothing happens before its report, nor a check before its result',
    'a report as old as anything',
    believing(allButReport(), () => ({ reportedAt: '' })),
  ],
  [
    'nothing happens before its report, nor a check before its result',
    'no result remembered',
    believing(['CheckResult', 'RecordFollowUp'], () => ({ resultAt: undefined })),
  ],
  [
    'a company does not check its own work',
    'every check taken for the desk’s',
    deciding((command, state, context) =>
      command.type === 'CheckResult'
        ? caseDecider.decide(command, state, { ...context, by: a.clerk })
        : undefined,
    ),
  ],
  [
    'a round has one live lead order',
    'a lead order taken for a supporting one',
    believing(['DispatchWorkOrder'], (state) =>
      withLast(state, (round) => ({
        ...round,
        orders: round.orders.map((order) => ({ ...order, part: 'support' as const })),
      })),
    ),
  ],
  [
    'seats are taken once, and not beyond their number',
    'a seat for everybody',
    believing(['AcceptOffer', 'OfferToVolunteer'], (state) =>
      withLast(state, (round) => ({
        ...round,
        orders: round.orders.map((order) =>
          order.need ? { ...order, need: { ...order.need, seats: 10 } } : order,
        ),
      })),
    ),
  ],
  [
    'rework is a visit of its own',
    'nobody’s visit over',
    recording((events) =>
      events.filter(({ type, data }) => type !== 'VolunteerReleased' || data.reason !== reworkOrdered),
    ),
  ],
  [
    'rework is a visit of its own',
    'no other time than the first one',
    recording((events) =>
      events.map((each) =>
        each.type === 'ReworkOrdered' ? { ...each, data: { ...each.data, windows: undefined } } : each,
      ),
    ),
  ],
  [
    'an offer is accepted in its time',
    'a clock that stands still',
    deciding((command, state, context) =>
      command.type === 'AcceptOffer'
        ? caseDecider.decide(command, state, { ...context, now: a.theStart })
        : undefined,
    ),
  ],
  [
    'nobody is there long before the agreed time',
    'days before it taken for hours',
    policyAs(({ checkInHoursBefore }) => ({ checkInHoursBefore: 24 * checkInHoursBefore })),
  ],
  [
    'nobody is asked for an order that is over',
    'a result that withdraws no offer',
    recording((events) =>
      events.some(({ type }) => type === 'ResultReported')
        ? events.filter(({ type }) => type !== 'OfferWithdrawn')
        : events,
    ),
  ],
  [
    'nobody is asked while the keys are waited for, or booked for what is over',
    'parties that are convened while somebody is asked',
    recording((events) =>
      events.some(({ type }) => type === 'JointResolutionConvened')
        ? events.filter(({ type }) => type !== 'OfferWithdrawn')
        : events,
    ),
  ],
  [
    'nobody is asked while the keys are waited for, or booked for what is over',
    'a passed check that leaves whoever is booked ahead where they are',
    recording((events) =>
      events.some(({ type }) => type === 'CaseHandled')
        ? events.filter(({ type }) => type !== 'VolunteerReleased')
        : events,
    ),
  ],
  [
    'a closed case was heard by each requester',
    'nobody left to tell',
    believing(['CloseCase'], () => ({ requesters: [] })),
  ],
  [
    'a closed case was heard by each requester',
    'three calls on one day taken for three days',
    believing(['CloseCase'], ({ requesters }) => ({
      requesters: requesters.map((each) => ({
        ...each,
        attempts: each.attempts.flatMap(() => [a.days(0), a.days(1), a.days(2)]),
      })),
    })),
  ],
  [
    'a short way answers everybody',
    'the last requester forgotten',
    recording((events) =>
      events.some(({ type }) => type === 'CaseAnswered' || type === 'CaseHandledOnSpot')
        ? events.slice(0, -1)
        : events,
    ),
  ],
  [
    'short ways are for questions and small things',
    'every category taken for a question that is not sensitive',
    categoriesAs({ kind: 'question', sensitive: false, certifiedLead: false, threeKeys: false }),
  ],
  [
    'clocks are those of the policy',
    'twice the hours',
    policyAs(({ deadlineHours }) => ({
      deadlineHours: { ...deadlineHours, handling: { normal: 336, soon: 144, urgent: 48 } },
    })),
  ],
  [
    'clocks are those of the policy',
    'a report without clocks',
    recording((events) =>
      events.map((each) =>
        each.type === 'CaseReported' ? { ...each, data: { ...each.data, deadlines: [] } } : each,
      ),
    ),
  ],
  [
    'clocks are those of the policy',
    'rework that counts the time in which residents were asked',
    recording((events) =>
      events.map((each) =>
        each.type === 'ReworkOrdered' ? { ...each, data: { ...each.data, deadlines: undefined } } : each,
      ),
    ),
  ],
  [
    'handling runs from the first dispatch of a round',
    'each order begins it anew',
    recording((events, _state, { now }) =>
      events.map((each) =>
        each.type === 'WorkOrderDispatched'
          ? { ...each, data: { ...each.data, deadlines: [...each.data.deadlines, a.clock('handling', now)] } }
          : each,
      ),
    ),
  ],
  [
    'clocks stop and run on with the status',
    'a handling clock that CaseHandled does not stop',
    folding('CaseHandled', ({ deadlines, stopped }) => ({ deadlines: [...stopped, ...deadlines] })),
  ],
  [
    'clocks stop and run on with the status',
    'rework without the handling clock',
    folding('ReworkOrdered', ({ deadlines }) => ({
      deadlines: deadlines.filter(({ name }) => name !== 'handling'),
    })),
  ],
  [
    'clocks stop and run on with the status',
    'an acknowledgement clock that the keys do not stop',
    folding('JointResolutionConvened', ({ deadlines, stopped }) => ({
      deadlines: [...deadlines, ...stopped.filter(({ name }) => name === 'acknowledgement')],
    })),
  ],
  [
    'clocks stop and run on with the status',
    'a clock of escalation that CaseHandled does not stop',
    folding('CaseHandled', ({ deadlines, stopped }) => ({
      deadlines: [...deadlines, ...stopped.filter(({ name }) => name === 'escalation')],
    })),
  ],
  [
    'clocks stop and run on with the status',
    'an import that starts a clock',
    folding('CaseImported', () => ({
      deadlines: [{ ...a.clock('acceptance'), warned: false, breached: false }],
    })),
  ],
  [
    'a timer tells what is due, once',
    'told and forgotten',
    believing(['WarnDeadline', 'BreachDeadline'], ({ deadlines }) => ({
      deadlines: deadlines.map((each) => ({ ...each, warned: false, breached: false })),
    })),
  ],
  [
    'from the second reopening on somebody else handles it',
    'earlier rounds forgotten',
    believing(['DispatchWorkOrder', 'ReassignWorkOrder', 'OfferToVolunteer'], ({ rounds }) => ({
      rounds: rounds.slice(-1) as unknown as ReportedCase['rounds'],
    })),
  ],
  [
    'a climb goes to the level above, which answers for it',
    'a climb without the transfer',
    recording((events) =>
      events.some(({ type }) => type === 'CaseEscalated')
        ? events.filter(({ type }) => type === 'CaseEscalated')
        : events,
    ),
  ],
  [
    'rounds follow each other, the third supervised',
    'reopenings not counted',
    believing(['RequestReopening', 'GrantReopening'], ({ flags }) => ({ flags: { ...flags, reopened: 0 } })),
  ],
  [
    'a request reopens at once only within the term',
    'every end taken for today’s',
    believing(['RequestReopening'], (_state, { now }) => ({ endedAt: now })),
  ],
  [
    'what an earlier round was, it stays',
    'whatever happens is written into the first round, too',
    folding(undefined, ({ rounds: [first, ...others] }) => ({
      rounds: [{ ...first, doers: [...first.doers, 'li'] }, ...others],
    })),
  ],
  [
    'three-key matters get an order behind their open lock alone',
    'no category taken for one that is locked',
    categoriesAs({ threeKeys: false, decisionRule: undefined, kind: 'repair' }),
  ],
  [
    'three-key matters get an order behind their open lock alone',
    'a lock that is still open after a key was taken back',
    believing(['DispatchWorkOrder'], (state) => withJoint(state, { lock: 'open' })),
  ],
  [
    'what it is, and how urgent, is corrected before there is work of it',
    'every case taken for one that waits for its first order',
    believing(['AmendReport'], (state) => ({
      status: 'filed',
      ...withLast(state, (round) => ({ ...round, orders: [], joint: undefined })),
    })),
  ],
  [
    'clocks are those of the policy',
    'a correction of how urgent it is that leaves the clocks where they were',
    recording((events) =>
      events.map((each) =>
        each.type === 'ReportAmended' ? { ...each, data: { ...each.data, deadlines: undefined } } : each,
      ),
    ),
  ],
  [
    'a result rests while its lock is shut',
    'an objection that leaves the result where it was',
    folding('KeyTakenBack', (_after, before) => ({ status: (before as ReportedCase).status })),
  ],
  [
    'a key that was turned in person stands once a result is there',
    'every key taken for one that was written down',
    believing(['TakeKeyBack'], (state) => {
      const keys = currentRound(state).joint?.keys ?? [];
      return withJoint(state, { keys: keys.map((each) => ({ ...each, recorded: true })) });
    }),
  ],
  [
    'clocks are those of the policy',
    'an objection that leaves no time for the follow-up',
    recording((events) =>
      events.map((each) =>
        each.type === 'LockOpened' && each.data.resumes === 'awaiting-follow-up'
          ? { ...each, data: { ...each.data, deadlines: [] } }
          : each,
      ),
    ),
  ],
  [
    'a dispute is led by a mediator and settled, or not',
    'no dispute taken for one',
    categoriesAs({ kind: 'repair' }),
  ],
  [
    'clocks stop and run on with the status',
    'a handling clock that runs in another body',
    folding('CaseReferred', (_after, before) => ({ deadlines: (before as ReportedCase).deadlines })),
  ],
  [
    'two people make it void',
    'who asked for it forgotten',
    believing(['VoidCase'], ({ voidProposed }) =>
      voidProposed ? { voidProposed: { ...voidProposed, by: 'nobody' } } : {},
    ),
  ],
  [
    'a case is archived after the term to reopen it',
    'an end long ago',
    believing(['ArchiveCase'], () => ({ endedAt: '2000-01-01T00:00:00.000Z' })),
  ],
  [
    'what ended is archived in its time',
    'an end of which nobody knows when it is archived',
    recording((events) =>
      events.map((each) =>
        each.type === 'CaseClosed' ? { ...each, data: { ...each.data, archiveAt: undefined } } : each,
      ),
    ),
  ],
  [
    'a merged case goes on in an open one',
    'every case taken for open',
    deciding((command, state, context) =>
      command.type === 'MergeCase'
        ? caseDecider.decide(
            {
              ...command,
              data: { ...command.data, target: { ...a.openTarget, ...command.data.target, open: true } },
            },
            state,
            context,
          )
        : undefined,
    ),
  ],
  [
    'of cases that are merged the oldest goes on',
    'every case taken for the youngest',
    believing(['MergeCase'], () => ({ number: '2026-000009' })),
  ],
  [
    'a merge unveils nothing',
    'nobody taken for shut out',
    believing(['MergeCase'], () => ({ respondent: undefined })),
  ],
  [
    'an urgent matter never climbs',
    'nothing taken for urgent',
    deciding((command, state, context) =>
      command.type === 'EscalateCase'
        ? categoriesAs({ urgency: 'normal' }).decide(command, state, context)
        : undefined,
    ),
  ],
  [
    'the respondent’s side stays out of it',
    'nobody taken for the respondent',
    believing(['DispatchWorkOrder', 'ReassignWorkOrder', 'CheckResult'], () => ({ respondent: undefined })),
  ],
  [
    'a lock opens by all its keys on one version',
    'a lock with one key',
    believing(['TurnKey'], (state) => withJoint(state, { parties: ['branch'] })),
  ],
  [
    'a lock opens by all its keys on one version',
    'a new version that leaves the keys where they are',
    folding('PlanProposed', (after, before) =>
      withJoint(after, { keys: currentRound(before as ReportedCase).joint?.keys ?? [] }),
    ),
  ],
  [
    'keys count on the plan on the table',
    'the hash of the version before',
    recording((events) =>
      events.map((each) =>
        each.type === 'KeyTurned' ? { ...each, data: { ...each.data, planHash: '0'.repeat(64) } } : each,
      ),
    ),
  ],
  [
    'one person turns one key',
    'nobody remembered as having turned one',
    believing(['TurnKey'], (state) => {
      const keys = currentRound(state).joint?.keys ?? [];
      return withJoint(state, { keys: keys.map(({ party, recorded }) => ({ party, recorded })) });
    }),
  ],
  [
    'a key is turned and refused by whoever holds it',
    'everybody taken for the holder',
    deciding((command, state, context) =>
      command.type === 'TurnKey'
        ? caseDecider.decide(command, state, {
            ...context,
            by: { id: command.data.holder, role: 'key-holder' },
          })
        : undefined,
    ),
  ],
  [
    'a key is turned and refused by whoever holds it',
    'stand-ins for ever',
    believing(['TurnKey', 'RefuseKey'], (state) => {
      const standIns = currentRound(state).joint?.standIns ?? [];
      return withJoint(state, { standIns: standIns.map((each) => ({ ...each, until: a.days(9999) })) });
    }),
  ],
  [
    'a joint resolution is not ended before its time',
    'every refusal counted twice',
    believing(['EndJointResolution'], (state) =>
      withJoint(state, { attempts: 2 * (currentRound(state).joint?.attempts ?? 0) }),
    ),
  ],
  [
    'work costs no more than was agreed',
    'a plan without a price',
    believing(['ReportResult'], (state) => withJoint(state, { plan: undefined })),
  ],
  [
    'clocks are those of the policy',
    'a lock that opens with the clock as it stood',
    recording((events, state) =>
      events.map((each) =>
        each.type === 'LockOpened' && state.status !== 'unreported' && state.stopped.length > 0
          ? { ...each, data: { ...each.data, deadlines: [] } }
          : each,
      ),
    ),
  ],
  [
    'clocks stop and run on with the status',
    'a handling clock that runs while the keys are waited for',
    folding('JointResolutionConvened', (_after, before) => ({
      deadlines: (before as ReportedCase).deadlines,
    })),
  ],
  [
    'a social worker leads what is sensitive',
    'nothing taken for sensitive',
    categoriesAs({ certifiedLead: false }),
  ],
  [
    'who has withdrawn is left alone',
    'withdrawals forgotten',
    believing(['AnswerRequester', 'RecordFollowUp', 'RecordContact'], ({ requesters }) => ({
      requesters: requesters.map((each) => ({ ...each, withdrawn: false })),
    })),
  ],
  [
    'the last withdrawal ends it, a hazard excepted',
    'no hazard taken for one',
    deciding((command, state, context) =>
      command.type === 'WithdrawRequest'
        ? categoriesAs({ kind: 'service' }).decide(command, state, context)
        : undefined,
    ),
  ],
  [
    'the last withdrawal ends it, a hazard excepted',
    'a matter that nobody has named taken for a harmless one',
    believing(['WithdrawRequest'], ({ category }) => ({ category: category ?? 'lighting' })),
  ],
  [
    'the last withdrawal ends it, a hazard excepted',
    'the first one ends it',
    believing(['WithdrawRequest'], ({ requesters }) => ({
      requesters: requesters.filter(({ withdrawn }) => !withdrawn).slice(0, 1),
    })),
  ],
  [
    'the last withdrawal ends it, a hazard excepted',
    'a hazard ended by the acceptance that says it is one',
    deciding((command, state, context) => {
      if (command.type !== 'AcceptCase') return undefined;
      const harmless = { ...command, data: { ...command.data, category: 'lighting' } };
      const decided = caseDecider.decide(harmless, state, context);
      const { category } = command.data;
      if (isRefusal(decided)) return undefined;
      return decided.map((each) =>
        each.type === 'CaseAccepted' ? { ...each, data: { ...each.data, category } } : each,
      );
    }),
  ],
  ['an id adds one thing', 'no id remembered', believing(allButReport(), () => ({ usedIds: [] }))],
  [
    'grounds and reasons are of the policy',
    'every ground taken for one',
    policyAs(({ grounds }) => ({
      grounds: Object.fromEntries(
        Object.keys(grounds).map((name) => [name, ['no-such-ground']]),
      ) as typeof grounds,
    })),
  ],
  [
    'the status agrees with the lead order',
    'a returned order that leaves the case where it was',
    folding('WorkOrderReturned', (_after, before) => ({ status: (before as ReportedCase).status })),
  ],
  [
    'statuses follow the table',
    'acceptance that files, too',
    folding('CaseAccepted', () => ({ status: 'filed' })),
  ],
  [
    'what is done was allowed',
    'a closed case that can be joined',
    deciding((command, state) =>
      command.type === 'JoinCase' && state.status === 'closed'
        ? [{ type: 'RequesterJoined', data: command.data }]
        : undefined,
    ),
  ],
  [
    'nothing is thrown, and nothing written into what was read',
    'a decision that writes into the case',
    deciding((_command, state) => {
      if (state.status !== 'unreported') (state.usedIds as string[]).push(a.id(7));
      return undefined;
    }),
  ],
  [
    'nothing is thrown, and nothing written into what was read',
    'a fold that stumbles',
    folding('OfferExpired', () => {
      throw new Error('no such offer');
    }),
  ],
  [
    'every event fits its schema',
    'a result that nobody did',
    recording((events) =>
      events.map((each) =>
        each.type === 'ResultReported' ? { ...each, data: { ...each.data, doneBy: [] } } : each,
      ),
    ),
  ],
  [
    'nothing sealed is recorded again',
    'the summary as the reason for rework',
    recording((events, state) =>
      events.map((each) =>
        each.type === 'ReworkOrdered' && state.status !== 'unreported'
          ? { ...each, data: { ...each.data, reason: state.summary } }
          : each,
      ),
    ),
  ],
  [
    'a replay comes to the same case',
    'a fold that counts how often it folds',
    folding('CaseFiled', () => ({ unit: `grid-${String(folds++)}` })),
  ],
  [
    'a replay comes to the same case',
    'a fold that looks at words',
    folding('CaseReported', ({ summary, confidential }) => ({
      confidential: typeof summary === 'string' ? !confidential : confidential,
    })),
  ],
];

function allButReport(): CaseCommandType[] {
  return (Object.keys(caseCommands) as CaseCommandType[]).filter((type) => type !== 'ReportCase');
}

describe('a planted bug', () => {
  it.each(planted)('against “%s” is caught: %s', (name, _what, decider) => {
    const found = fc.check(
      fc.property(tape, (numbers) => {
        const history = historyOf(decider, play(decider, numbers));
        return invariants[name](history) === undefined;
      }),
      { seed, numRuns: sequences, endOnFailure: true },
    );
    expect(found.failed).toBe(true);
  });

  it('is planted against every invariant', () => {
    const names = new Set(planted.map(([name]) => name));
    expect(Object.keys(invariants).filter((name) => !names.has(name as InvariantName))).toEqual([]);
  });
});
