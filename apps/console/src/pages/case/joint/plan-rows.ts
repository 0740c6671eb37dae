import type { I18n } from '../../../i18n';
import type { CaseDetail } from '../../../types';

type ResolutionOf = NonNullable<CaseDetail['resolution']>;
export type PlanOf = ResolutionOf['plans'][number];
type Words = Pick<I18n, 't' | 'time' | 'number'>;

export interface PlanRow {
  readonly name: string;
  readonly was?: string;
  readonly is: string;
  /** Absent: the same in both. */
  readonly change?: string;
}

/** Fen as yuan: “18,600.00”. */
export function yuan(fen: number): string {
  return amounts.format(fen / 100);
}

const amounts = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** What a plan says, row by row; with an earlier version beside it, what changed. */
export function planRows(
  before: PlanOf | undefined,
  after: PlanOf,
  said: ResolutionOf['said'],
  { t, time }: Words,
): readonly PlanRow[] {
  const rows: readonly (readonly [string, (plan: PlanOf) => string])[] = [
    [t.fields.content ?? '', ({ content }) => content ?? t.joint.notShown],
    [t.joint.cost, ({ costFen }) => `¥${yuan(costFen)}`],
    [t.fields.payer ?? '', ({ payer }) => t.codes[payer] ?? payer],
    [t.fields.source ?? '', ({ source }) => t.planSources[source] ?? source],
    [t.fields.scope ?? '', ({ scope }) => scope ?? t.joint.notShown],
    [t.joint.term, ({ term }) => term],
  ];
  const changes = rows.map(([name, textOf]): PlanRow => {
    const [was, is] = [before && textOf(before), textOf(after)];
    if (before === undefined || was === undefined || was === is)
      return { name, is, ...(was !== undefined && { was }) };
    return { name, was, is, change: name === t.joint.cost ? costChange(before, after, t) : t.joint.changed };
  });
  const facts: readonly (readonly [string, (plan: PlanOf) => string])[] = [
    [t.joint.proposed, ({ proposedBy, proposedAt }) => `${proposedBy} · ${time(proposedAt)}`],
    [t.case.keys, ({ version }) => saidOn(version, said, t)],
  ];
  return [
    ...changes,
    ...facts.map(([name, textOf]) => ({
      name,
      is: textOf(after),
      ...(before && { was: textOf(before), change: '' }),
    })),
  ];
}

function costChange(before: PlanOf, after: PlanOf, t: I18n['t']): string {
  const more = after.costFen - before.costFen;
  return more > 0 ? t.joint.dearer(yuan(more)) : t.joint.cheaper(yuan(-more));
}

/** What each party said last on a version. */
function saidOn(version: number, said: ResolutionOf['said'], t: I18n['t']): string {
  const of = said.filter((each) => each.version === version);
  const parties = [...new Set(of.map(({ party }) => party))];
  const words = parties.map((party) => {
    const last = of.findLast((each) => each.party === party);
    return `${t.parties[party] ?? party}: ${last ? t.joint.said[last.said] : ''}`;
  });
  return words.join(' · ') || t.none;
}
