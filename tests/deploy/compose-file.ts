import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(__dirname, '..', '..');
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** One service as our file describes it, merged and without variables. */
export interface ComposeService {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly string[];
  readonly secrets?: readonly (string | { readonly source: string; readonly target: string })[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly restart?: string;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, object>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

/** As Docker reads it: anchors merged, `${NAME:-default}` replaced by its default. */
export function composeFile(): ComposeFile {
  const text = textOf('docker-compose.yml').replace(
    /\$\{\w+:-([^}]*)\}/g,
    (_, byDefault: string) => byDefault || "''",
  );
  return parse(text, { merge: true }) as ComposeFile;
}

export const engineNames = ['eventstoredb', 'kafka', 'mongodb'] as const;
export const processNames = ['relay', 'intake', 'dispatch', 'volunteer-matching', 'reporting'] as const;

export const secretNamesOf = ({ secrets = [] }: ComposeService): readonly string[] =>
  secrets.map((each) => (typeof each === 'string' ? each : each.source));
