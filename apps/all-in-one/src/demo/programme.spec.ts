import { inOrder, Programme } from './programme';
import type { Beginning } from './programme';
import { Random } from './random';

/** A scene that acts so often, so many milliseconds apart, and writes it down. */
const scene = (name: string, at: number, log: string[], acts = 3): Beginning => ({
  at,
  begin: async function* play() {
    for (let act = 1; act <= acts; act++) {
      log.push(`${name}${String(act)}`);
      yield 10;
    }
  },
});

async function played(beginnings: Iterable<Beginning>): Promise<readonly number[]> {
  const programme = new Programme(beginnings);
  const times: number[] = [];
  for (let turn = programme.next(); turn; turn = programme.next()) {
    times.push(turn.at);
    const { done, value } = await turn.play.next();
    if (!done) programme.add({ at: turn.at + value, play: turn.play });
  }
  return times;
}

describe('a programme', () => {
  it('gives turns in the order of time; at the same time who is under way goes first', async () => {
    const log: string[] = [];
    const times = await played([scene('a', 0, log), scene('b', 5, log), scene('c', 10, log)]);
    expect(log).toEqual(['a1', 'b1', 'a2', 'c1', 'b2', 'a3', 'c2', 'b3', 'c3']);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it('keeps that order with many under way', async () => {
    const random = new Random(3);
    const starts = Array.from({ length: 300 }, () => random.between(0, 500)).sort((a, b) => a - b);
    const times = await played(starts.map((at) => scene('x', at, [], random.between(1, 9))));
    expect(times.length).toBeGreaterThan(300);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it('asks for a scene when its time comes, not before', () => {
    let asked = 0;
    const programme = new Programme(
      (function* beginnings() {
        for (;;) yield scene('x', (asked += 1), []);
      })(),
    );
    programme.next();
    expect([asked, programme.begun]).toEqual([2, 1]);
  });

  it('is made of two lists by time', () => {
    const at = (...times: readonly number[]) => times.map((each) => scene('x', each, []));
    expect([...inOrder(at(1, 4, 9), at(2, 3, 4))].map((each) => each.at)).toEqual([1, 2, 3, 4, 4, 9]);
    expect([...inOrder(at(), at(7))].map((each) => each.at)).toEqual([7]);
  });
});
