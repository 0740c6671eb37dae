// The relay as a process: its configuration, its readiness. Where the log and the leases lie is its composition root's affair.
export * from './cluster-relay';
export * from './relay-config';
