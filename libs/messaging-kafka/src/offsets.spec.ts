import { Offsets } from './offsets';

describe('offsets', () => {
  const next = (offsets: Offsets) => offsets.uncommitted().map(({ offset }) => offset);

  it('wait for what is undone before them', () => {
    const offsets = new Offsets();
    const [first, second, third] = [4, 5, 7].map((offset) => offsets.begin('t', 0, offset));
    third?.();
    second?.();
    expect(next(offsets)).toEqual([]);
    first?.();
    expect(next(offsets)).toEqual(['8']);
  });

  it('are told until they are committed', () => {
    const offsets = new Offsets();
    offsets.begin('t', 0, 4)();
    const told = offsets.uncommitted();
    expect(told).toEqual([{ topic: 't', partition: 0, offset: '5' }]);
    offsets.committed(told);
    expect(next(offsets)).toEqual([]);
  });

  it('take a redelivery for the same work', () => {
    const offsets = new Offsets();
    const first = offsets.begin('t', 0, 4);
    offsets.begin('t', 0, 5)();
    const again = offsets.begin('t', 0, 4);
    offsets.begin('t', 0, 5);
    expect(next(offsets)).toEqual([]);
    again();
    expect(next(offsets)).toEqual(['6']);
    first();
    offsets.begin('t', 0, 3)();
    expect(next(offsets)).toEqual(['6']);
  });

  it('of partitions that others have now are not ours', () => {
    const offsets = new Offsets();
    offsets.begin('t', 0, 4)();
    const late = offsets.begin('t', 1, 4);
    offsets.keep({ t: [0] });
    late();
    expect(offsets.uncommitted()).toEqual([{ topic: 't', partition: 0, offset: '5' }]);
    offsets.forget();
    expect(offsets.uncommitted()).toEqual([]);
  });
});
