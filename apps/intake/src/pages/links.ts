import { Injectable } from '@nestjs/common';
import { notFound } from '@threekeys/http';
import { KeyStore, Once } from '@threekeys/privacy';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export const linkKinds = ['offer', 'key', 'request'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A link as it stands in an address: `/l/<kind>/<ids>/<mac>`. */
export interface LinkParts {
  readonly kind: string;
  readonly ids: string;
  readonly mac: string;
}

const keyInfo = 'threekeys/link/v1';
const namesInfo = 'threekeys/link/name/v1';
const nameCipher = 'aes-256-ctr';
/** The first block of the counter. */
const nonceBytes = 16;
/** HMAC-SHA-256-128 (RFC 4868 §2.1): nobody guesses one of 2¹²⁸. */
const macBytes = 16;

/**
 * Links that are permissions: whoever has one may do the one thing that its ids name, as who it was made for
 * (docs/decisions/0012). Nothing is stored of them; a link is over when its thing is over.
 */
@Injectable()
export class Links {
  private readonly key = new Once(async () =>
    Buffer.from(hkdfSync('sha256', await this.keys.secret('links'), '', keyInfo, 32)),
  );

  constructor(private readonly keys: KeyStore) {}

  /** @param ids without dots, and nothing in them that says who somebody is */
  async pathOf(kind: LinkKind, ids: readonly string[]): Promise<string> {
    const joined = ids.join('.');
    return `/l/${kind}/${joined}/${(await this.macOf(kind, joined)).toString('base64url')}`;
  }

  /** What a link names. @throws Problem `not-found` where nobody here has made it */
  async read({ kind, ids, mac }: LinkParts): Promise<{ kind: LinkKind; ids: readonly string[] }> {
    const known = linkKinds.find((each) => each === kind);
    const given = Buffer.from(mac, 'base64url');
    // One spelling of a link, whatever a lenient decoder would read.
    if (!known || given.length !== macBytes || given.toString('base64url') !== mac) throw notFound();
    if (!timingSafeEqual(given, await this.macOf(known, ids))) throw notFound();
    return { kind: known, ids: ids.split('.') };
  }

  /** A name that goes along in the ids, for whoever reads the link here: an address says of nobody who they are. */
  async sealed(name: string): Promise<string> {
    const { key, id } = await this.forNames();
    const nonce = createHmac('sha256', id).update(name).digest().subarray(0, nonceBytes);
    const cipher = createCipheriv(nameCipher, key, nonce);
    return Buffer.concat([nonce, cipher.update(name, 'utf8'), cipher.final()]).toString('base64url');
  }

  /** The name, of ids that were read: their mac has said that they were made here. */
  async opened(sealed: string): Promise<string> {
    const { key } = await this.forNames();
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(nameCipher, key, bytes.subarray(0, nonceBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes)), decipher.final()]).toString('utf8');
  }

  /** The nonce is made of the name, so that asking twice gives the same link. */
  private async forNames(): Promise<{ key: Buffer; id: Buffer }> {
    const secret = await this.keys.secret('links');
    const both = Buffer.from(hkdfSync('sha256', secret, '', namesInfo, 64));
    return { key: both.subarray(0, 32), id: both.subarray(32) };
  }

  private async macOf(kind: LinkKind, ids: string): Promise<Buffer> {
    return createHmac('sha256', await this.key.get())
      .update(`${kind}/${ids}`)
      .digest()
      .subarray(0, macBytes);
  }
}
