import { relationsTo } from '@threekeys/http';
import type { CaseOrder, CaseRow } from '@threekeys/read-models';
import { standingOf } from './standing';

const order = {
  ...{ workOrderId: 'order-1', round: 2, part: 'support', status: 'handling' },
  assignee: { kind: 'organisation', organisation: 'lamp-works' },
  ...{ offers: [], assigned: [] },
} as unknown as CaseOrder;
const row = { open: true, round: 2, accountablePost: 'desk', accountablePerson: 'clerk', orders: [order] };
const partner = { id: 'partner', grants: [{ role: 'handler', scope: 'lamp-works' }], posts: [] } as const;

const isAssignee = (ofOrder: Partial<CaseOrder> = {}, ofCase: Partial<CaseRow> = {}): boolean => {
  const shown = { ...row, ...ofCase, orders: [{ ...order, ...ofOrder }] } as unknown as CaseRow;
  return relationsTo(partner, standingOf(shown)).includes('assignee');
};

describe('who has an order of a case', () => {
  it('sees it while it is worked on, and while its result is checked', () =>
    expect([isAssignee(), isAssignee({ status: 'done' })]).toEqual([true, true]));

  it.each([
    ['returned', { status: 'returned' }, {}],
    ['ended', { status: 'ended' }, {}],
    ['of an earlier round', { round: 1, status: 'done' }, {}],
    ['of a case that has ended', { status: 'done' }, { open: false }],
    ['given to somebody else', { assignee: { kind: 'organisation', organisation: 'other' } }, {}],
  ] as const)('sees nothing by one that is %s', (_how, ofOrder, ofCase) =>
    expect(isAssignee(ofOrder, ofCase)).toBe(false),
  );
});
