import { relationsTo } from '@threekeys/http';
import type { CaseOrder, CaseRow } from '@threekeys/read-models';
import { standingOf } from './standing';

const order = {
  ...{ workOrderId: 'order-1', round: 2, part: 'support', status: 'handling' },
  assignee: { kind: 'organisation', organisation: 'lamp-works' },
  ...{ offers: [], assigned: [] },
} as unknown as CaseOrder;
const row = { open: true, round: 2, accountablePost: 'desk', accountablePerson: 'clerk', requesters: [] };
const partner = { id: 'partner', grants: [{ role: 'handler', scope: 'lamp-works' }], posts: [] } as const;

function relations(ofOrder: Partial<CaseOrder> = {}, ofCase: Partial<CaseRow> = {}): readonly string[] {
  const shown = { ...row, ...ofCase, orders: [{ ...order, ...ofOrder }] } as unknown as CaseRow;
  return relationsTo(partner, standingOf(shown)).filter((relation) => relation !== 'any');
}

describe('who has an order of a case', () => {
  it('is at work on it while it is handled, and while its result is checked', () => {
    const byTheirGrant = ['assignee@lamp-works', 'at-work@lamp-works'];
    expect(relations()).toEqual(byTheirGrant);
    expect(relations({ status: 'done' })).toEqual(byTheirGrant);
  });

  it.each([
    ['returned', { status: 'returned' }, {}],
    ['ended', { status: 'ended' }, {}],
    ['of an earlier round', { round: 1, status: 'done' }, {}],
    ['of a case that has ended', { status: 'done' }, { open: false }],
  ] as const)('may still read, and is not at work, by one that is %s', (_how, ofOrder, ofCase) =>
    expect(relations(ofOrder, ofCase)).toEqual(['assignee@lamp-works']),
  );

  it('is nobody to the case by an order that was given to somebody else', () =>
    expect(relations({ assignee: { kind: 'organisation', organisation: 'other' } })).toEqual([]));
});
