/** Every address of the console, in one place. */
export const paths = {
  signIn: '/sign-in',
  intake: '/intake',
  cases: '/cases',
  case: (number: string) => `/cases/${encodeURIComponent(number)}`,
  replay: (number: string, step?: number) =>
    `/cases/${encodeURIComponent(number)}/replay${step === undefined ? '' : `?step=${String(step)}`}`,
} as const;

/** Patterns of the router for the addresses with a part that varies. */
export const patterns = { case: '/cases/:number', replay: '/cases/:number/replay' } as const;
