import {
  BigramIndexer,
  bigramTokens,
  isTrackingCode,
  maskedName,
  maskedPhone,
  MemoryKeyStore,
  normalisedTrackingCode,
  Opener,
  sealText,
  trackingCode,
} from '.';

describe('search tokens', () => {
  const secret = Buffer.alloc(32, 1);
  const keys = new MemoryKeyStore();
  const at = { eventId: '00000000-0000-4000-8000-000000000001', pointer: '/words' };

  /** Whether a query finds a text that was sealed and indexed. */
  const finds = async (query: string, text: string) => {
    const [key] = await keys.makeAhead(1);
    if (!key) throw new Error('no key');
    const value = { ...sealText(text, key, at), $at: `${at.eventId}#${at.pointer}` };
    const tokens = new Set(await new BigramIndexer(new Opener(keys), secret).tokensFor([value]));
    const wanted = bigramTokens(query, secret);
    return wanted.length > 0 && wanted.every((token) => tokens.has(token));
  };

  it('find a Chinese word of two characters', async () => {
    expect(await finds('电梯', '三号楼电梯停了')).toBe(true);
    expect(await finds('电梯', '三号楼电停梯了')).toBe(false);
  });

  it('find in any case and width', async () =>
    expect(await finds('Light', 'ＰＡＴＨ light broken')).toBe(true));

  it('reach across no space and no punctuation', async () => {
    expect(await finds('bc', 'ab cd')).toBe(false);
    expect(await finds('水电', '停水，电也没了')).toBe(false);
  });

  it('find a tracking code whole, however it was typed, and no part of it', async () => {
    const code = trackingCode(secret, 'requester-1');
    expect(await finds(code, code)).toBe(true);
    expect(await finds(code.toLowerCase(), code)).toBe(true);
    expect(await finds(trackingCode(secret, 'requester-2'), code)).toBe(false);
    expect(await finds(code.slice(0, 4), code)).toBe(false);
  });

  it('need two letters', () => {
    for (const query of ['电', '', ' ', '！？', '电 灯']) expect(bigramTokens(query, secret)).toEqual([]);
  });

  it.each([
    ['19912345678', '19912345678'],
    ['199-1234-5678', '19912345678'],
    ['19912345678', '199 1234 5678'],
    ['5678', '19912345678'],
    ['5678', '请打 19912345678 找我'],
    ['1203', '3号楼1203室'],
    ['301', '3-2-301'],
    ['03室', '3号楼1203室'],
  ])('find %s in %s', async (query, text) => expect(await finds(query, text)).toBe(true));

  it.each([
    ['1991', '19912345678'],
    ['19912345679', '19912345678'],
    ['34', '19912345678'],
  ])('do not find %s in %s: of a phone nothing is kept but itself and its end', async (query, text) =>
    expect(await finds(query, text)).toBe(false),
  );

  it('are those of all values together, whose keys are at hand, stored, or gone', async () => {
    const [stored, atHand] = await keys.makeAhead(2);
    const [gone] = await new MemoryKeyStore().makeAhead(1);
    if (!stored || !atHand || !gone) throw new Error('no key');
    const opener = new Opener(keys);
    opener.remember(atHand);
    const texts = [['电梯', stored] as const, ['路灯', gone] as const, ['水管', atHand] as const];
    const values = texts.map(([text, key]) => ({
      ...sealText(text, key, at),
      $at: `${at.eventId}#${at.pointer}`,
    }));
    const tokens = await new BigramIndexer(opener, secret).tokensFor(values);
    expect(tokens).toEqual([...bigramTokens('电梯', secret), ...bigramTokens('水管', secret)]);
    expect(await opener.openAll(values)).toEqual(['电梯', '水管']);
  });

  it('are other ones under another secret', () =>
    expect(bigramTokens('电梯', Buffer.alloc(32, 2))).not.toEqual(bigramTokens('电梯', secret)));
});

describe('a masked', () => {
  it('name keeps its ends', () =>
    expect(['王桂英', '王英', '欧阳春梅'].map(maskedName)).toEqual(['王*英', '王*', '欧*梅']));
  it('phone keeps what tells it apart', () =>
    expect(['13812342210', '2210'].map(maskedPhone)).toEqual(['138****2210', '****10']));
});

describe('a tracking code', () => {
  const secret = Buffer.alloc(32, 2);
  const code = trackingCode(secret, 'requester');

  it('is the same for the same requester, another for another', () => {
    expect(trackingCode(secret, 'requester')).toBe(code);
    expect(trackingCode(secret, 'other')).not.toBe(code);
  });
  it('is known however it is typed', () => {
    expect(isTrackingCode(code)).toBe(true);
    expect(isTrackingCode(code.toLowerCase().replaceAll('-', ''))).toBe(true);
    expect(normalisedTrackingCode(code.toLowerCase())).toBe(code);
  });
  it('shows every wrong character and every two neighbours exchanged', () => {
    for (let n = 0; n < 50; n++) {
      const right = trackingCode(secret, `requester ${String(n)}`).replaceAll('-', '');
      expect(isTrackingCode(right)).toBe(true);
      for (let place = 0; place < 9; place++) {
        const [before, here, next, after] = [
          right.slice(0, place),
          right.charAt(place),
          right.charAt(place + 1),
          right.slice(place + 2),
        ];
        for (const wrong of '0123456789ABCDEFGHJKMNPQRSTVWXY') {
          if (wrong !== here) expect(isTrackingCode(before + wrong + next + after)).toBe(false);
        }
        if (next !== here) expect(isTrackingCode(before + next + here + after)).toBe(next === '');
      }
    }
  });

  it('has no letter that is none of ours, and no other length', () => {
    const digits = code.replaceAll('-', '');
    expect(isTrackingCode(`U${digits.slice(1)}`)).toBe(false);
    for (const other of [digits.slice(1), `${digits}0`, '', '王英'])
      expect(isTrackingCode(other)).toBe(false);
  });

  it('is read with the letters that look like its own', () => {
    const typed = code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('2', 'z');
    expect(normalisedTrackingCode(typed)).toBe(code);
  });
});
