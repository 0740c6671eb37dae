import { Injectable } from '@nestjs/common';
import { KeyStore, Once } from '@threekeys/privacy';
import type { CursorSeal } from '@threekeys/read-models';
import { InvalidCursor } from '@threekeys/read-models';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipherName = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Cursors as readers have them: base64url(iv ‖ ciphertext ‖ tag), under a secret of the installation. */
@Injectable()
export class Cursors implements CursorSeal {
  private readonly secret = new Once(() => this.keys.secret('cursors'));

  constructor(private readonly keys: KeyStore) {}

  async seal(cursor: string): Promise<string> {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(cipherName, await this.key(), iv);
    const sealed = [iv, cipher.update(cursor, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return Buffer.concat(sealed).toString('base64url');
  }

  async open(sealed: string): Promise<string> {
    const body = Buffer.from(sealed, 'base64url');
    const end = body.length - tagBytes;
    if (end < ivBytes) throw new InvalidCursor();
    const decipher = createDecipheriv(cipherName, await this.key(), body.subarray(0, ivBytes));
    decipher.setAuthTag(body.subarray(end));
    const opened = decipher.update(body.subarray(ivBytes, end), undefined, 'utf8');
    try {
      return opened + decipher.final('utf8');
    } catch (error) {
      throw new InvalidCursor({ cause: error });
    }
  }

  private key(): Promise<Buffer> {
    return this.secret.get();
  }
}
