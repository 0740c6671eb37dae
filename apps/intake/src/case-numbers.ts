import { Injectable } from '@nestjs/common';
import type { Rules } from '@threekeys/domain';
import { Clock } from '@threekeys/event-store';
import { Sequences } from '@threekeys/auth';

const minuteMs = 60_000;

/** Numbers of cases: the local year, and the next of that year. There may be gaps; none is given twice. */
@Injectable()
export class CaseNumbers {
  constructor(
    private readonly sequences: Sequences,
    private readonly clock: Clock,
  ) {}

  async next({ policy }: Pick<Rules, 'policy'>): Promise<string> {
    const local = Date.parse(this.clock.now()) + policy.timeZoneOffsetMinutes * minuteMs;
    const year = new Date(local).getUTCFullYear();
    const number = await this.sequences.next(sequenceOf(String(year)));
    return `${year}-${String(number).padStart(6, '0')}`;
  }

  /** After a restore the log may know higher numbers than the sequence does. */
  async above(number: string): Promise<void> {
    const [year = '', count = '0'] = number.split('-');
    await this.sequences.atLeast(sequenceOf(year), Number(count) + 1);
  }
}

const sequenceOf = (year: string): string => `cases-${year}`;
