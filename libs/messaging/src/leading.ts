import { Leadership } from './leadership';
import type { LeaseWish } from './leadership';
import type { Leases } from './leases';
import { delayBefore } from './retrying';
import type { Sleep } from './retrying';

export interface LeadingNotice {
  readonly what: 'leading' | 'no-longer-leading' | 'trying-again';
  readonly error?: unknown;
}

export interface Leading {
  readonly leases: Leases;
  readonly wish: LeaseWish;
  /** Done by one among several at a time. Ends when its signal is aborted: somebody else may lead, or it is to stop. */
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly sleep: Sleep;
  readonly notice: (notice: LeadingNotice) => void;
}

const pauses = { retriesMax: Infinity, firstMs: 200, mostMs: 5000 };

/** Leads whenever nobody else does, and works meanwhile, until it is stopped. Work that fails is begun again. */
export async function lead(leading: Leading, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted;) {
    const ledFrom = performance.now();
    try {
      await leadOnce(leading, signal);
      failures = 0;
    } catch (error) {
      failures = performance.now() - ledFrom > pauses.mostMs ? 1 : failures + 1;
      leading.notice({ what: 'trying-again', error });
      await leading.sleep(delayBefore(failures, pauses), signal);
    }
  }
}

async function leadOnce({ leases, wish, work, sleep, notice }: Leading, signal: AbortSignal): Promise<void> {
  const leadership = await Leadership.take(leases, wish);
  if (!leadership) return sleep(wish.forMs / 3, signal);
  notice({ what: 'leading' });
  try {
    await work(AbortSignal.any([signal, leadership.signal]));
  } finally {
    notice({ what: 'no-longer-leading' });
    await leadership.end();
  }
}
