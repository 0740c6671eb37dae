import type { Clock, GlobalPosition } from '@threekeys/event-store';

/** Where a stream stood when a command on it had nothing to record. */
export interface NothingNew {
  readonly revision: number;
  readonly leafHash: string;
  readonly position: GlobalPosition;
}

export type BodyHmac = () => Promise<string>;

/** What a command id stands for beside what the log holds, kept 30 days. */
export abstract class Receipts {
  /** Which body the id was first sent with. @param bodyHmac made where somebody keeps it */
  abstract remember(commandId: string, bodyHmac: BodyHmac): Promise<'new' | 'same' | 'different'>;
  /** That it recorded nothing: the first answer stands, and is the one returned. Durable when it resolves. */
  abstract rememberNothingNew(commandId: string, answer: NothingNew): Promise<NothingNew>;
  abstract nothingNew(commandId: string): Promise<NothingNew | undefined>;
}

export const receiptDays = 30;

export class MemoryReceipts extends Receipts {
  private readonly bodies = new Map<string, { readonly hmac: string; readonly at: number }>();

  private readonly answers = new Map<string, { readonly answer: NothingNew; readonly at: number }>();

  constructor(private readonly clock: Clock) {
    super();
  }

  async remember(commandId: string, bodyHmac: BodyHmac): Promise<'new' | 'same' | 'different'> {
    const hmac = await bodyHmac();
    const known = this.bodies.get(commandId);
    if (known && this.isKept(known)) return known.hmac === hmac ? 'same' : 'different';
    this.bodies.set(commandId, { hmac, at: this.now() });
    return 'new';
  }

  async rememberNothingNew(commandId: string, answer: NothingNew): Promise<NothingNew> {
    const before = await this.nothingNew(commandId);
    if (!before) this.answers.set(commandId, { answer, at: this.now() });
    return before ?? answer;
  }

  nothingNew(commandId: string): Promise<NothingNew | undefined> {
    const known = this.answers.get(commandId);
    return Promise.resolve(known && this.isKept(known) ? known.answer : undefined);
  }

  private isKept({ at }: { readonly at: number }): boolean {
    return at > this.now() - receiptDays * 86_400_000;
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }
}
