import { decideBy, type Decider, type DecisionContext } from '../decider';
import { equalContent } from '../equality';
import { entryOf } from '../lookup';
import { refuse } from '../refusals';
import type { DataOf, OrganisationDecision } from './organisation.handler';
import type { Organisation, OrganisationCommand, OrganisationEvent } from './organisation.messages';
import { definePost, fillPost, leavePost, termIn, unlessAccount, unlessTermEnds } from './posts';
import type { TermOfOffice } from './term-of-office';
import { closeUnit, defineUnit, renameUnit } from './units';

/** Units of the four levels, their posts, who fills them and who has which role. An intent that already holds is no news. */
export const organisationDecider: Decider<Organisation, OrganisationCommand, OrganisationEvent> = {
  initialState: { units: {}, posts: {}, grants: [] },
  evolve,
  decide: decideBy<Organisation, OrganisationCommand, OrganisationEvent>({
    DefineUnit: defineUnit,
    RenameUnit: renameUnit,
    CloseUnit: closeUnit,
    DefinePost: definePost,
    FillPost: fillPost,
    LeavePost: leavePost,
    GrantRole: grantRole,
    RevokeRole: revokeRole,
  }),
};

function grantRole(
  { withoutAccount, ...data }: DataOf<'GrantRole'>,
  state: Organisation,
  { now }: DecisionContext,
): OrganisationDecision {
  const refusal = unlessTermEnds(data, now) ?? unlessAccount(data.person, withoutAccount);
  if (refusal) return refusal;
  return isGranted(state, data) ? [] : [{ type: 'RoleGranted', data }];
}

function revokeRole(data: DataOf<'RevokeRole'>, state: Organisation): OrganisationDecision {
  if (!isGranted(state, data)) return refuse('RoleNotGranted');
  const isForGood = ({ role, until }: Grant) => role === 'admin' && until === undefined;
  const left = state.grants.filter((each) => isForGood(each) && !equalContent(each, data));
  return isForGood(data) && left.length === 0 ? refuse('LastAdministrator') : [{ type: 'RoleRevoked', data }];
}

type Grant = Organisation['grants'][number];

function isGranted(state: Organisation, grant: Grant): boolean {
  return state.grants.some((each) => equalContent(each, grant));
}

function evolve(state: Organisation, event: OrganisationEvent): Organisation {
  switch (event.type) {
    case 'PostDefined': {
      const { post, ...content } = event.data;
      return { ...state, posts: { ...state.posts, [post]: content } };
    }
    case 'PostFilled':
      return withHolder(state, event.data.post, event.data);
    case 'PostLeft':
      return withHolder(state, event.data.post, undefined);
    case 'RoleGranted':
      return { ...state, grants: [...state.grants, event.data] };
    case 'RoleRevoked':
      return { ...state, grants: state.grants.filter((each) => !equalContent(each, event.data)) };
    default:
      return evolveUnits(state, event);
  }
}

type UnitEvent = Extract<OrganisationEvent, { type: 'UnitDefined' | 'UnitRenamed' | 'UnitClosed' }>;

function evolveUnits(state: Organisation, event: UnitEvent): Organisation {
  switch (event.type) {
    case 'UnitDefined': {
      const { unit, ...content } = event.data;
      return { ...state, units: { ...state.units, [unit]: content } };
    }
    case 'UnitRenamed':
      return withUnit(state, event.data.unit, { names: event.data.names });
    case 'UnitClosed':
      return withUnit(state, event.data.unit, { closed: true });
  }
}

function withUnit(
  state: Organisation,
  unit: string,
  change: Partial<Organisation['units'][string]>,
): Organisation {
  const existing = entryOf(state.units, unit);
  return existing ? { ...state, units: { ...state.units, [unit]: { ...existing, ...change } } } : state;
}

function withHolder(
  state: Organisation,
  post: string,
  filled: (TermOfOffice & { readonly person: string }) | undefined,
): Organisation {
  const existing = entryOf(state.posts, post);
  if (!existing) return state;
  const vacant = vacated(existing, filled?.person);
  const term = filled && termIn(filled);
  const changed = filled
    ? { ...vacant, holder: filled.person, ...(term && Object.keys(term).length > 0 ? { term } : {}) }
    : vacant;
  return { ...state, posts: { ...state.posts, [post]: changed } };
}

type Post = Organisation['posts'][string];

/** Who has held it is remembered, until they hold it again. */
function vacated({ holder, term: _over, formerHolders = [], ...post }: Post, by: string | undefined): Post {
  const left = new Set(holder === undefined ? formerHolders : [...formerHolders, holder]);
  if (by !== undefined) left.delete(by);
  return left.size > 0 ? { ...post, formerHolders: [...left] } : post;
}
