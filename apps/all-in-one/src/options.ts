/** What the command line of `npm start` says. */
export interface AllInOneOptions {
  /** Plays the invented community into an empty home. */
  readonly demo: boolean;
}

/** @throws Error for an argument that is not known */
export function optionsFrom(given: readonly string[]): AllInOneOptions {
  const unknown = given.find((each) => each !== '--no-demo');
  if (unknown !== undefined) throw new Error(`there is no option ${unknown}; known: --no-demo`);
  return { demo: !given.includes('--no-demo') };
}
