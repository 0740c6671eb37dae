// The relay as a process: its readiness, its metrics. Where the log and the leases lie is its composition root's affair.
export * from './cluster-relay';
