import fc from 'fast-check';
import { assignGreedily, type Order } from './assign';
import { anyInput, candidate, hours, idOf, order } from './match.fixtures';

const orderOf = (number: number, differing: Partial<Order> = {}): Order => {
  const { candidates: _none, ...asked } = order();
  return { ...asked, workOrderId: idOf(800 + number), ...differing };
};
const need = order().need;

describe('several orders', () => {
  it('share one volunteer one after the other, the most urgent first', () => {
    const plan = assignGreedily([orderOf(1), orderOf(2, { urgency: 'urgent' })], [candidate(1)]);
    expect(plan.map(({ workOrderId, volunteers }) => [workOrderId, volunteers[0]?.window])).toEqual([
      [idOf(802), hours(1, 2)],
      [idOf(801), hours(2, 3)],
    ]);
  });

  it('leave seats open rather than use somebody twice', () => {
    const windows = [hours(1, 2)];
    const plan = assignGreedily(
      [orderOf(1, { need: { ...need, windows, seats: 2 } }), orderOf(2, { need: { ...need, windows } })],
      [candidate(1), candidate(2)],
    );
    expect(plan.map(({ volunteers, seatsOpen }) => [volunteers.length, seatsOpen])).toEqual([
      [2, 0],
      [0, 1],
    ]);
  });

  it('never use anybody twice at a time, and come out the same in any order', () =>
    fc.assert(
      fc.property(fc.array(anyInput, { minLength: 2, maxLength: 8 }), (inputs) => {
        const orders = inputs.map(({ candidates: _other, ...asked }, i) => ({
          ...asked,
          workOrderId: idOf(800 + i),
        }));
        const candidates = inputs[0]!.candidates;
        const plan = assignGreedily(orders, candidates);
        const used = plan.flatMap(({ volunteers }) => volunteers);
        for (const [i, a] of used.entries()) {
          for (const b of used.slice(i + 1)) {
            const apart = a.window.to <= b.window.from || b.window.to <= a.window.from;
            expect(a.volunteerId !== b.volunteerId || apart).toBe(true);
          }
        }
        expect(assignGreedily([...orders].reverse(), [...candidates].reverse())).toEqual(plan);
      }),
      { numRuns: 200, seed: 20260303 },
    ));
});
