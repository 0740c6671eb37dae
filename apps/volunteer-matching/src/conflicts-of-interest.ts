import type { Personal, ReportedCase } from '@threekeys/domain';
import { sidesOf } from '@threekeys/domain';
import type { Likeness } from '@threekeys/privacy';

/** What tells a volunteer apart, sealed. */
export interface VolunteerPerson {
  readonly volunteerId: string;
  readonly name: Personal;
  readonly phone: Personal;
  readonly account?: string | undefined;
}

/** So many keys are asked for together. */
const atOnce = 500;

/**
 * 回避: who of the volunteers reported a case, spoke for somebody in it or is complained about. It knows them again by marks
 * alone and never says which side they are on.
 */
export class ConflictsOfInterest {
  private readonly byMark = new Map<string, Set<string>>();
  /** Phones as they were registered; who registers anew has a new one. */
  private readonly marked = new WeakSet<object>();
  /** Everybody in it is marked. */
  private markedList: readonly VolunteerPerson[] | undefined;
  private marking: Promise<void> = Promise.resolve();

  constructor(private readonly likeness: Likeness) {}

  /** Ids of volunteers who have a part in the matter themselves. */
  async among(people: readonly VolunteerPerson[], state: ReportedCase): Promise<readonly string[]> {
    const { keptOut: named = [] } = state.respondent ?? {};
    const isNamed = ({ account }: VolunteerPerson) => account !== undefined && named.includes(account);
    const keptOut = [...named, ...people.filter(isNamed).map(({ volunteerId }) => volunteerId)];
    const marks = await this.likeness.marksOfSides(sidesOf(state));
    if (marks.length === 0) return keptOut;
    await this.markAll(people);
    return [...new Set([...keptOut, ...marks.flatMap((mark) => [...(this.byMark.get(mark) ?? [])])])];
  }

  /** One marking after the other: nobody is looked for while they are only half marked. */
  private markAll(people: readonly VolunteerPerson[]): Promise<void> {
    const next = this.marking.then(() => this.markNew(people));
    this.marking = next.catch(() => undefined);
    return next;
  }

  private async markNew(people: readonly VolunteerPerson[]): Promise<void> {
    if (people === this.markedList) return;
    const unmarked = people.filter(({ phone }) => !this.marked.has(phone as object));
    for (let from = 0; from < unmarked.length; from += atOnce) {
      const some = unmarked.slice(from, from + atOnce);
      const marks = await this.likeness.marksOf(some);
      some.forEach((person, index) => this.mark(person, marks[index] ?? []));
    }
    this.markedList = people;
  }

  private mark({ volunteerId, phone }: VolunteerPerson, marks: readonly string[]): void {
    for (const mark of marks) this.byMark.set(mark, (this.byMark.get(mark) ?? new Set()).add(volunteerId));
    this.marked.add(phone as object);
  }
}
