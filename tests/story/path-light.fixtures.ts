import type { CaseDetail, CaseHistory } from '@threekeys/reporting';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Caller } from '../support/app';
import type { Answer, RunningApp } from '../support/app';

export type Offer = CaseDetail['orders'][number]['offers'][number];
export type Order = CaseDetail['orders'][number];

export interface Recorded {
  readonly revision: number;
  readonly leafHash: string;
  readonly position: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}
export interface Reported extends Recorded {
  readonly caseId: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly requesterId: string;
}
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The body of an answer that has to be a success. @throws Error with the problem that was answered */
export async function done<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`answered ${String(status)}: ${JSON.stringify(body)}`);
  return body;
}

/** Status and code of an answer that has to be a problem. */
export async function problemOf(answer: Promise<Answer<unknown>>): Promise<Pick<Problem, 'status' | 'code'>> {
  const { status, body } = await answer;
  return { status, code: (body as Partial<Problem> | undefined)?.code ?? 'no problem' };
}

/** Wakes whoever waits when the application says that something has changed: `GET /api/stream`, never a timer. */
export class Changes {
  private heard = 0;
  private wake: () => void = () => undefined;

  private constructor(private readonly stream: IncomingMessage) {
    let unread = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      unread += text;
      if (unread.includes('event: changed')) this.hear();
      unread = unread.slice(unread.lastIndexOf('\n\n') + 1);
    });
    stream.on('error', () => this.wake()); // whoever waits asks once more, and hears it there
  }

  static async follow({ url, home }: Pick<RunningApp, 'url' | 'home'>): Promise<Changes> {
    const token = readFileSync(join(home, 'operator.token'), 'utf8').trim();
    const headers = { authorization: `Bearer ${token}` };
    const stream = await new Promise<IncomingMessage>((resolve, reject) =>
      get(new URL('/api/stream', url), { agent: false, headers }, resolve).on('error', reject),
    );
    if (stream.statusCode !== 200) throw new Error(`no stream: ${String(stream.statusCode)}`);
    return new Changes(stream);
  }

  /** Asks again after each change until the answer is as wanted. @throws Error after so many milliseconds, with the last answer */
  async until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean, withinMs = 120_000): Promise<T> {
    const deadline = AbortSignal.timeout(withinMs);
    for (;;) {
      const before = this.heard;
      const answer = await ask();
      if (isWanted(answer)) return answer;
      if (deadline.aborted) throw new Error(`not within ${String(withinMs)} ms: ${JSON.stringify(answer)}`);
      await this.changedSince(before, deadline);
    }
  }

  close(): void {
    this.stream.destroy();
  }

  private hear(): void {
    this.heard += 1;
    this.wake();
  }

  private changedSince(before: number, deadline: AbortSignal): Promise<void> {
    if (this.heard > before) return Promise.resolve();
    return new Promise((resolve) => {
      this.wake = resolve;
      deadline.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}

/** One case as people at their keyboards see it. */
export class CaseAtWork {
  constructor(
    readonly caseId: string,
    private readonly changes: Changes,
    /** Who looks. */
    private readonly looker: Caller,
  ) {}

  get path(): string {
    return `/api/cases/${this.caseId}`;
  }

  now(by = this.looker): Promise<CaseDetail> {
    return done(by.get<CaseDetail>(this.path));
  }

  history(query = ''): Promise<CaseHistory> {
    return done(this.looker.get<CaseHistory>(`${this.path}/history${query}`));
  }

  async types(): Promise<readonly string[]> {
    return (await this.history()).events.map(({ type }) => type);
  }

  send(
    by: Caller,
    command: string,
    data: Readonly<Record<string, unknown>> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<Recorded>> {
    return by.post<Recorded>(`${this.path}/commands/${command}`, data, headers);
  }

  do(by: Caller, command: string, data: Readonly<Record<string, unknown>> = {}): Promise<Recorded> {
    return done(this.send(by, command, data));
  }

  until(isWanted: (now: CaseDetail) => boolean, withinMs?: number): Promise<CaseDetail> {
    return this.changes.until(() => this.now(), isWanted, withinMs);
  }

  /** The lead order of the current round. */
  async lead(): Promise<Order> {
    const order = leadOf(await this.now());
    if (!order) throw new Error('no lead order');
    return order;
  }

  /** Waits for an open offer of the lead order. */
  async offered(withinMs?: number): Promise<{ workOrderId: string; offers: readonly Offer[] }> {
    const found = leadOf(await this.until((now) => openOffers(leadOf(now)).length > 0, withinMs));
    return { workOrderId: found?.workOrderId ?? '', offers: openOffers(found) };
  }

  /** Waits until somebody is booked for the lead order. */
  async assigned(withinMs?: number): Promise<CaseDetail> {
    return this.until((now) => assignedOf(now).length > 0, withinMs);
  }
}

/** The lead order of the current round, where one was dispatched. */
export const leadOf = ({ orders, round }: CaseDetail): Order | undefined =>
  orders.filter((order) => order.part === 'lead' && order.round === round).at(-1);

export const openOffers = (order: Order | undefined): readonly Offer[] =>
  (order?.offers ?? []).filter(({ status }) => status === 'offered');

export const assignedOf = (now: CaseDetail): Order['assigned'] =>
  (leadOf(now)?.assigned ?? []).filter(({ status }) => status === 'assigned');

/** Free at every half-hour of the week. */
export const alwaysFree = { weekly: Array.from({ length: 336 }, (_, slot) => slot), exceptions: [] };

interface Electrician {
  readonly name: string;
  readonly phone: string;
  readonly building: string;
  readonly account?: string;
  readonly standingConsent?: readonly string[];
}

/** Registers somebody of Dawn Lane who may mend lamps and is always free. @returns their id */
export async function registerElectrician(
  by: Caller,
  { name, phone, building, account, standingConsent = [] }: Electrician,
): Promise<string> {
  const { volunteerId } = await done(
    by.post<{ volunteerId: string }>('/api/volunteers', {
      ...{ name, phone, kind: 'resident', compound: 'dawn-lane', building },
      ...(account && { account }),
    }),
  );
  const declare = (command: string, data: unknown) =>
    done(by.post(`/api/volunteers/${volunteerId}/commands/${command}`, data));
  await declare('DeclareSkills', { skills: ['electrics'] });
  await declare('DeclareInterests', { interests: ['repairing'] });
  await declare('DeclareFreeTime', { freeTime: alwaysFree });
  await declare('GrantCertificate', { certificate: 'electrician', until: '2099-12-31' });
  if (standingConsent.length > 0) await declare('GiveStandingConsent', { categories: standingConsent });
  return volunteerId;
}
