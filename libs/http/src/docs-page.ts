import { refusals } from '@threekeys/domain';
import { problems } from './problems.table';
import type { OpenApiDocument, Operation } from './openapi';

interface Described {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The API as one plain page: routes by group, then every problem and refusal. Nothing is loaded from elsewhere. */
export function docsPage({ paths, tags }: OpenApiDocument): string {
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Described => ({ method, path, operation })),
  );
  const sections = tags.map(({ name }) =>
    groupSection(
      name,
      routes.filter(({ operation }) => operation.tags.includes(name)),
    ),
  );
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Threekeys API</title>',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<style>${style}</style></head><body><main><h1>Threekeys API</h1>`,
    '<p>Machine-readable: <a href="/api/openapi.json">openapi.json</a></p>',
    ...sections,
    '<h2>Problems</h2>',
    table(['code', 'status', '中文', 'English'], problemRows()),
    '</main></body></html>',
  ].join('\n');
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:#1b1b1b;background:#fff}' +
  'table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;' +
  'vertical-align:top}code{white-space:nowrap}';

function groupSection(group: string, routes: readonly Described[]): string {
  const rows = routes.map(({ method, path, operation }) => [
    `<code>${method.toUpperCase()} ${escaped(path)}</code>`,
    escaped(operation['x-permission']),
    escaped(operation.description),
    escaped(operation.summary) + (isCommand(operation) ? ' <small>(Idempotency-Key)</small>' : ''),
  ]);
  return `<h2>${escaped(group)}</h2>${table(
    ['route', 'permission', '中文', 'English'],
    rows.map((cells) => ({ cells })),
  )}`;
}

const isCommand = ({ parameters = [] }: Operation): boolean =>
  parameters.some(({ name }) => name === 'Idempotency-Key');

interface TableRow {
  readonly id?: string;
  readonly cells: readonly string[];
}

function problemRows(): readonly TableRow[] {
  const own = Object.entries(problems).map(([code, { status, title }]) => ({ code, status, title }));
  const refused = Object.entries(refusals).map(([code, title]) => ({ code, status: 409, title }));
  return [...own, ...refused].map(({ code, status, title }) => ({
    id: `problem-${code}`,
    cells: [`<code>${code}</code>`, String(status), escaped(title.zh), escaped(title.en)],
  }));
}

function table(heads: readonly string[], rows: readonly TableRow[]): string {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('');
  const body = rows
    .map(
      ({ id, cells }) =>
        `<tr${id === undefined ? '' : ` id="${id}"`}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
