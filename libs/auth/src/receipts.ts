import type { Clock } from '@threekeys/event-store';

/** Which body a command id was first sent with: an HMAC, kept 30 days. */
export abstract class Receipts {
  abstract remember(commandId: string, bodyHmac: string): Promise<'new' | 'same' | 'different'>;
}

export const receiptDays = 30;

export class MemoryReceipts extends Receipts {
  private readonly bodies = new Map<string, { readonly hmac: string; readonly at: number }>();

  constructor(private readonly clock: Clock) {
    super();
  }

  remember(commandId: string, bodyHmac: string): Promise<'new' | 'same' | 'different'> {
    const now = Date.parse(this.clock.now());
    const known = this.bodies.get(commandId);
    if (known && known.at > now - receiptDays * 86_400_000)
      return Promise.resolve(known.hmac === bodyHmac ? 'same' : 'different');
    this.bodies.set(commandId, { hmac: bodyHmac, at: now });
    return Promise.resolve('new');
  }
}
