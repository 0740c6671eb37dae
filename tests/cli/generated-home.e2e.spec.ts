import { join } from 'node:path';
import { workingCopy } from '../../tools/generators/generated-home';
import { removeHome, temporaryHome } from '../support/app';
import { commandLine } from './command-line';

/** What the benchmarks stand on: one that is not as the product makes it could be neither started nor moved. */
describe('a generated home', () => {
  const folder = temporaryHome();
  afterAll(() => removeHome(folder));

  it('is one that verify proves', async () => {
    const home = await workingCopy({ cases: 200 }, join(folder, 'home'));
    expect(await commandLine({ home }, ['verify', '--json'])).toMatchObject({ code: 0, json: { ok: true } });
  });
});
