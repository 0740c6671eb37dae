import type { CaseOrder } from '@threekeys/read-models';
import { orderOf } from './case-answers';

const nobodyFound = [{ constraint: 'conflict-of-interest', count: 1 }];
const order = {
  ...{ workOrderId: 'order-1', round: 1, part: 'lead', status: 'dispatched', nobodyFound },
  ...{ assignee: { kind: 'volunteers' }, offers: [], assigned: [] },
} as unknown as CaseOrder;

describe('an order for which nobody was found', () => {
  it('says why to who sees its volunteers, and to nobody else: a conflict of interest tells who reported', () => {
    expect(orderOf(order, { sees: () => true }).nobodyFound).toEqual(nobodyFound);
    expect(orderOf(order, { sees: (group) => group !== 'volunteers' }).nobodyFound).toBeUndefined();
  });
});
