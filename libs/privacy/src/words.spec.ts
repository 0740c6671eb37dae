import {
  bigramTokens,
  isTrackingCode,
  maskedName,
  maskedPhone,
  normalisedTrackingCode,
  trackingCode,
} from '.';

describe('search tokens', () => {
  const secret = Buffer.alloc(32, 1);
  const has = (text: string, query: string) => {
    const tokens = new Set(bigramTokens(text, secret));
    const wanted = bigramTokens(query, secret);
    return wanted.length > 0 && wanted.every((token) => tokens.has(token));
  };

  it('find a Chinese word of two characters', () => {
    expect(has('三号楼电梯停了', '电梯')).toBe(true);
    expect(has('三号楼电停梯了', '电梯')).toBe(false);
  });
  it('find in any case and width', () => expect(has('ＰＡＴＨ light broken', 'Light')).toBe(true));
  it('reach across no space', () => expect(has('ab cd', 'bc')).toBe(false));
  it('need two letters', () => expect(bigramTokens('电', secret)).toEqual([]));
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
    const digits = code.replaceAll('-', '').slice(0, 8);
    const check = code.slice(-1);
    for (let at = 0; at < 8; at++) {
      for (const wrong of '0123456789ABCDEFGHJKMNPQRSTVWXY') {
        if (wrong === digits[at]) continue;
        expect(isTrackingCode(digits.slice(0, at) + wrong + digits.slice(at + 1) + check)).toBe(false);
      }
      if (at === 7 || digits[at] === digits[at + 1]) continue;
      const exchanged =
        digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
      expect(isTrackingCode(exchanged + check)).toBe(false);
    }
  });
});
