import { Clock } from '@threekeys/event-store';
import type { Leases } from './leases';

/** A clock that a test sets. */
export class SetClock extends Clock {
  private ms = Date.parse('2026-03-01T08:00:00.000Z');

  now(): string {
    return new Date(this.ms).toISOString();
  }

  pass(ms: number): void {
    this.ms += ms;
  }
}

export interface LeasesUnderTest {
  readonly leases: Leases;
  /** Those of another process, over the same memory. */
  readonly others: Leases;
  close(): void | Promise<void>;
}

/** What all {@link Leases} promise. */
export function describeLeases(
  name: string,
  open: (clock: Clock) => LeasesUnderTest | Promise<LeasesUnderTest>,
): void {
  describe(`leases: ${name}`, () => {
    let under: LeasesUnderTest;
    let clock: SetClock;
    beforeEach(async () => {
      clock = new SetClock();
      under = await open(clock);
    });
    afterEach(() => under.close());

    it('are had by whoever asks first, until they are over', async () => {
      expect(await under.leases.take('relay', 'a', 1000)).toEqual({
        ...{ name: 'relay', holder: 'a', term: 1 },
        until: '2026-03-01T08:00:01.000Z',
      });
      expect(await under.others.take('relay', 'b', 1000)).toBeUndefined();
      clock.pass(999);
      expect(await under.others.take('relay', 'b', 1000)).toBeUndefined();
      clock.pass(1);
      expect(await under.others.take('relay', 'b', 1000)).toMatchObject({ holder: 'b', term: 2 });
      expect(await under.leases.take('relay', 'a', 1000)).toBeUndefined();
    });

    it('last longer for who has them, in the same term', async () => {
      await under.leases.take('relay', 'a', 1000);
      clock.pass(900);
      expect(await under.leases.take('relay', 'a', 1000)).toMatchObject({
        ...{ term: 1, until: '2026-03-01T08:00:01.900Z' },
      });
      clock.pass(900);
      expect(await under.others.take('relay', 'b', 1000)).toBeUndefined();
    });

    it('are free at once where they are given back, and only by who has them', async () => {
      await under.leases.take('relay', 'a', 1000);
      await under.others.giveBack('relay', 'b');
      expect(await under.others.take('relay', 'b', 1000)).toBeUndefined();
      await under.leases.giveBack('relay', 'a');
      expect(await under.others.take('relay', 'b', 1000)).toMatchObject({ holder: 'b', term: 2 });
    });

    it('are each their own', async () => {
      await under.leases.take('relay', 'a', 1000);
      expect(await under.others.take('timers', 'b', 1000)).toMatchObject({ holder: 'b', term: 1 });
    });

    it('go to one of many who ask at the same moment', async () => {
      const asked = Array.from({ length: 10 }, (_, i) =>
        (i % 2 === 0 ? under.leases : under.others).take('relay', `p${i}`, 1000),
      );
      const had = (await Promise.all(asked)).filter((lease) => lease !== undefined);
      expect(had).toHaveLength(1);
      expect(await under.others.current('relay')).toEqual(had[0]);
    });

    it('are told together where they are not over', async () => {
      expect(await under.leases.held()).toEqual([]);
      const timers = await under.leases.take('timers', 'a', 1000);
      const relay = await under.others.take('relay', 'b', 2000);
      expect(await under.leases.held()).toEqual([relay, timers]);
      clock.pass(1000);
      expect(await under.others.held()).toEqual([relay]);
      await under.others.giveBack('relay', 'b');
      expect(await under.leases.held()).toEqual([]);
    });

    it('are told as they stand', async () => {
      expect(await under.leases.current('relay')).toBeUndefined();
      await under.leases.take('relay', 'a', 1000);
      expect(await under.others.current('relay')).toMatchObject({ holder: 'a', term: 1 });
    });
  });
}
