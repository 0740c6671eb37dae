import { Controller } from '@nestjs/common';
import type { CallOf } from '@threekeys/http';
import { Input, notFound, Serve } from '@threekeys/http';
import { Messaging } from '@threekeys/messaging';
import type { ParkedMessages, ParkedOutcome } from './operator.responses';
import { listParked, retryParked, skipParked } from './routes';

/** What operators see and do about events that could not be handled. */
@Controller()
export class OperationController {
  constructor(private readonly messaging: Messaging) {}

  @Serve(listParked)
  async list(@Input() { query }: CallOf<typeof listParked>): Promise<ParkedMessages> {
    const found = await this.messaging.parking.list(query.consumer);
    const parked = found.filter(({ stream }) => query.stream === undefined || stream === query.stream);
    return { parked: parked.map(({ bytes: _bytes, position: _position, ...rest }) => rest) };
  }

  @Serve(retryParked)
  retry(@Input() { body }: CallOf<typeof retryParked>): Promise<ParkedOutcome> {
    return this.messaging.parking.retry(body.consumer, body.stream);
  }

  @Serve(skipParked)
  async skip(@Input() { body, caller }: CallOf<typeof skipParked>): Promise<ParkedOutcome> {
    const { consumer, stream, reason } = body;
    const parked = await this.messaging.parking.list(consumer);
    const first = parked.find((each) => each.stream === stream);
    if (!first) throw notFound();
    return this.messaging.parking.skip(
      { consumer, stream, revision: first.revision },
      { reason, by: caller.id },
    );
  }
}
