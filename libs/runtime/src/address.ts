import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from './config';

type Address = Pick<Config, 'host' | 'port'>;

/** Somebody else listens there. */
export class AddressInUse extends Error {
  constructor({ host, port }: Address) {
    super(`${host}:${port} is in use: stop what listens there, or set PORT to another port.`);
    this.name = 'AddressInUse';
  }
}

/** What it means that nobody can listen at this address. */
export function listenFailure(error: unknown, address: Address): unknown {
  const { code } = error as { code?: string };
  return code === 'EADDRINUSE' ? new AddressInUse(address) : error;
}

/**
 * Listens there for a moment, so that nothing is made for a process that could not serve it.
 * @throws AddressInUse; the system's error where the address is none of this machine's, or not allowed
 */
export async function assertAddressFree({ host, port }: Address): Promise<void> {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    throw listenFailure(error, { host, port });
  }
  server.close();
  await once(server, 'close');
}
