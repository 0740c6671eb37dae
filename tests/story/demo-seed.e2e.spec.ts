import { demoAccounts, seedDemo } from '@threekeys/all-in-one';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { configFrom, openLogs } from '@threekeys/runtime';
import { openDatabase } from '@threekeys/sqlite';
import { join } from 'node:path';
import { password, removeHome, temporaryHome } from '../support/app';

jest.setTimeout(240_000);

const folder = temporaryHome();
afterAll(() => removeHome(folder));

/** Plays a demo whose clock ends at an instant that is always the same. */
async function played(name: string, seed: number, cases: number): Promise<string> {
  const home = join(folder, name);
  const config = configFrom({ THREEKEYS_LOG: 'error', PORT: '0', THREEKEYS_HOME: home });
  await seedDemo({
    config,
    logs: openLogs(config),
    password,
    seed,
    cases,
    endsAt: '2026-11-20T09:00:00.000Z',
  });
  return home;
}

/** By stream: its events, without what is sealed, chained, or the server's own name of a request. */
async function contentOf(home: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const streams = new Map<string, unknown[]>();
  for await (const { stream, bytes } of store.readAll()) {
    const leaf = JSON.parse(bytes.toString(), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && '$pii' in value ? 'sealed' : value,
    ) as Record<string, unknown>;
    const { prev: _prev, keys: _keys, correlationId: _request, ...content } = leaf;
    streams.set(stream, [...(streams.get(stream) ?? []), content]);
  }
  await store.close();
  return streams;
}

const typesIn = (content: ReadonlyMap<string, readonly unknown[]>): readonly string[] =>
  [...content.values()].flat().map((each) => (each as { type: string }).type);

describe('a demo of more cases than were lived in', () => {
  it('has so many, the same for the same seed but for what is sealed, others for another', async () => {
    const home = await played('one', 5, 50);
    const [one, again, other] = [
      await contentOf(home),
      await contentOf(await played('again', 5, 50)),
      await contentOf(await played('other', 6, 25)),
    ];
    expect(typesIn(one).filter((type) => type === 'CaseReported')).toHaveLength(50);
    expect([...again.keys()].sort()).toEqual([...one.keys()].sort());
    expect(
      [...one].filter(([stream, events]) => JSON.stringify(again.get(stream)) !== JSON.stringify(events)),
    ).toEqual([]);
    const casesOf = (content: typeof one) => [...content.keys()].filter((each) => each.startsWith('case-'));
    expect(casesOf(other).filter((each) => one.has(each)).length).toBeLessThan(2);
    for (const type of ['CaseAnswered', 'CaseDeclined', 'VolunteerAssigned', 'ResultChecked', 'CaseClosed'])
      expect(typesIn(one)).toContain(type);
  });

  it('leaves no token behind that its people worked with', () => {
    const operations = openDatabase(join(folder, 'one', 'ops.sqlite'), 'operations', { readOnly: true });
    expect(operations.prepare('SELECT count(*) FROM tokens').pluck().get()).toBe(0);
    expect(operations.prepare('SELECT count(*) FROM accounts').pluck().get()).toBe(
      Object.keys(demoAccounts).length,
    );
    operations.close();
  });
});
