/** What the command line of `npm start` says. */
export interface AllInOneOptions {
  /** Plays the invented community into an empty home. */
  readonly demo: boolean;
  /** Starts though the clock is behind the log. */
  readonly acceptClock: boolean;
}

const known = ['--no-demo', '--accept-clock'];

/** @throws Error for an argument that is not known */
export function optionsFrom(given: readonly string[]): AllInOneOptions {
  const unknown = given.find((each) => !known.includes(each));
  if (unknown !== undefined) throw new Error(`there is no option ${unknown}; known: ${known.join(', ')}`);
  return { demo: !given.includes('--no-demo'), acceptClock: given.includes('--accept-clock') };
}
