import type { ServerEvents } from './raw-server-kafka';

/** `away`: it was connected, and the broker has not answered for a session. */
export type ConnectionStatus = 'connecting' | 'connected' | 'rebalancing' | 'away' | 'stopped';

export interface MembershipPorts {
  readonly settings: { readonly sessionTimeoutMs: number; readonly rebalanceTimeoutMs: number };
  /** Partitions that are ours now. */
  readonly assigned: (partitions: Readonly<Record<string, readonly number[]>>) => void;
}

/** What a client tells of its place in a group, as one status. */
export class Membership {
  private state: ConnectionStatus = 'connecting';
  private answeredAtMs = 0;
  private overdue: NodeJS.Timeout | undefined;
  private clients = 0;

  constructor(private readonly ports: MembershipPorts) {}

  get status(): ConnectionStatus {
    const silentMs = performance.now() - this.answeredAtMs;
    return this.state === 'connected' && silentMs > this.ports.settings.sessionTimeoutMs
      ? 'away'
      : this.state;
  }

  get isConnected(): boolean {
    return this.state === 'connected';
  }

  /** Nothing more is heard of the client that was. */
  begin(state: 'connecting' | 'stopped'): void {
    clearTimeout(this.overdue);
    this.clients++;
    this.state = state;
  }

  /** @param end with what is wrong, where the client will not go on by itself */
  events(end: (error: Error) => void): Omit<ServerEvents, 'failed'> {
    const client = this.clients;
    const isMember = () => {
      if (client === this.clients) this.isMember();
    };
    return {
      joined: (partitions) => {
        this.ports.assigned(partitions);
        isMember();
      },
      rebalancing: () => {
        this.state = 'rebalancing';
        this.endIfOverdue(end);
      },
      // The client takes a coordinator that has moved for a rebalance. If joining then fails for a moment it goes on as the
      // member that it still is, without a word: it is never told that it joined.
      heartbeat: isMember,
      answered: () => {
        this.answeredAtMs = performance.now();
      },
      crashed: end,
    };
  }

  private isMember(): void {
    clearTimeout(this.overdue);
    this.state = 'connected';
    this.answeredAtMs = performance.now();
  }

  /** Whoever is dead is waited for twice at most. */
  private endIfOverdue(end: (error: Error) => void): void {
    const { sessionTimeoutMs, rebalanceTimeoutMs } = this.ports.settings;
    const isStuck = () => end(new Error('the group did not come to the end of its rebalance'));
    clearTimeout(this.overdue);
    this.overdue = setTimeout(isStuck, 2 * (sessionTimeoutMs + rebalanceTimeoutMs)).unref();
  }
}
