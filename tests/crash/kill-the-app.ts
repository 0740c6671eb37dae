import { contentOf } from '@threekeys/event-store';
import type { EventStore, RecordedEvent } from '@threekeys/event-store';
import { SqliteEventStore } from '@threekeys/event-store-sqlite';
import type { LeafContent } from '@threekeys/integrity';
import type { CaseDetail } from '@threekeys/reporting';
import { randomUUID } from 'node:crypto';
import type { Caller } from '../support/app';
import { done, leadOf, openOffers, registerElectrician } from '../story/path-light.fixtures';
import type { Recorded, Reported } from '../story/path-light.fixtures';

type Acknowledged = Recorded & Partial<Reported>;

/** A command as it was sent. */
export interface Sent {
  readonly key: string;
  readonly path: string;
  readonly body: unknown;
}

/** What another process than the one that dies remembers of it. */
export class Ledger {
  readonly accepted = new Map<string, { readonly sent: Sent; readonly answer: Acknowledged }>();
  /** Sent, and neither accepted nor refused. */
  readonly inFlight = new Map<string, Sent>();
  /** Cases that were accepted. */
  readonly caseIds: string[] = [];

  /** Whether a volunteer has said yes. */
  get hasYes(): boolean {
    return [...this.accepted.values()].some(({ sent }) => sent.path.endsWith('/AcceptOffer'));
  }

  /** @returns what it was answered; undefined: refused @throws Error where nobody answers any longer, or something odd */
  async send(by: Caller, sent: Sent): Promise<Acknowledged | undefined> {
    this.inFlight.set(sent.key, sent);
    const { status, body } = await by.post<Acknowledged>(sent.path, sent.body, {
      'idempotency-key': sent.key,
    });
    if (status !== 409 && status >= 300)
      throw new Unexpected(`${sent.path}: ${status} ${JSON.stringify(body)}`);
    this.inFlight.delete(sent.key);
    if (status === 409) return undefined;
    if (sent.path === '/api/cases' && body.caseId !== undefined) this.caseIds.push(body.caseId);
    this.accepted.set(sent.key, { sent, answer: body });
    return body;
  }
}

/** An answer that is neither yes nor a refusal, of an application that is alive. */
export class Unexpected extends Error {}

const report = {
  ...{ channel: 'phone', summary: '路灯不亮', requester: { name: '王桂英', phone: '19912345678' } },
  place: { compound: 'dawn-lane', building: '1', spot: 'path' },
  accept: { category: 'lighting', urgency: 'urgent' },
};
const recordedBy = { person: 'operator', channel: 'phone' };

const repeatedOf = 20;
const names = { zh: '名', en: 'name' };

/** One grid, one building, four electricians who are always free: too few for what is reported. */
export async function found(by: Caller): Promise<void> {
  const define = (where: string, command: string, data: unknown) =>
    done(by.post(`/api/${where}/commands/${command}`, data));
  await define('organisation', 'DefineUnit', {
    ...{ unit: 'grid-1', level: 'grid-branch', parent: 'community', names },
  });
  await define('compounds/dawn-lane', 'RegisterCompound', { names });
  await define('compounds/dawn-lane', 'AddBuilding', { building: '1', names, grid: 'grid-1', entrances: [] });
  for (const last of ['1', '2', '3', '4']) {
    await registerElectrician(by, { name: '陈明', phone: `1990000000${last}`, building: '1' });
  }
}

/** What was in flight is sent again, and some of what was accepted: the same key, the same answer. */
export async function sendAgain(
  by: Caller,
  ledger: Ledger,
  patiently: Patience['patiently'] = (act) => act(),
): Promise<readonly string[]> {
  for (const sent of [...ledger.inFlight.values()]) await patiently(() => ledger.send(by, sent));
  const different: string[] = [];
  const accepted = [...ledger.accepted.values()];
  // What recorded nothing, because it held already, is rarer: some of each.
  const recorded = accepted.filter(({ answer }) => answer.events.length > 0).slice(-repeatedOf);
  const nothingNew = accepted.filter(({ answer }) => answer.events.length === 0).slice(-repeatedOf);
  for (const { sent, answer } of [...recorded, ...nothingNew]) {
    const repeat = await patiently(() =>
      done(by.post(sent.path, sent.body, { 'idempotency-key': sent.key })),
    );
    const once = { ...answer, position: '' };
    if (JSON.stringify({ ...repeat, position: '' }) !== JSON.stringify(once)) different.push(sent.path);
  }
  return different;
}

/** What `fetch` throws where the other side is gone, before or within its answer. */
const gone = ['fetch failed', 'terminated'];

export interface Patience {
  /** Does it, and again where that is to be expected of somebody at a keyboard. Default: once. */
  readonly patiently: <T>(act: () => Promise<T>) => Promise<T>;
  readonly isOver: () => boolean;
}
const impatient: Patience = { patiently: (act) => act(), isOver: () => false };

/** People at many keyboards, until the application is gone or the time is over. */
export class Load {
  constructor(
    private readonly by: Caller,
    private readonly ledger: Ledger,
    private readonly patience: Patience = impatient,
  ) {}

  /** Resolves when nobody answers any longer, or it is over. @throws Unexpected */
  async run(keyboards: number): Promise<void> {
    await Promise.all(Array.from({ length: keyboards }, (_, index) => this.type(index)));
  }

  private async type(keyboard: number): Promise<void> {
    const acts = [() => this.report(), () => this.join(), () => this.accept(), () => this.accept()];
    try {
      for (let turn = keyboard; !this.patience.isOver(); turn++) await acts[turn % acts.length]?.();
    } catch (error) {
      if (!gone.includes((error as Error).message)) throw error;
    }
  }

  private async report(): Promise<void> {
    await this.send('/api/cases', report);
  }

  private async join(): Promise<void> {
    const caseId = this.someCase();
    if (caseId === undefined) return this.report();
    const body = {
      channel: 'phone',
      words: '我家门前也黑',
      requester: { name: '李秀兰', phone: '19911112222' },
    };
    await this.send(`/api/cases/${caseId}/commands/JoinCase`, body);
  }

  /** A volunteer of one of the first or latest cases says yes. */
  private async accept(): Promise<void> {
    const caseId = this.someCase();
    if (caseId === undefined) return this.report();
    const look = () => done(this.by.get<CaseDetail>(`/api/cases/${caseId}`));
    const lead = leadOf(await this.patience.patiently(look));
    const [offer] = openOffers(lead);
    if (!lead || !offer) return this.report();
    const { workOrderId } = lead;
    const path = `/api/cases/${caseId}/commands/AcceptOffer`;
    await this.send(path, { workOrderId, offerId: offer.offerId, recordedBy });
  }

  private send(path: string, body: unknown): Promise<Acknowledged | undefined> {
    const sent = { key: randomUUID(), path, body };
    return this.patience.patiently(() => this.ledger.send(this.by, sent));
  }

  /** One of the first, which have offers however far dispatch is behind, or one of the latest. */
  private someCase(): string | undefined {
    const { caseIds } = this.ledger;
    const some = Math.random() < 0.5 ? caseIds.slice(0, 12) : caseIds.slice(-12);
    return some[Math.floor(Math.random() * some.length)];
  }
}

export interface Stored {
  readonly event: RecordedEvent;
  readonly content: LeafContent;
}

/** Everything in the log of a home, in its order. */
export async function readLog(home: string): Promise<readonly Stored[]> {
  const store = await SqliteEventStore.open(home, { readOnly: true });
  try {
    return await readStored(store);
  } finally {
    await store.close();
  }
}

/** Everything in a log, in its order. */
export async function readStored(store: Pick<EventStore, 'readAll'>): Promise<readonly Stored[]> {
  const stored: Stored[] = [];
  for await (const event of store.readAll()) stored.push({ event, content: contentOf(event) });
  return stored;
}

/** Accepted commands of which something is not stored as it was answered. */
export function lostOf(stored: readonly Stored[], { accepted }: Ledger): readonly string[] {
  const byId = new Map(stored.map((each) => [each.content.id, each]));
  return [...accepted.values()].flatMap(({ sent, answer }) => {
    const last = byId.get(answer.events.at(-1)?.id ?? '');
    const isWhole =
      answer.events.every(({ id, type }) => byId.get(id)?.content.type === type) &&
      (answer.events.length === 0 ||
        (last?.event.leafHash === answer.leafHash && last.content.revision === answer.revision));
    return isWhole ? [] : [`${sent.key} ${sent.path}`];
  });
}

/** What may happen once only, by what it is about. */
const onceOnly: Readonly<Record<string, (data: LeafContent['data']) => unknown>> = {
  CaseReported: ({ number }) => number,
  CaseAccepted: () => '',
  RequesterJoined: ({ requester }) => (requester as { requesterId: string }).requesterId,
  OfferAccepted: ({ offerId }) => offerId,
  VolunteerAssigned: ({ offerId }) => offerId,
  BookingMade: ({ bookingId }) => bookingId,
};

/** Commands that recorded more than they answered, ids and facts that are there twice. */
export function doubledOf(stored: readonly Stored[], { accepted }: Ledger): readonly string[] {
  const facts = stored.flatMap(({ content: { id, stream, type, data } }) => {
    const about = onceOnly[type]?.(data);
    const place = type === 'CaseReported' ? '' : stream;
    return [id, ...(about === undefined ? [] : [`${type} ${place} ${JSON.stringify(about)}`])];
  });
  const ofCommand = grouped(stored, ({ content }) => content.commandId);
  const commandOf = new Map(stored.map(({ content }) => [content.id, content.commandId]));
  const more = [...accepted.values()].flatMap(({ sent, answer }) => {
    const commands = new Set(answer.events.map(({ id }) => commandOf.get(id) ?? ''));
    const recorded = [...commands].flatMap((command) => ofCommand.get(command) ?? []);
    return recorded.length === answer.events.length ? [] : [`${sent.key} recorded ${recorded.length} events`];
  });
  return [...repeated(facts), ...more];
}

function grouped<T>(all: readonly T[], by: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = by(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

const repeated = (all: readonly string[]): readonly string[] =>
  [...grouped(all, (each) => each)].filter(([, same]) => same.length > 1).map(([each]) => each);

interface Booking {
  readonly bookingId: string;
  readonly volunteer: string;
  readonly from: string;
  readonly to: string;
}

/** Bookings that stand, computed from the log alone. */
export function bookingsOf(stored: readonly Stored[]): readonly Booking[] {
  const standing = new Map<string, Booking>();
  for (const { content } of stored) {
    const data = content.data as unknown as Booking;
    if (content.type === 'BookingMade') standing.set(data.bookingId, { ...data, volunteer: content.stream });
    if (content.type === 'BookingReleased') standing.delete(data.bookingId);
  }
  return [...standing.values()];
}

/** Pairs of half-open intervals of one volunteer that share an instant. */
export function overlapsOf(bookings: readonly Booking[]): readonly string[] {
  return bookings.flatMap((one, index) =>
    bookings
      .slice(index + 1)
      .filter(({ volunteer, from, to }) => volunteer === one.volunteer && from < one.to && one.from < to)
      .map(({ bookingId }) => `${one.bookingId} and ${bookingId}`),
  );
}

/** What was begun was brought to its end: each yes was answered, and each helper is booked. */
export function expectEnded(stored: readonly Stored[]): void {
  const offersOf = (...types: readonly string[]) =>
    stored
      .filter(({ content }) => types.includes(content.type))
      .map(({ content }) => content.data['offerId'] as string);
  const answered = new Set(offersOf('VolunteerAssigned', 'OfferWithdrawn'));
  expect(offersOf('OfferAccepted').filter((each) => !answered.has(each))).toEqual([]);
  const left = new Set(offersOf('VolunteerReleased', 'VolunteerNoShow'));
  const assigned = offersOf('VolunteerAssigned').filter((each) => !left.has(each));
  expect(assigned.length).toBeGreaterThan(0);
  expect(bookingsOf(stored)).toHaveLength(assigned.length);
}
