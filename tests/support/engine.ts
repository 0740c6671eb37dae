export type Environment = Readonly<Record<string, string>>;

export interface RunningApp {
  readonly url: string;
  /** Holds `operator.token`. */
  readonly home: string;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** Ends it as an operator would, and waits. Returns the exit code. */
  stop(): Promise<number | null>;
  /** kill -9 */
  kill(): Promise<void>;
}

export interface StartOptions {
  readonly home?: string;
  readonly demo?: boolean;
  readonly environment?: Environment;
}

/** What an installation under test runs on. */
export interface TestEngine {
  start(options: Required<StartOptions>): Promise<RunningApp>;
  /** What the command line needs to find the installation, besides its home. */
  environmentOf(home: string): Environment;
  /** How many events are stored, read past the application. */
  storedEvents(home: string): Promise<number>;
}
