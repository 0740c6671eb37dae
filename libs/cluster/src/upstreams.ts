import type { OpenApiDocument } from '@threekeys/http';
import { Problem } from '@threekeys/http';
import type { Logger } from '@threekeys/runtime';

/** Where the other services answer. No slash at the end. */
export interface Upstreams {
  readonly intake: string;
  readonly 'volunteer-matching': string;
}

export type UpstreamName = keyof Upstreams;

const documentWithinMs = 3000;
export const retryAfterSeconds = 1;

/** The documents of their APIs. @throws Problem `service-unavailable` where one does not answer: half of an API would look whole */
export function documentsOf(upstreams: Upstreams): Promise<readonly OpenApiDocument[]> {
  return Promise.all(Object.values(upstreams).map(documentAt));
}

async function documentAt(upstream: string): Promise<OpenApiDocument> {
  try {
    const signal = AbortSignal.timeout(documentWithinMs);
    const answer = await fetch(`${upstream}/api/openapi.json`, { signal });
    if (answer.ok) return (await answer.json()) as OpenApiDocument;
  } catch {
    // It is away, or slow: said below, and its own outage in the log of requests that are passed on.
  }
  throw new Problem('service-unavailable', { retryAfterSeconds });
}

/** Which of them do not answer: said in the log once when it begins, and once when it is over. */
export class UpstreamOutages {
  private readonly away = new Set<UpstreamName>();

  constructor(private readonly logs: Pick<Logger, 'info' | 'warn'>) {}

  failed(upstream: UpstreamName, error: string): void {
    if (this.away.has(upstream)) return;
    this.away.add(upstream);
    this.logs.warn({ upstream, error }, 'does not answer; requests for it are answered with 503');
  }

  answered(upstream: UpstreamName): void {
    if (this.away.delete(upstream)) this.logs.info({ upstream }, 'answers again');
  }
}
