import type { Personal, ReportedCase } from '@threekeys/domain';
import { sidesOf } from '@threekeys/domain';
import type { Likeness } from '@threekeys/privacy';

/** What tells a volunteer apart, sealed. */
export interface VolunteerPerson {
  readonly volunteerId: string;
  readonly name: Personal;
  readonly phone: Personal;
}

/**
 * 回避: who of the volunteers reported a case, spoke for somebody in it or is complained about. It knows them again by marks
 * alone and never says which side they are on.
 */
export class ConflictsOfInterest {
  private readonly byMark = new Map<string, Set<string>>();
  /** Phones as they were registered; who registers anew has a new one. */
  private readonly marked = new WeakSet<object>();
  private marking: Promise<void> = Promise.resolve();

  constructor(private readonly likeness: Likeness) {}

  /** Ids of volunteers who have a part in the matter themselves. */
  async among(people: readonly VolunteerPerson[], state: ReportedCase): Promise<readonly string[]> {
    const marks = await this.likeness.marksOfSides(sidesOf(state));
    if (marks.length === 0) return [];
    await this.markAll(people);
    return [...new Set(marks.flatMap((mark) => [...(this.byMark.get(mark) ?? [])]))];
  }

  /** One marking after the other: nobody is looked for while they are only half marked. */
  private markAll(people: readonly VolunteerPerson[]): Promise<void> {
    const next = this.marking.then(() => this.markNew(people));
    this.marking = next.catch(() => undefined);
    return next;
  }

  private async markNew(people: readonly VolunteerPerson[]): Promise<void> {
    for (const person of people) {
      const phone = person.phone as object;
      if (this.marked.has(phone)) continue;
      for (const mark of await this.likeness.marksOf(person)) {
        this.byMark.set(mark, (this.byMark.get(mark) ?? new Set()).add(person.volunteerId));
      }
      this.marked.add(phone);
    }
  }
}
