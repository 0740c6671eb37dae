import { demoAccounts } from '@threekeys/all-in-one';

export interface Shown {
  readonly directory: string;
  /** Of all accounts, where they were made now. */
  readonly password: string | undefined;
}

/** The ready line, and what somebody who has just started wants to know. */
export function clusterGreeting(url: string, { directory, password }: Shown): string {
  const said =
    password === undefined
      ? 'with the password shown at the first start'
      : `password ${password} (shown once)`;
  return [
    `Threekeys is ready at ${url}`,
    '',
    `Accounts, ${said}:`,
    `  ${Object.keys(demoAccounts).join(', ')}`,
    '',
    `Data and secrets of this cluster: ${directory}`,
    'The log lies in the EventStoreDB double, which is for trying things out: it answers like a server and keeps nothing like one.',
    '',
  ].join('\n');
}
