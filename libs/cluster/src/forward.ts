import replyFrom from '@fastify/reply-from';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemFilter } from '@threekeys/http';
import { Problem, traceParentOf } from '@threekeys/http';
import { traceParentFrom } from '@threekeys/telemetry';
import { Readable } from 'node:stream';
import { foreignRoutes } from './routes.generated';
import type { UpstreamName, UpstreamOutages, Upstreams } from './upstreams';
import { retryAfterSeconds } from './upstreams';

export interface ForwardPorts {
  readonly upstreams: Upstreams;
  readonly problems: ProblemFilter;
  readonly outages: UpstreamOutages;
}

const connectWithinMs = 3000;
const answerWithinMs = 15_000;

/**
 * One address for the whole API: what other services answer is asked there, body and headers as they came. Whether a
 * service that does not answer has recorded anything is not known: the same request, with the same key, may be sent again.
 */
export async function forward(
  server: FastifyInstance,
  { upstreams, problems, outages }: ForwardPorts,
): Promise<void> {
  await server.register(async (scope) => {
    // Nest sets its own when it is initialised, which is too late for a scope that is there before.
    scope.setErrorHandler((error, request, reply) => {
      problems.answer(error, request, reply);
    });
    // Bytes are passed on as they came, and whole: whoever answers reads and judges them. Were they passed on while they
    // come, a refusal that does not wait for the last of them would cut the connection, and the client never read it.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes: Buffer, done) => {
      done(null, bytes.length === 0 ? undefined : Readable.from(bytes));
    });
    await scope.register(replyFrom, {
      undici: { connect: { timeout: connectWithinMs }, headersTimeout: answerWithinMs },
      disableRequestLogging: true,
      maxRetriesOn503: 0,
      retryMethods: [],
    });
    for (const { method, url, service } of foreignRoutes) {
      const upstream = { name: service, url: upstreams[service], outages };
      scope.route({ method, url, handler: (request, reply) => sendOn(request, reply, upstream) });
    }
  });
}

interface Upstream {
  readonly name: UpstreamName;
  readonly url: string;
  readonly outages: UpstreamOutages;
}

function sendOn(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, url, outages }: Upstream,
): FastifyReply {
  if (climbs(request.url)) throw new Problem('not-found');
  return reply.from(`${url}${request.url}`, {
    rewriteRequestHeaders: (_request, headers) => ({
      ...headers,
      // Its lines in the logs of both processes belong together.
      ...(traceParentOf(request.headers) ? {} : { traceparent: traceParentFrom(request.id) }),
      'x-forwarded-for': request.ip,
      'x-forwarded-proto': request.protocol,
      'x-forwarded-host': request.host,
    }),
    onResponse: (_request, answered, { stream }) => {
      outages.answered(name);
      void (answered as FastifyReply).send(stream);
    },
    onError: (failed, { error }) => {
      outages.failed(name, codeOf(error));
      void (failed as FastifyReply).send(new Problem('service-unavailable', { retryAfterSeconds }));
    },
  });
}

/** Of the system or the client, and no more: a message may have a URL in it. */
function codeOf({ cause, name }: Error): string {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : name;
}

/** What is passed on nowhere: a name of the parent, in whatever spelling. */
const climbs = (url: string): boolean => decodeURIComponent(url.split('?', 1)[0] ?? '').includes('..');
