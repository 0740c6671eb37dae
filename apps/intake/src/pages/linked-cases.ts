import { Injectable } from '@nestjs/common';
import type { Actor, CaseEvent, CaseEventType, ReportedCase, Rules, SealedAt } from '@threekeys/domain';
import { isSealed } from '@threekeys/domain';
import type { GlobalPosition } from '@threekeys/event-store';
import { contentOf, dataOf, EventStore, EventStoreError } from '@threekeys/event-store';
import { notFound } from '@threekeys/http';
import type { Purpose } from '@threekeys/privacy';
import { RevealGate } from '@threekeys/privacy';
import { CommandHandlers } from '../command-handlers';

/** A case that a link is about, as it is now. */
export interface LinkedCase {
  readonly caseId: string;
  readonly state: ReportedCase;
  readonly rules: Rules;
  /** On the server's clock. */
  readonly now: string;
}

/** One thing that happened in a case. Sealed values can be opened. */
export type Happening = CaseEvent & { readonly recordedAt: string; readonly actor: Actor };

/** Who looks at a case, and what for. */
export interface Looking {
  readonly caseId: string;
  readonly actor: Actor;
  readonly purpose: Purpose;
}

const awaitMs = 2000;

/** One of these types of event, in a case, after a position. */
export interface Awaited {
  readonly caseId: string;
  readonly after: GlobalPosition;
  readonly types: readonly CaseEventType[];
}

/** Reads cases for the pages, and opens of them what somebody may see. */
@Injectable()
export class LinkedCases {
  constructor(
    private readonly handlers: CommandHandlers,
    private readonly store: EventStore,
    private readonly gate: RevealGate,
  ) {}

  /** @throws Problem `not-found` */
  async read(caseId: string | undefined): Promise<LinkedCase> {
    if (caseId === undefined) throw notFound();
    const { state } = await this.handlers.case.load(`case-${caseId}`);
    if (state.status === 'unreported') throw notFound();
    return { caseId, state, rules: await this.handlers.rules.current(), now: this.handlers.clock.now() };
  }

  /** Everything that happened in it, the oldest first. */
  async history({ caseId }: Pick<LinkedCase, 'caseId'>): Promise<readonly Happening[]> {
    const happened: Happening[] = [];
    for await (const event of this.store.readStream(`case-${caseId}`)) {
      const content = contentOf(event);
      const { type, recordedAt, actor } = content;
      happened.push({ type, recordedAt, actor, data: dataOf(event, content) } as unknown as Happening);
    }
    return happened;
  }

  /**
   * Waits a moment for what others do about a command, for who stands there and looks. Not to hear of it is no failure: the
   * page says where things stand.
   */
  async awaitOneOf({ caseId, after, types }: Awaited): Promise<void> {
    const filter = { categories: ['case'], types };
    const events = this.store.subscribe(after, filter, AbortSignal.timeout(awaitMs));
    try {
      for await (const { stream } of events) if (stream === `case-${caseId}`) return;
    } catch (error) {
      if (!(error instanceof EventStoreError)) throw error;
    }
  }

  /** Records that somebody opened a link. @throws AccessNotRecorded */
  async opened({ caseId, ...who }: Looking, kind: string): Promise<void> {
    await this.gate.linked({ ...who, stream: `case-${caseId}`, caseId, fields: [`link/${kind}/opened`] });
  }

  /**
   * Opens values at once, so that one access is recorded. What is not there, or erased, is absent.
   * @throws AccessNotRecorded
   */
  async open(
    { caseId, actor, purpose }: Looking,
    values: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, string>>> {
    const fields = Object.entries(values).flatMap(([name, value]) =>
      isSealed(value) ? [{ name, value: value as SealedAt }] : [],
    );
    const stream = `case-${caseId}`;
    const revealed = await this.gate.reveal({ stream, caseId, fields, actor, purpose });
    return Object.fromEntries(
      revealed.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    );
  }
}
