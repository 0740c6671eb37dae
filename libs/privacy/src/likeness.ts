import type { Personal, SealedAt, Sides } from '@threekeys/domain';
import { isSealed } from '@threekeys/domain';
import { createHmac, randomBytes } from 'node:crypto';
import type { Opener } from './opener';

const countryCode = /^(?:00)?86(?=1\d{10}$)/;

/** By what somebody is known. */
interface Known {
  readonly name: Personal;
  readonly phone: Personal;
}

/**
 * Tells whether sealed values are of the same person: equal ones have equal marks. The secret of the marks ends with the
 * process, so they say nothing to anybody else; nothing is disclosed, so nothing is recorded. What somebody is just saying is
 * compared before it is sealed.
 */
export class Likeness {
  private readonly secret = randomBytes(32);

  constructor(private readonly opener: Opener) {}

  /** By what each of them can be known again, in their order. Nothing of those who are erased. */
  async marksOf(people: readonly Known[]): Promise<readonly (readonly string[])[]> {
    await this.opener.keysOf(people.flatMap(({ name, phone }) => [name, phone].map(sealed)));
    return Promise.all(
      people.map(({ name, phone }) => this.marksOfSides({ phones: [phone], names: [name] })),
    );
  }

  /** By what the sides of a case can be known again. */
  async marksOfSides({ phones, names }: Sides): Promise<readonly string[]> {
    const marks = await Promise.all([
      ...phones.map((each) => this.markOf('phone', each, phoneDigits)),
      ...names.map((each) => this.markOf('name', each, plainName)),
    ]);
    return marks.filter((each) => each !== undefined);
  }

  private async markOf(
    kind: string,
    value: Personal,
    normalised: (text: string) => string,
  ): Promise<string | undefined> {
    const text = typeof value === 'string' ? value : await this.opener.open(sealed(value));
    if (text === undefined) return undefined;
    return createHmac('sha256', this.secret)
      .update(`${kind}|${normalised(text)}`)
      .digest('base64url');
  }
}

function sealed(value: Personal): SealedAt {
  if (!isSealed(value)) throw new Error('only sealed values are compared');
  return value as SealedAt;
}

/** A phone however it was written: digits alone, a Chinese mobile without its country code. */
function phoneDigits(phone: string): string {
  return phone.normalize('NFKC').replace(/\D/g, '').replace(countryCode, '');
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(' ')
    .filter((part) => part !== '')
    .join(' ');
}
