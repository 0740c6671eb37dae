/** Every address of the console, in one place. */
export const paths = {
  signIn: '/sign-in',
  intake: '/intake',
  cases: '/cases',
  desk: '/desk',
  followUps: '/follow-up',
  case: (number: string) => `/cases/${encodeURIComponent(number)}`,
  board: '/board',
  boardCase: (number: string) => `/board/${encodeURIComponent(number)}`,
  volunteers: '/volunteers',
  volunteer: (volunteerId: string) => `/volunteers/${encodeURIComponent(volunteerId)}`,
  community: '/community',
  replay: (number: string, step?: number) =>
    `/cases/${encodeURIComponent(number)}/replay${step === undefined ? '' : `?step=${String(step)}`}`,
} as const;

/** Patterns of the router for the addresses with a part that varies. */
export const patterns = {
  case: '/cases/:number',
  replay: '/cases/:number/replay',
  boardCase: '/board/:number',
  volunteer: '/volunteers/:volunteerId',
} as const;
