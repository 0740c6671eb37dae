import { createHash } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertAsListed } from '../../deploy/local/jars';

describe('the jars of the local servers', () => {
  let folder: string;
  const listed = new Map([['a.jar', createHash('sha256').update('a').digest('hex')]]);
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'threekeys-jars-')));
    writeFileSync(join(folder, 'a.jar'), 'a');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are run where each is the one that was listed', () =>
    expect(() => assertAsListed(folder, listed)).not.toThrow());

  it('are refused where one was changed, one is missing, or one was added', () => {
    writeFileSync(join(folder, 'a.jar'), 'b');
    expect(() => assertAsListed(folder, listed)).toThrow('a.jar');
    rmSync(join(folder, 'a.jar'));
    expect(() => assertAsListed(folder, listed)).toThrow('a.jar');
    writeFileSync(join(folder, 'a.jar'), 'a');
    writeFileSync(join(folder, 'b.jar'), 'b');
    expect(() => assertAsListed(folder, listed)).toThrow('b.jar');
  });
});
