import type { NothingNew } from '@threekeys/auth';
import { Receipts } from '@threekeys/auth';

/** For who sends each command once: nothing is ever a repeat. */
export class NothingRemembered extends Receipts {
  remember(): Promise<'new'> {
    return Promise.resolve('new');
  }

  rememberNothingNew(_commandId: string, answer: NothingNew): Promise<NothingNew> {
    return Promise.resolve(answer);
  }

  nothingNew(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
