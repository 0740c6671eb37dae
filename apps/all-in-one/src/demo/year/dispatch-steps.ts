import type { Category, ReportedCase } from '@threekeys/domain';
import { currentRound, entryOf, isLocked } from '@threekeys/domain';
import { otherLead } from './leads';
import type { Matter } from './matter';
import type { Step } from './step';

// 派单: what dispatch does not do by itself.

/** 待派单: what dispatch leaves to people. */
export const stepOfFiled = (matter: Matter, state: ReportedCase): Step => ({
  name: 'dispatch',
  after: () => matter.whenInOffice(20, 240),
  act: () => dispatchByHand(matter, state),
});

async function dispatchByHand(matter: Matter, state: ReportedCase): Promise<void> {
  const { rules } = await matter.office();
  const category = entryOf(rules.catalogue.categories, state.category ?? '');
  const lock = lockOf(state, category);
  if (lock !== 'open') return convene(matter, lock === 'failed');
  if (category === undefined || state.unit === undefined) return fileByHand(matter, state);
  return sendElsewhere(matter, state, category);
}

/** Open where no keys are needed. */
function lockOf(state: ReportedCase, category: Category | undefined): 'open' | 'shut' | 'failed' {
  if (category === undefined || !isLocked(category)) return 'open';
  return currentRound(state).joint?.lock ?? 'shut';
}

async function sendElsewhere(matter: Matter, state: ReportedCase, category: Category): Promise<void> {
  const office = await matter.office();
  const post = otherLead(state, office, category);
  if (post === undefined) return referOn(matter, 'subdistrict');
  const assignee = { kind: 'post', post, person: office.holderOf(post) };
  const order = { workOrderId: matter.newId('order'), part: 'lead', assignee };
  await matter.one.act('dispatcher', 'DispatchWorkOrder', {
    order,
    override: { reason: 'handler-unavailable' },
  });
}

async function fileByHand(matter: Matter, { category }: ReportedCase): Promise<void> {
  const named = category === undefined ? { category: matter.concern.category } : {};
  await matter.one.act('dispatcher', 'FileCase', { level: 'community', unit: 'community', ...named });
}

async function convene(matter: Matter, hasFailed: boolean): Promise<void> {
  if (hasFailed) return referOn(matter, 'housing-authority');
  if (matter.comes(30)) {
    const measure = { measure: 'cordon', words: '已拉警戒线，提醒绕行' };
    await matter.one.act('worker', 'TakeSafetyMeasure', measure);
  }
  await matter.one.act('dispatcher', 'ConveneJointResolution');
}

async function referOn(matter: Matter, body: string): Promise<void> {
  await matter.one.act('secretary', 'ReferCase', { body, basis: 'no-agreement' });
}
