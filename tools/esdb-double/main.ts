import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Call, Fault, Generation } from './src';
import { EsdbDouble } from './src';
import { rulesTable } from './src/rules-table.fixtures';

const usage = `An EventStoreDB on the wire, on this machine only: for development and tests.

  --port <number>         where to listen; default: any that is free
  --file <file>           keeps the data; default: memory only
  --generation 24.10|26   whose rules; default 24.10
  --append-bytes-max <n>  the largest append; default 1048576, as a server's
  --rules                 writes the table of rules, and ends

Faults are planned by lines on stdin: {"call":"append","fault":{"is":"cut","when":"after-commit"},"times":1}
`;

interface Planned {
  readonly call: Call;
  readonly fault: Fault;
  readonly times?: number;
}

async function main(): Promise<void> {
  const options = {
    port: { type: 'string' },
    file: { type: 'string' },
    generation: { type: 'string' },
    'append-bytes-max': { type: 'string' },
    rules: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  const { port, file, generation, rules, help, ...rest } = parseArgs({ options }).values;
  if (help) process.stdout.write(usage);
  else if (rules) process.stdout.write(rulesTable());
  else await serve(port, file, { generation, appendBytesMax: rest['append-bytes-max'] });
}

async function serve(
  port: string | undefined,
  file: string | undefined,
  { generation, appendBytesMax }: { generation: string | undefined; appendBytesMax: string | undefined },
): Promise<void> {
  const double = await EsdbDouble.start({
    ...(port !== undefined && { port: Number(port) }),
    ...(file !== undefined && { file }),
    ...(appendBytesMax !== undefined && { appendBytesMax: Number(appendBytesMax) }),
    generation: (generation ?? '24.10') as Generation,
  });
  process.stdout.write(`${double.connectionString}\n`);
  const lines = createInterface({ input: process.stdin });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      lines.close();
      process.stdin.destroy();
      double.stop();
    });
  }
  lines.on('line', (line) => {
    const { call, fault, times } = JSON.parse(line) as Planned;
    double.faults.plan(call, fault, times);
  });
}

void main();
