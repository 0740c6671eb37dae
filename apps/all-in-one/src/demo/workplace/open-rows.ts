import type { EventStore } from '@threekeys/event-store';
import type { Page, Query, ReadModels, Row, RowChange, VolunteerRow } from '@threekeys/read-models';
import {
  absentText,
  cases,
  categoryOf,
  knownEvents,
  MemoryReadModels,
  StreamFold,
  volunteers,
} from '@threekeys/read-models';
import type { TimersRow } from '@threekeys/timers';
import { timers } from '@threekeys/timers';
import type { HeardEvent } from './heard-event';
import { SoonestRows } from './soonest-rows';

const timersPerPage = 16;
const openCaseFold = new StreamFold([cases], knownEvents);
const volunteerTypes = new Set(['VolunteerRegistered', 'VolunteerLeft']);
const ends = new Set([
  'CaseClosed',
  'CaseAnswered',
  'CaseDeclined',
  'CaseWithdrawn',
  'CaseVoided',
  'CaseMerged',
  'CaseArchived',
]);

/**
 * The views as far as commands, reactions and timers ask them while a demo is made, never behind. Timers move with every
 * event. Which cases are open is asked when somebody leaves a post, some times a year and then page by page: the rows of
 * those that have moved since are folded from the log. Of volunteers, the accounts are asked for.
 */
export class OpenRows implements Pick<ReadModels, 'find' | 'get'> {
  /** Case ids: all that are open, and some that were closed in the same act as they were reported. */
  private readonly open = new Set<string>();
  /** Case ids, each with the revision it has come to since somebody asked. */
  private readonly moved = new Map<string, number>();
  private readonly volunteers = new Map<string, RowChange & { readonly row: VolunteerRow }>();
  private readonly timers = new SoonestRows();
  private readonly models = new MemoryReadModels();

  constructor(private readonly log: EventStore) {}

  /** Nothing is due before it. */
  get soonest(): string | undefined {
    return this.timers.soonest;
  }

  /** In the order of the log. */
  take(event: HeardEvent): void {
    const { stream, type } = event.recorded;
    const category = categoryOf(stream);
    if (category !== 'case' && category !== 'volunteer') return;
    if (category === 'case') this.takeOfCase(stream.slice('case-'.length), event);
    else if (volunteerTypes.has(type)) this.takeOfVolunteer(event);
    if (timers.keysOf(event.opened).length === 0) return;
    this.timers.set(stream, timers.evolve(this.timers.get(stream), event.opened, stream));
  }

  /** As {@link ReadModels.find}. Of cases, the open ones alone are there. */
  async find<R extends Row>(view: string, query: Query): Promise<Page<R>> {
    if (view === timers.name) return this.timersPage(query) as unknown as Page<R>;
    await this.catchUp(view);
    return this.models.find<R>(view, query);
  }

  /** As {@link ReadModels.get}, of the same rows. */
  async get<R extends Row>(view: string, key: string): Promise<R | undefined> {
    if (view === volunteers.name) return this.volunteers.get(key)?.row as R | undefined;
    await this.catchUp(view);
    return this.models.get<R>(view, key);
  }

  private async catchUp(view: string): Promise<void> {
    await this.models.prepare([cases, volunteers]);
    const changes = view === cases.name ? await this.movedCases() : [...this.volunteers.values()];
    await this.models.apply(view, changes, undefined);
  }

  private takeOfCase(caseId: string, { recorded, opened }: HeardEvent): void {
    const { type, revision } = recorded;
    const isOver = ends.has(type) || (type === 'CaseHandledOnSpot' && opened.data['check'] !== true);
    if (isOver) this.open.delete(caseId);
    else if (revision === 0 || type === 'CaseReopened') this.open.add(caseId);
    this.moved.set(caseId, revision);
  }

  private takeOfVolunteer({ recorded, opened }: HeardEvent): void {
    const { stream, revision: lastRevision } = recorded;
    const key = stream.slice('volunteer-'.length);
    const row = volunteers.evolve(this.volunteers.get(key)?.row ?? null, opened, key);
    if (row !== null) this.volunteers.set(key, { key, stream, lastRevision, row });
  }

  /** The open ones as they are now; what was shown as open and is not any longer is gone. */
  private async movedCases(): Promise<readonly RowChange[]> {
    const shown = await this.models.rows(cases.name, [...this.moved.keys()]);
    const changes: RowChange[] = [];
    for (const [caseId, lastRevision] of this.moved) {
      const stream = `case-${caseId}`;
      if (this.open.has(caseId)) changes.push(await this.folded(caseId, stream));
      else if (shown.has(caseId)) changes.push({ key: caseId, stream, lastRevision, row: null });
    }
    this.moved.clear();
    return changes;
  }

  private async folded(caseId: string, stream: string): Promise<RowChange> {
    const leaves: string[] = [];
    for await (const { bytes } of this.log.readStream(stream)) leaves.push(bytes.toString());
    const row = openCaseFold.fold(stream, leaves).views[0]?.rows.get(caseId);
    if (row === undefined) throw new Error(`${stream} makes no row of an open case`);
    return { key: caseId, ...row };
  }

  private timersPage({ where = {}, limit, cursor = '0' }: Query): Page<TimersRow> {
    const from = Number(cursor);
    const count = Math.min(limit, timersPerPage);
    const { to } = where['nextAt'] as { readonly to?: string };
    const rows = this.timers.page(from, count, to);
    return {
      rows: rows.map((row) => ({
        key: row.stream,
        lastRevision: 0,
        row,
        values: [row.nextAt ?? absentText],
      })),
      ...(rows.length === count ? { next: String(from + count) } : {}),
    };
  }
}
