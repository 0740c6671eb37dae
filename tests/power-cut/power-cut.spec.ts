import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fallen } from './power-cuts';
import { cutAndFindAll, cutPoints, fall, hasCompiler, record } from './power-cuts';

const withCompiler = hasCompiler ? it : it.skip;
const cuts = 20;

let folder: string;
beforeAll(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-power-')))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a log whose power is cut', () => {
  withCompiler(
    `holds all that was accepted, with chain and witness, after each of ${cuts} cuts`,
    async () => {
      await cutAndFindAll(folder, cuts);
    },
  );

  withCompiler(
    'has lost something, and knows from its witness, where the driver decides on durability',
    async () => {
      const recording = await record(folder, 'driver-default', { durability: 'driver-default' });
      const fallen: Fallen[] = [];
      for (const at of cutPoints(recording, cuts)) fallen.push(await fall(recording, at, 'drop'));
      const losses = fallen.filter(({ lost }) => lost.length > 0);
      expect(losses.length).toBeGreaterThan(0);
      const witnessed = losses.filter(({ anchorSize, size }) => anchorSize > size);
      expect(witnessed.length).toBeGreaterThan(0);
      expect(witnessed.map(({ status }) => status)).toEqual(witnessed.map(() => 'mismatch'));
    },
  );
});
