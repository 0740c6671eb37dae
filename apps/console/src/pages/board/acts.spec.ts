import type { Category } from '../../types';
import { bodyOf, fits } from './acts';
import type { Target } from './acts';

const target: Target = {
  ...{ caseId: 'c', number: '2026-000001', status: 'filed', category: 'lighting' },
  place: { compound: 'dawn-lane', building: '5', door: '301' },
};
const order = { workOrderId: 'w', status: 'dispatched' as const, assignee: { kind: 'volunteers' as const } };
const lighting = {
  ...{ category: 'lighting', skills: ['electrics'], interests: ['repairing'], certificates: [] },
  ...{ seats: 1, minutes: 60 },
} as unknown as Category;
const sources = { key: 'k', community: { categories: [lighting] } };
const said = { assignee: 'grid-1-worker|grid', reason: 'local-knowledge', words: ' ' };

describe('an act on several cases', () => {
  it('dispatches to a post, with the reason', () =>
    expect(bodyOf('DispatchWorkOrder', target, said, sources)).toEqual({
      order: {
        workOrderId: 'k',
        part: 'lead',
        assignee: { kind: 'post', post: 'grid-1-worker', person: 'grid' },
      },
      override: { reason: 'local-knowledge' },
    }));

  it('asks volunteers for what the category needs, without the door', () =>
    expect(
      bodyOf('DispatchWorkOrder', target, { ...said, assignee: 'volunteers', from: 'f', to: 't' }, sources),
    ).toMatchObject({
      order: {
        assignee: { kind: 'volunteers' },
        need: {
          ...{ skills: ['electrics'], interests: ['repairing'], certificates: [], seats: 1, minutes: 60 },
          place: { compound: 'dawn-lane', building: '5' },
          windows: [{ from: 'f', to: 't' }],
        },
      },
    }));

  it('reassigns the order that the case has', () =>
    expect(bodyOf('ReassignWorkOrder', { ...target, order }, { ...said, words: 'why' }, sources)).toEqual({
      workOrderId: 'w',
      to: { kind: 'post', post: 'grid-1-worker', person: 'grid' },
      ...{ reason: 'local-knowledge', words: 'why' },
    }));

  it.each(['DispatchWorkOrder', 'ReassignWorkOrder'] as const)('%s gives work to an organisation', (act) => {
    const body = bodyOf(act, { ...target, order }, { ...said, assignee: 'organisation:lamp-works' }, sources);
    const company = { kind: 'organisation', organisation: 'lamp-works' };
    expect(body).toMatchObject(
      act === 'DispatchWorkOrder' ? { order: { assignee: company } } : { to: company },
    );
  });

  it('takes an order from a post to volunteers, with what is asked of them', () =>
    expect(
      bodyOf(
        'ReassignWorkOrder',
        { ...target, order },
        { ...said, assignee: 'volunteers', from: 'f', to: 't' },
        sources,
      ),
    ).toMatchObject({
      to: { kind: 'volunteers' },
      need: { skills: ['electrics'], seats: 1, windows: [{ from: 'f', to: 't' }] },
    }));

  it('hands a case over to a post', () =>
    expect(bodyOf('TransferAccountability', target, said, sources)).toEqual({
      ...{ to: { post: 'grid-1-worker', person: 'grid' }, reason: 'local-knowledge' },
    }));

  it('takes only cases where it finds something to do', () => {
    const dispatched: Target = { ...target, status: 'dispatched', order };
    const { category: _, ...uncategorised } = target;
    expect(fits('DispatchWorkOrder', target)).toBe(true);
    expect(fits('DispatchWorkOrder', uncategorised)).toBe(false);
    expect(fits('DispatchWorkOrder', { ...target, status: 'accepted' })).toBe(false);
    expect(fits('DispatchWorkOrder', dispatched)).toBe(false);
    expect(fits('ReassignWorkOrder', target)).toBe(false);
    expect(fits('ReassignWorkOrder', dispatched)).toBe(true);
    expect(fits('TransferAccountability', target)).toBe(true);
  });
});
