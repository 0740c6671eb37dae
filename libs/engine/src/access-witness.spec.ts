import { eventSchemas } from '@threekeys/domain';
import type { Rules } from '@threekeys/domain';
import { Clock, contentOf, MemoryEventStore } from '@threekeys/event-store';
import { FieldSealer, KeyRing, MemoryAccessLog, MemoryKeyStore, plansOf } from '@threekeys/privacy';
import type { Engine } from './engine';
import { witnessAccesses } from './access-witness';

const now = '2026-04-01T08:00:00.000Z';
const actor = { id: 'clerk', role: 'intake-clerk' } as const;

class SetClock extends Clock {
  now(): string {
    return now;
  }
}

function setting() {
  const [store, accessLog] = [new MemoryEventStore(), new MemoryAccessLog()];
  const rules = { current: () => Promise.resolve({} as Rules) };
  const sealer = new FieldSealer(new KeyRing(new MemoryKeyStore()), plansOf(eventSchemas));
  const engine = { ports: { store, accessLog, clock: new SetClock() }, sealer, rules } as unknown as Engine;
  const open = (at: string) =>
    accessLog.record({ at, actor, stream: 'case-1', fields: ['/phone'], purpose: 'contact' });
  const witnessed = async () => {
    const told: unknown[] = [];
    for await (const event of store.readAll()) {
      const { type, data } = contentOf(event);
      const { month, lines } = data as { month: string; lines: number };
      told.push(`${type} ${month} ${String(lines)}`);
    }
    return told;
  };
  return { engine, open, witnessed };
}

describe('the access log', () => {
  it('is witnessed month by month, each length once', async () => {
    const { engine, open, witnessed } = setting();
    await witnessAccesses(engine, 0);
    expect(await witnessed()).toEqual([]);
    await open('2026-03-31T23:00:00.000Z');
    await open('2026-04-01T07:00:00.000Z');
    await witnessAccesses(engine, 0);
    await witnessAccesses(engine, 0);
    await open('2026-04-01T07:30:00.000Z');
    await witnessAccesses(engine, 0);
    expect(await witnessed()).toEqual([
      'AccessLogWitnessed 2026-03 1',
      'AccessLogWitnessed 2026-04 1',
      'AccessLogWitnessed 2026-04 2',
    ]);
  });

  it('is witnessed up to what others may still be writing', async () => {
    const { engine, open, witnessed } = setting();
    await open('2026-04-01T07:49:00.000Z');
    await open('2026-04-01T07:51:00.000Z');
    await witnessAccesses(engine, 600_000);
    expect(await witnessed()).toEqual(['AccessLogWitnessed 2026-04 1']);
  });

  it('is witnessed on in a month that a clock has gone back into', async () => {
    const { engine, open, witnessed } = setting();
    await open('2026-06-01T07:00:00.000Z');
    await witnessAccesses(engine, 0);
    await open('2026-04-01T07:00:00.000Z');
    await witnessAccesses(engine, 0);
    expect(await witnessed()).toEqual(['AccessLogWitnessed 2026-06 1', 'AccessLogWitnessed 2026-04 1']);
  });
});
