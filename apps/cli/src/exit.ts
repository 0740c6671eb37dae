/** What the shell learns (docs/reference/cli.md). */
export const exitCodes = {
  done: 0,
  /** Bad input, or some entries failed. */
  badInput: 1,
  /** A rule of the domain, or a missing right, stands against it. */
  refused: 2,
  integrityBroken: 3,
  /** No server, no store, or not now. */
  unavailable: 4,
  bug: 70,
  interrupted: 130,
} as const;

/** Ends the command with a sentence for a person and a code for a script. */
export class CommandFailed extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
    /** Goes into the `--json` object. */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'CommandFailed';
  }
}

export const badInput = (message: string) => new CommandFailed(exitCodes.badInput, message);
