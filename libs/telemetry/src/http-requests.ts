import type { Span } from '@opentelemetry/api';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { traceParentOf } from '@threekeys/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics';
import { spanIdOf, traceIdOf } from './trace-ids';
import type { Tracing } from './tracing';

/** Times requests by route template and status. For `alsoServe` of a service: before its routes are there. */
export function meterRequests(server: FastifyInstance, { requests }: Pick<Metrics, 'requests'>): void {
  server.addHook('onResponse', (request, reply, done) => {
    const labels = { method: methodOf(request), route: routeOf(request), status: String(reply.statusCode) };
    requests.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}

/** Each request is a span: the first of the trace that is its correlation id, or a child of the caller's. */
export function traceRequests(server: FastifyInstance, tracing: Tracing | undefined): void {
  if (!tracing) return;
  const spans = new WeakMap<FastifyRequest, Span>();
  server.addHook('onRequest', (request, _reply, done) => {
    const caller = traceParentOf(request.headers);
    const span = tracing.begin({
      name: `${methodOf(request)} ${routeOf(request)}`,
      kind: SpanKind.SERVER,
      traceId: traceIdOf(request.id),
      // What begins a trace is known by its name: whoever passes the request on can say it without having the span.
      ...(caller ? { parentSpanId: caller.spanId } : { spanId: spanIdOf(request.id) }),
      attributes: { 'http.request.method': methodOf(request), 'http.route': routeOf(request) },
    });
    spans.set(request, span);
    tracing.within(span, done);
  });
  // Between the two the body was read, which leaves the context of the first.
  server.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span) tracing.within(span, done);
    else done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    ended(spans.get(request), reply);
    done();
  });
}

function ended(span: Span | undefined, { statusCode }: FastifyReply): void {
  span?.setAttribute('http.response.status_code', statusCode);
  if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
  span?.end();
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** One of a few: whoever asks chooses its name. */
function methodOf({ method }: FastifyRequest): string {
  return methods.includes(method) ? method : 'OTHER';
}

/** The template, without any id; what leads nowhere is one route. */
function routeOf({ routeOptions, is404 }: FastifyRequest): string {
  return is404 ? 'none' : (routeOptions.url ?? 'none');
}
