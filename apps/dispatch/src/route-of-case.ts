import { currentRound, isUrgent, postFor, unitOf, workWindows } from '@threekeys/domain';
import type {
  Assignee,
  Category,
  Need,
  ReportedCase,
  Rules,
  UnitAtLevel,
  WorkOrder,
} from '@threekeys/domain';

/**
 * The unit that a case belongs to: that of the post which leads it; of the category's level, where volunteers do. Nothing
 * where a post should lead and nobody holds one, at the unit of the address or above: a case is not filed under a unit in
 * which nobody answers for it.
 */
export function unitOfCase(state: ReportedCase, category: Category, rules: Rules): UnitAtLevel | undefined {
  const route = postFor(category, state.place, rules);
  if (route !== 'no-holder') return { unit: route.unit, level: route.level };
  return category.handledBy === 'volunteers' || isUrgent(category)
    ? unitOf(state.place, category.level, rules)
    : undefined;
}

export interface LeadOrder extends Pick<WorkOrder, 'assignee' | 'need'> {
  readonly part: 'lead';
}

/**
 * Who leads the work of this round by the catalogue: volunteers, and where volunteers gave the order back, the post; the
 * post. Nothing where whoever is left has returned it in this round already, or nobody holds the post: a person decides.
 */
export function leadOrderOf(
  state: ReportedCase,
  category: Category,
  { rules, now }: { rules: Rules; now: string },
): LeadOrder | undefined {
  const returned = currentRound(state).orders.filter(({ status }) => status === 'returned');
  const assignee = possibleLeads(state, category, rules).find(
    (each) => !returned.some((order) => isSame(order.assignee, each)),
  );
  if (!assignee) return undefined;
  if (assignee.kind !== 'volunteers') return { part: 'lead', assignee };
  return { part: 'lead', assignee, need: needOf(state, category, { rules, now }) };
}

function possibleLeads(state: ReportedCase, category: Category, rules: Rules): readonly Assignee[] {
  const route = postFor(category, state.place, rules);
  const posts: Assignee[] =
    route === 'no-holder' ? [] : [{ kind: 'post', post: route.post, person: route.person }];
  // Safety first (CASE, rule 2): nobody waits for offers.
  if (isUrgent(category)) return posts.length > 0 ? posts : dutyPost(rules);
  return category.handledBy === 'volunteers' ? [{ kind: 'volunteers' }, ...posts] : posts;
}

/** Whoever is on duty. */
function dutyPost({ organisation, policy }: Rules): readonly Assignee[] {
  const held = Object.entries(organisation.posts).find(
    ([, { kind, holder }]) => kind === policy.dutyPostKind && holder !== undefined,
  );
  const [post, { holder = '' } = {}] = held ?? [];
  return post === undefined ? [] : [{ kind: 'post', post, person: holder }];
}

function isSame(a: Assignee, b: Assignee): boolean {
  return a.kind === 'post' && b.kind === 'post' ? a.post === b.post : a.kind === b.kind;
}

function needOf(
  { place, urgency }: ReportedCase,
  category: Category,
  { rules, now }: { rules: Rules; now: string },
): Need {
  const { skills, interests, certificates, seats, minutes } = category;
  const { compound, building, entrance } = place;
  return {
    ...{ skills, interests, certificates, seats, minutes },
    place: {
      compound,
      ...(building === undefined ? {} : { building }),
      ...(entrance === undefined ? {} : { entrance }),
    },
    windows: workWindows({ urgency, minutes, now }, rules.policy),
  };
}
