import { Injectable } from '@nestjs/common';
import type { Actor, CaseCommandOf, CaseEvent, CaseRequester, Personal, SealedAt } from '@threekeys/domain';
import { isSealed } from '@threekeys/domain';
import { contentOf, dataOf, EventStore } from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import { RevealGate } from '@threekeys/privacy';
import { Requesters } from './requesters';

type Join = CaseCommandOf<'JoinCase'>['data'];
type Requester = Join['requester'];
type Subject = NonNullable<Requester['subject']>;
interface Said {
  readonly words: Personal;
  readonly channel: Join['channel'];
}

/** From where to where, and for whom it is opened. */
export interface Merge {
  readonly from: string;
  readonly into: string;
  readonly by: Actor;
}

/** What nobody can read any more. */
const erased = '—';

/**
 * Requesters of a case as they join the one that it is merged into: opened through the gate, under new ids of people, so that
 * the handler seals them anew. Their own id and tracking code stay: the code goes on leading to their matter.
 */
@Injectable()
export class MergedRequesters {
  constructor(
    private readonly store: EventStore,
    private readonly gate: RevealGate,
    private readonly requesters: Requesters,
  ) {}

  /** @throws AccessNotRecorded */
  async joining(requesters: readonly CaseRequester[], merge: Merge): Promise<readonly Join[]> {
    const said = await this.saidIn(merge.from);
    const joins: Join[] = [];
    for (const requester of requesters) {
      const told = said.get(requester.requesterId);
      if (!told) throw new Error(`nothing is known of what ${requester.requesterId} said`);
      joins.push(await this.join(requester, told, merge));
    }
    return joins;
  }

  private async join(requester: CaseRequester, { words, channel }: Said, merge: Merge): Promise<Join> {
    const { requesterId, relation, callBack, confidential, trackingCode } = requester;
    const [opened, code] = await this.opened([words, trackingCode], merge);
    const { subject, proxy } = await this.people(requester, merge);
    return {
      requester: {
        ...{ requesterId, relation, confidential },
        ...(subject === undefined ? {} : { subject }),
        ...(proxy === undefined ? {} : { proxy }),
        ...(callBack === undefined ? {} : { callBack }),
        trackingCode: code ?? (await this.requesters.codeOf(requesterId)),
      },
      words: opened ?? erased,
      channel,
      from: merge.from,
    };
  }

  private async people(
    { requesterId, subject, proxy }: CaseRequester,
    merge: Merge,
  ): Promise<Pick<Requester, 'subject' | 'proxy'>> {
    const idOf = (who: string) => derivedId(merge.into, requesterId, who);
    return {
      subject: await this.person(subject, idOf('subject'), merge),
      proxy: await this.person(proxy, idOf('proxy'), merge),
    };
  }

  /** Who was erased joins without a name. */
  private async person(
    person: Subject | undefined,
    subjectId: string,
    merge: Merge,
  ): Promise<Subject | undefined> {
    if (person === undefined) return undefined;
    const [name, phone] = await this.opened([person.name, person.phone], merge);
    return name === undefined ? undefined : { subjectId, name, ...(phone === undefined ? {} : { phone }) };
  }

  private async opened(
    values: readonly (Personal | undefined)[],
    { from, by }: Merge,
  ): Promise<readonly (string | undefined)[]> {
    const fields = values.map((value) =>
      isSealed(value) ? [{ name: 'merge', value: value as SealedAt }] : [],
    );
    const opened = await this.gate.reveal({
      ...{ stream: `case-${from}`, caseId: from, fields: fields.flat() },
      ...{ actor: by, purpose: 'case-work' },
    });
    const texts = [...opened];
    return fields.map((each) => (each.length === 0 ? undefined : texts.shift()?.value));
  }

  /** What each requester has said of the matter, as it was corrected last. */
  private async saidIn(caseId: string): Promise<ReadonlyMap<string, Said>> {
    const said = new Map<string, Said>();
    for await (const event of this.store.readStream(`case-${caseId}`)) {
      const { type, data } = {
        type: event.type,
        data: dataOf(event, contentOf(event)),
      } as unknown as CaseEvent;
      if (type === 'CaseReported' || type === 'CaseImported')
        for (const { requesterId } of data.requesters)
          said.set(requesterId, { words: data.summary, channel: data.channel });
      if (type === 'RequesterJoined') said.set(data.requester.requesterId, data);
      if (type === 'ReportAmended') amend(said, data);
    }
    return said;
  }
}

function amend(
  said: Map<string, Said>,
  { requesterId, fields }: Extract<CaseEvent, { type: 'ReportAmended' }>['data'],
) {
  const before = said.get(requesterId);
  if (!before) return;
  const { summary, channel } = fields;
  said.set(requesterId, { words: summary ?? before.words, channel: channel ?? before.channel });
}
