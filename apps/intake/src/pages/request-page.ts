import { Injectable } from '@nestjs/common';
import { allowedCommands, entryOf } from '@threekeys/domain';
import type { Caller, HtmlPage } from '@threekeys/http';
import { actorOf, markup, notFound } from '@threekeys/http';
import { problemOf } from './form';
import { LinkCommands } from './link-commands';
import type { Looking } from './linked-cases';
import { LinkedCases } from './linked-cases';
import { RequestAccesses } from './request-accesses';
import { requestActs } from './request-acts';
import { requestForms } from './request-forms';
import type { RequestInHand } from './request-in-hand';
import { RequestStory } from './request-story';
import type { LinkedThing, SentForm, Visit } from './visit';
import { FormIncomplete } from './visit';
import { Wording } from './wording';

/** 居民: what became of what one requester said, for as long as their page lasts. */
@Injectable()
export class RequestPage implements LinkedThing {
  constructor(
    private readonly cases: LinkedCases,
    private readonly story: RequestStory,
    private readonly accesses: RequestAccesses,
    private readonly commands: LinkCommands,
  ) {}

  async show(ids: readonly string[], visit: Visit): Promise<HtmlPage> {
    const request = await this.inHand(ids);
    const { language, t } = visit;
    if (request === 'expired') return expiredPage(visit);
    const looking = lookingAt(request);
    await this.cases.opened(looking, 'request');
    const { state, rules } = request.linked;
    const { place, number } = state;
    const wording = new Wording(rules, language, t);
    const { since, own, steps } = await this.story.of(request, looking, wording, t);
    const accesses = await this.accesses.of(request, since, wording, t);
    const body = markup`${problemOf(visit)}
      <p><strong>${t.request.now(standing(request, visit))}</strong></p>
      <p>${[wording.category(state.category), wording.place(place)].filter((each) => each).join(' · ')}</p>
      ${
        own !== undefined &&
        markup`<h2>${t.request.you}</h2>
          <blockquote>${own}</blockquote>`
      }
      ${requestForms(request, visit)}
      <h2>${t.request.happened}</h2>
      ${steps} ${accesses}`;
    return { language, title: t.request.title(number), body };
  }

  async act(ids: readonly string[], form: SentForm, visit: Visit): Promise<void> {
    const request = await this.inHand(ids);
    if (request === 'expired') throw new FormIncomplete(visit.t.request.expired.text);
    const act = entryOf(requestActs, form.act);
    if (!act) throw new FormIncomplete(visit.t.unknown);
    const { caller, linked } = request;
    const command = act(request, form, visit);
    await this.commands.send({ ...command, caseId: linked.caseId, caller }, form, visit);
  }

  private async inHand([caseId, requesterId, until]: readonly string[]): Promise<RequestInHand | 'expired'> {
    const linked = await this.cases.read(caseId);
    const { state, now } = linked;
    const requester = state.requesters.find((each) => each.requesterId === requesterId);
    if (!requester) throw notFound();
    if (Number(until) * 1000 <= Date.parse(now)) return 'expired';
    return { linked, requester, caller: callerOf(requester.requesterId), allowed: allowedCommands(state) };
  }
}

/** Nobody is asked for what they have said, or no longer have to say. */
function standing({ linked: { state }, requester }: RequestInHand, { t: { request } }: Visit): string {
  const { followUp, withdrawn } = requester;
  if (state.status !== 'awaiting-follow-up') return request.statuses[state.status];
  if (followUp?.outcome === 'reached') return request.rated;
  return followUp || withdrawn ? request.toBeClosed : request.statuses[state.status];
}

/** Under a pseudonym that belongs to this case alone. */
function callerOf(requesterId: string): Caller {
  return { id: requesterId, grants: [{ role: 'resident' }], posts: [], requesterId, channel: 'link' };
}

function lookingAt({ linked: { caseId }, caller }: RequestInHand): Looking {
  return { caseId, actor: actorOf(caller, 'resident'), purpose: 'own-case' };
}

function expiredPage({ language, t }: Visit): HtmlPage {
  const { title, text } = t.request.expired;
  const again = `/follow?lang=${language}`;
  return {
    language,
    title,
    body: markup`<p>${text}</p>
      <p><a href="${again}">${t.request.again}</a></p>`,
  };
}
