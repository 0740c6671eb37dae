import type { ReportedCase } from '@threekeys/domain';
import { isOpen } from '@threekeys/domain';
import type { Way } from './concerns';
import type { Matter } from './matter';
import type { Step } from './step';

// 受理, 立案: what comes before the work.

const acceptedAtOnce = 75;
const acceptedLate = 5;

/** Somebody comes with it; most of what is for the office is accepted in the same act. */
export async function reportOf(matter: Matter): Promise<void> {
  const { concern, stage } = matter;
  if (concern.way === 'import') {
    matter.begin(await stage.import(outsideCase(matter)));
    return;
  }
  const office = await matter.office();
  const place = matter.place();
  const isFound = concern.way === 'on-spot' || matter.comes(10);
  const by = isFound ? office.holderOf(office.gridPost(place)) : office.clerk;
  const summary = matter.random.pick(concern.words);
  const accept = concern.way === 'work' &&
    !isFound &&
    matter.comes(acceptedAtOnce) && { accept: { category: concern.category } };
  const body = { ...whoSpeaks(matter, isFound), ...against(matter), place, summary, ...accept };
  const category = accept ? {} : guessOf(matter);
  matter.begin(await stage.report(by, { ...body, ...category }));
  matter.reporter = by;
}

/** What is no work yet is told apart by whoever writes it down, as far as they can. */
function guessOf({ concern }: Matter): object {
  if (concern.way === 'emergency') return { category: concern.category, urgency: 'urgent' };
  return concern.way === 'refer' ? { category: concern.category } : {};
}

function whoSpeaks(matter: Matter, isFound: boolean): object {
  if (isFound) return { channel: matter.words('visit', 'mobile') };
  if (matter.comes(5)) return { channel: matter.words('web', 'phone'), confidential: true };
  const requester = matter.somebody();
  if (matter.comes(6))
    return { channel: 'proxy', requester: { ...requester, relation: 'proxy', proxy: proxyOf(matter) } };
  const channel = matter.words('phone', 'phone', 'phone', 'phone', 'desk', 'station', 'station', 'web');
  return { channel, requester, ...(matter.comes(8) ? { confidential: true } : {}) };
}

function proxyOf(matter: Matter): object {
  const { name, phone } = matter.somebody();
  return { name, phone };
}

function against(matter: Matter): object {
  const kind = matter.concern.against;
  if (kind === undefined) return {};
  const { name, phone } = matter.somebody();
  return { respondent: { kind, name, ...(matter.comes(40) ? { phone } : {}) } };
}

function outsideCase(matter: Matter): Record<string, unknown> {
  const { random, concern, stage } = matter;
  const isClosed = matter.comes(60);
  const reportedAt = new Date(stage.now - random.between(3, 200) * 86_400_000).toISOString();
  const opened = { at: reportedAt, kind: 'opened', words: '电话登记' };
  const closed = {
    at: new Date(Date.parse(reportedAt) + 172_800_000).toISOString(),
    kind: 'closed',
    words: '已处理',
  };
  return {
    origin: 'old-register',
    externalId: `${reportedAt.slice(0, 4)}-${String(random.between(1, 999_999_999))}`,
    outsideStatus: isClosed ? 'closed' : 'open',
    category: concern.category,
    channel: 'phone',
    reportedAt,
    summary: random.pick(concern.words),
    address: matter.words('晨曦里东门', '梧桐苑三号楼前', '和顺园广场'),
    notes: isClosed ? [opened, closed] : [opened],
  };
}

const acceptStep = (matter: Matter): Step => ({
  name: 'accept',
  after: () => whenAccepted(matter),
  act: () => accept(matter),
});

const stepsOfWays: Readonly<Record<Way, (matter: Matter, state: ReportedCase) => Step>> = {
  answer: (matter) => ({ name: 'answer', after: () => matter.minutes(1, 20), act: () => answer(matter) }),
  'on-spot': (matter) => ({
    name: 'on-spot',
    after: () => matter.minutes(5, 40),
    act: () => handleOnSpot(matter),
  }),
  decline: (matter) => ({
    name: 'decline',
    after: () => matter.whenInOffice(20, 200),
    act: () => decline(matter),
  }),
  void: voidStep,
  refer: referralStep,
  emergency: referralStep,
  work: acceptStep,
  import: acceptStep,
};

/** 待受理: by what it turns out to be. */
export const stepOfReported = (matter: Matter, state: ReportedCase): Step =>
  stepsOfWays[matter.concern.way](matter, state);

const whenAccepted = (matter: Matter): number =>
  matter.comes(acceptedLate) ? matter.whenInOffice(1500, 3500) : matter.whenInOffice(5, 200);

async function accept(matter: Matter): Promise<void> {
  const { clerk } = await matter.office();
  if (await mergedIntoAnother(matter)) return;
  await matter.one.act(clerk, 'AcceptCase', { category: matter.concern.category });
}

/** Somebody notices that a neighbour has reported it already. */
async function mergedIntoAnother(matter: Matter): Promise<boolean> {
  const { concern, one, lastOf, stage } = matter;
  if (concern.isShared !== true) return false;
  const { compound } = (await matter.state()).place;
  const what = `${concern.category} ${compound}`;
  const other = lastOf.get(what);
  lastOf.set(what, one.reported.caseId);
  if (other === undefined || !matter.comes(30) || !isOpen(await stage.world.caseOf(other))) return false;
  lastOf.set(what, other);
  await one.merge('dispatcher', other);
  return true;
}

async function answer(matter: Matter): Promise<void> {
  const { clerk } = await matter.office();
  const words = matter.words('已告知窗口和时间', '已说明需要的材料', '已告知办理流程', '已帮其在线上办好');
  await matter.one.act(clerk, 'AnswerDirectly', { channel: 'phone', words, category: 'question' });
}

async function handleOnSpot(matter: Matter): Promise<void> {
  const words = matter.words('当场清理', '和住户一起搬走了', '当场扫净', '当场紧固');
  await matter.one.act(matter.reporter, 'RecordHandledOnSpot', {
    category: 'other',
    channel: 'visit',
    words,
  });
}

async function decline(matter: Matter): Promise<void> {
  const { clerk } = await matter.office();
  const ground = matter.words(
    'not-our-matter',
    'not-our-matter',
    'in-litigation',
    'not-our-area',
    'already-decided',
  );
  await matter.one.act(clerk, 'DeclineCase', { ground, words: '不属于社区职责，已说明' });
}

/** One asks for it; the secretary says so, too. */
function voidStep(matter: Matter, { voidProposed }: ReportedCase): Step {
  const ground = voidProposed?.ground ?? matter.words('test-entry', 'entered-twice', 'wrong-entry');
  const by = async () => (voidProposed ? 'secretary' : (await matter.office()).clerk);
  return {
    name: voidProposed ? 'void' : 'propose-void',
    after: () => matter.whenInOffice(5, 200),
    act: async () => matter.one.act(await by(), 'VoidCase', { ground }),
  };
}

function referralStep(matter: Matter): Step {
  const { body = 'hotline-12345', way } = matter.concern;
  const isEmergency = way === 'emergency';
  return {
    name: 'refer',
    after: () => (isEmergency ? matter.minutes(1, 4) : matter.whenInOffice(20, 240)),
    act: async () => {
      const { clerk } = await matter.office();
      if (isEmergency) {
        const measure = { measure: 'cordon', words: '已通知关阀、开窗，疏散楼道住户' };
        await matter.one.act(clerk, 'TakeSafetyMeasure', measure);
      }
      await matter.one.act(clerk, 'ReferCase', { body, basis: isEmergency ? 'emergency' : 'outside-powers' });
    },
  };
}

/** 待立案: nobody held the post when it was accepted. A person files it where somebody answers. */
export const stepOfAccepted = (matter: Matter): Step => ({
  name: 'file',
  after: () => matter.whenInOffice(600, 2000),
  act: () => matter.one.act('dispatcher', 'FileCase', { level: 'community', unit: 'community' }),
});
