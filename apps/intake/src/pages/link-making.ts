import { Injectable } from '@nestjs/common';
import type { Party } from '@threekeys/domain';
import { currentRound, hasHandInLock, holderOf } from '@threekeys/domain';
import { CommandRefused } from '@threekeys/event-store';
import type { CallOf } from '@threekeys/http';
import { Access, actorOf, notFound, Problem, relationsTo } from '@threekeys/http';
import { RevealGate } from '@threekeys/privacy';
import { standingOf } from '../standing';
import { idsOfKey, keyAwaited } from './key-in-hand';
import type { LinkedCase } from './linked-cases';
import { LinkedCases } from './linked-cases';
import { Links } from './links';
import { offerStage, seatOf } from './offer-stage';
import type { makeLink } from './page-routes';

type LinkCall = CallOf<typeof makeLink>;

const lasting: readonly string[] = ['asked', 'confirming', 'coming', 'there'];

/** Links that staff pass on, to a volunteer who is asked and to a party whose key is awaited. */
@Injectable()
export class LinkMaking {
  constructor(
    private readonly cases: LinkedCases,
    private readonly links: Links,
    private readonly access: Access,
    private readonly gate: RevealGate,
  ) {}

  /** Recorded as an access: whoever has the link may act. @throws Problem `not-found`, `nothing-to-link`; AccessNotRecorded */
  async make({ params: { caseId }, body, caller }: LinkCall): Promise<{ path: string }> {
    const linked = await this.cases.read(caseId);
    const role = this.access.roleFor(caller, 'cases.link', relationsTo(caller, standingOf(linked.state)));
    if (!role) throw notFound();
    const ids =
      body.kind === 'offer'
        ? offerIds(linked, body.offerId)
        : keyIds(linked, body.party, { id: caller.id, sealed: await this.links.sealed(caller.id) });
    await this.gate.linked({
      ...{ stream: `case-${caseId}`, caseId, actor: actorOf(caller, role), purpose: 'contact' },
      fields: [`link/${body.kind}/${body.kind === 'offer' ? body.offerId : body.party}`],
    });
    return { path: await this.links.pathOf(body.kind, [caseId, ...ids]) };
  }
}

function offerIds({ state, now }: LinkedCase, offerId: string): readonly string[] {
  const seat = seatOf(state, offerId);
  if (!seat) throw notFound();
  if (!lasting.includes(offerStage(seat, state, now))) throw new Problem('nothing-to-link');
  return [offerId];
}

interface Asking {
  readonly id: string;
  readonly sealed: string;
}

/** Whoever has a hand in the lock asks for no other party's link, as they write down no other party's sheet. */
function keyIds(linked: LinkedCase, party: Party, { id, sealed }: Asking): readonly string[] {
  const key = keyAwaited(linked, party);
  if (!key) throw new Problem('nothing-to-link');
  const { state } = linked;
  const { joint } = currentRound(state);
  const isTheirs = joint && holderOf(party, { joint, state }, linked) === id;
  if (joint && !isTheirs && hasHandInLock({ id }, { joint, state }, linked))
    throw new CommandRefused({ refused: 'NotTheKeyHolder', facts: { party } });
  return idsOfKey({ ...key, askedBy: sealed });
}
