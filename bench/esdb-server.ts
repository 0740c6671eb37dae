import { LocalProcess } from '../deploy/local/local-process';

/** The EventStoreDB double as a process of its own: what a client costs is not mixed with what a server does. */
export interface EsdbServer {
  readonly connectionString: string;
  readonly pid: number | undefined;
  stop(): Promise<unknown>;
}

/** @param file keeps the log; without, it lies in memory */
export async function startEsdb(file?: string): Promise<EsdbServer> {
  const double = LocalProcess.start({
    name: 'the EventStoreDB double',
    main: 'tools/esdb-double/main.ts',
    arguments: [
      '--append-bytes-max',
      String(2 * 1024 * 1024),
      ...(file === undefined ? [] : ['--file', file]),
    ],
  });
  await double.until(() => Promise.resolve(double.output.includes('\n')));
  return { connectionString: double.output.trim(), pid: double.pid, stop: () => double.stop() };
}
