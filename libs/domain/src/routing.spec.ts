import {
  postDefined,
  postFilled,
  rulesOf,
  theOrganisation,
  theRules,
  unitDefined,
} from './community.fixtures';
import { accountableFor, postFor, unitOf } from './routing';

const repair = { kind: 'repair', level: 'grid-branch', postKind: 'grid-worker', sensitive: false } as const;

describe('an address', () => {
  it.each([
    ['a building with a group', { compound: 'spring', building: 'b1' }, ['group-1', 'grid-1', 'home']],
    ['a building without a group', { compound: 'spring', building: 'b2' }, ['grid-1', 'grid-1', 'home']],
    ['a compound of one grid', { compound: 'autumn' }, ['grid-2', 'grid-2', 'home']],
    ['a compound of several grids', { compound: 'spring' }, ['home', 'home', 'home']],
    [
      'a building that no register knows',
      { compound: 'autumn', building: 'b77' },
      ['grid-2', 'grid-2', 'home'],
    ],
    ['outside every compound', { compound: 'outside' }, ['home', 'home', 'home']],
  ])('in %s resolves at every level', (_where, place, [group, grid, community]) => {
    expect(unitOf(place, 'key-household', theRules)?.unit).toBe(group);
    expect(unitOf(place, 'building-group', theRules)?.unit).toBe(group);
    expect(unitOf(place, 'grid-branch', theRules)?.unit).toBe(grid);
    expect(unitOf(place, 'community', theRules)).toEqual({ unit: community, level: 'community' });
  });

  it('outside every compound resolves to a community that is open', () => {
    const closed = [
      unitDefined('before', 'community'),
      { type: 'UnitClosed', data: { unit: 'before' } } as const,
    ];
    const rules = rulesOf([...closed, ...theOrganisation]);
    expect(unitOf({ compound: 'outside' }, 'community', rules)?.unit).toBe('home');
  });

  it('resolves to nothing only where there is no community', () =>
    expect(unitOf({ compound: 'spring', building: 'b1' }, 'community', rulesOf([]))).toBeUndefined());
});

describe('a category', () => {
  const inSpring = { compound: 'spring', building: 'b1' };

  it('goes to the post of its kind at its level of the address', () =>
    expect(postFor(repair, inSpring, theRules)).toEqual({
      post: 'grid-worker-1',
      person: 'li',
      unit: 'grid-1',
      level: 'grid-branch',
    }));

  it('climbs to the next post of that kind where nobody holds it', () =>
    expect(postFor(repair, { compound: 'spring', building: 'b3' }, theRules)).toMatchObject({
      post: 'grid-worker-home',
      person: 'zhao',
      level: 'community',
    }));

  it('goes to the post that serves its compound, never to that of another', () => {
    const liaison = { ...repair, postKind: 'property-liaison', level: 'community' } as const;
    expect(postFor(liaison, { compound: 'spring' }, theRules)).toMatchObject({ post: 'property-spring' });
    expect(postFor(liaison, { compound: 'autumn' }, theRules)).toMatchObject({ post: 'property-autumn' });
    expect(postFor(liaison, { compound: 'outside' }, theRules)).toBe('no-holder');
    const forAll = rulesOf([
      ...theOrganisation,
      postDefined('property-all', 'home', 'property-liaison'),
      postFilled('property-all', 'tang'),
    ]);
    expect(postFor(liaison, { compound: 'spring' }, forAll)).toMatchObject({ post: 'property-spring' });
    expect(postFor(liaison, { compound: 'outside' }, forAll)).toMatchObject({ post: 'property-all' });
  });

  it.each([
    ['that is sensitive', { ...repair, sensitive: true }],
    ['that is a dispute', { ...repair, kind: 'dispute' as const }],
  ])('%s starts at the community', (_what, category) =>
    expect(postFor(category, inSpring, theRules)).toMatchObject({ post: 'grid-worker-home' }),
  );

  it('comes to a key household of the address only as a service', () => {
    const rules = rulesOf([
      ...theOrganisation,
      unitDefined('household-1', 'key-household', 'group-1'),
      postDefined('household-post', 'household-1', 'grid-worker'),
      postFilled('household-post', 'sun'),
    ]);
    const low = { ...repair, level: 'key-household' } as const;
    expect(postFor({ ...low, kind: 'service' }, inSpring, rules)).toMatchObject({ post: 'household-post' });
    expect(postFor(low, inSpring, rules)).toMatchObject({ post: 'grid-worker-1' });
    expect(postFor({ ...low, kind: 'service' }, { compound: 'autumn' }, rules)).toMatchObject({
      post: 'grid-worker-home',
    });
  });

  it('finds no holder where nobody up to the community holds such a post', () =>
    expect(postFor({ ...repair, postKind: 'social-worker' }, inSpring, theRules)).toBe('no-holder'));
});

describe('who receives a report', () => {
  it('answers for it under their own post', () =>
    expect(accountableFor({ id: 'li', role: 'grid-worker' }, theRules)).toEqual({
      post: 'grid-worker-1',
      person: 'li',
    }));

  it('answers under the post they act in, where they hold several', () => {
    const rules = rulesOf([...theOrganisation, postFilled('grid-worker-2', 'li')]);
    expect(accountableFor({ id: 'li', role: 'grid-worker', post: 'grid-worker-2' }, rules)).toEqual({
      post: 'grid-worker-2',
      person: 'li',
    });
  });

  it('leaves it to the duty desk where they hold no post, or name one that is not theirs', () => {
    const desk = { post: 'desk', person: 'clerk' };
    expect(accountableFor({ id: 'web', role: 'resident' }, theRules)).toEqual(desk);
    expect(accountableFor({ id: 'web', role: 'resident', post: 'mediation' }, theRules)).toEqual(desk);
  });

  it('is nobody where the duty desk is empty', () =>
    expect(accountableFor({ id: 'web', role: 'resident' }, rulesOf([]))).toBe('no-holder'));
});
