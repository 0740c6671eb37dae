import {
  postDefined,
  postFilled,
  theOrganisation,
  theRules,
  unitDefined,
  named,
} from '../community.fixtures';
import { foldOf, scenarioOf } from '../scenario.fixtures';
import { organisationDecider } from './organisation.decider';
import { isInOffice } from './term-of-office';
import { inOfficeAt } from './in-office';
import {
  organisationEvents,
  type OrganisationCommand,
  type OrganisationEvent,
} from './organisation.messages';

const given = scenarioOf(organisationDecider, organisationEvents, { rules: theRules });
const community = unitDefined('home', 'community');
const grid = unitDefined('grid-1', 'grid-branch', 'home');

const defineUnit = (
  data: Partial<Extract<OrganisationCommand, { type: 'DefineUnit' }>['data']>,
): OrganisationCommand => ({
  type: 'DefineUnit',
  data: { unit: 'grid-1', level: 'grid-branch', parent: 'home', names: named('grid-1'), ...data },
});

describe('the units of an organisation', () => {
  it('hang exactly one level below their parent', () =>
    given(community).when(defineUnit({})).thenRecords(grid));

  it.each([
    ['skip a level', { unit: 'group', level: 'building-group' as const }],
    ['stand beside their parent', { unit: 'other', level: 'community' as const }],
  ])('do not %s', (_how, data) => given(community).when(defineUnit(data)).thenRefuses('LevelDoesNotFit'));

  it('need a parent below the community', () =>
    given(community)
      .when({ type: 'DefineUnit', data: { unit: 'x', level: 'grid-branch', names: named('x') } })
      .thenRefuses('LevelDoesNotFit'));

  it('need a parent that is defined', () => given().when(defineUnit({})).thenRefuses('UnitUnknown'));

  it('are defined once; the same definition again is no news', () => {
    given(community, grid).when(defineUnit({})).thenNothingNew();
    given(community, grid)
      .when(defineUnit({ names: named('other') }))
      .thenRefuses('UnitAlreadyDefined');
  });
});

describe('a unit', () => {
  const renamed = { type: 'UnitRenamed', data: { unit: 'grid-1', names: named('new') } } as const;
  const closed = { type: 'UnitClosed', data: { unit: 'grid-1' } } as const;
  const close = (unit = 'grid-1', openCases?: number): OrganisationCommand => ({
    type: 'CloseUnit',
    data: { unit, ...(openCases === undefined ? {} : { openCases }) },
  });
  const rename: OrganisationCommand = { ...renamed, type: 'RenameUnit' };

  it('is renamed; the same names again are no news', () => {
    const when = given(community, grid).when(rename);
    when.thenRecords(renamed);
    given(community, grid, renamed).when(rename).thenNothingNew();
    expect(foldOf(organisationDecider, [community, grid, renamed]).units['grid-1']?.names).toEqual(
      named('new'),
    );
    given(community).when(rename).thenRefuses('UnitUnknown');
  });

  it('is closed once nobody works there any more, and stays named', () => {
    given(community, grid).when(close()).thenRecords(closed);
    given(community, grid, closed).when(close()).thenNothingNew();
    given(community).when(close()).thenRefuses('UnitUnknown');
    expect(foldOf(organisationDecider, [community, grid, closed]).units['grid-1']).toMatchObject({
      names: named('grid-1'),
      closed: true,
    });
  });

  it('is not closed over the head of who is under it, holds a post of it, or waits there', () => {
    const post = [postDefined('worker', 'grid-1', 'grid-worker'), postFilled('worker', 'li')];
    given(community, grid).when(close('home')).thenRefuses('UnitHasSubunits');
    given(community, grid, closed).when(close('home')).thenRefuses('LastCommunity');
    const another = unitDefined('other', 'community');
    given(community, grid, closed, another).when(close('home')).thenTypes('UnitClosed');
    given(community, another, { type: 'UnitClosed', data: { unit: 'other' } })
      .when(close('home'))
      .thenRefuses('LastCommunity');
    given(community, grid, ...post)
      .when(close())
      .thenRefuses('UnitHasPosts');
    const left = { type: 'PostLeft', data: { post: 'worker', person: 'li' } } as const;
    given(community, grid, ...post, left)
      .when(close('grid-1', 1))
      .thenRefuses('UnitHasOpenCases');
    given(community, grid, ...post, left)
      .when({ type: 'CloseUnit', data: { unit: 'grid-1', openCases: 0, hasHiddenCases: true } })
      .thenRefuses('UnitHasOpenCases');
    given(community, grid, ...post, left)
      .when(close('grid-1', 0))
      .thenTypes('UnitClosed');
  });

  it('takes nothing once it is closed', () => {
    const history = [community, grid, postDefined('worker', 'grid-1', 'grid-worker'), closed];
    for (const command of [
      rename,
      defineUnit({ unit: 'group-1', level: 'building-group', parent: 'grid-1' }),
      { type: 'DefinePost', data: { post: 'x', unit: 'grid-1', kind: 'mediator', names: named('x') } },
      { type: 'FillPost', data: { post: 'worker', person: 'li' } },
    ] as const)
      given(...history)
        .when(command)
        .thenRefuses('UnitIsClosed');
  });
});

describe('a post', () => {
  const post = postDefined('desk', 'home', 'duty-desk');
  const definePost = (kind: string): OrganisationCommand => ({
    type: 'DefinePost',
    data: { post: 'desk', unit: 'home', kind, names: named('desk') },
  });
  const fill = (person: string): OrganisationCommand => ({
    type: 'FillPost',
    data: { post: 'desk', person },
  });
  const leave = (takesOver?: string, openCases?: number): OrganisationCommand => ({
    type: 'LeavePost',
    data: {
      post: 'desk',
      ...(takesOver === undefined ? {} : { takesOver }),
      ...(openCases === undefined ? {} : { openCases }),
    },
  });

  it('belongs to a unit', () => {
    given(community).when(definePost('duty-desk')).thenRecords(post);
    given().when(definePost('duty-desk')).thenRefuses('UnitUnknown');
  });

  it('is defined once, whoever fills it', () => {
    given(community, post, postFilled('desk', 'li')).when(definePost('duty-desk')).thenNothingNew();
    given(community, post).when(definePost('mediator')).thenRefuses('PostAlreadyDefined');
  });

  it('is filled by one person at a time', () => {
    given(community, post).when(fill('li')).thenRecords(postFilled('desk', 'li'));
    given(community, post, postFilled('desk', 'li')).when(fill('li')).thenNothingNew();
    given(community, post, postFilled('desk', 'li')).when(fill('wang')).thenRefuses('PostAlreadyFilled');
    given(community).when(fill('li')).thenRefuses('PostUnknown');
    given(community)
      .when({ type: 'FillPost', data: { post: 'constructor', person: 'li' } })
      .thenRefuses('PostUnknown');
  });

  it('passes to who takes over in the same append', () =>
    given(community, post, postFilled('desk', 'li'))
      .when(leave('wang'))
      .thenRecords(
        { type: 'PostLeft', data: { post: 'desk', person: 'li', takesOver: 'wang' } },
        postFilled('desk', 'wang'),
      ));

  it('stays vacant where nobody takes over, and can be filled again', () => {
    const left = { type: 'PostLeft', data: { post: 'desk', person: 'li' } } as const;
    given(community, post, postFilled('desk', 'li')).when(leave()).thenRecords(left);
    given(community, post, postFilled('desk', 'li'), left)
      .when(fill('wang'))
      .thenRecords(postFilled('desk', 'wang'));
  });

  it('names who has left it, until they hold it again', () => {
    const left = { type: 'PostLeft', data: { post: 'desk', person: 'li' } } as const;
    const after = (...events: readonly OrganisationEvent[]) =>
      foldOf(organisationDecider, [community, post, postFilled('desk', 'li'), ...events]).posts['desk'];
    expect(after()).not.toHaveProperty('formerHolders');
    expect(after(left, postFilled('desk', 'wang'))).toMatchObject({ holder: 'wang', formerHolders: ['li'] });
    expect(after(left, postFilled('desk', 'li'))).not.toHaveProperty('formerHolders');
  });

  it('with open cases is left only with a hand-over', () => {
    const held = [community, post, postFilled('desk', 'li')];
    given(...held)
      .when(leave(undefined, 1))
      .thenRefuses('PostHasOpenCases');
    given(...held)
      .when({ type: 'LeavePost', data: { post: 'desk', openCases: 0, hasHiddenCases: true } })
      .thenRefuses('PostHasOpenCases');
    given(...held)
      .when(leave(undefined, 0))
      .thenRecords({ type: 'PostLeft', data: { post: 'desk', person: 'li' } });
    given(...held)
      .when(leave('wang', 1))
      .thenRecords(
        { type: 'PostLeft', data: { post: 'desk', person: 'li', takesOver: 'wang' } },
        postFilled('desk', 'wang'),
      );
  });

  it('is left only by who holds it, and to somebody else', () => {
    given(community).when(leave()).thenRefuses('PostUnknown');
    given(community, post).when(leave()).thenRefuses('PostNotFilled');
    given(community, post, postFilled('desk', 'li')).when(leave('li')).thenRefuses('TakesOverFromSelf');
  });
});

describe('whoever cannot sign in', () => {
  const post = postDefined('desk', 'home', 'duty-desk');
  const said = { person: 'nobody', withoutAccount: true } as const;
  const history = [community, post];

  it('is neither appointed, nor takes over, nor is given a role', () => {
    const fill = { type: 'FillPost', data: { post: 'desk', ...said } } as const;
    given(...history)
      .when(fill)
      .thenRefuses('PersonWithoutAccount');
    const leave = { post: 'desk', takesOver: 'nobody', withoutAccount: true };
    given(...history, postFilled('desk', 'li'))
      .when({ type: 'LeavePost', data: leave })
      .thenRefuses('PersonWithoutAccount');
    given()
      .when({ type: 'GrantRole', data: { ...said, role: 'mediator' } })
      .thenRefuses('PersonWithoutAccount');
  });

  it('is something the service finds: events do not say it', () => {
    const fill = { type: 'FillPost', data: { post: 'desk', person: 'li', withoutAccount: false } } as const;
    given(...history)
      .when(fill)
      .thenRecords(postFilled('desk', 'li'));
    given()
      .when({ type: 'GrantRole', data: { person: 'li', role: 'mediator', withoutAccount: false } })
      .thenRecords({ type: 'RoleGranted', data: { person: 'li', role: 'mediator' } });
  });
});

describe('an appointment for a term', () => {
  const spring = '2026-03-01T00:00:00.000Z';
  const autumn = '2026-09-01T00:00:00.000Z';
  const post = postDefined('desk', 'home', 'duty-desk');
  const fill = (person: string, from?: string, until?: string): OrganisationCommand => ({
    type: 'FillPost',
    data: { post: 'desk', person, ...(from && { from }), ...(until && { until }) },
  });
  const filled: OrganisationEvent = {
    type: 'PostFilled',
    data: { post: 'desk', person: 'li', from: spring, until: autumn },
  };
  const at = (now: string) => ({ now });

  it('stands in the event, and the same again is no news', () => {
    given(community, post)
      .when(fill('li', spring, autumn), at(spring))
      .thenRecords(filled);
    given(community, post, filled)
      .when(fill('li', spring, autumn), at(spring))
      .thenNothingNew();
  });

  it('neither begins in the future nor is over already', () => {
    given(community, post).when(fill('li', autumn), at(spring)).thenRefuses('TermNotBegun');
    given(community, post)
      .when(fill('li', undefined, spring), at(autumn))
      .thenRefuses('TermIsOver');
    given(community, post)
      .when(fill('li', autumn, spring), at(autumn))
      .thenRefuses('TermEndsBeforeItBegins');
  });

  it('is renewed, and protects who holds the post until it is over', () => {
    given(community, post, filled).when(fill('li', spring), at(spring)).thenTypes('PostFilled');
    given(community, post, filled).when(fill('wang'), at(spring)).thenRefuses('PostAlreadyFilled');
  });

  it('stays as it is where nothing is said of a term, until it is over', () => {
    given(community, post, filled).when(fill('li'), at(spring)).thenNothingNew();
    given(community, post, filled).when(fill('li'), at(autumn)).thenRecords(postFilled('desk', 'li'));
  });

  it('that is over holds nothing any more: who is appointed takes over', () => {
    const state = foldOf(organisationDecider, [community, post, filled]);
    expect(inOfficeAt(state, spring).posts['desk']).toMatchObject({ holder: 'li' });
    const after = inOfficeAt(state, autumn).posts['desk'];
    expect(after).not.toHaveProperty('holder');
    expect(after).toMatchObject({ outOfOffice: 'li', term: { from: spring, until: autumn } });
    given(community, post, filled)
      .when(fill('wang'), at(autumn))
      .thenRecords(
        { type: 'PostLeft', data: { post: 'desk', person: 'li', takesOver: 'wang' } },
        postFilled('desk', 'wang'),
      );
  });
});

describe('a role', () => {
  const grant = { person: 'li', role: 'key-holder', scope: 'spring', party: 'branch' } as const;

  it('is granted once and can be revoked', () => {
    const granted = { type: 'RoleGranted', data: grant } as const;
    given().when({ type: 'GrantRole', data: grant }).thenRecords(granted);
    given(granted).when({ type: 'GrantRole', data: grant }).thenNothingNew();
    given(granted)
      .when({ type: 'RevokeRole', data: grant })
      .thenRecords({ type: 'RoleRevoked', data: grant });
    expect(foldOf(organisationDecider, [granted, { type: 'RoleRevoked', data: grant }]).grants).toEqual([]);
  });

  it('of the administrator is not taken from the last one who has it for good', () => {
    const admin = (person: string, until?: string) => ({
      type: 'RoleGranted' as const,
      data: { person, role: 'admin' as const, ...(until === undefined ? {} : { until }) },
    });
    const revoke = { type: 'RevokeRole', data: admin('wu').data } as const;
    given(admin('wu'), admin('he', '2027-01-01T00:00:00.000Z')).when(revoke).thenRefuses('LastAdministrator');
    given(admin('wu'), admin('he')).when(revoke).thenRecords({ type: 'RoleRevoked', data: revoke.data });
  });

  it('is revoked in the scope in which it was granted', () =>
    given({ type: 'RoleGranted', data: grant })
      .when({ type: 'RevokeRole', data: { ...grant, scope: 'autumn' } })
      .thenRefuses('RoleNotGranted'));
});

it('folds the community of the fixtures', () => {
  const state = foldOf(organisationDecider, theOrganisation);
  expect(state.posts['grid-worker-1']).toMatchObject({ unit: 'grid-1', holder: 'li' });
  expect(state.posts['grid-worker-2']).not.toHaveProperty('holder');
});

describe('a term of office', () => {
  const grant = (from?: string, until?: string): OrganisationCommand => ({
    type: 'GrantRole',
    data: { person: 'wen', role: 'mediator', from, until },
  });
  const spring = '2026-03-01T00:00:00.000Z';
  const autumn = '2026-09-01T00:00:00.000Z';

  it('stands in the grant', () =>
    given()
      .when(grant(spring, autumn))
      .thenRecords({
        type: 'RoleGranted',
        data: { person: 'wen', role: 'mediator', from: spring, until: autumn },
      }));

  it('ends after it begins', () => given().when(grant(autumn, spring)).thenRefuses('TermEndsBeforeItBegins'));

  it('is not over already: such a role would let nobody do anything', () => {
    given().when(grant(undefined, spring), { now: autumn }).thenRefuses('TermIsOver');
    given().when(grant(spring, autumn), { now: autumn }).thenRefuses('TermIsOver');
  });

  it('that is over is taken back all the same', () => {
    const { data } = grant(spring, autumn) as Extract<OrganisationCommand, { type: 'GrantRole' }>;
    given({ type: 'RoleGranted', data })
      .when({ type: 'RevokeRole', data }, { now: '2026-12-01T00:00:00.000Z' })
      .thenTypes('RoleRevoked');
  });

  it('is another grant than one of another term', () => {
    const granted = { type: 'RoleGranted' as const, data: { person: 'wen', role: 'mediator' as const } };
    given(granted).when(grant()).thenNothingNew();
    given(granted)
      .when(grant(spring))
      .thenRecords({ type: 'RoleGranted', data: { ...granted.data, from: spring } });
  });

  it.each([
    [undefined, undefined, true],
    [spring, undefined, true],
    [undefined, spring, false],
    [autumn, undefined, false],
    [spring, autumn, true],
  ])('from %s until %s holds at the first instant of spring: %s', (from, until, holds) =>
    expect(isInOffice({ from, until }, spring)).toBe(holds),
  );
});
