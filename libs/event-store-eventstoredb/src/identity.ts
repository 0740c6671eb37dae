import { EventStoreError } from '@threekeys/event-store';
import { randomBytes, randomUUID } from 'node:crypto';
import { retried } from './back-off';
import { pagesOf } from './driver-stream';
import type { EsdbClient, EsdbResolved } from './esdb-client';
import { EsdbFailure, storeErrorOf } from './esdb-failure';
import type { Settings } from './options';

/** No stream of the port can have this name. */
const identityStream = 'threekeys.identity';

/**
 * What tells this log from every other: written once, as the first event of a stream beside those of the port.
 * @throws EventStoreError `StoreUnavailable`, `AccessDenied`
 */
export async function identityOf(client: EsdbClient, settings: Settings): Promise<string> {
  const stream = settings.prefix + identityStream;
  try {
    const storeId = await retried(
      settings.backOffMs,
      async () => (await stored(client, stream, settings)) ?? (await created(client, stream, settings)),
    );
    if (storeId !== undefined) return storeId;
  } catch (error) {
    throw storeErrorOf(error);
  }
  throw new EventStoreError('StoreUnavailable', `${stream} was written and is not there`);
}

async function stored(client: EsdbClient, stream: string, settings: Settings): Promise<string | undefined> {
  try {
    const reading = client.readStream(stream, { max: 1 });
    for await (const [first] of pagesOf<EsdbResolved>(reading, settings.readSilenceMaxMs)) {
      const storeId = Buffer.from(first?.event?.data as Uint8Array).toString('latin1');
      if (/^[0-9a-f]{32}$/.test(storeId)) return storeId;
      throw new EventStoreError('StoreUnavailable', `${stream} does not hold an identity`);
    }
  } catch (error) {
    if (!(error instanceof EsdbFailure && error.kind === 'not-found')) throw error;
  }
  return undefined;
}

async function created(client: EsdbClient, stream: string, settings: Settings): Promise<string | undefined> {
  const storeId = randomBytes(16).toString('hex');
  const event = { id: randomUUID(), type: 'StoreIdentified', data: Buffer.from(storeId), metadata: {} };
  const once = { events: [event], deadlineMs: settings.appendDeadlineMs };
  try {
    await client.append(stream, 'no_stream', once);
  } catch (error) {
    if (!(error instanceof EsdbFailure && error.kind === 'conflict')) throw error;
  }
  return stored(client, stream, settings);
}
