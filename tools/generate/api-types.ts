import { allRoutes } from '@threekeys/all-in-one';
import { openApiDocument } from '@threekeys/http';
import { version } from '@threekeys/runtime';
import openapiTypes, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

/** Types of the whole API, for the client of console and command line. */
export async function apiTypes(): Promise<string> {
  const document = openApiDocument(allRoutes, version);
  const types = astToString(await openapiTypes(document as never, { alphabetize: false }));
  const config = await resolveConfig(__filename);
  const head = '// Made from the route table by `npm run generate`. Do not edit.\n';
  return format(head + types, { ...config, parser: 'typescript' });
}
