/** One server connection per browser: the tab that holds the lock listens, and tells the others. */
export interface Change {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
}

export type StreamMessage =
  | { readonly kind: 'changed'; readonly change: Change }
  | { readonly kind: 'alive' }
  | { readonly kind: 'reset' };

const name = 'threekeys-stream';

/** Listens until the signal aborts; every tab hears every message. A browser without locks has a connection of its own. */
export function listen(onMessage: (message: StreamMessage) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<StreamMessage>) => onMessage(data);
  signal.addEventListener('abort', () => channel.close());
  const tell = (message: StreamMessage) => {
    if (signal.aborted) return;
    onMessage(message);
    channel.postMessage(message);
  };
  if (!('locks' in navigator)) {
    void connect(tell, signal);
    return;
  }
  navigator.locks
    .request(name, { signal }, () => connect(tell, signal))
    .catch((error: unknown) => {
      if (!signal.aborted) console.error('threekeys: the event stream could not start', error);
    });
}

/** Holds the connection; resolves on abort, so that the lock goes to another tab. */
function connect(tell: (message: StreamMessage) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const source = new EventSource('/api/stream');
    source.addEventListener('changed', ({ data }: MessageEvent<string>) =>
      tell({ kind: 'changed', change: JSON.parse(data) as Change }),
    );
    source.addEventListener('heartbeat', () => tell({ kind: 'alive' }));
    source.addEventListener('reset', () => tell({ kind: 'reset' }));
    source.onopen = () => tell({ kind: 'alive' });
    signal.addEventListener('abort', () => {
      source.close();
      resolve();
    });
  });
}
