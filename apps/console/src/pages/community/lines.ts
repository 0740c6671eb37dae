/** What stands on lines of its own, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** As the server takes a code. */
export const isCode = (text: string): boolean => /^[a-z0-9](?:[a-z0-9.-]{0,58}[a-z0-9])?$/.test(text);

/** As the server takes the name of a new account. */
export const isUsername = (text: string): boolean => /^[a-z0-9][a-z0-9._-]{1,39}$/.test(text);

/** As the server takes an account. */
export const isPerson = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/.test(text);
