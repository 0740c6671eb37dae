import { z } from 'zod';
import { message, schemasByType } from '../message';
import { Code, Names, PersonId } from '../values';

// Stream compound-<code>: buildings, entrances, doors, and the parties of the compound's lock.

const compound = { compound: Code, names: Names };
const building = {
  building: Code,
  names: Names,
  /** The unit of level grid-branch the building belongs to. */
  grid: Code,
  /** The unit of level building-group, where there is one. */
  group: Code.optional(),
  entrances: z.array(z.strictObject({ entrance: Code, doors: z.int().min(1).max(2000) })).max(60),
};
const party = {
  party: z.enum(['branch', 'owners', 'property']),
  holder: PersonId.optional(),
  standIns: z.array(PersonId).max(10),
};

export const CompoundEvent = z.discriminatedUnion('type', [
  message('CompoundRegistered', compound),
  message('BuildingAdded', building),
  message('PartyNamed', party),
]);
export type CompoundEvent = z.infer<typeof CompoundEvent>;
export const compoundEvents = schemasByType(CompoundEvent.options);

export const CompoundCommand = z.discriminatedUnion('type', [
  message('RegisterCompound', compound),
  message('AddBuilding', building),
  message('NameParty', party),
]);
export type CompoundCommand = z.infer<typeof CompoundCommand>;
export const compoundCommands = schemasByType(CompoundCommand.options);

export interface Compound {
  readonly names: { zh: string; en: string };
  readonly buildings: Readonly<
    Record<
      string,
      {
        names: { zh: string; en: string };
        grid: string;
        group?: string;
        entrances: readonly { entrance: string; doors: number }[];
      }
    >
  >;
  readonly parties: Readonly<
    Partial<Record<'branch' | 'owners' | 'property', { holder?: string; standIns: readonly string[] }>>
  >;
}
