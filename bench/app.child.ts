// The whole product on one home, in a process of its own. Argument: what to start, as JSON. Ends when its parent hangs up.
import 'reflect-metadata';
import { openLogs } from '@threekeys/runtime';
import type { Config } from '@threekeys/runtime';
import { readFileSync } from 'node:fs';
import { runAllInOne } from '../apps/all-in-one/src/embedded-run';
import { CaseReports } from '../apps/intake/src/case-reports';
import type { ReportedAnswer } from '../apps/intake/src/report.body';

export interface AppTask {
  readonly home: string;
  readonly password: string;
  readonly accounts: readonly string[];
  /** Reports are answered without anything being done: what is left is the route with its auth and validation. */
  readonly noReports: boolean;
}

/** Of the product since it started. */
export interface Usage {
  readonly cpuMs: number;
  /** Bytes sent to the disk. */
  readonly diskBytes: number;
}

const someId = '00000000-0000-4000-8000-000000000000';
const answerOfNothing: ReportedAnswer = {
  caseId: someId,
  number: '2026-000001',
  trackingCode: '00000000-0',
  requesterId: someId,
  revision: 0,
  leafHash: '0'.repeat(64),
  position: 'none',
  events: [{ id: someId, type: 'CaseReported' }],
};

void start(JSON.parse(process.argv[2] ?? 'null') as AppTask);

async function start({ home, password, accounts, noReports }: AppTask): Promise<void> {
  if (noReports) CaseReports.prototype.report = () => Promise.resolve(answerOfNothing);
  const config: Config = { port: 0, host: '127.0.0.1', home, language: 'zh', logLevel: 'error' };
  const running = await runAllInOne(config, openLogs(config), {
    accounts: { names: accounts, password },
    withTimers: false,
  });
  process.once('disconnect', () => void running.close().then(() => process.exit()));
  process.on('message', () => process.send?.({ cpuMs: cpuMs(), diskBytes: diskBytes() } satisfies Usage));
  process.send?.({ url: running.url });
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function diskBytes(): number {
  return Number(/^write_bytes: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? 0);
}
