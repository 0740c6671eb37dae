import { Injectable } from '@nestjs/common';
import type { CaseEventOf } from '@threekeys/domain';
import { entryOf } from '@threekeys/domain';
import type { Markup } from '@threekeys/http';
import { markup } from '@threekeys/http';
import type { KeyNamed } from './key-in-hand';
import type { Looking } from './linked-cases';
import { LinkedCases } from './linked-cases';
import type { PageMessages } from './page-messages';

/** A plan with its words opened. */
export type PlanShown = Omit<CaseEventOf<'PlanProposed'>['data']['plan'], 'content' | 'scope'> & {
  readonly content: string;
  readonly scope: string;
};

/** The plan that a key is about, and the one before it in its round. */
export interface Plans {
  readonly plan: PlanShown | undefined;
  readonly before: PlanShown | undefined;
}

type Proposed = CaseEventOf<'PlanProposed'>['data'];

/** Opens plans for the parties that they are written for (docs/decisions/0005). */
@Injectable()
export class PlansShown {
  constructor(private readonly cases: LinkedCases) {}

  /** @throws AccessNotRecorded */
  async about(looking: Looking, { round, version }: KeyNamed): Promise<Plans> {
    const proposed = (await this.cases.history(looking)).flatMap((event) =>
      event.type === 'PlanProposed' && event.data.round === round ? [event.data] : [],
    );
    const shown = (which: number) =>
      this.opened(
        looking,
        proposed.find((each) => each.version === which),
      );
    return { plan: await shown(version), before: await shown(version - 1) };
  }

  private async opened(looking: Looking, proposed: Proposed | undefined): Promise<PlanShown | undefined> {
    if (!proposed) return undefined;
    const { content, scope } = proposed.plan;
    const texts = await this.cases.open(looking, { 'plan/content': content, 'plan/scope': scope });
    return {
      ...proposed.plan,
      content: texts['plan/content'] ?? erased,
      scope: texts['plan/scope'] ?? erased,
    };
  }
}

/** Words whose key is gone. */
const erased = '—';

type PlanFact = readonly [name: string, value: string];

export function planFacts(plan: PlanShown, { key: t }: PageMessages): readonly PlanFact[] {
  return [
    [t.content, plan.content],
    [t.cost, t.yuan((plan.costFen / 100).toFixed(2))],
    [t.payer, entryOf(t.payers, plan.payer) ?? plan.payer],
    [t.source, t.sources[plan.source]],
    [t.scope, plan.scope],
    [t.term, plan.term],
  ];
}

/** What is other than in the version before, fact by fact. */
export function changesOf(before: PlanShown, after: PlanShown, t: PageMessages): Markup {
  const earlier = planFacts(before, t);
  const changed = planFacts(after, t).filter(([, value], index) => earlier[index]?.[1] !== value);
  if (changed.length === 0) return markup`<p>${t.key.unchanged}</p>`;
  const lines = changed.map(([name, value]) => {
    const [, old] = earlier.find(([each]) => each === name) ?? [];
    return markup`<li><strong>${name}</strong><br>
${t.key.before}: <del>${old}</del><br>
${t.key.after}: <ins>${value}</ins></li>`;
  });
  return markup`<ul>${lines}</ul>`;
}
