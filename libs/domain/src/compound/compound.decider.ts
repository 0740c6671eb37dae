import { decideBy, type Decider, type DecisionContext } from '../decider';
import { equalContent } from '../equality';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import type { LevelName } from '../values';
import type { Compound, CompoundCommand, CompoundEvent } from './compound.messages';

/** A compound: its buildings, and the parties of its lock. Before it is registered its names are empty. */
export const compoundDecider: Decider<Compound, CompoundCommand, CompoundEvent> = {
  initialState: { names: { zh: '', en: '' }, buildings: {}, parties: {} },
  evolve,
  decide: decideBy<Compound, CompoundCommand, CompoundEvent>({
    RegisterCompound: registerCompound,
    AddBuilding: addBuilding,
    NameParty: nameParty,
  }),
};

type Decision = readonly CompoundEvent[] | Refusal;
type DataOf<T extends CompoundCommand['type']> = Extract<CompoundCommand, { type: T }>['data'];

/** No message can carry an empty name, so an empty one says that nothing has been registered. */
export function isRegisteredCompound(compound: Compound): boolean {
  return compound.names.zh !== '';
}

function registerCompound(data: DataOf<'RegisterCompound'>, state: Compound): Decision {
  if (!isRegisteredCompound(state)) return [{ type: 'CompoundRegistered', data }];
  return equalContent(state.names, data.names) ? [] : refuse('CompoundAlreadyRegistered');
}

function addBuilding(data: DataOf<'AddBuilding'>, state: Compound, context: DecisionContext): Decision {
  if (!isRegisteredCompound(state)) return refuse('CompoundUnknown');
  const { building, ...content } = data;
  const existing = entryOf(state.buildings, building);
  if (existing) return equalContent(existing, content) ? [] : refuse('BuildingAlreadyAdded', { building });
  const misfit =
    misfitOf(data.grid, 'grid-branch', context) ??
    (data.group === undefined ? undefined : misfitOf(data.group, 'building-group', context));
  return misfit ?? [{ type: 'BuildingAdded', data }];
}

function misfitOf(unit: string, level: LevelName, { rules }: DecisionContext): Refusal | undefined {
  const found = entryOf(rules.organisation.units, unit);
  if (!found) return refuse('UnitUnknown', { unit });
  if (found.closed) return refuse('UnitIsClosed', { unit });
  return found.level === level ? undefined : refuse('UnitOfOtherLevel', { unit, level });
}

function nameParty(data: DataOf<'NameParty'>, state: Compound): Decision {
  if (!isRegisteredCompound(state)) return refuse('CompoundUnknown');
  const { party, ...content } = data;
  return equalContent(state.parties[party], content) ? [] : [{ type: 'PartyNamed', data }];
}

function evolve(state: Compound, event: CompoundEvent): Compound {
  switch (event.type) {
    case 'CompoundRegistered':
      return { ...state, names: event.data.names };
    case 'BuildingAdded': {
      const { building, ...content } = event.data;
      return { ...state, buildings: { ...state.buildings, [building]: content } };
    }
    case 'PartyNamed': {
      const { party, ...content } = event.data;
      return { ...state, parties: { ...state.parties, [party]: content } };
    }
  }
}
