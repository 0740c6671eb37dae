import type { SealedAt } from '@threekeys/domain';
import { Likeness, MemoryKeyStore, Opener, sealText } from '.';

const keys = new MemoryKeyStore();
const likeness = new Likeness(new Opener(keys));
let sealedSoFar = 0;

async function sealed(text: string): Promise<SealedAt> {
  const [key] = await keys.makeAhead(1);
  if (!key) throw new Error('no key');
  sealedSoFar += 1;
  const at = { eventId: `00000000-0000-4000-8000-${String(sealedSoFar).padStart(12, '0')}`, pointer: '/x' };
  return { ...sealText(text, key, at), $at: `${at.eventId}#${at.pointer}` };
}

const phones = async (...texts: readonly string[]) => ({
  phones: await Promise.all(texts.map(sealed)),
  names: [],
});
const names = async (...texts: readonly string[]) => ({
  phones: [],
  names: await Promise.all(texts.map(sealed)),
});

describe('two sealed values', () => {
  it.each([
    ['19912345678', '199 1234 5678'],
    ['19912345678', '+86 199-1234-5678'],
    ['19912345678', '0086 19912345678'],
    ['0523-8612345', '05238612345'],
  ])('are the same phone: %s and %s', async (one, other) =>
    expect(await likeness.marksOfSides(await phones(one))).toEqual(
      await likeness.marksOfSides(await phones(other)),
    ),
  );

  it('are not the same phone where a digit differs', async () => {
    const [one, other] = await likeness.marksOfSides(await phones('19912345678', '19912345679'));
    expect(one).not.toBe(other);
  });

  it('are the same name in another case, width and spacing, and never a phone of the same letters', async () => {
    const [one, other, phone] = [
      ...(await likeness.marksOfSides(await names('Ann  Smith', 'ＡＮＮ smith'))),
      ...(await likeness.marksOfSides(await phones('12345678'))),
    ];
    expect(one).toBe(other);
    expect(await likeness.marksOfSides(await names('12345678'))).not.toContain(phone);
  });

  it('have other marks in another process, and none where they are erased', async () => {
    const value = await phones('19912345678');
    const elsewhere = new Likeness(new Opener(keys));
    expect(await elsewhere.marksOfSides(value)).not.toEqual(await likeness.marksOfSides(value));
    const keyless = new Likeness(new Opener(new MemoryKeyStore()));
    expect(await keyless.marksOfSides(value)).toEqual([]);
  });
});
