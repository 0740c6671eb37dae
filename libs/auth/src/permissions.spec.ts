import {
  caseCommands,
  catalogueCommands,
  compoundCommands,
  installationCommands,
  organisationCommands,
  policyCommands,
  Role,
  volunteerCommands,
} from '@threekeys/domain';
import { everythingOf, mayDo, mayEver, operatorGrants, relationsAllowing, roleFor } from './may-do';
import { permissionTableMarkdown } from './permission-document';
import type { PermissionRow } from './permissions';
import { relations } from './relation';
import { fieldGroups } from './visible-fields';
import { partiesThatMay, permissions, routePermissions } from './permissions';
import { visibleFields } from './visible-fields';

const as = (...roles: readonly Role[]) => roles.map((role) => ({ role }));
const keyHolder = (party: string) => [{ role: 'key-holder' as const, scope: 'dawn-lane', party }];
const rows = Object.entries<PermissionRow>(permissions);

const commands = Object.keys({
  ...caseCommands,
  ...volunteerCommands,
  ...organisationCommands,
  ...compoundCommands,
  ...catalogueCommands,
  ...policyCommands,
  ...installationCommands,
});

describe('the permission table', () => {
  it('has a row for every command and every route, and none for what is not there', () => {
    expect(Object.keys(permissions).sort()).toEqual(
      [...commands, 'RankVolunteers', ...routePermissions].sort(),
    );
  });

  it('lets somebody do each thing', () => {
    for (const [what, row] of rows)
      expect({ what, some: Object.values(row).some((relations) => relations.length > 0) }).toEqual({
        what,
        some: true,
      });
  });

  it('lets an auditor read everything and command nothing', () => {
    const auditor = as('auditor');
    expect(everythingOf(auditor).filter((what) => commands.includes(what))).toEqual([]);
    for (const what of ['cases.list', 'cases.read', 'cases.history', 'cases.state', 'access-log'])
      expect(mayDo(auditor, what)).toBe(true);
    expect(mayEver(auditor, 'cases.reveal')).toBe(false);
  });

  it('lets an administrator into no case', () => {
    const ofCases = everythingOf(as('admin')).filter(
      (what) => what in caseCommands || what.startsWith('cases.') || what in volunteerCommands,
    );
    expect(ofCases).toEqual([]);
  });

  it('gives commands of timers, sagas and imports to services alone', () => {
    for (const what of ['ExpireOffer', 'AssignVolunteer', 'BookSlot', 'WarnDeadline', 'ImportCase'])
      expect(Object.keys(permissions[what as keyof typeof permissions])).toEqual(['service']);
  });

  it('lets no account act as a service, whatever it was granted', () => {
    expect(everythingOf(as('service'))).toEqual([]);
    expect(roleFor(as('service', 'dispatcher'), 'FileCase')).toBe('dispatcher');
  });

  it('says yes only under a relation that holds', () => {
    expect(mayDo(as('volunteer'), 'AcceptOffer', ['any'])).toBe(false);
    expect(mayDo(as('volunteer'), 'AcceptOffer', ['any', 'offered'])).toBe(true);
    expect(mayDo(as('volunteer'), 'ReportResult', ['any', 'offered'])).toBe(false);
    expect(mayDo(as('volunteer'), 'ReportResult', ['any', 'offered', 'assigned'])).toBe(true);
    expect(mayDo(as('handler'), 'ReportResult', ['any', 'in-unit'])).toBe(false);
    expect(mayDo(as('handler'), 'ReportResult', ['any', 'assignee'])).toBe(true);
    expect(mayEver(as('handler'), 'ReportResult')).toBe(true);
    expect([...relationsAllowing(as('mediator'), 'cases.read')].sort()).toEqual(['accountable', 'assignee']);
  });

  it('lets whoever holds a post take and do the work that is sent to it: the duty desk and the secretary too', () => {
    for (const role of [
      'intake-clerk',
      'secretary',
      'grid-worker',
      'social-worker',
      'mediator',
      'handler',
    ] as const)
      for (const what of [
        'AcknowledgeWorkOrder',
        'ReturnWorkOrder',
        'StartHandling',
        'ReportProgress',
        'ReportResult',
      ]) {
        expect(mayDo(as(role), what, ['any', 'assignee'])).toBe(true);
        expect(mayDo(as(role), what, ['any'])).toBe(false);
      }
  });

  it('names the first granted role that allows it', () => {
    expect(roleFor(as('auditor', 'grid-worker', 'dispatcher'), 'AnswerDirectly')).toBe('grid-worker');
    expect(roleFor(as('auditor'), 'AnswerDirectly')).toBeUndefined();
  });

  it('lends what holds by the scope of one grant to no other role', () => {
    const both = [
      { role: 'courtyard-head' as const, scope: 'grid-1' },
      { role: 'key-holder' as const, scope: 'dawn-lane', party: 'owners' },
    ];
    const inCompound = ['any', 'in-unit@dawn-lane'];
    expect(roleFor(both, 'cases.read', inCompound)).toBe('key-holder');
    expect(mayDo(both, 'VerifyFacts', inCompound)).toBe(false);
    expect(visibleFields(both, inCompound)).toEqual(new Set(['entrance', 'volunteers', 'plan']));
    expect(roleFor(both, 'VerifyFacts', [...inCompound, 'in-unit@grid-1'])).toBe('courtyard-head');
    expect(visibleFields(both, ['any', 'in-unit@grid-1']).has('words')).toBe(true);
  });

  it('knows nothing of what is not in it', () => {
    for (const what of ['NoSuchCommand', 'constructor', '__proto__', 'toString'])
      expect(mayEver(as(...Role.options), what)).toBe(false);
  });

  it('lets no volunteer, handler or key holder unmask anybody of a case', () => {
    for (const role of ['volunteer', 'handler', 'key-holder', 'courtyard-head', 'admin'] as const)
      expect(mayEver(as(role), 'cases.reveal')).toBe(false);
  });

  it('lets the property company check no work', () => {
    expect(mayDo(keyHolder('owners'), 'CheckResult', ['in-unit'])).toBe(true);
    expect(mayDo(keyHolder('property'), 'CheckResult', ['in-unit'])).toBe(false);
    expect(mayDo(as('key-holder'), 'CheckResult', ['in-unit'])).toBe(false);
    expect(mayDo(keyHolder('property'), 'cases.read', ['in-unit'])).toBe(true);
  });

  it('lets a resident act on their own case only', () => {
    const resident = as('resident');
    expect(mayDo(resident, 'ReportCase')).toBe(true);
    for (const what of ['WithdrawRequest', 'RequestReopening', 'RecordFollowUp', 'cases.read']) {
      expect(mayDo(resident, what)).toBe(false);
      expect(mayDo(resident, what, ['requester'])).toBe(true);
    }
    expect(mayEver(resident, 'cases.list')).toBe(false);
  });

  it('lets the operator of the machine run a case to its end and the installation', () => {
    for (const what of ['AcceptCase', 'CheckResult', 'ReportResult', 'import', 'users.add', 'parked.skip'])
      expect(mayDo(operatorGrants, what)).toBe(true);
    expect(mayEver(operatorGrants, 'BookSlot')).toBe(false);
  });

  it('is written down with every row, every role and every exception', () => {
    const document = permissionTableMarkdown();
    for (const [what] of rows) expect(document).toContain(`\n| \`${what}\` |`);
    for (const role of Role.options) expect(document).toContain(` ${role} `);
    for (const what of Object.keys(partiesThatMay))
      expect(document).toContain(`- \`${what}\` by a key holder`);
  });
});

describe('the personal data of a case', () => {
  const everything = ['any', 'accountable', 'assignee', 'offered', 'assigned', 'in-unit'];

  it('never shows who reported to volunteers, handlers, key holders and courtyard heads', () => {
    for (const role of ['volunteer', 'handler', 'key-holder', 'courtyard-head'] as const)
      expect(visibleFields(as(role), everything).has('identity')).toBe(false);
  });

  it('shows the task to whoever is assigned, and nothing to who is only asked, nor to others', () => {
    expect([...visibleFields(as('volunteer'), ['any', 'offered', 'assigned'])].sort()).toEqual([
      ...['call-back', 'door', 'entrance', 'words'],
    ]);
    expect(visibleFields(as('volunteer'), ['any', 'offered'])).toEqual(new Set());
    expect(visibleFields(as('volunteer'), ['any'])).toEqual(new Set());
    expect(visibleFields(as('handler'), ['any', 'in-unit'])).toEqual(new Set());
  });

  it('gives a phone to call back to the volunteer who comes, and masks it for all who see who reported', () => {
    const seeing = Role.options.filter((role) => visibleFields(as(role), everything).has('call-back'));
    expect(seeing).toEqual(['volunteer']);
  });

  it('shows the respondent to staff and to the mediator of the case alone', () => {
    const seeing = Role.options.filter((role) =>
      visibleFields(as(role), [...everything, 'requester']).has('respondent'),
    );
    expect(seeing.sort()).toEqual(
      [
        'auditor',
        'dispatcher',
        'grid-worker',
        'intake-clerk',
        'mediator',
        'secretary',
        'social-worker',
      ].sort(),
    );
    expect(visibleFields(as('mediator'), ['any'])).toEqual(new Set());
  });

  it('shows a key holder where it is and the plan, and never what was said: their side may be who is complained about', () => {
    expect(visibleFields(as('key-holder'), everything)).toEqual(new Set(['entrance', 'volunteers', 'plan']));
  });

  it('is nothing to who runs the machine', () => {
    expect(visibleFields(as('admin'), everything)).toEqual(new Set());
  });
});

/** The rows of a table of the documentation, cell by cell. */
function cellsBelow(heading: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const document = permissionTableMarkdown();
  const part = document.slice(document.indexOf(heading)).split('\n## ')[0] ?? '';
  const [head = [], , ...body] = part
    .split('\n')
    .filter((each) => each.startsWith('|'))
    .map((each) => each.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
  return new Map(
    body.map(([what = '', ...cells]) => [
      what.replaceAll('`', ''),
      new Map(cells.map((cell, index) => [head[index + 1] ?? '', cell])),
    ]),
  );
}

const inCell = (cell: string | undefined) => new Set((cell ?? '').split(', ').filter((each) => each !== ''));

/** What holds where somebody stands in one relation: `any` beside each but those of the other side. */
const allows = (cell: ReadonlySet<string>, relation: string) =>
  cell.has(relation) || (cell.has('any') && relation !== 'other-side');

describe('each cell of the documented table', () => {
  const documented = cellsBelow('# Permissions');

  it('is there for every command and route, and for every role', () => {
    expect([...documented.keys()].sort()).toEqual(Object.keys(permissions).sort());
    for (const cells of documented.values()) expect([...cells.keys()]).toEqual([...Role.options]);
  });

  it.each(rows.map(([what]) => what))('of %s says what the guard does, in every relation', (what) => {
    const party = partiesThatMay[what as keyof typeof partiesThatMay]?.[0];
    for (const role of Role.options.filter((each) => each !== 'service')) {
      const cell = inCell(documented.get(what)?.get(role));
      const grants = [{ role, ...(party && { party }) }];
      for (const relation of relations)
        expect([role, relation, mayDo(grants, what, [relation])]).toEqual([
          ...[role, relation, allows(cell, relation)],
        ]);
    }
  });

  it.each(fieldGroups)('of the field group %s says what is shown, in every relation', (group) => {
    const cells = cellsBelow('## Personal data').get(group);
    for (const role of Role.options) {
      const cell = inCell(cells?.get(role));
      for (const relation of relations)
        expect([role, relation, visibleFields(as(role), [relation]).has(group)]).toEqual([
          ...[role, relation, allows(cell, relation)],
        ]);
    }
  });
});

describe('the side that is complained about', () => {
  const otherSide = ['other-side'];

  it('may do nothing, read nothing and hear of nothing', () => {
    for (const role of Role.options) {
      const may = Object.keys(permissions).filter((what) => mayDo(as(role), what, otherSide));
      expect([role, may]).toEqual([role, []]);
      expect(visibleFields(as(role), otherSide)).toEqual(new Set());
    }
  });

  it('may give its party’s word in a lock that asks for its key, read that case and of its words the plan, and nothing else', () => {
    const asked = [...otherSide, 'key-asked'];
    for (const role of Role.options) {
      const may = Object.keys(permissions).filter((what) => mayDo(as(role), what, asked));
      const expected = role === 'key-holder' ? ['TurnKey', 'RefuseKey', 'TakeKeyBack', 'cases.read'] : [];
      expect([role, may]).toEqual([role, expected]);
      expect(visibleFields(as(role), asked)).toEqual(new Set(role === 'key-holder' ? ['plan'] : []));
    }
  });

  it('hears a name from who agreed to it, and never words, doors or phones', () => {
    for (const role of ['handler', 'key-holder'] as const)
      expect(visibleFields(as(role), [...otherSide, 'named-to'])).toEqual(new Set(['disclosed']));
    expect(visibleFields(as('dispatcher'), [...otherSide, 'named-to'])).toEqual(new Set());
  });
});
