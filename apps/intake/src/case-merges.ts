import { Injectable } from '@nestjs/common';
import type { CaseCommandOf, ReportedCase } from '@threekeys/domain';
import { activeRequesters, caseDecider, isRefusal } from '@threekeys/domain';
import type { Origin, Recorded } from '@threekeys/event-store';
import { CommandRefused, RevisionNotAsExpected } from '@threekeys/event-store';
import type { CallOf, RecordedAnswer } from '@threekeys/http';
import { CommandOrigins, notFound, relationsTo } from '@threekeys/http';
import { derivedId } from '@threekeys/integrity';
import { CommandHandlers } from './command-handlers';
import { commandOrRepeat } from './command-or-repeat';
import { MergeTargets } from './merge-targets';
import type { Merge } from './merged-requesters';
import { MergedRequesters } from './merged-requesters';
import { answerOf } from './recorded.answer';
import type { mergeCase } from './routes';
import { mergeCase as route } from './routes';
import { standingOf } from './standing';

type MergeData = CaseCommandOf<'MergeCase'>['data'];
type Found = { readonly state: ReportedCase; readonly revision: number };
interface Merging {
  readonly caseId: string;
  readonly data: Omit<MergeData, 'target'>;
  readonly origin: Origin;
  /** Whether the other case is one for whoever merges. To who is shut out of it, it is not there. */
  readonly isTheirs: (target: ReportedCase) => boolean;
}

const triesMax = 3;

/**
 * 并单: first every requester joins the other case, then this one ends. Between the two a crash loses nothing: the reaction to
 * the first of them, or whoever sends it again under whatever key, finds who has joined already and doubles nobody.
 */
@Injectable()
export class CaseMerges {
  constructor(
    readonly handlers: CommandHandlers,
    readonly origins: CommandOrigins,
    private readonly targets: MergeTargets,
    private readonly requesters: MergedRequesters,
  ) {}

  /** @throws Problem `not-found` where there is no such case */
  async merge(call: CallOf<typeof mergeCase>): Promise<RecordedAnswer> {
    const { caseId } = call.params;
    const { state } = await this.found(caseId);
    const relations = relationsTo(call.caller, standingOf(state));
    const sent = await commandOrRepeat(this, { route, call, caseId, relations });
    if (sent.before) return answerOf(sent.before);
    const { origin } = sent;
    const before = await this.recorded({ caseId, origin });
    if (before) return answerOf(before);
    const { into: which, compound } = call.body;
    const into = await this.targets.idOf(which);
    const isTheirs = (target: ReportedCase) =>
      this.origins.may(route, call, relationsTo(call.caller, standingOf(target)));
    return answerOf(await this.tried({ caseId, data: { into, compound }, origin, isTheirs }));
  }

  /** Of a merge of which there is at least one requester who joined. @throws what the command does */
  async finish({ from, into }: Pick<Merge, 'from' | 'into'>, origin: Origin): Promise<void> {
    const { state: target } = await this.handlers.case.load(`case-${into}`);
    if (target.status === 'unreported') throw notFound();
    // Of another compound it is only where whoever began it had named that one.
    const data = { into, compound: target.place.compound };
    await this.tried({ caseId: from, data, origin, isTheirs: () => true });
  }

  /** Who joins this case meanwhile is not left behind: then it is looked at again. */
  private async tried(merging: Merging): Promise<Recorded> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(merging);
      } catch (error) {
        const isMoved = error instanceof RevisionNotAsExpected;
        const finished = isMoved && (await this.recorded(merging));
        if (finished) return finished;
        if (!isMoved || merging.origin.expectedRevision !== undefined || attempt === triesMax) throw error;
      }
    }
  }

  private recorded({ caseId, origin }: Pick<Merging, 'caseId' | 'origin'>): Promise<Recorded | undefined> {
    return this.handlers.case.recordedBy(origin.commandId, `case-${caseId}`);
  }

  private async attempt({ caseId, data: named, origin, isTheirs }: Merging): Promise<Recorded> {
    const source = await this.found(caseId);
    const { expectedRevision = source.revision } = origin;
    if (expectedRevision !== source.revision)
      throw new RevisionNotAsExpected(expectedRevision, source.revision);
    const { state: found } = await this.handlers.case.load(`case-${named.into}`);
    const target = found.status !== 'unreported' && isTheirs(found) ? found : undefined;
    const data: MergeData = target
      ? { ...named, target: await this.targets.of(target, source.state) }
      : named;
    await this.assertMergeable(data, source.state, origin);
    if (target) await this.joinAll(source.state, target, origin);
    const command = { type: 'MergeCase', data } as const;
    return this.handlers.case.handle(`case-${caseId}`, command, { ...origin, expectedRevision });
  }

  /** Nobody joins the other case for a merge that this one refuses. */
  private async assertMergeable(data: MergeData, state: ReportedCase, origin: Origin): Promise<void> {
    const now = this.handlers.clock.now();
    const { by, occurredAt = now } = origin;
    const context = { now, occurredAt, by, rules: await this.handlers.rules.current() };
    const decided = caseDecider.decide({ type: 'MergeCase', data }, state, context);
    if (isRefusal(decided)) throw new CommandRefused(decided);
  }

  private async joinAll(source: ReportedCase, target: ReportedCase, origin: Origin): Promise<void> {
    const { caseId: from } = source;
    const { caseId: into } = target;
    const known = target.requesters.map(({ requesterId }) => requesterId);
    const missing = activeRequesters(source).filter(({ requesterId }) => !known.includes(requesterId));
    const { by, correlationId, occurredAt, commandId: causationId } = origin;
    for (const data of await this.requesters.joining(missing, { from, into, by })) {
      const commandId = derivedId(into, 'merge', from, data.requester.requesterId);
      await this.handlers.case.handle(
        `case-${into}`,
        { type: 'JoinCase', data },
        { commandId, correlationId, causationId, by, ...(occurredAt === undefined ? {} : { occurredAt }) },
      );
    }
  }

  private async found(caseId: string): Promise<Found> {
    const { state, revision } = await this.handlers.case.load(`case-${caseId}`);
    if (state.status === 'unreported') throw notFound();
    return { state, revision };
  }
}
