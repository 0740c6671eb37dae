import { createRequire } from 'node:module';
import type { Socket } from 'node:net';

/** What is used of the driver's connection, which it keeps to itself. */
interface Connection {
  readonly socket: Pick<Socket, 'emit'>;
  cleanup: (this: Connection, error: Error) => void;
}

/**
 * The driver (7.8 and 7.9) sends a command and, where the socket does not take it all at once, waits until that has drained
 * or failed. A socket that was closed in good order, or by the driver itself, does neither: the call never settles, and
 * where it was the monitor's, the server is never found again. Told that it has drained, the driver finds its
 * connection closed, and the call fails as it should.
 */
export function endWaitsForClosedSockets(): void {
  const { prototype } = driverConnection();
  const { cleanup } = prototype;
  prototype.cleanup = function (error) {
    cleanup.call(this, error);
    this.socket.emit('drain');
  };
}

/** Of the driver that mongoose uses, whichever others there are. */
function driverConnection(): { readonly prototype: Connection } {
  const required = createRequire(require.resolve('mongoose'));
  const { Connection } = required('mongodb/lib/cmap/connection') as {
    Connection: { readonly prototype: Connection };
  };
  return Connection;
}
