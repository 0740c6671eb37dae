import { asFarAsItGoes } from './as-far-as-it-goes';
import type { OnRefused } from './as-far-as-it-goes';
import type { Beginning } from './programme';
import type { DemoWorld, Scene, SceneAt } from './stage';
import { Stage, startOf } from './stage';

// About twenty lived-in cases: invented people, invented words, every status.

const hour = 60;
const day = 24 * hour;

interface ReportedWords {
  readonly place: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly name?: string;
  readonly channel?: string;
  readonly category?: string;
  readonly urgency?: string;
  readonly phone?: string;
  readonly confidential?: boolean;
}

function bodyOf({
  place,
  summary,
  name,
  channel = 'phone',
  category,
  urgency,
  phone,
  confidential,
}: ReportedWords) {
  return {
    ...(name && { requester: { name, phone: phone ?? '19900001234', relation: 'self', callBack: true } }),
    channel,
    place,
    summary,
    ...(confidential && { confidential }),
    ...(category && { category }),
    ...(urgency && { urgency }),
  };
}

const accepted = (report: ReportedWords) => ({
  ...bodyOf(report),
  accept: { category: report.category, ...(report.urgency && { urgency: report.urgency }) },
});

/** Three parties have a plan on the table; one of them has turned its key. */
const oneKeyOfThree: Scene = async function* play(stage) {
  const one = await stage.report(
    'clerk',
    accepted({
      place: { compound: 'dawn-lane', building: '7', spot: 'wall' },
      summary: '北墙墙皮往下掉，孩子在下面玩，怕砸着',
      name: '赵玉兰',
      category: 'wall-plaster',
    }),
  );
  yield 2 * hour;
  await one.act('dispatcher', 'ConveneJointResolution', {});
  yield 20 * hour;
  await one.act('dispatcher', 'ProposePlan', {
    version: 1,
    plan: {
      content: '铲除空鼓墙皮，挂网重新抹灰',
      costFen: 1_860_000,
      payer: 'property',
      source: 'service-fee',
      scope: '7号楼北墙一至三层',
      term: '2026-12-31',
    },
  });
  yield 4 * hour;
  await one.act('branch', 'TurnKey', { party: 'branch', version: 1, holder: 'branch' });
};

/** It needs three keys, and nobody has convened the parties yet. */
const waitsForParties: Scene = async function* play(stage) {
  await stage.report(
    'clerk',
    accepted({
      place: { compound: 'harmony-garden', building: '2', spot: 'wall' },
      summary: '外墙裂缝，一下雨屋里就返潮',
      name: '孙国强',
      category: 'wall-plaster',
    }),
  );
  yield 1;
};

/** Not for the community to do: a body outside is asked. */
const referredOutside: Scene = async function* play(stage) {
  const one = await stage.report(
    'clerk',
    accepted({
      place: { compound: 'dawn-lane', building: '9', spot: 'wall' },
      summary: '沿街广告牌松了，挂在外墙上晃',
      name: '周建华',
      category: 'wall-plaster',
    }),
  );
  yield 3 * hour;
  await one.act('secretary', 'ReferCase', { body: 'urban-management', basis: 'outside-powers' });
};

/** Somebody tried the form out; two people say so. */
const triedOut: Scene = async function* play(stage) {
  const one = await stage.report(
    'clerk',
    bodyOf({ place: { compound: 'dawn-lane', building: '1' }, summary: '测试一下，请忽略' }),
  );
  yield 10;
  await one.act('clerk', 'VoidCase', { ground: 'test-entry' });
  yield hour;
  await one.act('secretary', 'VoidCase', { ground: 'test-entry' });
};

/** The whole way: a volunteer takes it, works, somebody else checks, everybody is told, closed. */
function wholeWay(report: ReportedWords, words: { result: string; found: string; answer: string }): Scene {
  return async function* play(stage) {
    const one = await stage.report('clerk', accepted(report));
    yield 25;
    const offer = await one.answerOffer('AcceptOffer');
    yield one.minutesUntil(offer);
    await one.checkIn(offer);
    yield 55;
    await one.result('dispatcher', words.result);
    yield 3 * hour;
    await one.act('grid', 'CheckResult', { passed: true, found: words.found });
    yield hour;
    await one.answerAndAsk('clerk', words.answer);
  };
}

const lampMended = wholeWay(
  {
    place: { compound: 'dawn-lane', building: '5', entrance: '1', spot: 'stairwell' },
    summary: '三楼到四楼的楼道灯坏了三天，老人上下楼看不清',
    name: '周玉兰',
    category: 'lighting',
  },
  { result: '更换灯泡和声控开关', found: '灯亮，声控正常', answer: '楼道灯已修好，志愿者换了灯泡和开关' },
);
const leakMended = wholeWay(
  {
    place: { compound: 'plane-court', building: '7', entrance: '2', door: '402' },
    summary: '厨房水管接头漏水，接了一盆又一盆',
    name: '马建国',
    category: 'water-leak',
  },
  { result: '更换软管和生料带，试水不漏', found: '接头干燥', answer: '水管已换，不漏了' },
);
const handrailMended = wholeWay(
  {
    place: { compound: 'harmony-garden', building: '2', entrance: '1', spot: 'steps' },
    summary: '单元门口台阶的扶手松了，一拉就晃',
    name: '高淑琴',
    category: 'handrail',
    channel: 'station',
  },
  { result: '扶手重新固定，补了膨胀螺栓', found: '稳固', answer: '扶手已经加固' },
);

const notSolvedThenSolved: Scene = async function* play(stage) {
  const one = await stage.report(
    'clerk',
    accepted({
      place: { compound: 'dawn-lane', building: '9', entrance: '2', spot: 'path' },
      summary: '九号楼前小路的路灯一闪一闪，晚上不敢走',
      name: '朱长生',
      category: 'lighting',
    }),
  );
  yield 20;
  const offer = await one.answerOffer('AcceptOffer');
  yield one.minutesUntil(offer);
  await one.checkIn(offer);
  yield hour;
  await one.result('dispatcher', '紧了灯座接线');
  yield 14 * hour;
  await one.act('grid', 'CheckResult', { passed: true, found: '当时亮着' });
  yield hour;
  await one.answerAndAsk('clerk', '路灯接线已紧固', false);
  yield 20;
  const again = await one.answerOffer('AcceptOffer');
  yield one.minutesUntil(again);
  await one.checkIn(again);
  yield hour;
  await one.result('dispatcher', '更换整只灯头');
  yield day;
  await one.act('grid', 'CheckResult', { passed: true, found: '连看两晚，正常' });
  yield hour;
  await one.answerAndAsk('clerk', '灯头已整只更换');
};

const checkFailed: Scene = async function* play(stage) {
  const one = await stage.report(
    'clerk',
    accepted({
      place: { compound: 'plane-court', building: '12', entrance: '1' },
      summary: '下水道返水，一楼厨房都是味',
      name: '罗文华',
      category: 'drain',
    }),
  );
  yield 2 * hour;
  await one.act('dispatcher', 'AcknowledgeWorkOrder', { workOrderId: (await one.lead()).workOrderId });
  yield 6 * hour;
  await one.result('dispatcher', '疏通主管', 120);
  yield day;
  await one.act('grid', 'CheckResult', { passed: false, found: '仍有返水，需清掏化粪池口' });
};

const questionAnswered: Scene = async function* play(stage) {
  const one = await stage.report('clerk', {
    ...bodyOf({
      place: { compound: 'outside' },
      summary: '请问高龄津贴的认证在哪里办？',
      name: '何秀英',
      category: 'question',
    }),
  });
  yield 3;
  await one.act('clerk', 'AnswerDirectly', {
    channel: 'phone',
    words: '在社区党群服务站，周一到周五，带身份证',
    category: 'question',
  });
};

const onTheSpot: Scene = async function* play(stage) {
  const one = await stage.report('grid', {
    ...bodyOf({
      place: { compound: 'dawn-lane', building: '2', entrance: '1', spot: 'stairwell' },
      summary: '楼道里堆着纸箱挡路',
      channel: 'visit',
    }),
  });
  yield 10;
  await one.act('grid', 'RecordHandledOnSpot', {
    category: 'other',
    channel: 'visit',
    words: '当场和住户一起清走了',
  });
};

const declined: Scene = async function* play(stage) {
  const one = await stage.report('clerk', {
    ...bodyOf({
      place: { compound: 'outside' },
      summary: '外地亲戚家拆迁补偿的事，想让社区出面',
      name: '郭永平',
    }),
  });
  yield hour;
  await one.act('clerk', 'DeclineCase', {
    ground: 'not-our-matter',
    words: '属外地政府职责，已告知咨询渠道',
  });
  yield 15;
  const { requesterId } = one.reported;
  await one.act('clerk', 'AnswerRequester', {
    requesterId,
    subjectOf: 'decline',
    channel: 'phone',
    words: '不属于本社区职责，已告知可拨打当地热线',
  });
};

const withdrawn: Scene = async function* play(stage) {
  const one = await stage.report('clerk', {
    ...bodyOf({
      place: { compound: 'harmony-garden', building: '11' },
      summary: '邻居家狗叫',
      category: 'noise',
      name: '林小霞',
    }),
  });
  yield 5 * hour;
  const { requesterId } = one.reported;
  await one.act('clerk', 'WithdrawRequest', {
    requesterId,
    words: '邻居已经把狗送走了',
  });
};

const stillReported = (report: ReportedWords): Scene =>
  async function* play(stage) {
    await stage.report('clerk', bodyOf(report));
    yield 0;
  };
const stillAccepted = (report: ReportedWords): Scene =>
  async function* play(stage) {
    await stage.report('clerk', accepted(report));
    yield 0;
  };

const volunteerComesTomorrow: Scene = async function* play(stage) {
  const one = await stage.report(
    'clerk',
    accepted({
      place: { compound: 'plane-court', building: '3', entrance: '2', door: '601' },
      summary: '老人行动不便，请帮忙上门做养老金领取认证',
      name: '徐桂珍',
      category: 'home-certification',
    }),
  );
  yield 30;
  await one.answerOffer('DeclineOffer');
  yield 15;
  await one.answerOffer('AcceptOffer');
};

const beingHandled: Scene = async function* play(stage) {
  const one = await stage.report(
    'clerk',
    accepted({
      place: { compound: 'dawn-lane', building: '14', spot: 'path' },
      summary: '健身器材旁路面有坑，下雨积水',
      name: '吴志强',
      category: 'road-surface',
    }),
  );
  yield 3 * hour;
  const { workOrderId } = await one.lead();
  await one.act('dispatcher', 'AcknowledgeWorkOrder', { workOrderId });
  yield hour;
  await one.act('dispatcher', 'ReportProgress', { workOrderId, words: '物业已看过现场，约了修补队' });
};

const awaitingCheck: Scene = async function* play(stage) {
  const one = await stage.report(
    'clerk',
    accepted({
      place: { compound: 'harmony-garden', building: '6', entrance: '1', spot: 'stairwell' },
      summary: '二楼烟感一直响',
      name: '杨春梅',
      category: 'smoke-alarm',
      urgency: 'urgent',
    }),
  );
  yield 4;
  const { workOrderId } = await one.lead();
  await one.act('dispatcher', 'StartHandling', { workOrderId });
  yield 25;
  await one.result('dispatcher', '更换电池并除尘，测试正常', 25);
};

const awaitingFollowUp: Scene = async function* play(stage) {
  const one = await stage.report(
    'clerk',
    accepted({
      place: { compound: 'plane-court', building: '18', entrance: '3', spot: 'stairwell' },
      summary: '五楼声控灯不亮',
      name: '赵金凤',
      category: 'lighting',
    }),
  );
  yield 20;
  const offer = await one.answerOffer('AcceptOffer');
  yield one.minutesUntil(offer);
  await one.checkIn(offer);
  yield 40;
  await one.result('dispatcher', '换了声控开关');
  yield 3 * hour;
  await one.act('grid', 'CheckResult', { passed: true, found: '正常' });
};

const reopened: Scene = async function* play(stage) {
  const one = await stage.report(
    'clerk',
    accepted({
      place: { compound: 'dawn-lane', building: '17', entrance: '2', spot: 'steps' },
      summary: '台阶扶手底座锈断',
      name: '孙国平',
      category: 'handrail',
    }),
  );
  yield 30;
  const offer = await one.answerOffer('AcceptOffer');
  yield one.minutesUntil(offer);
  await one.checkIn(offer);
  yield hour;
  await one.result('dispatcher', '补焊底座');
  yield 5 * hour;
  await one.act('grid', 'CheckResult', { passed: true, found: '已补焊' });
  yield hour;
  await one.answerAndAsk('clerk', '底座已补焊');
  yield 6 * day;
  const { requesterId } = one.reported;
  await one.act('clerk', 'RequestReopening', {
    requesterId,
    reason: '又松了，补焊的地方裂开',
  });
};

/** Came from another system, closed there. */
const imported: Scene = async function* play(stage) {
  await stage.import({
    origin: 'old-register',
    externalId: '2025-417',
    outsideStatus: 'closed',
    category: 'road-surface',
    channel: 'phone',
    reportedAt: '2025-11-03T02:20:00.000Z',
    summary: '三号楼东侧路面塌陷',
    address: '晨曦里三号楼东侧',
    notes: [
      { at: '2025-11-03T02:20:00.000Z', kind: 'opened', words: '电话登记' },
      { at: '2025-11-09T07:00:00.000Z', kind: 'closed', words: '已回填并硬化' },
    ],
  });
  yield 0;
};

const joined: Scene = async function* play(stage) {
  const one = await stage.report('clerk', {
    ...bodyOf({
      place: { compound: 'harmony-garden', building: '9', entrance: '2' },
      summary: '整个单元停水，早上起来就没水',
      name: '胡丽云',
      category: 'water-leak',
      urgency: 'soon',
    }),
  });
  yield 20;
  await one.join('clerk', {
    requester: { name: '陈爱芳', phone: '19900005678', relation: 'self', callBack: false },
    channel: 'phone',
    words: '我家也没水',
  });
};

/** Two reports of one thing: the second goes into the first. */
const merged: Scene = async function* play(stage) {
  const report = (name: string, summary: string) =>
    stage.report('clerk', {
      ...bodyOf({ place: { compound: 'plane-court', building: '4', spot: 'yard' }, summary, name }),
    });
  const first = await report('郑海平', '四号楼前的垃圾桶满了两天，没人收');
  yield 40;
  const second = await report('吴丽英', '楼下垃圾堆出来了，味道很大');
  yield 25;
  await second.merge('dispatcher', first.reported.caseId);
  yield 10;
  await second.answer('clerk', 'merge', '同一件事已有人报过，并在一起办理');
};

/** The worker of grid 9 has gone, and nobody above holds such a post: the case waits for a person to file it. */
const nobodyToFileItUnder: Scene = async function* play(stage) {
  // With cases open a post is left to somebody only: in such a year the next one is filed as any other.
  await stage.refused('secretary', 'LeavePost', { post: 'grid-9-worker' });
  yield 5 * hour;
  await stage.report(
    'clerk',
    accepted({
      place: { compound: 'harmony-garden', building: '17', spot: 'yard' },
      summary: '楼前晾衣绳断了，被褥没处晒',
      name: '丁素梅',
      category: 'other',
    }),
  );
};

/** When each begins: by local time of an earlier day, or counted back from the end. */
const scenes: readonly SceneAt[] = [
  { scene: imported, daysAgo: 27, at: '09:00' },
  { scene: lampMended, daysAgo: 26, at: '09:10' },
  { scene: questionAnswered, daysAgo: 24, at: '14:20' },
  { scene: leakMended, daysAgo: 21, at: '08:40' },
  { scene: onTheSpot, daysAgo: 19, at: '15:05' },
  { scene: notSolvedThenSolved, daysAgo: 17, at: '16:30' },
  { scene: declined, daysAgo: 15, at: '10:15' },
  { scene: reopened, daysAgo: 13, at: '09:30' },
  { scene: handrailMended, daysAgo: 11, at: '13:50' },
  { scene: withdrawn, daysAgo: 9, at: '10:40' },
  { scene: checkFailed, daysAgo: 4, at: '08:55' },
  { scene: beingHandled, daysAgo: 3, at: '09:20' },
  { scene: awaitingFollowUp, daysAgo: 2, at: '10:05' },
  { scene: oneKeyOfThree, daysAgo: 2, at: '09:40' },
  { scene: waitsForParties, daysAgo: 1, at: '15:10' },
  { scene: referredOutside, daysAgo: 4, at: '11:20' },
  { scene: triedOut, daysAgo: 6, at: '16:05' },
  {
    scene: stillAccepted({
      place: { compound: 'harmony-garden', building: '15', entrance: '1' },
      summary: '楼上每天半夜拖桌子，睡不好',
      name: '黄清',
      category: 'noise',
      confidential: true,
    }),
    daysAgo: 1,
    at: '21:30',
  },
  { scene: volunteerComesTomorrow, minutesBeforeEnd: 3 * hour },
  { scene: awaitingCheck, daysAgo: 1, at: '09:00' },
  {
    scene: stillAccepted({
      place: { compound: 'plane-court', building: '20', spot: 'lift' },
      summary: '电梯门关不严，来回开合',
      name: '刘海山',
      category: 'lift',
      urgency: 'urgent',
    }),
    minutesBeforeEnd: 50,
  },
  {
    scene: stillAccepted({
      place: { compound: 'dawn-lane', building: '3', entrance: '2', spot: 'stairwell' },
      summary: '楼道灯不亮，晚上有老人摔过',
      name: '王桂英',
      category: 'lighting',
    }),
    minutesBeforeEnd: 40,
  },
  { scene: nobodyToFileItUnder, minutesBeforeEnd: 5 * hour + 38 },
  { scene: joined, minutesBeforeEnd: 35 },
  { scene: merged, minutesBeforeEnd: 3 * hour + 20 },
  {
    scene: stillReported({
      place: { compound: 'plane-court', building: '5' },
      summary: '车停在单元门口，轮椅出不来',
      name: '李新华',
    }),
    minutesBeforeEnd: 12,
  },
  {
    scene: stillReported({
      place: { compound: 'dawn-lane', building: '11' },
      summary: '楼顶好像有人在养鸽子，味道大',
      confidential: true,
    }),
    minutesBeforeEnd: 5,
  },
];

/** What was reported here; what was imported is another system's, and one matter was reported twice. */
export const livedCases = scenes.filter(({ scene }) => scene !== imported).length + 1;

/** Soonest first. @param end of the clock, in epoch milliseconds */
export const livedScenes = (
  world: DemoWorld,
  end: number,
  onRefused: OnRefused = () => undefined,
): readonly Beginning[] =>
  scenes
    .map((each, index) => {
      const stage = new Stage(world, `lived ${String(index)}`);
      return { at: startOf(each, end), begin: () => asFarAsItGoes(each.scene(stage), onRefused) };
    })
    .sort((a, b) => a.at - b.at);
