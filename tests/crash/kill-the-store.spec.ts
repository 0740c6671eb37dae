import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killStores, killTooEarly } from './kills';

describe('a log whose process is killed at any moment', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'threekeys-kill-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds all that was accepted, once, with chain and witness, after each of 90 kills', async () => {
    await killStores(folder, 3, 30);
  });

  it('is found to have lost something where commands are accepted before they are committed', async () => {
    expect((await killTooEarly(folder, 20)).length).toBeGreaterThan(0);
  });
});
