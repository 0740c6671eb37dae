import type { Order, ReportedCase } from '@threekeys/domain';
import { activeRequesters, currentRound, liveLeadOrder } from '@threekeys/domain';
import { penOf } from './leads';
import type { Matter } from './matter';
import type { Step } from './step';
import { stepOfVolunteers } from './volunteer-steps';

// 签收, 办理, 反馈: a lead order on its way.

export function stepOfOrder(matter: Matter, state: ReportedCase): Step | undefined {
  const order = liveLeadOrder(state);
  if (!order) return undefined;
  if (order.assignee.kind === 'volunteers') return stepOfVolunteers(matter, state, order);
  if (order.status === 'dispatched') {
    return {
      name: 'acknowledge',
      after: () => whenSeen(matter, state),
      act: () => acknowledge(matter, order),
    };
  }
  return isDispute(matter)
    ? {
        name: 'mediate',
        after: () => matter.whenInOffice(600, 6000),
        act: () => mediate(matter, state, order),
      }
    : { name: 'result', after: () => whenDone(matter, state), act: () => report(matter, state, order) };
}

const isDispute = ({ concern }: Matter): boolean =>
  concern.category === 'noise' || concern.category === 'parking';

const whenSeen = (matter: Matter, { urgency }: ReportedCase): number =>
  urgency === 'urgent' ? matter.minutes(3, 30) : matter.whenInOffice(10, matter.comes(5) ? 3000 : 200);

function whenDone(matter: Matter, { urgency }: ReportedCase): number {
  if (urgency === 'urgent') return matter.minutes(40, 600);
  return matter.whenInOffice(60, matter.comes(6) ? 12_000 : 1500);
}

async function acknowledge(matter: Matter, { workOrderId, assignee }: Order): Promise<void> {
  const pen = penOf(assignee, await matter.office());
  if (!isDispute(matter) && matter.happens('return', 4)) {
    const ground = matter.words('wrong-handler', 'outside-duties', 'capacity', 'skill-missing');
    await matter.one.act(pen, 'ReturnWorkOrder', { workOrderId, ground, words: '不归这里办，请改派' });
    return;
  }
  await matter.one.act(pen, 'AcknowledgeWorkOrder', { workOrderId });
}

async function report(matter: Matter, state: ReportedCase, { workOrderId, assignee }: Order): Promise<void> {
  const pen = penOf(assignee, await matter.office());
  if (matter.happens('progress', 30, 2)) {
    const words = matter.words('已到现场看过，约了施工', '已报材料，等到货', '先做了临时处理');
    await matter.one.act(pen, 'ReportProgress', { workOrderId, words });
    return;
  }
  const words = matter.words('已修复', '已疏通', '已清运', '已更换', '已加固', '已清理');
  const { joint, spentFen } = currentRound(state);
  const cost = joint?.plan?.costFen;
  // Rework is at the expense of who has to do it again.
  const costFen =
    cost === undefined || spentFen > 0
      ? {}
      : { costFen: Math.round(cost * (0.85 + matter.random.next() * 0.15)) };
  const outcome = matter.comes(95) ? 'done' : 'partly';
  const minutes = matter.random.between(20, 480);
  await matter.one.act(pen, 'ReportResult', { workOrderId, outcome, words, minutes, ...costFen });
}

/** 调解: both sides are heard; then there is a settlement, or there is none. */
async function mediate(matter: Matter, state: ReportedCase, order: Order): Promise<void> {
  const pen = penOf(order.assignee, await matter.office());
  const [requester] = activeRequesters(state);
  if (requester && matter.happens('consent', 25)) {
    await matter.one.act(pen, 'ConsentToDisclosure', { requesterId: requester.requesterId });
    return;
  }
  if (matter.happens('progress', 45)) {
    const words = matter.words('分别听了两家的说法', '约了双方周末到调解室', '到现场听过一次');
    await matter.one.act(pen, 'ReportProgress', { workOrderId: order.workOrderId, words });
    return;
  }
  if (matter.happens('police', 4)) {
    await matter.one.act('secretary', 'ReferCase', { body: 'police', basis: 'outside-powers' });
    return;
  }
  const { workOrderId, assignee } = order;
  const mediator = assignee.kind === 'post' ? assignee.person : pen;
  await settle(matter, state, { pen, mediator, workOrderId });
}

interface Mediation {
  readonly pen: string;
  /** Who brought both sides together, whoever writes it down. */
  readonly mediator: string;
  readonly workOrderId: string;
}

async function settle(matter: Matter, state: ReportedCase, { pen, ...ofOrder }: Mediation): Promise<void> {
  const requesterIds = activeRequesters(state).map(({ requesterId }) => requesterId);
  if (requesterIds.length === 0 || matter.comes(24)) {
    const reason = matter.words(
      'no-agreement',
      'no-agreement',
      'side-absent',
      'side-withdrew',
      'court-action',
    );
    await matter.one.act(pen, 'RecordSettlementFailure', { ...ofOrder, reason, rightsExplained: true });
    return;
  }
  const form = matter.words('oral', 'oral', 'written');
  const terms = matter.words(
    '晚十点后不再用音响',
    '装修只在工作日白天',
    '车位按划线停，互留电话',
    '给桌椅脚包上软垫',
  );
  await matter.one.act(pen, 'RecordSettlement', {
    ...ofOrder,
    form,
    requesterIds,
    terms,
    ...termOf(matter, form),
  });
}

/** What is written down has a term. */
function termOf({ stage, random }: Matter, form: string): object {
  if (form !== 'written') return {};
  return { term: new Date(stage.now + random.between(60, 400) * 86_400_000).toISOString().slice(0, 10) };
}
