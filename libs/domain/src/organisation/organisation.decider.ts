import { decideBy, type Decider } from '../decider';
import { equalContent } from '../equality';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import { LevelName } from '../values';
import type { Organisation, OrganisationCommand, OrganisationEvent } from './organisation.messages';

/** Units of the four levels, their posts, who fills them and who has which role. An intent that already holds is no news. */
export const organisationDecider: Decider<Organisation, OrganisationCommand, OrganisationEvent> = {
  initialState: { units: {}, posts: {}, grants: [] },
  evolve,
  decide: decideBy<Organisation, OrganisationCommand, OrganisationEvent>({
    DefineUnit: defineUnit,
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
  return parent?.level === levelAbove(data.level)
    ? [{ type: 'UnitDefined', data }]
    : refuse('LevelDoesNotFit');
}

/** The next level up; nothing above the community. */
function levelAbove(level: LevelName): LevelName | undefined {
  return LevelName.options[LevelName.options.indexOf(level) - 1];
}

function definePost(data: DataOf<'DefinePost'>, state: Organisation): Decision {
  const { post, ...content } = data;
  const existing = entryOf(state.posts, post);
  if (existing) {
    return equalContent({ ...existing, holder: undefined }, content)
      ? []
      : refuse('PostAlreadyDefined', { post });
  }
  return entryOf(state.units, data.unit)
    ? [{ type: 'PostDefined', data }]
    : refuse('UnitUnknown', { unit: data.unit });
}

function fillPost(data: DataOf<'FillPost'>, state: Organisation): Decision {
  const post = entryOf(state.posts, data.post);
  if (!post) return refuse('PostUnknown', { post: data.post });
  if (post.holder === data.person) return [];
  return post.holder === undefined
    ? [{ type: 'PostFilled', data }]
    : refuse('PostAlreadyFilled', { post: data.post });
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
    case 'PostDefined': {
      const { post, ...content } = event.data;
      return { ...state, posts: { ...state.posts, [post]: content } };
    }
    case 'PostFilled':
      return withHolder(state, event.data.post, event.data.person);
    case 'PostLeft':
      return withHolder(state, event.data.post, undefined);
    case 'RoleGranted':
      return { ...state, grants: [...state.grants, event.data] };
    case 'RoleRevoked':
      return { ...state, grants: state.grants.filter((each) => !equalContent(each, event.data)) };
  }
}

function withHolder(state: Organisation, post: string, person: string | undefined): Organisation {
  const existing = entryOf(state.posts, post);
  if (!existing) return state;
  const { holder: _left, ...vacant } = existing;
  const changed = person === undefined ? vacant : { ...vacant, holder: person };
  return { ...state, posts: { ...state.posts, [post]: changed } };
}
