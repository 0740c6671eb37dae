import { buildingAdded, compoundRegistered, named, theRules } from '../community.fixtures';
import { scenarioOf } from '../scenario.fixtures';
import { compoundDecider } from './compound.decider';
import { compoundEvents, type CompoundCommand, type CompoundEvent } from './compound.messages';

const given = scenarioOf(compoundDecider, compoundEvents, { rules: theRules });
const addBuilding = (grid: string, group?: string): CompoundCommand => ({
  type: 'AddBuilding',
  data: {
    building: 'b1',
    names: named('b1'),
    grid,
    ...(group === undefined ? {} : { group }),
    entrances: [{ entrance: 'e1', doors: 12 }],
  },
});
const nameParty = (holder: string): CompoundCommand => ({
  type: 'NameParty',
  data: { party: 'owners', holder, standIns: [] },
});

describe('a compound', () => {
  const register = (name: string): CompoundCommand => ({
    type: 'RegisterCompound',
    data: { compound: 'spring', names: named(name) },
  });

  it('is registered once', () => {
    given().when(register('spring')).thenRecords(compoundRegistered('spring'));
    given(compoundRegistered('spring')).when(register('spring')).thenNothingNew();
    given(compoundRegistered('spring')).when(register('summer')).thenRefuses('CompoundAlreadyRegistered');
  });

  it('takes no building and no party before that', () => {
    given().when(addBuilding('grid-1')).thenRefuses('CompoundUnknown');
    given().when(nameParty('gu')).thenRefuses('CompoundUnknown');
  });

  it('names who holds the key of a party, and names another later', () => {
    const gu: CompoundEvent = { type: 'PartyNamed', data: { party: 'owners', holder: 'gu', standIns: [] } };
    given(compoundRegistered('spring')).when(nameParty('gu')).thenRecords(gu);
    given(compoundRegistered('spring'), gu).when(nameParty('gu')).thenNothingNew();
    given(compoundRegistered('spring'), gu)
      .when(nameParty('ma'))
      .thenRecords({ type: 'PartyNamed', data: { party: 'owners', holder: 'ma', standIns: [] } });
  });
});

describe('a building', () => {
  const registered = given(compoundRegistered('spring'));

  it('belongs to a grid and perhaps to a group', () => {
    registered.when(addBuilding('grid-1', 'group-1')).thenRecords(buildingAdded('b1', 'grid-1', 'group-1'));
    registered.when(addBuilding('grid-1')).thenRecords(buildingAdded('b1', 'grid-1'));
  });

  it('belongs to units that exist and are of that level', () => {
    registered.when(addBuilding('nowhere')).thenRefuses('UnitUnknown');
    registered.when(addBuilding('home')).thenRefuses('UnitOfOtherLevel');
    registered.when(addBuilding('grid-1', 'grid-2')).thenRefuses('UnitOfOtherLevel');
  });

  it('is added once', () => {
    const added = given(compoundRegistered('spring'), buildingAdded('b1', 'grid-1'));
    added.when(addBuilding('grid-1')).thenNothingNew();
    added.when(addBuilding('grid-2')).thenRefuses('BuildingAlreadyAdded');
  });
});
