const endLength = 4;
const wholeLengthMin = 8;
/** Without the code of the country, in China. */
const wholeLengthMax = 11;

/** What somebody typed of a phone number: its last four digits, or the whole of it. */
export class TypedDigits {
  private readonly digits: string;

  constructor(typed: string) {
    this.digits = digitsOf(typed);
  }

  /** Whether they are too few to be a whole number. */
  get isEnd(): boolean {
    return this.digits.length < wholeLengthMin;
  }

  isOf(phone: string): boolean {
    const own = digitsOf(phone);
    return this.isEnd
      ? own.slice(-endLength) === this.digits
      : own.slice(-wholeLengthMax) === this.digits.slice(-wholeLengthMax);
  }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
