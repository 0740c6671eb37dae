import { Injectable } from '@nestjs/common';
import { Clock } from '@threekeys/event-store';
import type { HtmlPage } from '@threekeys/http';
import { markup } from '@threekeys/http';
import { isTrackingCode, normalisedTrackingCode } from '@threekeys/privacy';
import { setTimeout as pause } from 'node:timers/promises';
import { Fields, formOf, problemOf } from './form';
import type { BegunAttempt } from './follow-limiter';
import { FollowLimiter } from './follow-limiter';
import { Links } from './links';
import type { Tracked } from './tracked-requesters';
import { TrackedRequesters } from './tracked-requesters';
import { TypedDigits } from './typed-digits';
import type { SentForm, Visit } from './visit';
import { written } from './visit';

/** How long a page of one's own report lasts: many phones are used by several people. */
const pageLastsMs = 30 * 60_000;
/** As many as its field takes. */
const codeLettersMax = 40;

/** What was not found is said at a multiple of this, so that the time it took to look does not tell what is there. */
const answerStepMs = 100;

/** What came of looking for a report. */
export type Followed = { readonly path: string } | NotFollowed;

/** A wrong code and wrong digits are one answer. */
export type NotFollowed = 'nothing-found' | Wait;

interface Wait {
  readonly waitSeconds: number;
  /** Whether the whole phone number is heard until then. */
  readonly hearsWholeNumber: boolean;
}

/** 查询: finds one's own report by the code on its receipt, and by the end of the phone number that was given. */
@Injectable()
export class Follow {
  private readonly limiter: FollowLimiter;

  constructor(
    private readonly tracked: TrackedRequesters,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {
    this.limiter = new FollowLimiter(clock);
  }

  page(visit: Visit): HtmlPage {
    const { language, t } = visit;
    const act = 'follow';
    const fields = new Fields(visit);
    const form = formOf({
      act,
      button: t.follow.look,
      fields: [
        fields.code({ act, name: 'code', label: t.follow.code, hint: t.follow.codeHint }),
        fields.number({
          ...{ act, name: 'digits', label: t.follow.digits },
          hint: t.follow.digitsHint,
          isOptional: true,
        }),
      ],
    });
    const body = markup`${problemOf(visit)}
      <p>${t.follow.intro}</p>
      ${form}
      <p>${t.follow.privacy}</p>`;
    return { language, title: t.follow.title, body };
  }

  /** @param address where it is asked from */
  async find(form: SentForm, address: string): Promise<Followed> {
    const begunAt = performance.now();
    const followed = await this.look(form, address);
    if (typeof followed === 'object' && 'path' in followed) return followed;
    await pause(answerStepMs - ((performance.now() - begunAt) % answerStepMs));
    return followed;
  }

  private async look(form: SentForm, address: string): Promise<Followed> {
    const code = codeIn(form);
    // What cannot be a code guesses nothing, and counts against nobody.
    if (!isTrackingCode(code)) return 'nothing-found';
    const digits = new TypedDigits(typed(form, 'digits') ?? '');
    const tracked = await this.tracked.find(code);
    const { isEnd } = digits;
    const attempt = this.limiter.begin({ code, exists: tracked !== undefined, isEnd, address });
    if (attempt.codeWaitMs > 0) return waitOf(attempt.codeWaitMs, isEnd);
    if (tracked && (await this.isProved(tracked, digits, attempt))) {
      attempt.forgive();
      return { path: await this.pathTo(tracked) };
    }
    return attempt.addressWaitMs > 0 ? waitOf(attempt.addressWaitMs, false) : 'nothing-found';
  }

  /** A code that opens by itself could be guessed: it waits with its address. */
  private async isProved(tracked: Tracked, digits: TypedDigits, attempt: BegunAttempt): Promise<boolean> {
    const proof = await this.tracked.proofOf(tracked, digits);
    return proof === 'digits' || (proof === 'code' && attempt.addressWaitMs === 0);
  }

  private pathTo({ caseId, requester }: Tracked): Promise<string> {
    const until = Math.ceil((Date.parse(this.clock.now()) + pageLastsMs) / 1000);
    return this.links.pathOf('request', [caseId, requester.requesterId, String(until)]);
  }
}

const waitOf = (waitMs: number, hearsWholeNumber: boolean): Wait => ({
  waitSeconds: Math.ceil(waitMs / 1000),
  hearsWholeNumber,
});

function codeIn(form: SentForm): string {
  const given = typed(form, 'code') ?? '';
  return normalisedTrackingCode(given.length > codeLettersMax ? '' : given);
}

/** A Chinese keyboard may give letters and digits in their wide forms. */
const typed = (form: SentForm, name: string): string | undefined => written(form, name)?.normalize('NFKC');
