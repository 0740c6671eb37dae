import { roleNames } from '@threekeys/domain';
import { en } from './en';
import { zh } from './zh';

it.each([
  ['zh', zh.roles],
  ['en', en.roles],
] as const)('roles are called in the console as elsewhere: %s', (language, roles) =>
  expect(roles).toEqual(
    Object.fromEntries(Object.entries(roleNames).map(([role, names]) => [role, names[language]])),
  ),
);
