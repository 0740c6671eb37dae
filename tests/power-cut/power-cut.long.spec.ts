import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cutAndFindAll, hasCompiler } from './power-cuts';

const withCompiler = hasCompiler ? it : it.skip;

describe('a log whose power is cut again and again', () => {
  let folder: string;
  beforeAll(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-power-')))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  withCompiler('holds all that was accepted, with chain and witness, after each of 500 cuts', () =>
    cutAndFindAll(folder, 500),
  );
});
