import { z } from 'zod';
import { Role } from '../actor';
import { message, schemasByType } from '../message';
import { Code, Instant, LevelName, Names, PersonId } from '../values';
import type { TermOfOffice } from './term-of-office';

// Stream organisation-main: the units of the four levels, their posts, who fills them, who has which role.

const unit = { unit: Code, level: LevelName, parent: Code.optional(), names: Names };
/** `kind` names what the post is for: routing looks for a kind at a unit. `compound`: the only one it serves. */
const post = { post: Code, unit: Code, kind: Code, names: Names, compound: Code.optional() };
/** 任期: from here on … and no longer at `until`. */
const term = { from: Instant.optional(), until: Instant.optional() };
const fill = { post: Code, person: PersonId, ...term };
const rename = { unit: Code, names: Names };
/** How many open cases lie there of those that who decides may know of, and whether there are more. Found by the service. */
const openCases = z.int().min(0).optional();
const hasHiddenCases = z.boolean().optional();
/** Whether nobody can sign in under this name. Found by the service: accounts are no events. */
const withoutAccount = z.boolean().optional();
/** `scope`: a unit, a compound, a party (`branch`, `owners`, `property`), or nothing for the whole community. */
const grant = {
  person: PersonId,
  role: Role,
  scope: Code.optional(),
  party: z.enum(['branch', 'owners', 'property']).optional(),
  ...term,
};

export const OrganisationEvent = z.discriminatedUnion('type', [
  message('UnitDefined', unit),
  message('UnitRenamed', rename),
  /** Nothing is filed or appointed there any more; what its addresses need goes to the unit above. */
  message('UnitClosed', { unit: Code }),
  message('PostDefined', post),
  message('PostFilled', fill),
  message('PostLeft', { post: Code, person: PersonId, takesOver: PersonId.optional() }),
  message('RoleGranted', grant),
  message('RoleRevoked', grant),
]);
export type OrganisationEvent = z.infer<typeof OrganisationEvent>;
export const organisationEvents = schemasByType(OrganisationEvent.options);

export const OrganisationCommand = z.discriminatedUnion('type', [
  message('DefineUnit', unit),
  message('RenameUnit', rename),
  message('CloseUnit', { unit: Code, openCases, hasHiddenCases }),
  message('DefinePost', post),
  message('FillPost', { ...fill, withoutAccount }),
  /** Names who takes over: a reaction hands every open case to them. */
  message('LeavePost', {
    post: Code,
    takesOver: PersonId.optional(),
    openCases,
    hasHiddenCases,
    withoutAccount,
  }),
  message('GrantRole', { ...grant, withoutAccount }),
  message('RevokeRole', grant),
]);
export type OrganisationCommand = z.infer<typeof OrganisationCommand>;
export const organisationCommands = schemasByType(OrganisationCommand.options);

/** Folded state of organisation-main: plain data, part of {@link Rules}. */
export interface Organisation {
  readonly units: Readonly<
    Record<
      string,
      { level: LevelNameType; parent?: string; names: { zh: string; en: string }; closed?: true }
    >
  >;
  readonly posts: Readonly<
    Record<
      string,
      {
        unit: string;
        kind: string;
        names: { zh: string; en: string };
        compound?: string | undefined;
        holder?: string;
        /** Of whoever was appointed. */
        term?: TermOfOffice;
        /** Whose term is over: they hold nothing by it ({@link inOfficeAt}). */
        outOfOffice?: string;
        /** Who has held it and left. What could not be passed on is still theirs, by name. */
        formerHolders?: readonly string[];
      }
    >
  >;
  readonly grants: readonly {
    person: string;
    role: z.infer<typeof Role>;
    scope?: string;
    party?: 'branch' | 'owners' | 'property';
    from?: string | undefined;
    until?: string | undefined;
  }[];
}
type LevelNameType = z.infer<typeof LevelName>;
