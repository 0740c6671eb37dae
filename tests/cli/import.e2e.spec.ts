import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeHome, startApp } from '../support/app';
import type { RunningApp } from '../support/app';
import { commandLine } from './command-line';

const entries = Array.from({ length: 200 }, (_, index) => ({
  service_request_id: `15-${String(index).padStart(8, '0')}`,
  status: 'closed',
  service_name: 'Pothole in Street',
  requested_datetime: '2015-03-01T10:00:00-06:00',
  notes: [
    { datetime: '2015-03-01T10:00:00-06:00', type: 'opened', summary: 'Request opened' },
    { datetime: '2015-03-04T10:00:00-06:00', type: 'closed', summary: 'Request closed' },
  ],
}));

describe('an import', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(async () => {
    await app.stop();
    removeHome(app.home);
  });
  const surroundings = () => ({ home: app.home, url: app.url });
  const fileOf = (name: string, content: string): string => {
    const file = join(app.home, name);
    writeFileSync(file, content);
    return file;
  };
  const run = (file: string, interruptAt?: RegExp) =>
    commandLine(surroundings(), ['import', 'chicago', file, '--json'], interruptAt);

  it('ends by Ctrl-C saying how to go on, and goes on without doubles', async () => {
    const file = fileOf('entries.json', JSON.stringify(entries));
    const cut = await run(file, /import 10 %/);
    expect(cut.code).toBe(130);
    expect(cut.stderr).toContain('Run the same command again');
    const done = Number(cut.json?.done);
    expect(done).toBeGreaterThanOrEqual(20);
    expect(done).toBeLessThan(200);

    const again = await run(file);
    expect(again).toMatchObject({ code: 0, json: { cases: 200, notes: 400, failed: [] } });
    const repeated = Number(again.json?.repeated);
    // The entry under way at Ctrl-C may have arrived or not.
    expect([done, done + 1]).toContain(repeated);
    expect(again.json?.created).toBe(200 - repeated);

    const { json } = await run(file);
    expect(json).toMatchObject({ created: 0, repeated: 200 });
  });

  it('of a file that cannot be read, or is no list, stores nothing', async () => {
    for (const file of [
      join(app.home, 'nowhere.json'),
      fileOf('half.json', '[{"a":'),
      fileOf('object.json', '{}'),
    ]) {
      const { code, json } = await run(file);
      expect([file, code]).toEqual([file, 1]);
      expect(json).toHaveProperty('error');
    }
    expect((await commandLine(surroundings(), ['import', 'chicago'])).code).toBe(1);
  });
});
