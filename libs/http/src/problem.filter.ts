import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerOf } from './answer-of';
import type { Language } from './language';
import { languageOf } from './language';
import { isPage, pageLanguageOf, sendPage } from './pages/html-page';
import { problemPage } from './pages/problem-page';
import type { ProblemAnswer } from './problem';

export interface ProblemFilterOptions {
  /** Where the caller names none. */
  readonly language: Language;
  /** Told of every answer of 500 and above. */
  readonly onFailure: (
    error: unknown,
    told: { readonly correlationId: string; readonly status: number },
  ) => void;
}

/** The one place where errors become `application/problem+json`, or, on pages, a page. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly options: ProblemFilterOptions) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** The same, for what Fastify serves without Nest. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const answer = answerOf(error);
    const { status } = answer;
    if (status >= 500) this.options.onFailure(error, { correlationId: request.id, status });
    if (reply.sent) return;
    if (answer.retryAfterSeconds !== undefined) void reply.header('retry-after', answer.retryAfterSeconds);
    if (isPage(request)) {
      sendPage(reply, problemPage(answer, pageLanguageOf(request, this.options.language)));
      return;
    }
    const language = languageOf(request.headers['accept-language'], this.options.language);
    void reply
      .status(answer.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problemDocument(answer, language, request.id)));
  }
}

/** RFC 9457, with our `code`; `instance` names the request in the server's log. */
export function problemDocument(
  { status, code, title, detail, errors, facts }: ProblemAnswer,
  language: Language,
  correlationId: string,
): Record<string, unknown> {
  return {
    type: `/api/docs#problem-${code}`,
    title: title[language],
    status,
    detail: (detail ?? title)[language],
    code,
    ...(errors
      ? {
          errors: errors.map(({ pointer, expected, got }) => ({
            pointer,
            expected: expected[language],
            got: got[language],
          })),
        }
      : {}),
    ...(facts ? { facts } : {}),
    instance: `urn:uuid:${correlationId}`,
  };
}
