import { theRules } from '../community.fixtures';
import { foldOf, scenarioOf } from '../scenario.fixtures';
import { certificateNames, interestNames, postKindNames, skillNames } from '../vocabulary';
import { catalogueDecider } from './catalogue.decider';
import { catalogueEvents, Category, type CatalogueEvent } from './catalogue.messages';
import { starterCatalogue } from './starter-catalogue';

const given = scenarioOf(catalogueDecider, catalogueEvents, { rules: theRules });
const lift = starterCatalogue.find(({ category }) => category === 'lift')!;
const defined = (category: Category, version: number): CatalogueEvent => ({
  type: 'CategoryDefined',
  data: { category, version },
});
const retired: CatalogueEvent = { type: 'CategoryRetired', data: { category: 'lift', version: 2 } };

describe('the catalogue', () => {
  it('rises by one version with each change and not without one', () => {
    given()
      .when({ type: 'DefineCategory', data: { category: lift } })
      .thenRecords(defined(lift, 1));
    given(defined(lift, 1))
      .when({ type: 'DefineCategory', data: { category: lift } })
      .thenNothingNew();
    given(defined(lift, 1))
      .when({ type: 'DefineCategory', data: { category: { ...lift, minutes: 90 } } })
      .thenRecords(defined({ ...lift, minutes: 90 }, 2));
    given(defined(lift, 1))
      .when({ type: 'RetireCategory', data: { category: 'lift' } })
      .thenRecords(retired);
    given(defined(lift, 1), retired)
      .when({ type: 'RetireCategory', data: { category: 'lift' } })
      .thenNothingNew();
  });

  it('takes a retired category into use again by defining it', () => {
    given(defined(lift, 1), retired)
      .when({ type: 'DefineCategory', data: { category: lift } })
      .thenRecords(defined(lift, 3));
    expect(foldOf(catalogueDecider, [defined(lift, 1), retired, defined(lift, 3)])).toMatchObject({
      version: 3,
      retired: [],
    });
  });

  it('keeps the definition of a retired category', () =>
    expect(foldOf(catalogueDecider, [defined(lift, 1), retired])).toEqual({
      version: 2,
      categories: { lift },
      retired: ['lift'],
    }));

  it('retires only what it has', () =>
    given()
      .when({ type: 'RetireCategory', data: { category: 'lift' } })
      .thenRefuses('CategoryUnknown'));
});

describe('the starter catalogue', () => {
  it('has the sixteen categories of the case, each once and valid', () => {
    expect(new Set(starterCatalogue.map(({ category }) => category)).size).toBe(16);
    expect(starterCatalogue.map((each) => Category.parse(each))).toEqual(starterCatalogue);
  });

  it('speaks only of skills, interests, certificates and posts that have names', () => {
    for (const each of starterCatalogue) {
      expect(Object.keys(skillNames)).toEqual(expect.arrayContaining(each.skills));
      expect(Object.keys(interestNames)).toEqual(expect.arrayContaining(each.interests));
      expect(Object.keys(certificateNames)).toEqual(expect.arrayContaining(each.certificates));
      expect(Object.keys(postKindNames)).toContain(each.postKind);
    }
  });

  it('brings urgent hazards to somebody at once and disputes to the community', () => {
    const byKind = (kind: Category['kind']) => starterCatalogue.filter((each) => each.kind === kind);
    expect(byKind('hazard').map(({ urgency }) => urgency)).toEqual(['urgent', 'urgent']);
    expect(byKind('dispute').map(({ level }) => level)).toEqual(['community', 'community']);
  });
});
