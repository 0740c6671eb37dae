import type { DecisionContext } from '../decider';
import { equalContent } from '../equality';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import type { DataOf, OrganisationDecision } from './organisation.handler';
import type { Organisation } from './organisation.messages';
import { isInOffice, type TermOfOffice } from './term-of-office';
import { openUnit, openWork } from './units';

export function definePost(data: DataOf<'DefinePost'>, state: Organisation): OrganisationDecision {
  const { post, ...content } = data;
  const existing = entryOf(state.posts, post);
  if (existing) {
    return equalContent(
      { ...existing, holder: undefined, term: undefined, formerHolders: undefined },
      content,
    )
      ? []
      : refuse('PostAlreadyDefined', { post });
  }
  const unit = openUnit(data.unit, state);
  return 'refused' in unit ? unit : [{ type: 'PostDefined', data }];
}

/**
 * Whoever has held it until their term was over has left it by then: who is appointed takes over from them. Who is in office
 * keeps the term they have where nothing is said of one.
 */
export function fillPost(
  { withoutAccount, ...data }: DataOf<'FillPost'>,
  { posts, units }: Organisation,
  { now }: DecisionContext,
): OrganisationDecision {
  const post = entryOf(posts, data.post);
  if (!post) return refuse('PostUnknown', { post: data.post });
  const unit = openUnit(post.unit, { units });
  const refusal =
    'refused' in unit ? unit : (unlessAccount(data.person, withoutAccount) ?? unlessTermRuns(data, now));
  return refusal ?? appointed(data, post, now);
}

/** Whoever has no account can do nothing in a post or a role: what lies with it would wait for nobody. */
export function unlessAccount(person: string, withoutAccount = false): Refusal | undefined {
  return withoutAccount ? refuse('PersonWithoutAccount', { person }) : undefined;
}

function appointed(
  data: Omit<DataOf<'FillPost'>, 'withoutAccount'>,
  { holder, term = {} }: Organisation['posts'][string],
  now: string,
): OrganisationDecision {
  const { post, person } = data;
  const filled = { type: 'PostFilled', data } as const;
  if (holder === person) return keepsTerm(data, term, now) ? [] : [filled];
  if (holder === undefined) return [filled];
  if (isInOffice(term, now)) return refuse('PostAlreadyFilled', { post });
  return [{ type: 'PostLeft', data: { post, person: holder, takesOver: person } }, filled];
}

/** The same term again, or nothing about it while one runs. */
function keepsTerm({ from, until }: TermOfOffice, term: TermOfOffice, now: string): boolean {
  const isSilent = from === undefined && until === undefined;
  return (isSilent && isInOffice(term, now)) || equalContent(term, termIn({ from, until }));
}

/** A post is handed over when it is: nobody is appointed for a day to come, or for one that is past. */
function unlessTermRuns(term: TermOfOffice, now: string): Refusal | undefined {
  const { from } = term;
  const isToCome = from !== undefined && from > now;
  return unlessTermEnds(term, now) ?? (isToCome ? refuse('TermNotBegun', { from }) : undefined);
}

/** A term that ends before it begins, or is over already, lets nobody do anything. */
export function unlessTermEnds({ from, until }: TermOfOffice, now: string): Refusal | undefined {
  if (until === undefined) return undefined;
  if (from !== undefined && until <= from) return refuse('TermEndsBeforeItBegins');
  return until <= now ? refuse('TermIsOver', { until }) : undefined;
}

/** What is said of a term. */
export function termIn({ from, until }: TermOfOffice): TermOfOffice {
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/**
 * CASE rule 13: a post with open cases is left only with a hand-over, and who takes over holds the post from the same
 * append on, so that it is never between two people.
 */
export function leavePost(
  { post, takesOver, withoutAccount, ...found }: DataOf<'LeavePost'>,
  state: Organisation,
): OrganisationDecision {
  const left = entryOf(state.posts, post);
  if (!left) return refuse('PostUnknown', { post });
  if (left.holder === undefined) return refuse('PostNotFilled', { post });
  if (left.holder === takesOver) return refuse('TakesOverFromSelf', { post });
  if (takesOver === undefined) {
    const open = openWork(found);
    return open
      ? refuse('PostHasOpenCases', { post, ...open })
      : [{ type: 'PostLeft', data: { post, person: left.holder } }];
  }
  const refusal = unlessAccount(takesOver, withoutAccount);
  if (refusal) return refusal;
  return [
    { type: 'PostLeft', data: { post, person: left.holder, takesOver } },
    { type: 'PostFilled', data: { post, person: takesOver } },
  ];
}
