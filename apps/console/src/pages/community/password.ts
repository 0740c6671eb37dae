/** Thirty-two, so that each is as likely; none is mistaken for another on paper. */
const characters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password of eighty random bits, in groups that can be read aloud: “k7mf-22xq-b9ta-wc4e”. */
export function newPassword(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(16));
  const text = [...drawn].map((byte) => characters[byte % characters.length] ?? '').join('');
  return text.match(/.{4}/g)?.join('-') ?? text;
}
