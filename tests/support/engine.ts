export type Environment = Readonly<Record<string, string>>;

/** The clock of an installation under test, where that is moved. */
export interface PassingTime {
  now(): string;
  /** Lets time pass, firing each timer at its own time. */
  passTo(instant: string): Promise<void>;
}

export interface RunningApp {
  readonly url: string;
  /** Holds `operator.token`. */
  readonly home: string;
  /** Absent: the clock is the machine's, and nobody can make time pass. */
  readonly time?: PassingTime;
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
