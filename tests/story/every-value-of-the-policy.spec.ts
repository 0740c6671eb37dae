import {
  accountableFor,
  policyTerms,
  postAbove,
  volunteerDecider,
  PolicyDocument,
  workWindows,
  type CaseEvent,
  type Order,
  type Policy,
  type RankedVolunteer,
  type Rules,
} from '@threekeys/domain';
import { rankVolunteers } from '@threekeys/matching';
import { nextOffers } from '../../apps/dispatch/src/next-offers';
import { isDrawnForCheck } from '../../apps/intake/src/on-spot-check';
import * as a from '../../libs/domain/src/case/case.fixtures';
import { given, told, type Told } from '../../libs/domain/src/case/case.fixtures';
import { volunteerRegistered } from '../../libs/domain/src/volunteer/volunteer.fixtures';
import { assertWithinBounds } from '../../libs/event-store/src/occurred-at';
import { candidate, hours, order } from '../../libs/matching/src/match.fixtures';
import { lookBackOf, profileOf } from '../../apps/volunteer-matching/src/pool-entry';
import { dueAt } from '../../libs/timers/src/timer';

// Every single value of the policy, changed one after the other: whoever changes it sees something happen otherwise.

const urgencies = ['normal', 'soon', 'urgent'] as const;
const parties = ['branch', 'owners', 'property'] as const;

/** Somebody for every post that the policy may name. */
const rules: Rules = (() => {
  const { organisation } = a.caseRules;
  const held = (kind: string, holder: string) => ({
    [kind]: { unit: 'home', kind, holder, names: { zh: kind, en: kind } },
  });
  const posts = {
    ...organisation.posts,
    ...held('secretary', 'shu'),
    ...held('dispatcher', 'pai'),
    ...held('building-head', 'yuan'),
  };
  const grants = [
    ...organisation.grants,
    ...(['branch', 'owners'] as const).map((party) => ({
      person: a.keyHolders[party],
      role: 'key-holder' as const,
      party,
    })),
  ];
  return { ...a.caseRules, organisation: { ...organisation, posts, grants } };
})();

const withPolicy = (policy: Policy): Rules => ({ ...rules, policy });

type History = readonly (CaseEvent | Told)[];
type Answer = (under: Rules) => unknown;

/** What is recorded, or refused. */
const after =
  (
    history: History,
    command: Parameters<ReturnType<typeof given>['when']>[0],
    at: { by?: typeof a.clerk; now?: string } = {},
  ): Answer =>
  (under) => {
    const { result } = given(...history).when(command, { ...at, rules: under });
    return withoutVersion(result);
  };

/** Another version is another version: what counts is what else is different. */
function withoutVersion(event: unknown): unknown {
  return JSON.parse(
    JSON.stringify(event, (key, value: unknown) => (key === 'policyVersion' ? undefined : value)),
  );
}

const atEach = (answer: (urgency: (typeof urgencies)[number]) => Answer): Answer => {
  const answers = urgencies.map(answer);
  return (under) => answers.map((each) => each(under));
};

const accepted = [a.caseReported(), a.caseAccepted()];
const filed = [...accepted, a.caseFiled()];
const dispatched = [...filed, a.workOrderDispatched()];
const handling = [...dispatched, a.workOrderAcknowledged()];
const ofVolunteers = [...filed, a.workOrderDispatched({ order: a.toVolunteers() })];
const assigned = [...ofVolunteers, a.volunteerOffered(), a.offerAccepted(), a.volunteerAssigned()];
const bookedFor = (window: { from: string; to: string }) => [
  ...[...ofVolunteers, a.volunteerOffered({ window }), a.offerAccepted({ window })],
  a.volunteerAssigned({ window }),
];
const done = [...handling, a.resultReported()];
const handled = [...done, a.resultChecked(), a.caseHandled()];
const byCompany = [
  ...filed,
  a.workOrderDispatched({ order: a.toCompany() }),
  a.workOrderAcknowledged(),
  a.resultReported(),
];
const closedAt = (at: string, ...more: (CaseEvent | Told)[]) => [
  ...handled,
  a.requesterAnswered(),
  a.followUpRecorded(),
  told(a.caseClosed(), at),
  ...more,
];
const reopenedOnce = closedAt(
  a.theStart,
  a.reopeningRequested(),
  a.caseReopened(),
  a.caseFiled({ round: 2 }),
  a.workOrderDispatched({ round: 2, order: a.toPost(2, a.atHome) }),
);
const closedAgain = [...reopenedOnce, told(a.caseClosed({ round: 2 }), a.theStart)];
const reopenedTwice = [
  ...closedAgain,
  a.reopeningRequested({ requestId: a.id(541) }),
  a.caseReopened({ round: 3, requestId: a.id(541) }),
  a.caseFiled({ round: 3 }),
];
const keys = [
  a.caseReported({ category: 'wall-plaster' }),
  a.caseAccepted({ category: 'wall-plaster' }),
  a.caseFiled(),
  a.jointResolutionConvened(),
  a.planProposed(),
];
const refusedTwice = [...keys, a.keyRefused('branch'), a.keyRefused('owners')];
const noise = [
  a.caseReported({ category: 'noise' }),
  a.caseAccepted({ category: 'noise' }),
  a.caseFiled(),
  a.workOrderDispatched({ order: a.toPost(1, a.atMediation) }),
  a.workOrderAcknowledged(),
];
const attempt = (day: number): CaseEvent => ({
  type: 'ContactAttempted',
  data: {
    ...{
      contactId: a.id(560 + day),
      requesterId: a.id(101),
      purpose: 'follow-up',
      channel: 'phone',
      reached: false,
    },
  },
});
const attempts = [0, 1, 2].map((day) => told(attempt(day), a.days(day)));
const noon = '2026-03-02T04:00:00.000Z';

const ranked = (volunteerId: string): RankedVolunteer => ({
  ...{ volunteerId, score: 0, terms: [], standingConsent: false },
  window: { from: '2026-03-02T06:00:00.000Z', to: '2026-03-02T07:00:00.000Z' },
});
const offersAfter =
  (expired: number): Answer =>
  ({ policy }) => {
    const orderOf: Order = {
      ...{ workOrderId: 'order', part: 'lead', assignee: { kind: 'volunteers' }, status: 'dispatched' },
      need: { ...a.need(), seats: 1 },
      formerly: [],
      offers: Array.from({ length: expired }, (_each, index) => ({
        ...{ offerId: `${index}`, volunteerId: `early-${index}`, window: ranked('').window, expiresAt: noon },
        ...({ basis: 'offer', status: 'expired', matchRef: 'earlier' } as const),
      })),
      exhausted: [],
    };
    const list = Array.from({ length: 30 }, (_each, index) => ranked(`volunteer-${index}`));
    const ranking = {
      ...{
        caseId: 'case',
        workOrderId: 'order',
        attempt: 1,
        tableVersion: 1,
        policyVersion: 1,
        inputHash: '',
      },
      ...{ ranked: list, considered: 30, excluded: [] },
    };
    return nextOffers(orderOf, { matchRef: 'ranking', ranking }, { policy, now: noon });
  };

/** Volunteers of whom each shows another term of the score. */
const volunteers = [
  candidate(1),
  candidate(2, { building: 'b2' }),
  candidate(3, { compound: 'summer' }),
  candidate(4, { interests: [] }),
  candidate(5, { interests: ['repairing', 'visiting'] }),
  candidate(6, { standingConsents: [{ categories: ['lighting'] }] }),
  candidate(7, { minutesServed: 600 }),
  candidate(8, { minutesServed: 6000 }),
  candidate(9, { asksCounted: 1 }),
  candidate(10, { asksCounted: 9, asksLast7Days: 9, standingConsents: [{ categories: ['lighting'] }] }),
  candidate(11, { asksLast7Days: 5 }),
  ...[-2, -48, -100].map((ago, index) => candidate(12 + index, { lastAskedAt: hours(ago, 0).from })),
  candidate(15, { skills: ['electrics', 'law'] }),
  candidate(16, { skills: ['electrics', ...Array.from({ length: 12 }, (_each, index) => `skill-${index}`)] }),
  candidate(17, { bookings: [hours(1, 2)] }),
  candidate(18, { bookings: [hours(1, 60)] }),
];
const ranking = atEach((urgency) => ({ policy }) => {
  const need = { ...order().need, interests: ['repairing', 'visiting'], windows: [hours(1, 80)] };
  const { ranked: list, excluded } = rankVolunteers(order({ urgency, need, policy, candidates: volunteers }));
  return { list: list.map(({ volunteerId, terms }) => ({ volunteerId, terms })), excluded };
});

/** Served and asked just before the policy stops looking back. */
const lookedBackOn: Answer = ({ policy }) => {
  const daysAgo = (days: number) => new Date(Date.parse(noon) - days * 86_400_000).toISOString();
  const entry = {
    state: volunteerDecider.evolve(volunteerDecider.initialState, volunteerRegistered, {
      ...{ recordedAt: noon, occurredAt: noon, by: a.clerk },
    }),
    served: [{ at: daysAgo(91.5), minutes: 60 }],
    asked: [daysAgo(7.5)],
  };
  return profileOf(entry, { ...lookBackOf(policy), now: noon })?.profile;
};

const windows = atEach(
  (urgency) =>
    ({ policy }) =>
      workWindows({ urgency, minutes: 60, now: noon }, policy),
);

/** By the beginning of a path: what is looked at, to see a value of it at work. */
const seen: Readonly<Record<string, Answer>> = {
  '/timeZoneOffsetMinutes': windows,
  '/deadlineHours/acceptance': atEach((urgency) => after([], a.reportCase({ urgency }))),
  '/deadlineHours/dispatch': atEach((urgency) => after([], a.reportCase({ urgency }))),
  '/deadlineHours/acknowledgement': atEach((urgency) =>
    after([a.caseReported({ urgency }), a.caseAccepted({ urgency }), a.caseFiled()], a.dispatchWorkOrder()),
  ),
  '/deadlineHours/handling': atEach((urgency) =>
    after([a.caseReported({ urgency }), a.caseAccepted({ urgency }), a.caseFiled()], a.dispatchWorkOrder()),
  ),
  '/deadlineHours/follow-up': atEach((urgency) =>
    after([a.caseReported({ urgency }), a.caseAccepted({ urgency }), ...done.slice(2)], a.checkResult(), {
      by: a.dispatcher,
    }),
  ),
  '/deadlineHours/escalation': atEach((urgency) =>
    after([a.caseReported({ urgency }), a.caseAccepted({ urgency }), ...handling.slice(2)], a.escalateCase()),
  ),
  '/warnAtPercent': after([], a.reportCase()),
  '/offers/expiryMinutes': atEach((urgency) =>
    after(
      [a.caseReported({ urgency }), a.caseAccepted({ urgency }), ...ofVolunteers.slice(2)],
      a.offerToVolunteer({ window: { from: a.hours(40), to: a.hours(60) } }),
    ),
  ),
  '/offers/waveSize': offersAfter(0),
  '/offers/wavesMax': offersAfter(12),
  '/offers/perWeekMax': ranking,
  '/checkInHoursBefore': after(bookedFor({ from: a.hours(24.5), to: a.hours(26) }), a.checkInVolunteer()),
  '/noShowAfterMinutes': ({ policy }) => dueAt({ kind: 'no-show', at: noon }, policy),
  '/contactAttemptsMin': after([...handled, ...attempts], a.closeCase(), { now: a.days(4) }),
  '/archiveAfterDays': after([...handled, a.requesterAnswered(), a.followUpRecorded()], a.closeCase()),
  '/reopeningTermDays': after(closedAt(a.theStart), a.requestReopening(), { now: a.hours(30 * 24 + 1) }),
  '/backdatingHoursMax': ({ policy }) => {
    try {
      assertWithinBounds(a.theStart, a.hours(72.5), policy.backdatingHoursMax);
      return 'believed';
    } catch (error) {
      return (error as Error).name;
    }
  },
  '/onSpotCheckPercent': ({ policy }) =>
    Array.from({ length: 500 }, (_each, n) => a.id(n)).filter((each) => isDrawnForCheck(each, policy)).length,
  '/grounds/decline': after([a.caseReported()], a.declineCase({ ground: 'not-our-area' })),
  '/grounds/return': after(dispatched, a.returnWorkOrder({ ground: 'wrong-handler' })),
  '/grounds/reopeningRefusal': after(
    closedAt(a.theStart, a.reopeningRequested()),
    a.refuseReopening({ ground: 'term-over' }),
  ),
  '/grounds/override': after(dispatched, a.reassignWorkOrder({ reason: 'local-knowledge' })),
  '/grounds/release': after(assigned, a.releaseVolunteer({ reason: 'volunteer-asked' })),
  '/grounds/transfer': after(dispatched, a.transferAccountability({ reason: 'post-left' })),
  '/grounds/escalation': after(handling, a.escalateCase({ reason: 'beyond-powers' })),
  '/grounds/responsibility': after(filed, a.determineResponsibility({ basis: 'site-visit' })),
  '/grounds/void': after(accepted, a.voidCase({ ground: 'test-entry' })),
  '/grounds/referral': after(filed, a.referCase({ basis: 'outside-powers' })),
  '/grounds/settlementFailure': after(noise, a.recordSettlementFailure({ reason: 'no-agreement' }), {
    by: a.mediator,
  }),
  '/grounds/keyRefusal': after(keys, a.refuseKey('owners', { reason: 'cost' }), {
    by: a.keyHolder('owners'),
  }),
  '/grounds/standIn': after(keys, a.appointStandIn({ basis: 'conflicted' })),
  '/grounds/jointFailure': after(refusedTwice, a.endJointResolution({ reason: 'refused' })),
  '/escalationPostKinds': (under) =>
    postAbove({ unit: 'grid-1', kind: 'held-by-nobody', place: { compound: 'spring' } }, under),
  '/referralBodies': after(filed, a.referCase({ body: 'subdistrict' })),
  '/jointResolution/keyHours': atEach((urgency) =>
    after(
      [
        a.caseReported({ urgency, category: 'wall-plaster' }),
        a.caseAccepted({ urgency, category: 'wall-plaster' }),
        a.caseFiled(),
      ],
      a.conveneJointResolution(),
    ),
  ),
  '/jointResolution/attemptsMin': after(refusedTwice, a.endJointResolution()),
  '/jointResolution/climbsFrom': after(keys, a.recordKeyOverdue('owners'), { now: a.hours(72) }),
  '/jointResolution/standInPostKinds': (under) =>
    parties.map((party) =>
      ['shu', 'yuan', 'chun'].map((person) =>
        after(
          keys,
          a.appointStandIn({
            party,
            person,
            passedOver: ['gao', 'lou'].map((each) => ({ person: each, basis: 'absent' })),
          }),
        )(under),
      ),
    ),
  '/defaultUrgency': after([], a.reportCase({ category: undefined })),
  '/dutyPostKind': (under) => accountableFor(a.resident, under),
  '/reopening/anotherHandlerFrom': after(reopenedTwice, a.dispatchWorkOrder({ order: a.toPost(3) })),
  '/reopening/supervisedFrom': after(closedAgain, a.requestReopening({ requestId: a.id(541) })),
  '/scoreMax': after([...handled, a.requesterAnswered()], a.recordFollowUp({ outcomeScore: 6 })),
  '/companyWorkCheckedBy': after(byCompany, a.checkResult(), { by: a.keyHolder('branch') }),
  '/workWindows': windows,
  '/ranking/load/days': lookedBackOn,
  '/ranking/asks/days': lookedBackOn,
  '/ranking': ranking,
};

/** Codes: what they are changed to. */
const otherwise: Readonly<Record<string, string>> = {
  '/defaultUrgency': 'soon',
  '/dutyPostKind': 'mediator',
};

type Value = number | string | readonly string[];

/** The same policy with one value changed: a number by one, a list without its first code. */
function changed(policy: Policy, path: string): Policy {
  const parts = path.split('/').slice(1);
  const copy = structuredClone(policy) as unknown as Record<string, unknown>;
  const last = parts.pop() ?? '';
  const holder = parts.reduce((at, part) => at[part] as Record<string, unknown>, copy);
  holder[last] = changedValue(path, holder[last] as Value);
  return { ...(copy as unknown as Policy), version: policy.version + 1 };
}

function changedValue(path: string, value: Value): Value | undefined {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? otherwise[path] : value.slice(1);
}

const answerFor = (path: string): Answer | undefined =>
  Object.entries(seen).find(([begin]) => path === begin || path.startsWith(`${begin}/`))?.[1];

describe('every single value of the policy', () => {
  const { policy } = rules;

  it.each(policyTerms.map((each) => each.path))('%s is seen at work', (path) => {
    const answer = answerFor(path);
    if (!answer) throw new Error(`nothing is looked at to see ${path} at work`);
    const next = changed(policy, path);
    const { version: _version, ...document } = next;
    expect(PolicyDocument.parse(document)).toEqual(document);
    expect(answer(withPolicy(next))).not.toEqual(answer(withPolicy(policy)));
  });

  it('decides by nothing else: another version with the same values changes no answer', () => {
    for (const answer of Object.values(seen)) {
      expect(answer(withPolicy({ ...policy, version: 9 }))).toEqual(answer(withPolicy(policy)));
    }
  });
});
