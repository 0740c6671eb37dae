import { Injectable } from '@nestjs/common';
import type { MergeTarget, ReportedCase } from '@threekeys/domain';
import { isOpen } from '@threekeys/domain';
import { CasesByNumber } from './cases-by-number';
import { ConflictOfInterest } from './conflict-of-interest';

/** The other case of a merge: which one it is, and what of it the decider asks. */
@Injectable()
export class MergeTargets {
  constructor(
    private readonly numbers: CasesByNumber,
    private readonly conflicts: ConflictOfInterest,
  ) {}

  /** @param which id or number @throws what {@link CasesByNumber.idOf} throws */
  idOf(which: string): Promise<string> {
    return this.numbers.idOf(which);
  }

  async of(target: ReportedCase, source: ReportedCase): Promise<MergeTarget> {
    const { place, number, confidential, respondent } = target;
    return {
      ...{ open: isOpen(target), compound: place.compound, number, confidential },
      ...{ organisation: respondent?.organisation, keptOut: [...(respondent?.keptOut ?? [])] },
      knowsRespondent: await this.conflicts.knowsRespondent(target, source),
    };
  }
}
