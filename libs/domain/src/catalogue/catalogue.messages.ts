import { z } from 'zod';
import { message, schemasByType } from '../message';
import { Code, LevelName, Minutes, Names, Urgency } from '../values';

// Stream catalogue-main: the categories, and where the work of each goes (派单目录).

export const Category = z.strictObject({
  category: Code,
  names: Names,
  kind: z.enum(['repair', 'service', 'dispute', 'question', 'hazard']),
  /** Who takes the lead order: volunteers found by matching, or the post of a kind at the unit of `level` of the address. */
  handledBy: z.enum(['volunteers', 'post']),
  /** Kind of the post that leads, or that stands in when no volunteer is found. */
  postKind: Code,
  level: LevelName,
  urgency: Urgency,
  skills: z.array(Code).max(20),
  interests: z.array(Code).max(20),
  certificates: z.array(Code).max(20),
  seats: z.int().min(1).max(10),
  minutes: Minutes,
  /** Led by a certified social worker; volunteers only help. */
  certifiedLead: z.boolean(),
  sensitive: z.boolean(),
  threeKeys: z.boolean(),
  /** Matters that the law reserves to all owners. */
  decisionRule: z.enum(['three-keys', 'owners-assembly']).optional(),
});
export type Category = z.infer<typeof Category>;

export const CatalogueEvent = z.discriminatedUnion('type', [
  message('CategoryDefined', { category: Category, version: z.int() }),
  message('CategoryRetired', { category: Code, version: z.int() }),
]);
export type CatalogueEvent = z.infer<typeof CatalogueEvent>;
export const catalogueEvents = schemasByType(CatalogueEvent.options);

export const CatalogueCommand = z.discriminatedUnion('type', [
  /** Defines a category, or replaces its definition. */
  message('DefineCategory', { category: Category }),
  message('RetireCategory', { category: Code }),
]);
export type CatalogueCommand = z.infer<typeof CatalogueCommand>;
export const catalogueCommands = schemasByType(CatalogueCommand.options);

export interface Catalogue {
  /** Rises by one with every change; recorded by each event that rested on it. */
  readonly version: number;
  readonly categories: Readonly<Record<string, Category>>;
  readonly retired: readonly string[];
}
