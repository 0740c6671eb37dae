import type { Server } from './server';

/** What every command gets: its arguments and the outside world. */
export interface CommandContext {
  readonly positionals: readonly string[];
  /** Flags without their dashes; a flag without value is `true`. */
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly language: 'zh' | 'en';
  /** Absolute path of the home directory. */
  readonly home: string;
  readonly server: Server;
  /** Resolves a path against the caller's directory (npm runs scripts elsewhere). */
  readonly path: (relative: string) => string;
  /** A line for a person; silent with `--json`. */
  readonly say: (line: string) => void;
  /** A line that must not be lost, a secret shown once: on stderr with `--json`. */
  readonly tell: (line: string) => void;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** What a command says at its end: the object that `--json` prints. */
export type Result = Readonly<Record<string, unknown>>;

export interface Command {
  readonly usage: string;
  readonly does: { readonly zh: string; readonly en: string };
  /** Flags that take a value. */
  readonly values?: readonly string[];
  /** Flags without a value. */
  readonly switches?: readonly string[];
  readonly run: (context: CommandContext) => Promise<Result | undefined>;
}
