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

  it('names the first granted role that allows it', () => {
    expect(roleFor(as('auditor', 'grid-worker', 'dispatcher'), 'AnswerDirectly')).toBe('grid-worker');
    expect(roleFor(as('auditor'), 'AnswerDirectly')).toBeUndefined();
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

  it('shows a key holder where it is and never what was said: their side may be who is complained about', () => {
    expect(visibleFields(as('key-holder'), everything)).toEqual(new Set(['entrance', 'volunteers']));
  });

  it('is nothing to who runs the machine', () => {
    expect(visibleFields(as('admin'), everything)).toEqual(new Set());
  });
});
