import { Inject, Injectable } from '@nestjs/common';
import { entryOf } from '@threekeys/domain';
import type { HtmlPage } from '@threekeys/http';
import { Access, actorOf, markup, notFound, relationsTo } from '@threekeys/http';
import { standingOf } from '../standing';
import { factList, problemOf } from './form';
import { keyActs } from './key-acts';
import { keyForms } from './key-forms';
import type { KeyEnding, KeyInHand, KeyNamed } from './key-in-hand';
import { keyInHand, keyNamedBy } from './key-in-hand';
import { LinkCommands } from './link-commands';
import type { LinkedCase, Looking } from './linked-cases';
import { LinkedCases } from './linked-cases';
import { Links } from './links';
import type { Ending } from './page-messages';
import { withOwnGrants } from './own-grants';
import type { Plans } from './plan';
import { changesOf, planFacts, PlansShown } from './plan';
import type { LinkedThing, SentForm, Visit } from './visit';
import { FormIncomplete } from './visit';
import { Wording } from './wording';

/** What of a case and its plan stands on the page. */
interface Shown extends Partial<Plans> {
  readonly hasEntrance: boolean;
}

/** 钥匙: one party's key on one version of a plan. */
@Injectable()
export class KeyPage implements LinkedThing {
  @Inject() private readonly access!: Access;

  constructor(
    private readonly cases: LinkedCases,
    private readonly plans: PlansShown,
    private readonly commands: LinkCommands,
    private readonly links: Links,
  ) {}

  async show([caseId, ...ids]: readonly string[], visit: Visit): Promise<HtmlPage> {
    const { linked, named } = await this.read(caseId, ids);
    const key = keyInHand(linked, named);
    const { language, t } = visit;
    if (typeof key === 'string') {
      const { title, text } = endingOf(key, linked, t);
      return {
        language,
        title,
        body: markup`${problemOf(visit)}
          <p>${text}</p>`,
      };
    }
    const looking = lookingAt(key);
    await this.cases.opened(looking, 'key');
    const title = t.key.title(t.key.parties[named.party]);
    const sees = this.seenBy(key);
    const plans = sees.has('plan') ? await this.plans.about(looking, named) : {};
    const shown = { ...plans, hasEntrance: sees.has('entrance') };
    return { language, title, body: bodyOf(key, shown, visit) };
  }

  async act([caseId, ...ids]: readonly string[], form: SentForm, visit: Visit): Promise<void> {
    const { linked, named } = await this.read(caseId, ids);
    const key = keyInHand(linked, named);
    if (typeof key === 'string') throw new FormIncomplete(endingOf(key, linked, visit.t).text);
    const act = entryOf(keyActs, form.act);
    if (!act) throw new FormIncomplete(visit.t.unknown);
    const { caseId: id } = linked;
    // Of a link that is older than this field nobody knows who asked for it.
    const linkedBy = named.askedBy === undefined ? undefined : await this.links.opened(named.askedBy);
    const caller = linkedBy === undefined ? key.holder : { ...key.holder, linkedBy };
    await this.commands.send({ ...act(key, form, visit), caseId: id, caller }, form, visit);
  }

  /** As the permission table has it for a key holder who signs in. */
  private seenBy({ holder, linked }: KeyInHand): ReadonlySet<string> {
    return this.access.sees(holder, relationsTo(withOwnGrants(holder, linked), standingOf(linked.state)));
  }

  private async read(
    caseId: string | undefined,
    ids: readonly string[],
  ): Promise<{ linked: LinkedCase; named: KeyNamed }> {
    const named = keyNamedBy(ids);
    if (!named) throw notFound();
    return { linked: await this.cases.read(caseId), named };
  }
}

function lookingAt({ linked: { caseId }, holder }: KeyInHand): Looking {
  return { caseId, actor: actorOf(holder, 'key-holder'), purpose: 'case-work' };
}

function endingOf(ending: KeyEnding, { state }: LinkedCase, { key: { over } }: Visit['t']): Ending {
  if (ending !== 'replaced') return over[ending];
  return over.replaced(state.rounds.at(-1)?.joint?.plan?.version ?? 0);
}

function bodyOf(key: KeyInHand, { plan, before, hasEntrance }: Shown, visit: Visit) {
  const { t, language } = visit;
  const { linked, named, joint } = key;
  const { state, rules } = linked;
  const wording = new Wording(rules, language, t);
  const { entrance: _entrance, ...place } = state.place;
  const about = [
    [t.facts.number, state.number],
    [t.facts.what, wording.category(state.category)],
    // A party of the compound sees where, and no words of who reported.
    [t.facts.where, wording.place(hasEntrance ? state.place : place)],
  ] as const;
  const changed = plan && before && changesOf(before, plan, t);
  return markup`${problemOf(visit)}
    <p>${joint.lock === 'open' ? t.key.over.open.text : t.key.intro}</p>
    ${factList(about)}
    <h2>${t.key.plan(named.version)}</h2>
    ${plan && factList(planFacts(plan, t))}
    ${
      changed &&
      markup`<h2>${t.key.changed(named.version - 1)}</h2>
        ${changed}`
    }
    <h2>${t.key.keys}</h2>
    ${keyForms(key, wording, visit)}`;
}
