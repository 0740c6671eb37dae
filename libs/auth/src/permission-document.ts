import { Role } from '@threekeys/domain';
import { partiesThatMay, permissions } from './permissions';
import type { PermissionRow } from './permissions';
import { fieldGroups, fieldRules } from './visible-fields';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const roles = Role.options;

function permissionCells([what, row]: readonly [string, PermissionRow]): readonly string[] {
  return [`\`${what}\``, ...roles.map((role) => (row[role] ?? []).join(', '))];
}

function fieldCells(group: (typeof fieldGroups)[number]): readonly string[] {
  return [
    `\`${group}\``,
    ...roles.map((role) =>
      fieldRules[role].flatMap(({ groups, when }) => (groups.includes(group) ? when : [])).join(', '),
    ),
  ];
}

/** The permission table and what each role sees, as the documentation shows them. */
export function permissionTableMarkdown(): string {
  const parties = Object.entries(partiesThatMay).map(
    ([what, allowed]) => `- \`${what}\` by a key holder: ${allowed.join(', ')} only.`,
  );
  return [
    '# Permissions',
    '',
    'A cell names the relations of which one must hold; an empty one: not allowed. `service` acts inside only.',
    '`any` holds for everybody but the side that is complained about: to it only `other-side`, `key-asked` and `named-to` apply.',
    '',
    ...tableOf(['', ...roles], Object.entries<PermissionRow>(permissions).map(permissionCells)),
    '',
    ...parties,
    '',
    '## Personal data of a case that each role sees',
    '',
    'Names and phones are masked until they are revealed with a purpose. An empty cell: absent from every answer.',
    '',
    ...tableOf(['', ...roles], fieldGroups.map(fieldCells)),
    '',
  ].join('\n');
}
