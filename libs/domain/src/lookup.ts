/** What is defined under a code. Every plain object also answers to `constructor`, which nobody has defined. */
export function entryOf<T>(defined: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(defined, code) ? defined[code] : undefined;
}
