import {
  caseCommands,
  caseEvents,
  catalogueCommands,
  catalogueEvents,
  compoundCommands,
  compoundEvents,
  installationCommands,
  installationEvents,
  isDerived,
  matchEvents,
  organisationCommands,
  organisationEvents,
  personOf,
  policyCommands,
  policyEvents,
  refusals,
  volunteerCommands,
  volunteerEvents,
} from '@threekeys/domain';
import type { MessageSchemas } from '@threekeys/domain';
import type { z } from 'zod';

const aggregates: readonly [string, string, MessageSchemas, MessageSchemas][] = [
  ['Case', 'case-<caseId>', caseCommands, caseEvents],
  ['Volunteer', 'volunteer-<volunteerId>', volunteerCommands, volunteerEvents],
  ['Organisation', 'organisation-main', organisationCommands, organisationEvents],
  ['Compound', 'compound-<code>', compoundCommands, compoundEvents],
  ['Catalogue', 'catalogue-main', catalogueCommands, catalogueEvents],
  ['Policy', 'policy-main', policyCommands, policyEvents],
  ['Match', 'match-<workOrderId>', {}, matchEvents],
  ['Installation', 'installation-main', installationCommands, installationEvents],
];

/** What zod keeps of a schema; enough of it to name a field's shape. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly keyType?: z.ZodType;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def;

function shapeOf(schema: z.ZodType): string {
  const definition = definitionOf(schema);
  const marks = `${personOf(schema) ? ` **P** of ${String(personOf(schema))}` : ''}${isDerived(schema) ? ' (derived)' : ''}`;
  return `${bareShapeOf(definition)}${marks}`;
}

function bareShapeOf({ type, innerType, element, options, entries, values, shape }: Definition): string {
  if (innerType) return shapeOf(innerType);
  if (element) return `[${shapeOf(element)}]`;
  if (options) return options.map(shapeOf).join(' \\| ');
  if (entries) return Object.keys(entries).join(' \\| ');
  if (values) return values.map(String).join(' \\| ');
  if (shape) return fieldsOf(shape);
  return type;
}

function fieldsOf(shape: Readonly<Record<string, z.ZodType>>): string {
  const fields = Object.entries(shape).map(
    ([name, schema]) => `${name}${definitionOf(schema).type === 'optional' ? '?' : ''}: ${shapeOf(schema)}`,
  );
  return `{ ${fields.join(', ')} }`;
}

function tableOf(heading: string, messages: MessageSchemas): string {
  const rows = Object.entries(messages).map(
    ([type, schema]) => `| \`${type}\` | ${fieldsOf(schema.shape)} |`,
  );
  return rows.length === 0 ? '' : `\n| ${heading} | data |\n|---|---|\n${rows.join('\n')}\n`;
}

/** Every message that is sent or stored, with each field's shape and whose personal data it is. */
export function catalogueMarkdown(): string {
  const sections = aggregates.map(
    ([name, stream, commands, events]) =>
      `## ${name} — \`${stream}\`\n${tableOf('command', commands)}${tableOf('event', events)}`,
  );
  return `# Messages\n\nMade from the schemas by \`npm run generate\`. Events are stored for ever. **P**: personal, sealed before it is stored. (derived): may be left out over HTTP.\n\n${sections.join('\n')}`;
}

export function refusalsMarkdown(): string {
  const rows = Object.entries(refusals).map(([code, { zh, en }]) => `| \`${code}\` | ${zh} | ${en} |`);
  return `# Refusals\n\nMade from the code by \`npm run generate\`. HTTP 409; \`code\` is the name.\n\n| code | zh | en |\n|---|---|---|\n${rows.join('\n')}\n`;
}
