// The Java servers that run on this machine: fetched by Maven, checked against jars.sha256, kept beside this file.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, 'jars');

/** The class path of the servers. Fetches what is missing. @throws Error where a file is not the one that was listed */
export function jars(): string {
  const listed = listedJars();
  if (![...listed.keys()].every((name) => existsSync(join(folder, name)))) fetchJars();
  const wrong = [...listed].filter(([name, sum]) => sumOf(name) !== sum).map(([name]) => name);
  const unlisted = readdirSync(folder).filter((name) => !listed.has(name));
  if (wrong.length + unlisted.length > 0)
    throw new Error(`deploy/local/jars.sha256 does not hold for ${[...wrong, ...unlisted].join(', ')}`);
  return join(folder, '*');
}

/** Why the servers cannot run here; undefined: they can. */
export function whyNoServers(): string | undefined {
  const missing = ['java', 'mvn'].filter((command) => !isThere(command));
  return missing.length === 0 ? undefined : `${missing.join(' and ')} not found`;
}

function isThere(command: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((each) => existsSync(join(each, command)));
}

function fetchJars(): void {
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
  execFileSync('mvn', ['-q', '-B', '-f', join(__dirname, 'pom.xml'), ...goal], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function listedJars(): ReadonlyMap<string, string> {
  const lines = readFileSync(join(__dirname, 'jars.sha256'), 'utf8').trim().split('\n');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)] as const));
}

function sumOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
}
