import type { service } from '@threekeys/domain';

type ServiceName = Parameters<typeof service>[0];

/** Under these the log knows who is no account: an account of the same name would act under theirs. */
const reserved: Readonly<Record<ServiceName | 'operator' | 'anybody', true>> = {
  intake: true,
  dispatch: true,
  'volunteer-matching': true,
  reporting: true,
  importer: true,
  timers: true,
  operator: true,
  anybody: true,
};

export function isReservedName(username: string): boolean {
  return Object.hasOwn(reserved, username);
}
