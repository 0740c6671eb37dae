import { isDiskFull, syncDirectory } from '@threekeys/sqlite';
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const blockBytes = 1024 * 1024;

/**
 * Space that is kept occupied, to be given back when the disk is full: then the operator can still work, sign in and
 * back up, while nothing more is taken in until there is room for the ballast twice.
 */
export class Ballast {
  constructor(
    private readonly file: string,
    private readonly bytes: number,
  ) {}

  /** Makes sure that the space is occupied. False: there is not enough of it, the disk counts as full. */
  keep(): boolean {
    if (this.bytes === 0 || statSync(this.file, { throwIfNoEntry: false })?.size === this.bytes) return true;
    const { bavail, bsize } = statfsSync(dirname(this.file));
    return bavail * bsize >= 2 * this.bytes && this.fill();
  }

  release(): void {
    rmSync(this.file, { force: true });
  }

  /** Random bytes: a file system that compresses or shares blocks would give no space back for zeros. */
  private fill(): boolean {
    const descriptor = openSync(this.file, 'w', 0o600);
    try {
      const block = randomBytes(Math.min(blockBytes, this.bytes));
      for (let left = this.bytes; left > 0; left -= block.length) {
        const length = Math.min(left, block.length);
        if (writeSync(descriptor, block, 0, length) < length) return this.giveUp();
      }
      fsyncSync(descriptor);
      syncDirectory(dirname(this.file));
      return true;
    } catch (error) {
      if (isDiskFull(error)) return this.giveUp();
      throw error;
    } finally {
      closeSync(descriptor);
    }
  }

  private giveUp(): false {
    this.release();
    return false;
  }
}
