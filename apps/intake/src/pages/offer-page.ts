import { Injectable } from '@nestjs/common';
import type { Actor, Need, ReportedCase } from '@threekeys/domain';
import { allowedCommands, entryOf } from '@threekeys/domain';
import type { GlobalPosition } from '@threekeys/event-store';
import type { Caller, HtmlPage, Markup } from '@threekeys/http';
import { Access, actorOf, answerOf, markup, notFound, relationsTo } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';
import { CommandHandlers } from '../command-handlers';
import { standingOf } from '../standing';
import type { Fact } from './form';
import { factList, problemOf } from './form';
import { LinkCommands } from './link-commands';
import { LinkedCases } from './linked-cases';
import { offerActs } from './offer-acts';
import { offerForms } from './offer-forms';
import type { OfferInHand } from './offer-in-hand';
import { isWorkedOn, offerStage, seatOf } from './offer-stage';
import { withOwnGrants } from './own-grants';
import type { LinkedThing, SentForm, Visit } from './visit';
import { FormIncomplete, ThingOver } from './visit';
import { Wording } from './wording';

/** 志愿者: one offer, from the question until its work is done. */
@Injectable()
export class OfferPage implements LinkedThing {
  constructor(
    private readonly cases: LinkedCases,
    private readonly handlers: CommandHandlers,
    private readonly commands: LinkCommands,
    private readonly access: Access,
  ) {}

  async show(ids: readonly string[], visit: Visit): Promise<HtmlPage> {
    const offer = await this.inHand(ids);
    const { linked, volunteer, stage } = offer;
    const { caseId } = linked;
    await this.cases.opened({ caseId, actor: volunteerOf(volunteer), purpose: 'visit' }, 'offer');
    const { language, t } = visit;
    const ending = entryOf(t.offer.over, stage);
    if (ending) {
      const { title, text } = ending;
      return {
        language,
        title,
        body: markup`${problemOf(visit)}
          <p>${text}</p>`,
      };
    }
    const wording = new Wording(linked.rules, language, t);
    const facts = await this.facts(offer, wording, visit);
    const post = wording.post(linked.state.accountable.post);
    const { title, intro, forms } = offerForms(offer, visit, post);
    return { language, title, body: markup`${problemOf(visit)}${intro}${factList(facts)}${forms}` };
  }

  async act(ids: readonly string[], form: SentForm, visit: Visit): Promise<void> {
    const offer = await this.inHand(ids);
    const act = entryOf(offerActs, form.act);
    if (!act) throw new FormIncomplete(visit.t.unknown);
    const { caseId } = offer.linked;
    try {
      const given = act(offer, form, visit);
      const { position } = await this.commands.send(
        { ...given, caseId, caller: offer.volunteer },
        form,
        visit,
      );
      if (given.command !== 'AcceptOffer') return;
      // The booking is made by others: mostly before anybody has looked up.
      const after = position as GlobalPosition;
      await this.cases.awaitOneOf({ caseId, after, types: ['VolunteerAssigned', 'OfferWithdrawn'] });
    } catch (error) {
      throw (await this.endingInsteadOf(error, ids, visit)) ?? error;
    }
  }

  /** Whose offer has ended is told so, not that the case is none of theirs now or that a field is missing. */
  private async endingInsteadOf(
    error: unknown,
    ids: readonly string[],
    { t }: Visit,
  ): Promise<ThingOver | undefined> {
    if (!(error instanceof FormIncomplete) && answerOf(error).code !== 'not-found') return undefined;
    const { stage } = await this.inHand(ids);
    const ending = entryOf(t.offer.over, stage);
    return ending && new ThingOver(ending.title);
  }

  private async inHand([caseId, offerId]: readonly string[]): Promise<OfferInHand> {
    const linked = await this.cases.read(caseId);
    const { state, now } = linked;
    const seat = seatOf(state, offerId);
    if (!seat) throw notFound();
    const { volunteerId } = seat.offer;
    const { state: volunteer } = await this.handlers.volunteer.load(`volunteer-${volunteerId}`);
    if (volunteer.status === 'unregistered') throw notFound();
    // Who has an account is the same person here and there.
    const caller = volunteerCaller(volunteer.account ?? volunteerId, volunteerId);
    const isOut = volunteer.status === 'left' || isOtherSide(withOwnGrants(caller, linked), state);
    return {
      ...{ linked, seat, volunteer: caller, allowed: allowedCommands(state) },
      stage: isOut ? 'withdrawn' : offerStage(seat, state, now),
      setOutId: derivedId(seat.offer.offerId, 'set-out'),
    };
  }

  /** What the permission table lets a volunteer see: enough to decide, and where to ring once it is theirs. */
  private async facts(offer: OfferInHand, wording: Wording, { t }: Visit): Promise<readonly Fact[]> {
    const { linked, seat, stage, volunteer } = offer;
    const { state } = linked;
    const sees = this.access.sees(volunteer, relationsOf(offer));
    const { entrance: _entrance, ...place } = state.place;
    const { window, expiresAt } = seat.offer;
    return [
      [t.facts.what, wording.category(state.category)],
      [t.facts.where, wording.place(sees.has('entrance') ? state.place : place)],
      ...(await this.opened(offer, sees, t)),
      [t.facts.when, wording.window(window)],
      ...needFacts(seat.order.need, wording, t),
      [t.facts.urgency, t.urgencies[state.urgency]],
      [t.facts.responsible, wording.post(state.accountable.post)],
      [t.facts.answerBy, stage === 'asked' ? wording.time(expiresAt) : undefined],
    ];
  }

  private async opened(
    { linked, volunteer }: OfferInHand,
    sees: ReadonlySet<string>,
    t: Visit['t'],
  ): Promise<readonly Fact[]> {
    const { caseId, state } = linked;
    const { door, address } = state.place;
    const texts = await this.cases.open(
      { caseId, actor: volunteerOf(volunteer), purpose: 'visit' },
      {
        ...(sees.has('door') ? { door, address } : {}),
        ...(sees.has('words') ? { summary: state.summary } : {}),
        ...(sees.has('call-back') ? callBackOf(state) : {}),
      },
    );
    const phones = Object.entries(texts).filter(([name]) => name.startsWith('call-back'));
    return [
      [t.facts.door, texts['door']],
      [t.facts.address, texts['address']],
      [t.facts.said, texts['summary']],
      ...phones.map(([, phone]) => [t.facts.callBack, dialled(phone)] as const),
    ];
  }
}

function needFacts(need: Need | undefined, wording: Wording, { facts, ...t }: Visit['t']): readonly Fact[] {
  if (!need) return [];
  return [
    [facts.minutes, t.minutes(need.minutes)],
    [facts.people, need.seats > 1 ? t.people(need.seats) : undefined],
    [facts.skills, wording.skills(need.skills)],
  ];
}

/** To be tapped. */
const dialled = (phone: string): Markup => markup`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`;

function volunteerCaller(id: string, volunteerId: string): Caller {
  return { id, grants: [{ role: 'volunteer' }], posts: [], volunteerId, channel: 'link' };
}

/** Known only since they were asked: then it is none of theirs any longer. */
const isOtherSide = (caller: Caller, state: ReportedCase): boolean =>
  relationsTo(caller, standingOf(state)).includes('other-side');

const volunteerOf = (caller: Caller): Actor => actorOf(caller, 'volunteer');

/** What is shown ends with the work; what is done is decided by the command's own standing. */
function relationsOf({ seat, stage, linked }: OfferInHand): readonly string[] {
  const isTheirs = (stage === 'coming' || stage === 'there') && isWorkedOn(seat, linked.state);
  return isTheirs ? ['any', 'offered', 'assigned'] : ['any', 'offered'];
}

/** Phones of who wishes to be called back about the work, and has not asked to stay unnamed. */
function callBackOf({ requesters, confidential }: ReportedCase): Readonly<Record<string, unknown>> {
  if (confidential) return {};
  const wishing = requesters.filter((each) => each.callBack && !each.confidential && !each.withdrawn);
  return Object.fromEntries(
    wishing.map(({ proxy, subject }, index) => [`call-back/${index}`, proxy?.phone ?? subject?.phone]),
  );
}
