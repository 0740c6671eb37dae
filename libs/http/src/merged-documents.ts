import type { OpenApiDocument, Operations } from './openapi';

/** One document of what several services answer. Of what more than one answers, the first says what it is. */
export function mergedDocuments(own: OpenApiDocument, others: readonly OpenApiDocument[]): OpenApiDocument {
  const paths: Record<string, Operations> = { ...own.paths };
  const tags = new Set(own.tags.map(({ name }) => name));
  for (const other of others) {
    for (const [path, operations] of Object.entries(other.paths))
      paths[path] = { ...operations, ...paths[path] };
    for (const { name } of other.tags) tags.add(name);
  }
  return { ...own, tags: [...tags].map((name) => ({ name })), paths };
}
