import type { CaseDetail, CaseHistory } from '@threekeys/reporting';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../cli/command-line';
import { Caller, password, removeHome, startApp } from '../support/app';
import type { RunningApp } from '../support/app';

const data = process.env.THREEKEYS_TEST_DATA;
const file = join(data ?? '', 'casework/chicago-311-50-histories.json');
const withData = data ? it : it.skip;

interface Note {
  readonly datetime: string;
}
interface Entry {
  readonly service_request_id: string;
  readonly service_name: string;
  readonly status: string;
  readonly notes: readonly Note[];
}
const entries = data ? (JSON.parse(readFileSync(file, 'utf8')) as Entry[]) : [];

interface Line {
  readonly caseId: string;
  readonly number: string;
  readonly status: string;
  readonly category: string;
}

function commandsOf({ home, url }: RunningApp) {
  const environment = { THREEKEYS_PASSWORD: password };
  return (...words: string[]) => commandLine({ home, url, environment }, [...words, '--json']);
}

/** Asks until dispatch and its like have done their part, and the views have it. */
async function until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`still ${JSON.stringify(answer)}`);
  }
}

describe('fifty real histories of Chicago 311', () => {
  let app: RunningApp;
  let admin: Caller;
  let run: ReturnType<typeof commandsOf>;
  beforeAll(async () => {
    if (!data) return;
    app = await startApp();
    run = commandsOf(app);
    admin = await Caller.signedIn(app.url, 'admin');
  });
  afterAll(async () => {
    if (!data) return;
    await app.stop();
    removeHome(app.home);
  });

  async function imported(filter = ''): Promise<readonly Line[]> {
    const { body } = await admin.get<{ cases: Line[] }>(`/api/cases?limit=200${filter}`);
    return body.cases;
  }
  const stillOpen = () => imported('&open=true');
  const historyOf = async ({ caseId }: Line) =>
    (await admin.get<CaseHistory>(`/api/cases/${caseId}/history`)).body;
  const detailOf = async ({ caseId }: Line) => (await admin.get<CaseDetail>(`/api/cases/${caseId}`)).body;

  withData('become fifty cases with all their 276 notes, once however often they are imported', async () => {
    const first = await run('import', 'chicago', file);
    expect(first).toMatchObject({ code: 0 });
    expect(first.json).toEqual({ cases: 50, notes: 276, created: 50, repeated: 0, failed: [] });
    const second = await run('import', 'chicago', file);
    expect(second.json).toEqual({ cases: 50, notes: 276, created: 0, repeated: 50, failed: [] });
    await until(imported, (lines) => lines.length === 50);
  });

  withData('keep every note as an event of its own, at its own time and in its order', async () => {
    const notes = new Map<string, readonly string[]>();
    for (const line of await imported()) {
      const { externalId = '' } = await detailOf(line);
      const { events } = await historyOf(line);
      const recorded = events.filter(({ type }) => type === 'ExternalNoteRecorded');
      notes.set(
        externalId,
        recorded.map(({ occurredAt }) => occurredAt),
      );
      for (const { recordedAt, occurredAt } of recorded) expect(occurredAt < recordedAt).toBe(true);
    }
    expect([...notes.values()].flat()).toHaveLength(276);
    for (const { service_request_id, notes: outside } of entries) {
      const times = outside.map(({ datetime }) => new Date(datetime).toISOString());
      expect([service_request_id, notes.get(service_request_id)]).toEqual([service_request_id, times]);
    }
  });

  withData('keep the outside number of a parent that is not among them', async () => {
    const details = await Promise.all((await imported()).map(detailOf));
    const duplicates = details.filter(({ externalParent }) => externalParent !== undefined);
    expect(duplicates.map(({ externalId, externalParent }) => [externalId, externalParent]).sort()).toEqual([
      ['14-02126535', '14-01212552'],
      ['14-02155558', '15-05164921'],
    ]);
    const here = details.map(({ externalId }) => externalId);
    for (const { externalParent } of duplicates) expect(here).not.toContain(externalParent);
  });

  withData('bring their services as categories, by command', async () => {
    const services = new Set(entries.map(({ service_name }) => service_name));
    const { body } = await admin.get<{ categories: { category: string; names: { en: string } }[] }>(
      '/api/community',
    );
    const named = new Map(body.categories.map(({ category, names }) => [names.en, category]));
    for (const service of services) expect(named.has(service)).toBe(true);
    const used = new Set((await imported()).map(({ category }) => category));
    expect([...used].sort()).toEqual([...services].map((service) => named.get(service)).sort());
  });

  withData('hold one that is still open, which is accepted here and handled to its end', async () => {
    const grid = {
      post: 'grid-worker',
      unit: 'community',
      kind: 'grid-worker',
      names: { zh: '网格员', en: 'Grid worker' },
    };
    const filled = { post: 'grid-worker', person: 'ding' };
    expect((await run('users', 'add', 'ding', '--role', 'grid-worker')).code).toBe(0);
    expect((await run('run', 'DefinePost', JSON.stringify(grid), '--to', 'organisation')).code).toBe(0);
    expect((await run('run', 'FillPost', JSON.stringify(filled), '--to', 'organisation')).code).toBe(0);
    const ding = await Caller.signedIn(app.url, 'ding');

    const open = await stillOpen();
    expect(open).toHaveLength(1);
    const [line] = open;
    if (!line) throw new Error('none is open');
    const give = async (by: Caller, command: string, body: unknown) => {
      const answer = await by.post(`/api/cases/${line.caseId}/commands/${command}`, body);
      expect([command, answer.status, answer.body]).toEqual([command, 200, expect.anything()]);
    };

    await give(admin, 'AcceptCase', { category: line.category });
    const { orders } = await until(
      () => detailOf(line),
      ({ status }) => status === 'dispatched',
    );
    const workOrderId = orders[0]?.workOrderId;
    expect(orders[0]?.assignee).toEqual({ kind: 'post', post: 'grid-worker', person: 'ding' });
    await give(ding, 'AcknowledgeWorkOrder', { workOrderId });
    await give(ding, 'ReportResult', { workOrderId, outcome: 'done', words: 'filled and paved' });
    await give(admin, 'CheckResult', { passed: true, found: 'it holds' });
    const requesterId = (await detailOf(line)).requesters[0]?.requesterId;
    await give(admin, 'AnswerRequester', {
      requesterId,
      subjectOf: 'result',
      channel: 'notice',
      words: 'repaired',
    });
    await give(admin, 'RecordFollowUp', { requesterId, outcome: 'not-possible', channel: 'notice' });
    const { status, closedAs } = await until(
      () => detailOf(line),
      (detail) => detail.status === 'closed',
    );
    expect([status, closedAs]).toEqual(['closed', 'unrated']);
    await until(stillOpen, (lines) => lines.length === 0);
  });

  withData('leave a log in which every byte is as it was written', async () => {
    expect(await run('verify')).toMatchObject({ code: 0, json: { ok: true, views: 'equal' } });
  });

  withData('of which one has changed outside are refused for that one, with what differs', async () => {
    const changed = entries.map((entry, index) =>
      index === 4 ? { ...entry, service_name: 'Street Light Out' } : entry,
    );
    const copy = join(app.home, 'changed.json');
    writeFileSync(copy, JSON.stringify(changed));
    const { code, json } = await run('import', 'chicago', copy);
    expect(code).toBe(1);
    expect(json).toMatchObject({ cases: 49, created: 0, repeated: 49 });
    expect(json?.failed).toEqual([
      { entry: 4, externalId: entries[4]?.service_request_id, reason: expect.stringMatching(/./) as string },
    ]);
  });
});

describe('fifty histories of which three are damaged', () => {
  let app: RunningApp;
  beforeAll(async () => {
    if (data) app = await startApp();
  });
  afterAll(async () => {
    if (!data) return;
    await app.stop();
    removeHome(app.home);
  });

  withData('are imported but for these, which are named with their place and reason', async () => {
    const damaged = entries.map((entry, index): unknown => {
      if (index === 3) return { ...entry, notes: [{ ...entry.notes[0], datetime: 'yesterday' }] };
      if (index === 7) return { ...entry, service_name: 7 };
      return index === 20 ? null : entry;
    });
    const copy = join(app.home, 'damaged.json');
    writeFileSync(copy, JSON.stringify(damaged));
    const { code, json } = await commandsOf(app)('import', 'chicago', copy);
    expect(code).toBe(1);
    expect(json).toMatchObject({ cases: 47, created: 47, repeated: 0 });
    expect(json?.failed).toEqual([
      {
        entry: 3,
        externalId: entries[3]?.service_request_id,
        reason: expect.stringMatching(/^\/notes\/0\/datetime: /) as string,
      },
      {
        entry: 7,
        externalId: entries[7]?.service_request_id,
        reason: expect.stringMatching(/^\/service_name: /) as string,
      },
      { entry: 20, reason: expect.stringMatching(/^\/: /) as string },
    ]);
  });
});
