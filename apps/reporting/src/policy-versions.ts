import { Injectable } from '@nestjs/common';
import type { Actor, CompletePolicy, PolicyEvent } from '@threekeys/domain';
import { completePolicy, differencesOf, starterPolicy } from '@threekeys/domain';
import type { RecordedEvent } from '@threekeys/event-store';
import { contentOf, EventStore, EventStoreError } from '@threekeys/event-store';
import type { CallOf } from '@threekeys/http';
import { notFound } from '@threekeys/http';
import type { PolicyVersion, PolicyVersionLine, PolicyVersions } from './policy.responses';
import type { readPolicyVersion } from './routes';

/** One version of the policy, as it was adopted. */
interface Adopted extends Omit<PolicyVersionLine, 'changes'> {
  readonly document: CompletePolicy;
}

/** Which versions of the policy there were, read from the log. */
@Injectable()
export class PolicyPast {
  constructor(private readonly store: EventStore) {}

  async list(): Promise<PolicyVersions> {
    const adopted = await this.adopted();
    const lines = adopted.map((each, index) => lineOf(each, adopted[index - 1]?.document));
    return { versions: lines.reverse() };
  }

  /** @throws Problem `not-found` where there is no such version, or none that it could be compared with */
  async read({ params, query }: CallOf<typeof readPolicyVersion>): Promise<PolicyVersion> {
    const adopted = await this.adopted();
    const { version, since = version - 1 } = { ...params, ...query };
    const [asked, compared] = [documentOf(adopted, version), documentOf(adopted, since)];
    const line = adopted.find((each) => each.version === version);
    if (!line || !asked || !compared) throw notFound();
    return {
      ...lineOf(line, documentOf(adopted, version - 1)),
      ...{ document: asked, since },
      differences: differencesOf(compared, asked) as PolicyVersion['differences'],
    };
  }

  private async adopted(): Promise<Adopted[]> {
    const versions: Adopted[] = [];
    try {
      for await (const event of this.store.readStream('policy-main')) versions.push(adoptedBy(event));
    } catch (error) {
      if (!(error instanceof EventStoreError && error.code === 'StreamNotFound')) throw error;
    }
    return versions;
  }
}

function adoptedBy(event: RecordedEvent): Adopted {
  const { data, actor, recordedAt } = contentOf(event);
  const { version, document } = data as PolicyEvent['data'];
  const { id, role, post } = actor as unknown as Actor;
  const by = { id, role, ...(post === undefined ? {} : { post }) };
  return { version, adoptedAt: recordedAt, by, document: completePolicy(document) };
}

function lineOf({ version, adoptedAt, by, document }: Adopted, before?: CompletePolicy): PolicyVersionLine {
  return { version, adoptedAt, by, changes: differencesOf(before ?? starterPolicy, document).length };
}

/** Before the first version the starter policy is read. */
function documentOf(adopted: readonly Adopted[], version: number): CompletePolicy | undefined {
  return version === 0 ? starterPolicy : adopted.find((each) => each.version === version)?.document;
}
