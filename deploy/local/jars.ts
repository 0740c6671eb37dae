// The Java servers that run on this machine: fetched by Maven, checked against jars.sha256, kept beside this file.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, 'jars');

let checked = false;

/** The class path of the servers. Fetches what is missing. @throws Error where a file is not the one that was listed */
export function jars(): string {
  if (!checked) {
    const listed = listedJars();
    if (!isComplete(listed)) fetchJars(listed);
    assertAsListed(folder, listed);
    checked = true;
  }
  return join(folder, '*');
}

/** Each file of the folder is listed, with this hash. @throws Error that names the others */
export function assertAsListed(directory: string, listed: ReadonlyMap<string, string>): void {
  const wrong = readdirSync(directory).filter((name) => sumOf(join(directory, name)) !== listed.get(name));
  const missing = [...listed.keys()].filter((name) => !existsSync(join(directory, name)));
  if (wrong.length + missing.length > 0)
    throw new Error(`deploy/local/jars.sha256 does not hold for ${[...wrong, ...missing].join(', ')}`);
}

/** Why the servers cannot run here; undefined: they can. */
export function whyNoServers(): string | undefined {
  const missing = ['java', 'mvn'].filter((command) => !isThere(command));
  return missing.length === 0 ? undefined : `${missing.join(' and ')} not found`;
}

function isThere(command: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((each) => existsSync(join(each, command)));
}

function isComplete(listed: ReadonlyMap<string, string>): boolean {
  return [...listed.keys()].every((name) => existsSync(join(folder, name)));
}

/** Into a folder of its own first: several processes may find at the same time that they are missing. */
function fetchJars(listed: ReadonlyMap<string, string>): void {
  const own = mkdtempSync(`${folder}-`);
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${own}`];
  try {
    execFileSync('mvn', ['-q', '-B', '-f', join(__dirname, 'pom.xml'), ...goal], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (!isComplete(listed)) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(own, folder);
    }
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function listedJars(): ReadonlyMap<string, string> {
  const lines = readFileSync(join(__dirname, 'jars.sha256'), 'utf8').trim().split('\n');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)] as const));
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
