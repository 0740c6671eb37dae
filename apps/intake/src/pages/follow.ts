import { Injectable } from '@nestjs/common';
import { Clock } from '@threekeys/event-store';
import type { HtmlPage } from '@threekeys/http';
import { markup } from '@threekeys/http';
import { normalisedTrackingCode } from '@threekeys/privacy';
import { Fields, formOf, problemOf } from './form';
import { FollowLimiter } from './follow-limiter';
import { Links } from './links';
import { TrackedRequesters } from './tracked-requesters';
import type { SentForm, Visit } from './visit';
import { written } from './visit';

/** How long a page of one's own report lasts: many phones are used by several people. */
const pageLastsMs = 30 * 60_000;
/** As many as its field takes. */
const codeLettersMax = 40;

/** What came of looking for a report. */
export type Followed =
  | { readonly path: string }
  /** A wrong code and wrong digits are one answer. */
  | 'nothing-found'
  | { readonly waitSeconds: number };

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
    const given = written(form, 'code') ?? '';
    const code = normalisedTrackingCode(given.length > codeLettersMax ? '' : given.normalize('NFKC'));
    const waitSeconds = this.limiter.begin(code, address);
    if (waitSeconds > 0) return { waitSeconds };
    const found = await this.tracked.find(code, typed(form, 'digits'));
    if (!found) return 'nothing-found';
    this.limiter.succeeded(code, address);
    const until = Math.ceil((Date.parse(this.clock.now()) + pageLastsMs) / 1000);
    return {
      path: await this.links.pathOf('request', [found.caseId, found.requesterId, String(until)]),
    };
  }
}

/** A Chinese keyboard may give letters and digits in their wide forms. */
const typed = (form: SentForm, name: string): string | undefined => written(form, name)?.normalize('NFKC');
