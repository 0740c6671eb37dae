/** The server's clock. ISO 8601 UTC with milliseconds; may jump, so nobody measures durations with it. */
export abstract class Clock {
  abstract now(): string;
}

export class SystemClock extends Clock {
  now(): string {
    return new Date().toISOString();
  }
}
