import { services } from '@threekeys/all-in-one';
import { format, resolveConfig } from 'prettier';

/** What reporting passes on in a cluster, and to whom: services know nothing of each other's routes. */
export async function foreignRoutes(): Promise<string> {
  const rows = services
    .filter(({ name }) => name !== 'reporting')
    .flatMap(({ name: service, routes }) =>
      routes.map(({ method, path }) => ({
        method: method.toUpperCase(),
        url: path.replace(/\{(\w+)\}/g, ':$1'),
        service,
      })),
    );
  const config = await resolveConfig(__filename);
  const head = '// Made from the route tables by `npm run generate`. Do not edit.\n';
  const text = `${head}export const foreignRoutes = ${JSON.stringify(rows)} as const;\n`;
  return format(text, { ...config, parser: 'typescript' });
}
