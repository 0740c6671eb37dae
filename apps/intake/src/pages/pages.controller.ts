import { Controller, Req, Res } from '@nestjs/common';
import type { CallOf, HtmlPage, Language } from '@threekeys/http';
import { Input, pageLanguageOf, sendPage, sendToPage, Serve } from '@threekeys/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Follow } from './follow';
import type { NotFollowed } from './follow';
import { LinkMaking } from './link-making';
import { LinkedThings } from './linked-things';
import { pageMessages } from './page-messages';
import { actOnLinked, followCase, makeLink, showFollow, showLinked } from './page-routes';
import { refusalIn } from './refusal-in-words';
import type { SentForm, Visit } from './visit';

/** Pages for residents, volunteers and key holders: plain HTML, no script, no account. */
@Controller()
export class PagesController {
  constructor(
    private readonly things: LinkedThings,
    private readonly follow: Follow,
    private readonly making: LinkMaking,
  ) {}

  @Serve(showLinked)
  async show(
    @Input() { params }: CallOf<typeof showLinked>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { thing, ids } = await this.things.named(params);
    sendPage(reply, await thing.show(ids, visitOf(request)));
  }

  @Serve(actOnLinked)
  async act(
    @Input() { params, body }: CallOf<typeof actOnLinked>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { thing, ids } = await this.things.named(params);
    const visit = visitOf(request);
    const form = sentForm(body);
    try {
      await thing.act(ids, form, visit);
    } catch (error) {
      const refusal = refusalIn(error, visit);
      const { status, problem } = refusal;
      const page = await thing.show(ids, { ...visit, tried: { form, problem } });
      sendPage(reply, { ...page, status });
      return;
    }
    sendToPage(reply, addressOf(request));
  }

  @Serve(showFollow)
  showFollow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendPage(reply, this.follow.page(visitOf(request)));
  }

  @Serve(followCase)
  async followCase(
    @Input() { body }: CallOf<typeof followCase>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = visitOf(request);
    const form = sentForm(body);
    const found = await this.follow.find(form, request.ip);
    if (found !== 'nothing-found' && 'path' in found) {
      sendToPage(reply, `${found.path}?lang=${visit.language}`);
      return;
    }
    sendPage(reply, this.notFollowed(found, { form, visit, reply }));
  }

  @Serve(makeLink)
  makeLink(@Input() call: CallOf<typeof makeLink>): Promise<{ path: string }> {
    return this.making.make(call);
  }

  private notFollowed(
    found: NotFollowed,
    { form, visit, reply }: { form: SentForm; visit: Visit; reply: FastifyReply },
  ): HtmlPage {
    const { follow, span } = visit.t;
    if (found === 'nothing-found') {
      return { ...this.follow.page({ ...visit, tried: { form, problem: follow.wrong } }), status: 404 };
    }
    const { waitSeconds, hearsWholeNumber } = found;
    void reply.header('retry-after', waitSeconds);
    const wait = span(Math.ceil(waitSeconds / 60));
    const problem = hearsWholeNumber ? follow.tooManyEnds(wait) : follow.tooMany(wait);
    return { ...this.follow.page({ ...visit, tried: { form, problem } }), status: 429 };
  }
}

function visitOf(request: FastifyRequest): Visit {
  const language: Language = pageLanguageOf(request, 'zh');
  return { language, t: pageMessages[language], correlationId: request.id };
}

function sentForm({ act = '', key = '', ...fields }: Readonly<Record<string, string>>): SentForm {
  return { act, key, fields };
}

/** The same page, in the language that was chosen on it. */
function addressOf({ url, query }: FastifyRequest): string {
  const { lang } = query as { lang?: unknown };
  const [path = ''] = url.split('?', 1);
  return lang === 'zh' || lang === 'en' ? `${path}?lang=${lang}` : path;
}
