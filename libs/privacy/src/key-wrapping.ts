import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { KeyEncryptionKeyUnfit } from './key-encryption-key';
import { KeyDamaged, SecretDamaged } from './key-store';
import type { DataKey } from './key-store';

/** Name of the secret by which a store tells at once whether it was given the right key-encryption key. */
export const kekCheckName = 'kek-check';

const ivBytes = 12;
const tagBytes = 16;

/** Keys as key stores keep them: AES-256-GCM under the key-encryption key, with the key's id as AAD. iv ‖ ciphertext ‖ tag. */
export class KeyWrapping {
  constructor(private readonly kek: Buffer) {}

  wrapKey({ kid, key }: DataKey): Buffer {
    return this.wrap(kid, key);
  }

  /** @throws KeyDamaged where it was not wrapped so, or nothing is there */
  unwrapKey(kid: string, wrapped: Buffer | null | undefined): DataKey {
    const key = wrapped ? this.unwrap(kid, wrapped) : undefined;
    if (key === undefined) throw new KeyDamaged(kid);
    return { kid, key };
  }

  opens(kid: string, wrapped: Buffer): boolean {
    return this.unwrap(kid, wrapped) !== undefined;
  }

  wrapSecret(name: string, secret: Buffer): Buffer {
    return this.wrap(`secret|${name}`, secret);
  }

  /** @throws SecretDamaged; of the check KeyEncryptionKeyUnfit: another key has wrapped it */
  unwrapSecret(name: string, wrapped: Buffer): Buffer {
    const secret = this.unwrap(`secret|${name}`, wrapped);
    if (secret !== undefined) return secret;
    if (name !== kekCheckName) throw new SecretDamaged([name]);
    throw new KeyEncryptionKeyUnfit(
      'The keys of personal data were not wrapped by this key-encryption key. Give the right one: the file kek of this installation, or its recovery secret.',
    );
  }

  /** @throws SecretDamaged with the names of all that are */
  unwrapSecrets(wrapped: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
    const secrets = [...wrapped].map(([name, each]) => [name, this.unwrap(`secret|${name}`, each)] as const);
    const damaged = secrets.flatMap(([name, secret]) => (secret === undefined ? [name] : []));
    if (damaged.length > 0) throw new SecretDamaged(damaged);
    return new Map(secrets.flatMap(([name, secret]) => (secret ? [[name, secret] as const] : [])));
  }

  private wrap(label: string, key: Buffer): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.kek, iv).setAAD(Buffer.from(label));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  private unwrap(label: string, wrapped: Buffer): Buffer | undefined {
    try {
      const iv = wrapped.subarray(0, ivBytes);
      const decipher = createDecipheriv('aes-256-gcm', this.kek, iv).setAAD(Buffer.from(label));
      decipher.setAuthTag(wrapped.subarray(-tagBytes));
      return Buffer.concat([decipher.update(wrapped.subarray(ivBytes, -tagBytes)), decipher.final()]);
    } catch {
      // Too short, altered, or of another key: for who asks it is all the same.
      return undefined;
    }
  }
}
