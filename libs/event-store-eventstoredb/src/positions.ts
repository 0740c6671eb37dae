import type { GlobalPosition } from '@threekeys/event-store';
import { EventStoreError } from '@threekeys/event-store';
import type { EsdbPosition } from './esdb-client';

/** `<store id>.<commit>.<prepare>`, 20 digits each: opaque to others, and a position of another store is known as such. */
export class Positions {
  constructor(private readonly storeId: string) {}

  of({ commit, prepare }: EsdbPosition): GlobalPosition {
    const [first, second] = [digits(commit), commit === prepare ? undefined : digits(prepare)];
    return `${this.storeId}.${first}.${second ?? first}` as GlobalPosition;
  }

  /** @throws EventStoreError `InvalidPosition` */
  pairOf(position: GlobalPosition): EsdbPosition {
    const [, storeId, commit, prepare] = /^([0-9a-f]{32})\.(\d{20})\.(\d{20})$/.exec(position) ?? [];
    if (storeId !== this.storeId || commit === undefined || prepare === undefined) throw invalid(position);
    return { commit: BigInt(commit), prepare: BigInt(prepare) };
  }
}

export function compare(a: EsdbPosition, b: EsdbPosition): number {
  const difference = a.commit === b.commit ? a.prepare - b.prepare : a.commit - b.commit;
  return difference < 0n ? -1 : Number(difference > 0n);
}

export function invalid(position: GlobalPosition): EventStoreError {
  return new EventStoreError('InvalidPosition', `not a position of this store: ${JSON.stringify(position)}`);
}

function digits(offset: bigint): string {
  return offset.toString().padStart(20, '0');
}
