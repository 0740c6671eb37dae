import { decideBy, type DecisionContext, type Decider } from '../decider';
import { equalContent } from '../equality';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import { LevelName } from '../values';
import type { Organisation, OrganisationCommand, OrganisationEvent } from './organisation.messages';
import { isInOffice, type TermOfOffice } from './term-of-office';

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
    RevokeRole: (data, state) =>
      isGranted(state, data) ? [{ type: 'RoleRevoked', data }] : refuse('RoleNotGranted'),
  }),
};

type Decision = readonly OrganisationEvent[] | Refusal;
type DataOf<T extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: T }>['data'];

function defineUnit(data: DataOf<'DefineUnit'>, state: Organisation): Decision {
  const { unit, ...content } = data;
  const existing = entryOf(state.units, unit);
  if (existing) return equalContent(existing, content) ? [] : refuse('UnitAlreadyDefined', { unit });
  const parent = data.parent === undefined ? undefined : entryOf(state.units, data.parent);
  if (data.parent !== undefined && !parent) return refuse('UnitUnknown', { unit: data.parent });
  if (parent?.closed) return refuse('UnitIsClosed', { unit: data.parent ?? '' });
  return parent?.level === levelAbove(data.level)
    ? [{ type: 'UnitDefined', data }]
    : refuse('LevelDoesNotFit');
}

function renameUnit({ unit, names }: DataOf<'RenameUnit'>, state: Organisation): Decision {
  const known = openUnit(unit, state);
  if ('refused' in known) return known;
  return equalContent(known.names, names) ? [] : [{ type: 'UnitRenamed', data: { unit, names } }];
}

/** 撤销: only what nobody works in, holds a post of, or stands under. */
function closeUnit({ unit, openCases = 0 }: DataOf<'CloseUnit'>, state: Organisation): Decision {
  const known = entryOf(state.units, unit);
  if (!known) return refuse('UnitUnknown', { unit });
  if (known.closed) return [];
  const below = Object.entries(state.units).find(([, each]) => each.parent === unit && !each.closed);
  if (below) return refuse('UnitHasSubunits', { unit, below: below[0] });
  const held = Object.entries(state.posts).find(([, each]) => each.unit === unit && each.holder !== undefined);
  if (held) return refuse('UnitHasPosts', { unit, post: held[0] });
  return openCases > 0
    ? refuse('UnitHasOpenCases', { unit, openCases })
    : [{ type: 'UnitClosed', data: { unit } }];
}

/** A unit in which something can be done. */
function openUnit(unit: string, { units }: Organisation): Organisation['units'][string] | Refusal {
  const known = entryOf(units, unit);
  if (!known) return refuse('UnitUnknown', { unit });
  return known.closed ? refuse('UnitIsClosed', { unit }) : known;
}

/** The next level up; nothing above the community. */
function levelAbove(level: LevelName): LevelName | undefined {
  return LevelName.options[LevelName.options.indexOf(level) - 1];
}

function definePost(data: DataOf<'DefinePost'>, state: Organisation): Decision {
  const { post, ...content } = data;
  const existing = entryOf(state.posts, post);
  if (existing) {
    return equalContent({ ...existing, holder: undefined, term: undefined }, content)
      ? []
      : refuse('PostAlreadyDefined', { post });
  }
  const unit = openUnit(data.unit, state);
  return 'refused' in unit ? unit : [{ type: 'PostDefined', data }];
}

/** Whoever has held it until their term was over has left it by then: who is appointed takes over from them. */
function fillPost(data: DataOf<'FillPost'>, state: Organisation, { now }: DecisionContext): Decision {
  const { post: code, person, from, until } = data;
  const post = entryOf(state.posts, code);
  if (!post) return refuse('PostUnknown', { post: code });
  const unit = openUnit(post.unit, state);
  const refusal = 'refused' in unit ? unit : unlessTermRuns(data, now);
  if (refusal) return refusal;
  const { holder, term = {} } = post;
  const isOver = !isInOffice(term, now);
  if (holder === person && equalContent(term, termIn({ from, until }))) return [];
  if (holder === undefined || holder === person) return [{ type: 'PostFilled', data }];
  return isOver
    ? [
        { type: 'PostLeft', data: { post: code, person: holder, takesOver: person } },
        { type: 'PostFilled', data },
      ]
    : refuse('PostAlreadyFilled', { post: code });
}

/** A post is handed over when it is: nobody is appointed for a day to come, or for one that is past. */
function unlessTermRuns({ from, until }: TermOfOffice, now: string): Refusal | undefined {
  if (from !== undefined && until !== undefined && until <= from) return refuse('TermEndsBeforeItBegins');
  if (from !== undefined && from > now) return refuse('TermNotBegun', { from });
  return until !== undefined && until <= now ? refuse('TermIsOver', { until }) : undefined;
}

/** What is said of a term. */
function termIn({ from, until }: TermOfOffice): TermOfOffice {
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/**
 * CASE rule 13: a post with open cases is left only with a hand-over, and who takes over holds the post from the same
 * append on, so that it is never between two people.
 */
function leavePost({ post, takesOver, openCases = 0 }: DataOf<'LeavePost'>, state: Organisation): Decision {
  const left = entryOf(state.posts, post);
  if (!left) return refuse('PostUnknown', { post });
  if (left.holder === undefined) return refuse('PostNotFilled', { post });
  if (left.holder === takesOver) return refuse('TakesOverFromSelf', { post });
  if (takesOver === undefined) {
    return openCases > 0
      ? refuse('PostHasOpenCases', { post, openCases })
      : [{ type: 'PostLeft', data: { post, person: left.holder } }];
  }
  return [
    { type: 'PostLeft', data: { post, person: left.holder, takesOver } },
    { type: 'PostFilled', data: { post, person: takesOver } },
  ];
}

function grantRole(data: DataOf<'GrantRole'>, state: Organisation): Decision {
  const { from, until } = data;
  if (from !== undefined && until !== undefined && until <= from) return refuse('TermEndsBeforeItBegins');
  return isGranted(state, data) ? [] : [{ type: 'RoleGranted', data }];
}

type Grant = Organisation['grants'][number];

function isGranted(state: Organisation, grant: Grant): boolean {
  return state.grants.some((each) => equalContent(each, grant));
}

function evolve(state: Organisation, event: OrganisationEvent): Organisation {
  switch (event.type) {
    case 'UnitDefined': {
      const { unit, ...content } = event.data;
      return { ...state, units: { ...state.units, [unit]: content } };
    }
    case 'UnitRenamed':
      return withUnit(state, event.data.unit, { names: event.data.names });
    case 'UnitClosed':
      return withUnit(state, event.data.unit, { closed: true });
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
  const { holder: _left, term: _over, ...vacant } = existing;
  const term = filled && termIn(filled);
  const changed = filled
    ? { ...vacant, holder: filled.person, ...(term && Object.keys(term).length > 0 ? { term } : {}) }
    : vacant;
  return { ...state, posts: { ...state.posts, [post]: changed } };
}
