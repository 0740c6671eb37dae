/** Which body a command id was first sent with: an HMAC, kept 30 days. */
export abstract class Receipts {
  abstract remember(commandId: string, bodyHmac: string): Promise<'new' | 'same' | 'different'>;
}

/** Numbers in order, with gaps. */
export abstract class Sequences {
  abstract next(name: string): Promise<number>;
  abstract atLeast(name: string, value: number): Promise<void>;
}
