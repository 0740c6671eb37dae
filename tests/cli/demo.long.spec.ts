import { join } from 'node:path';
import { removeHome, temporaryHome } from '../support/app';
import { commandLine } from './command-line';

const cases = 4000;

describe('a demo of some thousands of cases', () => {
  const folder = temporaryHome();
  afterAll(() => removeHome(folder));

  it('is played to its end, whatever meets whatever in so full a year, and everything in it is verified', async () => {
    const home = join(folder, 'home');
    const made = await commandLine({ home }, ['demo', '--seed', '7', '--cases', String(cases), '--json']);
    expect([made.code, made.json]).toEqual([0, { cases, events: expect.any(Number) as number, seed: 7 }]);
    const { json } = await commandLine({ home }, ['verify', '--json']);
    expect(json).toMatchObject({ ok: true, views: 'equal', events: made.json?.events });
  });
});
