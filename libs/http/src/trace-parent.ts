import type { IncomingHttpHeaders } from 'node:http';

/** Whose trace a request goes on with. */
export interface TraceParent {
  /** The trace, as the UUID that our events carry. */
  readonly correlationId: string;
  /** The span of the caller: 16 hex digits. */
  readonly spanId: string;
}

/** Version 00 ends here; one to come may go on. Neither the version ff nor a trace or span of zeros is valid. */
const form = /^(?!ff)[0-9a-f]{2}-(?!0+-)([0-9a-f]{32})-(?!0+-)([0-9a-f]{16})-[0-9a-f]{2}(?:$|-)/;
const lengthOfVersion00 = 55;

/** What a `traceparent` header says (W3C Trace Context, section 3.2); nothing where it is not valid. */
export function traceParentOf({ traceparent }: IncomingHttpHeaders): TraceParent | undefined {
  const header = typeof traceparent === 'string' ? traceparent.trim() : '';
  if (header.startsWith('00') && header.length !== lengthOfVersion00) return undefined;
  const [, trace, spanId] = form.exec(header) ?? [];
  if (trace === undefined || spanId === undefined) return undefined;
  return { correlationId: trace.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), spanId };
}
