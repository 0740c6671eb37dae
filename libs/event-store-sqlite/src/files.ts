import { dirname, join, resolve } from 'node:path';

export const logFileName = 'log.sqlite';
export const anchorFileName = 'anchor.log';
export const ballastFileName = 'ballast';

/** The files of one log. The witness and the ballast lie beside the database. */
export interface LogFiles {
  readonly directory: string;
  readonly log: string;
  readonly anchor: string;
  readonly ballast: string;
}

/** A path that ends in `.sqlite` is the log itself, any other the directory that holds `log.sqlite`. */
export function filesOf(directoryOrFile: string): LogFiles {
  const path = resolve(directoryOrFile);
  const log = path.endsWith('.sqlite') ? path : join(path, logFileName);
  const directory = dirname(log);
  return {
    directory,
    log,
    anchor: join(directory, anchorFileName),
    ballast: join(directory, ballastFileName),
  };
}
