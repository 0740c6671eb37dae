import { CommandFailed, exitCodes } from './exit';

type Code = (typeof exitCodes)[keyof typeof exitCodes];

/** Errors of the product that say themselves what is the matter. Known by name: their classes need not be loaded here. */
const codesByName: Readonly<Record<string, Code>> = {
  DatabaseRefused: exitCodes.unavailable,
  EventStoreError: exitCodes.unavailable,
  AnchorTorn: exitCodes.unavailable,
  CollectionsMissing: exitCodes.unavailable,
  DatabaseUnavailable: exitCodes.unavailable,
  MongoParseError: exitCodes.badInput,
  KeyEncryptionKeyUnfit: exitCodes.badInput,
  ConfigInvalid: exitCodes.badInput,
  CommandRefused: exitCodes.refused,
  KeyDamaged: exitCodes.integrityBroken,
  SecretDamaged: exitCodes.integrityBroken,
};

const interruptedMessage =
  'Interrupted. Nothing half-done is left that the same command would trip over: run it again.';

/** The sentence and the exit code of whatever a command threw. */
export function failureOf(error: unknown): CommandFailed {
  if (error instanceof CommandFailed) return error;
  const { name, message, code } = factsOf(error);
  if (name === 'AbortError') return new CommandFailed(exitCodes.interrupted, interruptedMessage);
  const known = codesByName[name] ?? codeOfDriver(name, code) ?? codeOfSystem(error, code);
  if (known === undefined) return bug(error);
  return new CommandFailed(known, message, code === '' ? {} : { code });
}

function bug(error: unknown): CommandFailed {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new CommandFailed(exitCodes.bug, `A bug of Threekeys, please report it: ${what}`);
}

function factsOf(error: unknown): { name: string; message: string; code: string } {
  if (typeof error !== 'object' || error === null) return { name: '', message: String(error), code: '' };
  const text = (member: string) => {
    const value: unknown = Reflect.get(error, member);
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name'), message: text('message'), code: text('code') };
}

const noServer = /^Mongo(Network|NotConnected|ServerSelection)/;

/** A damaged file is broken integrity; whatever else SQLite refuses, or a server that is not there, may be right another time. */
function codeOfDriver(name: string, code: string): Code | undefined {
  if (noServer.test(name)) return exitCodes.unavailable;
  if (name !== 'SqliteError') return undefined;
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code) ? exitCodes.integrityBroken : exitCodes.unavailable;
}

/** No space, no permission, no such folder: said by the operating system. */
function codeOfSystem(error: unknown, code: string): Code | undefined {
  const ofSystem = typeof error === 'object' && error !== null && 'syscall' in error && code !== '';
  return ofSystem ? exitCodes.unavailable : undefined;
}
