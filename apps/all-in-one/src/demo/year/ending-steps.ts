import type { CaseRequester, ReportedCase } from '@threekeys/domain';
import { activeRequesters, currentRound, isAnonymous } from '@threekeys/domain';
import { uninvolved } from './leads';
import type { Matter } from './matter';
import type { Step, Steps } from './step';

// 核查, 答复, 回访, 重开, 归档: how it ends, and begins again.

const dayMinutes = 1440;
/** On so many days somebody is sought. */
const attemptsMax = 3;

/** 待外部答复 */
export const stepOfReferred = (matter: Matter, state: ReportedCase): Step => ({
  name: 'referral answer',
  after: () =>
    matter.concern.way === 'emergency' ? matter.minutes(30, 300) : matter.whenInOffice(1000, 12_000),
  act: async () => {
    const { clerk } = await matter.office();
    const referralId = currentRound(state).referral?.referralId;
    const accepted = matter.comes(84) || !matter.happens('sent back', 100, 2);
    const words = accepted ? '对方单位已处理并回函' : '对方答复：不属其职责';
    await matter.one.act(clerk, 'RecordReferralAnswer', { referralId, accepted, words });
  },
});

/** 待核查: by somebody who has not done it. */
export const stepOfCheck = (matter: Matter, state: ReportedCase): Step => ({
  name: 'check',
  after: () => matter.whenInOffice(40, matter.comes(5) ? 5000 : 600),
  act: async () => {
    const passed = !matter.happens('failed check', 7, 2);
    const found = passed
      ? matter.words('正常', '已看，没问题', '稳固', '干净')
      : matter.words('仍在渗水', '又松了', '没有清干净');
    await matter.one.act(uninvolved(state, await matter.office()), 'CheckResult', { passed, found });
  },
});

/** 待回访: one requester after the other is told, and asked. It is closed when everybody has heard. */
export function stepOfFollowUp(matter: Matter, state: ReportedCase): Step | undefined {
  const requesters = activeRequesters(state);
  const untold = requesters.find(({ answered }) => answered === undefined);
  if (untold) {
    return {
      name: `tell ${untold.requesterId}`,
      after: () => matter.whenInOffice(15, 500),
      act: () => tell(matter, untold),
    };
  }
  const unasked = requesters.find(
    ({ followUp, attempts }) => followUp === undefined && attempts.length < attemptsMax,
  );
  if (!unasked) return undefined;
  const attempts = unasked.attempts.length;
  return {
    name: `ask ${unasked.requesterId} ${String(attempts)}`,
    after: () =>
      attempts > 0
        ? matter.whenInOffice(dayMinutes, 3 * dayMinutes)
        : matter.whenInOffice(40, matter.comes(10) ? 3500 : 700),
    act: () => ask(matter, state, unasked),
  };
}

async function tell(matter: Matter, { requesterId, ...requester }: CaseRequester): Promise<void> {
  const { clerk } = await matter.office();
  const channel = isAnonymous(requester) ? 'notice' : matter.words('phone', 'phone', 'sms', 'visit');
  const words = matter.words('已处理好，请您看看', '已办结，有问题再找我们', '结果已告知');
  await matter.one.act(clerk, 'AnswerRequester', { requesterId, subjectOf: 'result', channel, words });
}

async function ask(matter: Matter, state: ReportedCase, requester: CaseRequester): Promise<void> {
  const { requesterId } = requester;
  const by = uninvolved(state, await matter.office());
  if (isAnonymous(requester)) {
    await matter.one.act(by, 'RecordFollowUp', { requesterId, outcome: 'not-possible', channel: 'notice' });
    return;
  }
  const isUnreachable = matter.silent.has(requesterId) || matter.happens(`unreachable ${requesterId}`, 6);
  if (isUnreachable) {
    matter.silent.add(requesterId);
    const contact = { requesterId, purpose: 'follow-up', channel: 'phone', reached: false };
    await matter.one.act(by, 'RecordContact', contact);
    return;
  }
  await matter.one.act(by, 'RecordFollowUp', { requesterId, channel: 'phone', ...heardFrom(matter) });
}

function heardFrom(matter: Matter): object {
  if (matter.comes(4)) return { outcome: 'refused' };
  if (matter.happens('not solved', 5, 2)) {
    return {
      outcome: 'reached',
      solved: false,
      outcomeScore: matter.random.between(1, 2),
      serviceScore: matter.random.between(2, 4),
    };
  }
  const rated = matter.comes(80);
  const scores = { outcomeScore: matter.random.between(3, 5), serviceScore: matter.random.between(3, 5) };
  return { outcome: 'reached', solved: true, ...(rated ? scores : {}) };
}

/** 不予受理, 已并单: it is said to who asked. */
export const stepOfDeclined: Steps = (matter, state) => stepOfUntold(matter, state, 'decline');
export const stepOfMerged: Steps = (matter, state) => stepOfUntold(matter, state, 'merge');

function stepOfUntold(
  matter: Matter,
  { requesters }: ReportedCase,
  subjectOf: 'decline' | 'merge',
): Step | undefined {
  const untold = requesters.find(({ answered, withdrawn }) => answered === undefined && !withdrawn);
  return (
    untold && {
      name: `tell ${subjectOf}`,
      after: () => matter.whenInOffice(5, 200),
      act: () => tellEnd(matter, untold, subjectOf),
    }
  );
}

const wordsOfEnd = { decline: '已告知可以咨询的渠道', merge: '同一件事已有人报过，并在一起办理' };

async function tellEnd(
  matter: Matter,
  { requesterId }: CaseRequester,
  subjectOf: keyof typeof wordsOfEnd,
): Promise<void> {
  const { clerk } = await matter.office();
  const words = wordsOfEnd[subjectOf];
  await matter.one.act(clerk, 'AnswerRequester', { requesterId, subjectOf, channel: 'phone', words });
}

/** 已结案: most rest until a timer archives them; some come back, once or twice. */
export function stepOfClosed(matter: Matter, state: ReportedCase): Step | undefined {
  const [asked] = state.reopeningRequests;
  if (asked) return decisionStep(matter, asked.requestId);
  return reopeningStep(matter, state);
}

const roundsMax = 4;

function reopeningStep(matter: Matter, state: ReportedCase): Step | undefined {
  const { round } = currentRound(state);
  const requester = activeRequesters(state).find((each) => !isAnonymous(each));
  const name = `reopen ${String(round)}`;
  if (!requester || matter.concern.way === 'answer' || round >= roundsMax) return undefined;
  if (matter.silent.has(name) || !matter.isDrawn(name, round === 1 ? 6 : 25)) return undefined;
  return {
    name,
    after: () => matter.minutes(dayMinutes, (matter.comes(12) ? 60 : 26) * dayMinutes),
    act: () => askToReopen(matter, requester, name),
  };
}

/** Once in a round. */
async function askToReopen(matter: Matter, { requesterId }: CaseRequester, name: string): Promise<void> {
  matter.silent.add(name);
  const { clerk } = await matter.office();
  const reason = matter.words('又坏了', '没有修到根上', '只好了三天', '对方又犯了');
  await matter.one.act(clerk, 'RequestReopening', { requesterId, reason });
}

/** Past the term, the secretary decides. */
const decisionStep = (matter: Matter, requestId: string): Step => ({
  name: `decide ${requestId}`,
  after: () => matter.whenInOffice(300, 4000),
  act: () =>
    matter.comes(55)
      ? matter.one.act('secretary', 'GrantReopening', { requestId })
      : matter.one.act('secretary', 'RefuseReopening', {
          requestId,
          ground: matter.words('term-over', 'nothing-new', 'other-matter'),
        }),
});
