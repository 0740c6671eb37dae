import { accountsToTry, seedDemo } from '@threekeys/all-in-one';
import type { Actor, CaseEvent, Volunteer, VolunteerEvent } from '@threekeys/domain';
import { caseDecider, liveBookings, volunteerDecider } from '@threekeys/domain';
import { contentOf, dataOf } from '@threekeys/event-store';
import type { RecordedEvent } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import { configFrom, openLogs } from '@threekeys/runtime';
import { openDatabase } from '@threekeys/sqlite';
import { join } from 'node:path';
import { historyOf, invariants } from '../../libs/domain/src/case/case.invariants.fixtures';
import type { InvariantName } from '../../libs/domain/src/case/case.invariants.fixtures';
import type { Transition } from '../../libs/domain/src/case/random-case.fixtures';
import { password, removeHome, temporaryHome } from '../support/app';

const folder = temporaryHome();
const refusals: string[] = [];
afterAll(() => removeHome(folder));

const cases = 300;

/** Plays a demo whose clock ends at an instant that is always the same. */
async function played(name: string, seed: number, count = cases): Promise<string> {
  const home = join(folder, name);
  const config = configFrom({ THREEKEYS_LOG: 'error', PORT: '0', THREEKEYS_HOME: home });
  await seedDemo({
    config,
    logs: openLogs(config),
    password,
    seed,
    cases: count,
    onRefused: (refused) => refusals.push(refused),
    endsAt: '2026-11-20T09:00:00.000Z',
  });
  return home;
}

/** By stream: its events, without what is sealed, its keys, and what hangs on their bytes. */
async function leavesIn(home: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const streams = new Map<string, unknown[]>();
  for await (const { stream, bytes } of store.readAll()) {
    // A key is turned on the hash of the plan as it is stored: of sealed words too.
    const leaf = JSON.parse(bytes.toString(), (key, value: unknown) =>
      key === 'planHash' || (typeof value === 'object' && value !== null && '$pii' in value)
        ? 'sealed'
        : value,
    ) as Record<string, unknown>;
    const { prev: _prev, keys: _keys, ...content } = leaf;
    streams.set(stream, [...(streams.get(stream) ?? []), content]);
  }
  await store.close();
  return streams;
}

const typesIn = (content: ReadonlyMap<string, readonly unknown[]>): readonly string[] =>
  [...content.values()].flat().map((each) => (each as { type: string }).type);

describe('a year of the demo', () => {
  let one: ReadonlyMap<string, readonly unknown[]>;
  beforeAll(async () => {
    one = await leavesIn(await played('one', 7));
  });

  it('has so many cases, the same for the same seed leaf by leaf but for what is sealed', async () => {
    const again = await leavesIn(await played('again', 7));
    expect(typesIn(one).filter((type) => type === 'CaseReported')).toHaveLength(cases);
    expect([...again.keys()].sort()).toEqual([...one.keys()].sort());
    expect(
      [...one].filter(([stream, events]) => JSON.stringify(again.get(stream)) !== JSON.stringify(events)),
    ).toEqual([]);
  });

  it('is another for another seed', async () => {
    const other = await leavesIn(await played('other', 6, 40));
    const casesOf = (content: typeof one) => [...content.keys()].filter((each) => each.startsWith('case-'));
    expect(casesOf(other).filter((each) => one.has(each)).length).toBeLessThan(2);
  });

  it.each([
    ['short ways', ['CaseAnswered', 'CaseHandledOnSpot', 'CaseDeclined', 'CaseVoided', 'CaseWithdrawn']],
    [
      'volunteers',
      ['OfferDeclined', 'OfferExpired', 'VolunteerCheckedIn', 'VolunteerNoShow', 'VolunteerPaused'],
    ],
    ['rework and returns', ['ReworkOrdered', 'WorkOrderReturned', 'CaseReopened', 'ReopeningRefused']],
    [
      'keys',
      ['KeyTurned', 'KeyRefused', 'KeyOverdue', 'LockOpened', 'ReferredToOwnersAssembly', 'AssemblyDecided'],
    ],
    ['disputes', ['SettlementRecorded', 'SettlementFailed', 'DisclosureConsented']],
    ['others', ['ReferralAnswered', 'RequesterJoined', 'CaseImported', 'CaseArchived', 'DeadlineBreached']],
    ['staff who leave', ['PostLeft', 'PostFilled', 'RoleRevoked', 'AccountabilityTransferred']],
  ])('goes by in many ways: %s', (_way, types) => {
    const known = new Set(typesIn(one));
    expect(types.filter((type) => !known.has(type))).toEqual([]);
  });

  it('is played by people who seldom try what the rules refuse', () =>
    expect(refusals.length).toBeLessThan(cases / 20));

  it('keeps what holds of every history of a case', async () => {
    const broken: string[] = [];
    for (const [stream, transitions] of await transitionsIn(join(folder, 'one'))) {
      const history = historyOf(caseDecider, transitions);
      for (const name of ofEveryCommunity) {
        const wrong = invariants[name](history);
        if (wrong !== undefined) broken.push(`${stream}: ${name}: ${wrong}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('books nobody twice at a time', async () => {
    const volunteers = await foldedVolunteers(join(folder, 'one'));
    expect(volunteers.size).toBeGreaterThanOrEqual(300);
    for (const volunteer of volunteers.values()) {
      const times = [...liveBookings(volunteer)].sort((a, b) => (a.from < b.from ? -1 : 1));
      for (const [index, { from }] of times.entries())
        expect(index === 0 || (times[index - 1]?.to ?? '') <= from).toBe(true);
    }
  });

  it('leaves no token behind, and the accounts to sign in with', () => {
    const operations = openDatabase(join(folder, 'one', 'ops.sqlite'), 'operations', { readOnly: true });
    expect(operations.prepare('SELECT count(*) FROM tokens').pluck().get()).toBe(0);
    expect(operations.prepare('SELECT username FROM accounts').pluck().all()).toEqual(
      // Everybody who has a post or a role, not only whom the greeting names.
      expect.arrayContaining([...accountsToTry, 'grid-5', 'owners-plane-court']),
    );
    operations.close();
  });
});

/** Those that ask neither for the command behind an event nor for the community of the model. */
const ofEveryCommunity: readonly InvariantName[] = [
  'who did it neither checks it nor asks how it went',
  'a round has one live lead order',
  'seats are taken once, and not beyond their number',
  'an offer is accepted in its time',
  'nobody is asked for an order that is over',
  'a closed case was heard by each requester',
  'a short way answers everybody',
  'handling runs from the first dispatch of a round',
  'a timer tells what is due, once',
  'rounds follow each other, the third supervised',
  'what an earlier round was, it stays',
  'two people make it void',
  'a case is archived after the term to reopen it',
  'a lock opens by all its keys on one version',
  'one person turns one key',
  'work costs no more than was agreed',
  'who has withdrawn is left alone',
  'an id adds one thing',
  'the status agrees with the lead order',
];

async function eventsIn(home: string, category: string): Promise<readonly RecordedEvent[]> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll(undefined, { categories: [category] })) events.push(event);
  await store.close();
  return events;
}

/** What one command has recorded; what it asked for is not known any more. */
interface Recorded extends Transition {
  readonly commandId: string;
}

/** By stream: what each command has recorded, between the case before and after it. */
async function transitionsIn(home: string): Promise<ReadonlyMap<string, readonly Transition[]>> {
  const byStream = new Map<string, Recorded[]>();
  for (const event of await eventsIn(home, 'case')) {
    const content = contentOf(event);
    const transitions = byStream.get(event.stream) ?? [];
    byStream.set(event.stream, transitions);
    const last = transitions.at(-1);
    const decided = { type: event.type, data: dataOf(event, content) } as unknown as CaseEvent;
    const { recordedAt, occurredAt, commandId } = content;
    const by = content.actor as unknown as Actor;
    const before = last?.after ?? caseDecider.initialState;
    const at = { recordedAt, occurredAt, by, leafHash: event.leafHash };
    const after = caseDecider.evolve(before, decided, at);
    const isSame = last?.commandId === commandId;
    const known = isSame && Array.isArray(last.result) ? (last.result as readonly CaseEvent[]) : [];
    if (isSame) transitions.pop();
    const context = { now: recordedAt, occurredAt, by };
    transitions.push({
      ...{ before: isSame ? last.before : before, after, context, commandId },
      result: [...known, decided],
    } as unknown as Recorded);
  }
  return byStream;
}

async function foldedVolunteers(home: string): Promise<ReadonlyMap<string, Volunteer>> {
  const volunteers = new Map<string, Volunteer>();
  for (const event of await eventsIn(home, 'volunteer')) {
    const content = contentOf(event);
    const { recordedAt, occurredAt } = content;
    const by = content.actor as unknown as Actor;
    const told = { type: event.type, data: dataOf(event, content) } as unknown as VolunteerEvent;
    const before = volunteers.get(event.stream) ?? volunteerDecider.initialState;
    volunteers.set(event.stream, volunteerDecider.evolve(before, told, { recordedAt, occurredAt, by }));
  }
  return volunteers;
}
