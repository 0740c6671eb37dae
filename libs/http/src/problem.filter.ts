import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerOf } from './answer-of';
import type { Language } from './language';
import { languageOf } from './language';
import type { ProblemAnswer } from './problem';

export interface ProblemFilterOptions {
  /** Where the caller names none. */
  readonly language: Language;
  /** Told of every answer of 500 and above. */
  readonly onFailure: (error: unknown, correlationId: string) => void;
}

/** The one place where errors become `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly options: ProblemFilterOptions) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const answer = answerOf(error);
    if (answer.status >= 500) this.options.onFailure(error, request.id);
    if (reply.sent) return;
    if (answer.retryAfterSeconds !== undefined) void reply.header('retry-after', answer.retryAfterSeconds);
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
