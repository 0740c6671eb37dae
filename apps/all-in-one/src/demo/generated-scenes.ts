import type { Complaint } from './complaints';
import { complaint, reportBody } from './complaints';
import { RequestRefused } from './people';
import { Random } from './random';
import type { CaseOnStage, Scene, SceneAt, Stage } from './stage';

// Cases beyond the lived-in ones: drawn by lot, played by the same people through the same requests.

const hour = 60;
const casesPerDay = 40;
const daysMin = 28;
const daysMax = 365;

/** How many days the community has to have lived for so many cases not to fall on each other. */
export const livedDaysFor = (cases: number): number =>
  Math.min(daysMax, Math.max(daysMin, Math.ceil(cases / casesPerDay)));

type Life = (stage: Stage, random: Random) => AsyncGenerator<number, void, void>;

async function accepted(stage: Stage, random: Random, about: Complaint): Promise<CaseOnStage> {
  return stage.report('clerk', { ...reportBody(random, about), accept: { category: about.category } });
}

const question: Life = async function* play(stage, random) {
  const about = complaint.question(random);
  const one = await stage.report('clerk', reportBody(random, about));
  yield random.between(1, 20);
  const words = random.pick(['已告知窗口和时间', '已说明需要的材料', '已告知办理流程']);
  await one.act('clerk', 'AnswerDirectly', { channel: 'phone', words, category: about.category });
};

const declined: Life = async function* play(stage, random) {
  const one = await stage.report('clerk', reportBody(random, complaint.notOurs(random)));
  yield random.between(20, 3 * hour);
  await one.act('clerk', 'DeclineCase', { ground: 'not-our-matter', words: '不属于社区职责' });
  yield random.between(5, hour);
  await one.answer('clerk', 'decline', '已告知可以咨询的渠道');
};

const withdrawn: Life = async function* play(stage, random) {
  const one = await stage.report('clerk', reportBody(random, complaint.forPosts(random)));
  yield random.between(30, 8 * hour);
  const { requesterId } = one.reported;
  await one.act('clerk', 'WithdrawRequest', { requesterId, words: '已经自己解决了' });
};

const handledOnSpot: Life = async function* play(stage, random) {
  const about = complaint.onTheSpot(random);
  const { requester: _, ...body } = reportBody(random, about);
  const one = await stage.report('grid', { ...body, channel: 'visit' });
  yield random.between(5, 30);
  const words = '当场清理';
  await one.act('grid', 'RecordHandledOnSpot', { category: about.category, channel: 'visit', words });
};

const waits: Life = async function* play(stage, random) {
  await accepted(stage, random, complaint.waiting(random));
  yield 0;
};

const byPost: Life = async function* play(stage, random) {
  const one = await accepted(stage, random, complaint.forPosts(random));
  yield random.between(20, 6 * hour);
  const { workOrderId } = await one.lead();
  await one.act('dispatcher', 'AcknowledgeWorkOrder', { workOrderId });
  yield random.between(hour, 20 * hour);
  if (random.next() < 0.4) {
    await one.act('dispatcher', 'ReportProgress', { workOrderId, words: '已到现场看过，约了施工' });
    yield random.between(2 * hour, 24 * hour);
  }
  await one.resultOf(
    workOrderId,
    random.pick(['已修复', '已疏通', '已调解', '已清运']),
    random.between(20, 240),
  );
  yield* checkedAndClosed(one, random);
};

const byVolunteer: Life = async function* play(stage, random) {
  const one = await accepted(stage, random, complaint.forVolunteers(random));
  yield random.between(3, 20);
  // Nobody is free or wants to: it lies on the dispatcher's desk.
  const asked = await one.openOffer();
  if (!asked) return;
  const { workOrderId, offer } = asked;
  await one.takeOffer(asked);
  yield one.minutesUntil(offer);
  await one.act('dispatcher', 'CheckInVolunteer', {
    workOrderId,
    offerId: offer.offerId,
    recordedBy: { person: 'dispatcher', channel: 'phone' },
  });
  yield random.between(20, 90);
  await one.resultOf(
    workOrderId,
    random.pick(['已修好，试过没问题', '已更换', '已办妥']),
    random.between(15, 90),
  );
  yield* checkedAndClosed(one, random);
};

async function* checkedAndClosed(one: CaseOnStage, random: Random): AsyncGenerator<number, void, void> {
  yield random.between(hour, 20 * hour);
  await one.act('grid', 'CheckResult', {
    passed: true,
    found: random.pick(['正常', '已看，没问题', '稳固']),
  });
  yield random.between(20, 5 * hour);
  await one.answer('clerk', 'result', '已处理好，请您看看');
  yield random.between(5, 24 * hour);
  await one.followUp('clerk', random.between(3, 5));
}

/** In percent. */
const lots: readonly (readonly [number, Life])[] = [
  [16, question],
  [7, declined],
  [4, withdrawn],
  [7, handledOnSpot],
  [2, waits],
  [18, byVolunteer],
  [46, byPost],
];

function drawn(random: Random): Life {
  let left = random.between(0, 99);
  for (const [percent, life] of lots) {
    if (left < percent) return life;
    left -= percent;
  }
  return byPost;
}

/** What a rule stands against ends the scene, as it would end a person's try; anything else is an error. */
async function* untilRefused(
  play: AsyncGenerator<number, void, void>,
  onRefused: () => void,
): AsyncGenerator<number, void, void> {
  try {
    yield* play;
  } catch (error) {
    if (!(error instanceof RequestRefused) || error.status !== 409) throw error;
    onRefused();
  }
}

/** Between half past seven and nine in the evening. */
function timeOfDay(random: Random): `${number}:${number}` {
  const minutes = random.between(450, 1260);
  return `${Math.floor(minutes / hour)}:${minutes % hour}`;
}

export interface GeneratedScenes {
  readonly count: number;
  readonly seed: number;
  /** Over so many days before the end. */
  readonly days: number;
}

/** So many cases over the days before the end, at hours when people call; the same for the same seed. */
export function generatedScenes(
  { count, seed, days }: GeneratedScenes,
  onRefused: () => void = () => undefined,
): readonly SceneAt[] {
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(Math.imul(seed + 1, 0x9e3779b1) ^ index);
    const life = drawn(random);
    const scene: Scene = (stage) => untilRefused(life(stage, random), onRefused);
    return { scene, daysAgo: random.between(1, days - 1), at: timeOfDay(random) };
  });
}
