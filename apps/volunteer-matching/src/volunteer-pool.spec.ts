import { MemoryEventStore } from '@threekeys/event-store';
import { derivedId, encodeLeaf, noHash } from '@threekeys/integrity';
import fc from 'fast-check';
import { VolunteerPool } from './volunteer-pool';

const lookBack = { loadDays: 91, asksDays: 7 };
const start = Date.parse('2026-01-01T00:00:00.000Z');
const hours = (count: number): string => new Date(start + count * 3_600_000).toISOString();
const streamOf = (volunteer: number): string => `volunteer-v${volunteer}`;

/** A log in which each event is recorded when the one who tells it says so. */
class Told {
  readonly store = new MemoryEventStore();
  private readonly heads = new Map<string, { revision: number; leafHash: string }>();

  async tell(stream: string, type: string, data: Record<string, unknown>, at: string): Promise<void> {
    const head = this.heads.get(stream);
    const revision = (head?.revision ?? -1) + 1;
    const id = derivedId(stream, String(revision));
    const place = { id, stream, revision, type, recordedAt: at, prev: head?.leafHash ?? noHash };
    const rest = { schema: 1, occurredAt: at, correlationId: id, commandId: id, data };
    const leaf = { ...place, ...encodeLeaf({ ...place, ...rest, actor: { id: 'ann', role: 'clerk' } }) };
    await this.store.append(stream, head ?? 'no-stream', [leaf]);
    this.heads.set(stream, { revision, leafHash: leaf.leafHash });
  }
}

const registered = (volunteer: number) => ({
  volunteerId: `v${volunteer}`,
  name: 'Ann',
  phone: '13800000000',
  kind: 'resident',
  compound: 'spring',
});
const happenings = {
  ask: ['VolunteerOffered', { basis: 'offer' }],
  serve: ['ServiceRecorded', { caseId: 'c', workOrderId: 'w', minutes: 30 }],
  pause: ['VolunteerPaused', {}],
  resume: ['VolunteerResumed', {}],
  leave: ['VolunteerLeft', {}],
} as const;
type Happening = keyof typeof happenings;

const step = fc.record({
  volunteer: fc.integer({ min: 0, max: 3 }),
  what: fc.constantFrom(...(Object.keys(happenings) as Happening[])),
  laterByHours: fc.constantFrom(0, 1, 30, 24 * 7, 24 * 40, 24 * 91),
  pauseHours: fc.constantFrom(undefined, 2, 200),
  /** Whether somebody asks for the candidates then. */
  asked: fc.boolean(),
});

describe('the pool of volunteers', () => {
  it('names whom a pool would that has just read the log, whatever it has said before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const told = new Told();
        const pool = new VolunteerPool(told.store);
        for (const volunteer of [0, 1, 2, 3])
          await told.tell(streamOf(volunteer), 'VolunteerRegistered', registered(volunteer), hours(0));
        let now = 0;
        for (const { volunteer, what, laterByHours, pauseHours, asked } of steps) {
          now += laterByHours;
          const [type, data] = happenings[what];
          const stream = what === 'ask' ? `case-${volunteer}` : streamOf(volunteer);
          const until = what === 'pause' && pauseHours !== undefined && { until: hours(now + pauseHours) };
          const whom = what === 'ask' && { volunteerId: `v${volunteer}` };
          await told.tell(stream, type, { ...data, ...whom, ...until }, hours(now));
          if (!asked) continue;
          expect(named(await pool.candidates(hours(now), lookBack))).toEqual(
            named(await new VolunteerPool(told.store).candidates(hours(now), lookBack)),
          );
        }
      }),
    );
  });
});

const named = (candidates: readonly { readonly volunteerId: string }[]) =>
  candidates.toSorted((a, b) => (a.volunteerId < b.volunteerId ? -1 : 1));
