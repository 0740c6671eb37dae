import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Office } from './path-light-office.fixtures';
import { done, leadOf, openOffers, registerElectrician } from './path-light.fixtures';
import { password } from '../support/app';

// Who listens hears of what they may see, and no longer than they may listen.

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

/** One open stream. */
class Listener {
  heard = '';
  readonly ended: Promise<void>;

  private constructor(private readonly stream: IncomingMessage) {
    stream.setEncoding('utf8').on('data', (text: string) => (this.heard += text));
    this.ended = new Promise((resolve) => stream.once('close', resolve));
    stream.on('error', () => undefined);
  }

  static async open(cookie: string, after?: string): Promise<Listener> {
    const headers = { cookie, ...(after === undefined ? {} : { 'last-event-id': after }) };
    const stream = await new Promise<IncomingMessage>((resolve, reject) =>
      get(new URL('/api/stream', office.url), { agent: false, headers }, resolve).on('error', reject),
    );
    expect(stream.statusCode).toBe(200);
    return new Listener(stream);
  }

  get isOpen(): boolean {
    return !this.stream.closed;
  }

  async hears(what: RegExp): Promise<void> {
    while (!what.test(this.heard)) await new Promise((resolve) => this.stream.once('data', resolve));
  }

  close(): void {
    this.stream.destroy();
  }
}

async function cookieOf(username: string): Promise<string> {
  const response = await fetch(new URL('/api/sessions', office.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-threekeys': '1' },
    body: JSON.stringify({ username, password }),
  });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('an open event stream', () => {
  it('ends with the account that opened it', async () => {
    const listener = await Listener.open(await cookieOf('auditor'));
    await done(office.staff.post('/api/users/auditor/disable', {}));
    await listener.ended;
  });

  it('is one of eight of a session: the oldest ends where another one is opened', async () => {
    const cookie = await cookieOf('clerk');
    const listeners = [];
    for (let count = 0; count < 9; count++) listeners.push(await Listener.open(cookie));
    await listeners[0]?.ended;
    expect(listeners.slice(1).every(({ isOpen }) => isOpen)).toBe(true);
    for (const each of listeners) each.close();
  });

  it('tells a volunteer of the case they are asked in, and of no other', async () => {
    const own = await registerElectrician(office.staff, {
      ...{ name: '陈明', phone: '19933334444', building: '5', account: 'volunteer' },
    });
    await office.settle();
    const listener = await Listener.open(await cookieOf('volunteer'));
    const foreign = await done(
      office.staff.post<{ caseId: string; position: string }>('/api/cases', {
        ...{ channel: 'phone', summary: '路面有坑', place: { compound: 'dawn-lane', building: '3' } },
        accept: { category: 'road-surface' },
      }),
    );
    await office.settle();
    const light = await office.light('楼道灯不亮');
    expect(openOffers(leadOf(await light.now())).map(({ volunteerId }) => volunteerId)).toEqual([own]);
    await listener.hears(new RegExp(`case-${light.caseId}`));
    expect(listener.heard).not.toContain(foreign.caseId);

    const late = await Listener.open(await cookieOf('volunteer'), foreign.position);
    await late.hears(new RegExp(`case-${light.caseId}`));
    expect(late.heard).not.toContain(foreign.caseId);
    for (const each of [listener, late]) each.close();
  });
});
