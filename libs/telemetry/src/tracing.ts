import type { Attributes, Span, SpanContext } from '@opentelemetry/api';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { IdGenerator, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { BatchSpanProcessor, NodeTracerProvider, RandomIdGenerator } from '@opentelemetry/sdk-trace-node';
import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import { spanIdOf } from './trace-ids';
import { within } from './within';

const lastExportMs = 3000;

/** A span about to begin. Its trace is known from what it is about; so is its id, where it is the span of an event. */
export interface NewSpan {
  readonly name: string;
  readonly kind?: SpanKind;
  readonly traceId: string;
  /** Default: a random one. */
  readonly spanId?: string | undefined;
  /** Absent: it begins the trace. */
  readonly parentSpanId?: string | undefined;
  /** Ids, types, codes. */
  readonly attributes?: Attributes;
  readonly startedAtMs?: number;
}

/** Traces of one process. Nothing global is set, so that two of them do not meet. */
export class Tracing {
  private readonly ids = new GivenIds();
  private readonly underWay = new AsyncLocalStorage<SpanContext>();
  private readonly provider: NodeTracerProvider;
  private readonly tracer;

  constructor(
    service: string,
    processor: SpanProcessor,
    private readonly onFailure: (error: unknown) => void = () => undefined,
  ) {
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': `threekeys-${service}` }),
      idGenerator: this.ids,
      spanProcessors: [processor],
    });
    this.tracer = this.provider.getTracer(service);
  }

  begin({ name, traceId, spanId, parentSpanId, ...options }: NewSpan): Span {
    const parent: SpanContext = { traceId, spanId: parentSpanId ?? '', traceFlags: TraceFlags.SAMPLED };
    const context =
      parentSpanId === undefined
        ? ROOT_CONTEXT
        : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
    const { kind = SpanKind.INTERNAL, attributes, startedAtMs } = options;
    const given = {
      ...(attributes === undefined ? {} : { attributes }),
      ...(startedAtMs === undefined ? {} : { startTime: startedAtMs }),
    };
    return this.ids.use({ traceId, spanId }, () => this.tracer.startSpan(name, { kind, ...given }, context));
  }

  /** Does the work in a span that ends with it. @throws what the work throws */
  async around<T>(span: NewSpan, work: (span: Span) => Promise<T>): Promise<T> {
    const begun = this.begin(span);
    try {
      return await this.within(begun, () => work(begun));
    } catch (error) {
      // An error's message may carry what somebody typed.
      begun.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(error) });
      throw error;
    } finally {
      begun.end();
    }
  }

  /** What is begun within, and belongs to the same trace, is a child of this span. */
  within<T>(span: Span, work: () => T): T {
    return this.underWay.run(span.spanContext(), work);
  }

  /** The span under way here, where it is of this trace; else the one of the event that is answered. */
  parentIn(traceId: string, causationId: string | undefined): string | undefined {
    const here = this.underWay.getStore();
    if (here?.traceId === traceId) return here.spanId;
    return causationId === undefined ? undefined : spanIdOf(causationId);
  }

  /** Sends what waits to be sent; a collector that is away holds up nobody for long. */
  async close(): Promise<void> {
    await within(lastExportMs, this.provider.shutdown()).catch(this.onFailure);
  }
}

/**
 * Traces over OTLP (HTTP) to `OTEL_EXPORTER_OTLP_ENDPOINT`; nothing where it is not set, and nothing goes out then.
 * The other `OTEL_*` names of OpenTelemetry hold too.
 * @param onFailure told where spans could not be delivered; they are given up
 */
export function openTracing(
  environment: Readonly<Record<string, string | undefined>>,
  service: string,
  onFailure: (error: unknown) => void = () => undefined,
): Tracing | undefined {
  if ((environment['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? '') === '') return undefined;
  return new Tracing(
    service,
    new BatchSpanProcessor(tellingFailures(new OTLPTraceExporter(), onFailure)),
    onFailure,
  );
}

/** OpenTelemetry keeps them to itself. */
function tellingFailures(exporter: SpanExporter, onFailure: (error: unknown) => void): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error) onFailure(result.error);
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

/** Now, in milliseconds since 1970, of a clock that does not jump. */
export const nowMs = (): number => performance.timeOrigin + performance.now();

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Ids that are known before the span is. The SDK asks for them while it begins the span, and never between. */
class GivenIds implements IdGenerator {
  private readonly random = new RandomIdGenerator();
  private given: { traceId: string; spanId: string | undefined } | undefined;

  use<T>(ids: { traceId: string; spanId: string | undefined }, begin: () => T): T {
    this.given = ids;
    try {
      return begin();
    } finally {
      this.given = undefined;
    }
  }

  readonly generateTraceId = (): string => this.given?.traceId ?? this.random.generateTraceId();
  readonly generateSpanId = (): string => this.given?.spanId ?? this.random.generateSpanId();
}
