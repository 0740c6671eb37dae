import type { ReportedCase } from '@threekeys/domain';
import { activeRequesters } from '@threekeys/domain';
import type { Matter } from './matter';

// What comes in between, while a matter is open.

type Aside = (matter: Matter, state: ReportedCase) => Promise<void>;

interface Chance {
  readonly name: string;
  readonly percent: number;
  readonly timesMax?: number;
  readonly fits: (matter: Matter, state: ReportedCase) => boolean;
  readonly act: Aside;
}

const atWork = ['filed', 'dispatched', 'handling', 'awaiting-keys'];
const isAtWork = (_: Matter, { status }: ReportedCase): boolean => atWork.includes(status);
const hasSomebody = (_: Matter, state: ReportedCase): boolean => activeRequesters(state).length > 0;

const join: Aside = async (matter) => {
  const { clerk } = await matter.office();
  const words = matter.words('我家也是', '我们单元都一样', '也来问问这件事', '早上起来就这样');
  await matter.one.join(clerk, { requester: matter.somebody(), channel: 'phone', words });
};

const withdraw: Aside = async (matter, state) => {
  const { clerk } = await matter.office();
  const [first] = activeRequesters(state);
  await matter.one.act(clerk, 'WithdrawRequest', {
    requesterId: first?.requesterId,
    words: '已经自己解决了',
  });
};

const verify: Aside = async (matter, state) => {
  const office = await matter.office();
  const found = matter.words('现场看过，属实', '属实，范围比说的大', '看过，暂时不影响通行');
  await matter.one.act(office.holderOf(office.gridPost(state.place)), 'VerifyFacts', { found });
};

const determine: Aside = async (matter) => {
  const kind = matter.words(
    'private',
    'common-service',
    'maintenance-fund',
    'developer-warranty',
    'municipal',
    'unclear',
  );
  const basis = matter.words('site-visit', 'ownership-record', 'contract', 'warranty-terms');
  await matter.one.act('worker', 'DetermineResponsibility', { kind, basis });
};

const clarify: Aside = async (matter, state) => {
  const { clerk } = await matter.office();
  const [first] = activeRequesters(state);
  const contact = {
    requesterId: first?.requesterId,
    purpose: 'clarify',
    channel: 'phone',
    reached: matter.comes(80),
  };
  await matter.one.act(clerk, 'RecordContact', contact);
};

const tellProgress: Aside = async (matter, state) => {
  const { clerk } = await matter.office();
  const [first] = activeRequesters(state);
  const told = {
    requesterId: first?.requesterId,
    subjectOf: 'progress',
    channel: 'phone',
    words: '已派人，进展再告诉您',
  };
  await matter.one.act(clerk, 'AnswerRequester', told);
};

const amend: Aside = async (matter) => {
  const { clerk } = await matter.office();
  const { requesterId, events } = matter.one.reported;
  const amendment = {
    requesterId,
    supersedes: events[0]?.id,
    fields: { channel: 'desk' },
    words: '登记渠道写错了',
  };
  await matter.one.act(clerk, 'AmendReport', amendment);
};

const transfer: Aside = async (matter, state) => {
  const office = await matter.office();
  const post = office.gridPost(state.place);
  const to = { post, person: office.holderOf(post) };
  await matter.one.act('dispatcher', 'TransferAccountability', {
    to,
    reason: matter.words('wrong-post', 'workload'),
  });
};

const escalate: Aside = (matter) =>
  matter.one.act('dispatcher', 'EscalateCase', {
    reason: matter.words('beyond-powers', 'needs-coordination', 'capacity'),
  });

const chances: readonly Chance[] = [
  { name: 'join', percent: 5, timesMax: 3, fits: ({ concern }, state) => concern.isShared === true && hasSomebody({} as Matter, state), act: join },
  { name: 'withdraw', percent: 1, fits: (_, state) => state.status !== 'awaiting-follow-up' && activeRequesters(state).length > 0, act: withdraw },
  { name: 'verify', percent: 3, fits: isAtWork, act: verify },
  { name: 'determine', percent: 2, fits: isAtWork, act: determine },
  { name: 'clarify', percent: 2, fits: (matter, state) => isAtWork(matter, state) && hasSomebody(matter, state), act: clarify },
  { name: 'progress told', percent: 2, fits: (matter, state) => isAtWork(matter, state) && hasSomebody(matter, state), act: tellProgress },
  { name: 'amend', percent: 0.7, fits: ({ one }, state) => isAtWork({} as Matter, state) && one.reported.events.length > 0, act: amend },
  { name: 'transfer', percent: 0.7, fits: isAtWork, act: transfer },
  { name: 'escalate', percent: 1, fits: (_, { status, unit }) => unit !== undefined && unit !== 'community' && ['filed', 'dispatched', 'handling'].includes(status), act: escalate },
]; // prettier-ignore

const open = [...atWork, 'reported', 'accepted', 'referred', 'awaiting-check'];

/** Does what comes in between now, if something does. @returns whether it did */
export async function aside(matter: Matter, state: ReportedCase): Promise<boolean> {
  if (!open.includes(state.status)) return false;
  const { way } = matter.concern;
  if (way !== 'work' && way !== 'refer') return false;
  const chance = chances.find(
    ({ name, percent, timesMax = 1, fits }) => fits(matter, state) && matter.happens(name, percent, timesMax),
  );
  await chance?.act(matter, state);
  return chance !== undefined;
}
