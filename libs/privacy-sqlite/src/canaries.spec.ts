import type { CaseCommand, Personal, VolunteerCommand } from '@threekeys/domain';
import { caseEvents, isSealed, starterCatalogue, starterPolicy, volunteerEvents } from '@threekeys/domain';
import type { Rules, SealedAt } from '@threekeys/domain';
import {
  caseAggregate,
  CommandHandler,
  contentOf,
  dataOf,
  MemoryEventStore,
  RulesSource,
  SystemClock,
  volunteerAggregate,
} from '@threekeys/event-store';
import { FieldSealer, KeyRing, Opener, plansOf, RevealGate, writeAssignments } from '@threekeys/privacy';
import { findCanaries } from '@threekeys/privacy/contract';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrCreateKek, SqliteAccessLog, SqliteKeyStore } from '.';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const names = { zh: '受理台', en: 'Duty desk' };
const organisation = {
  units: { community: { level: 'community' as const, names } },
  posts: { 'duty-desk': { unit: 'community', kind: 'duty-desk', names, holder: 'clerk' } },
  grants: [],
};

class StarterRules extends RulesSource {
  current(): Promise<Rules> {
    const categories = Object.fromEntries(starterCatalogue.map((each) => [each.category, each]));
    return Promise.resolve({
      policy: { version: 1, ...starterPolicy },
      catalogue: { version: 1, categories, retired: [] },
      organisation,
      compounds: { 'dawn-lane': { names, buildings: {}, parties: {} } },
    });
  }
}

/** Names, phones, doors, codes and words that stand nowhere else in the world. */
const canaries = {
  name: '金丝雀桂英',
  phone: '19912340001',
  proxyName: '金丝雀建国',
  proxyPhone: '19912340002',
  respondent: '金丝雀棋牌室',
  code: 'CNRY-0001-A',
  door: '7-金丝-301',
  address: '金丝雀巷东头第三棵树',
  summary: 'canary words of the report 夜里太吵',
  joinedName: 'Canary Smith',
  joinedPhone: '19912340003',
  joinedCode: 'CNRY-0002-B',
  joinedWords: '我家也听见金丝雀叫',
  contacts: ['第一次没接金丝雀的电话', '第二次金丝雀说晚上再打', 'third call to the canary'],
  withdrawal: '金丝雀不想再提了',
  ground: '金丝雀的事归别处管',
  volunteer: '金丝雀志愿者',
  volunteerPhone: '19912340004',
};
const all: readonly string[] = Object.values(canaries).flat();

const spoken: readonly CaseCommand[] = [
  {
    type: 'ReportCase',
    data: {
      caseId: id(1),
      number: '2026-000001',
      requester: {
        requesterId: id(2),
        relation: 'proxy',
        subject: { subjectId: id(3), name: canaries.name, phone: canaries.phone },
        proxy: { subjectId: id(4), name: canaries.proxyName, phone: canaries.proxyPhone },
        confidential: true,
        trackingCode: canaries.code,
      },
      respondent: { respondentId: id(5), kind: 'shop', name: canaries.respondent },
      channel: 'phone',
      place: { compound: 'outside', door: canaries.door, address: canaries.address },
      summary: canaries.summary,
      confidential: true,
      accountable: { post: 'duty-desk', person: 'clerk' },
    },
  },
  {
    type: 'JoinCase',
    data: {
      requester: {
        requesterId: id(6),
        relation: 'self',
        subject: { subjectId: id(7), name: canaries.joinedName, phone: canaries.joinedPhone },
        confidential: false,
        trackingCode: canaries.joinedCode,
      },
      words: canaries.joinedWords,
      channel: 'desk',
    },
  },
  ...canaries.contacts.map((words, n): CaseCommand => ({
    type: 'RecordContact',
    data: {
      contactId: id(10 + n),
      requesterId: id(6),
      purpose: 'clarify',
      channel: 'phone',
      reached: false,
      words,
    },
  })),
  { type: 'WithdrawRequest', data: { requesterId: id(6), words: canaries.withdrawal } },
  { type: 'DeclineCase', data: { ground: starterPolicy.grounds.decline[0] ?? '', words: canaries.ground } },
];

const registered: VolunteerCommand = {
  type: 'RegisterVolunteer',
  data: {
    volunteerId: id(50),
    kind: 'resident',
    compound: 'dawn-lane',
    name: canaries.volunteer,
    phone: canaries.volunteerPhone,
  },
};

function sealedIn(value: unknown): readonly SealedAt[] {
  if (typeof value !== 'object' || value === null) return [];
  return isSealed(value) ? [value as SealedAt] : Object.values(value).flatMap(sealedIn);
}

describe('canaries that are spoken into the product', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'threekeys-canaries-'))));
  afterEach(() => rmSync(home, { recursive: true }));

  async function spokenInto() {
    const store = new MemoryEventStore();
    const keys = await SqliteKeyStore.open(join(home, 'keys.sqlite'), loadOrCreateKek(join(home, 'kek')).kek);
    const ring = new KeyRing(keys);
    const sealer = new FieldSealer(ring, plansOf({ ...caseEvents, ...volunteerEvents }));
    const ports = { store, sealer, clock: new SystemClock(), rules: new StarterRules() };
    const origin = (n: number) => ({
      commandId: id(100 + n),
      correlationId: id(99),
      by: { id: 'clerk', role: 'intake-clerk' as const },
    });
    const cases = new CommandHandler(caseAggregate, ports);
    for (const [n, command] of spoken.entries()) await cases.handle(`case-${id(1)}`, command, origin(n));
    await new CommandHandler(volunteerAggregate, ports).handle(`volunteer-${id(50)}`, registered, origin(90));
    await writeAssignments(ring, keys, store);
    return { store, keys };
  }

  it('are twenty, and each of them is sealed and opens again', async () => {
    expect(all).toHaveLength(20);
    const { store, keys } = await spokenInto();
    const opener = new Opener(keys);
    const opened = new Set<string | undefined>();
    for await (const event of store.readAll()) {
      for (const value of sealedIn(dataOf(event, contentOf(event)))) opened.add(await opener.open(value));
    }
    expect(all.filter((canary) => !opened.has(canary))).toEqual([]);
    await keys.close();
  });

  it('stand in no leaf, in no file of keys and in no access log, in no encoding', async () => {
    const { store, keys } = await spokenInto();
    const log = new SqliteAccessLog(home);
    const gate = new RevealGate(new Opener(keys), log, new SystemClock());
    const leaves: Buffer[] = [];
    for await (const event of store.readAll()) {
      leaves.push(event.bytes);
      const fields = sealedIn(dataOf(event, contentOf(event))).map((value, n) => ({
        name: `field-${String(n)}`,
        value,
      }));
      const actor = { id: 'clerk', role: 'intake-clerk' as const };
      const revealed = await gate.reveal({ stream: event.stream, fields, actor, purpose: 'contact' });
      expect(revealed.every(({ value }) => all.includes(value as Personal as string))).toBe(true);
    }
    const files = readdirSync(home).map((name) => ({ name, bytes: readFileSync(join(home, name)) }));
    expect(files.map(({ name }) => name).sort()).toEqual(
      expect.arrayContaining(['kek', 'keys.sqlite', expect.stringMatching(/^access-.*sqlite$/)]),
    );
    for (const { name, bytes } of [...files, { name: 'log', bytes: Buffer.concat(leaves) }])
      expect({ name, found: findCanaries(bytes, all) }).toEqual({ name, found: [] });
    await log.close();
    await keys.close();
  });
});
