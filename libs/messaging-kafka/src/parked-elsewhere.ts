import type { ConsumerState, ParkedStreams, SkippedMessage } from '@threekeys/messaging';

/**
 * Parked events of a consumer that runs in other processes: what an operator wants is left where those look every few
 * seconds. The first of a stream that waits behind nothing is tried again (see `Sweep`).
 */
export class ParkedElsewhere implements ParkedStreams {
  constructor(
    private readonly consumer: string,
    private readonly state: ConsumerState,
  ) {}

  /** @returns 0: it is tried there, soon */
  async retry(stream: string): Promise<number> {
    const [first] = await this.state.parked(this.consumer, stream);
    if (first) await this.state.park({ ...first, because: 'behind' });
    return 0;
  }

  async skip(message: SkippedMessage): Promise<number | undefined> {
    const [first] = await this.state.parked(this.consumer, message.stream);
    if (first?.revision !== message.revision) return undefined;
    await this.state.skip(message);
    return 0;
  }
}
