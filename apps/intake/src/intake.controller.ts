import { Controller } from '@nestjs/common';
import type { CallOf, RecordedAnswer } from '@threekeys/http';
import { Input, Serve } from '@threekeys/http';
import { CaseMerges } from './case-merges';
import { CaseImports } from './case-imports';
import { CaseReports } from './case-reports';
import type { ImportedAnswer, ReportedAnswer } from './report.body';
import { importCase, joinCase, mergeCase, registerVolunteer, reportCase } from './routes';
import { VolunteerCommandService } from './volunteer-commands';

/** The routes that are more than a command's own data. */
@Controller()
export class IntakeController {
  constructor(
    private readonly reports: CaseReports,
    private readonly imports: CaseImports,
    private readonly merges: CaseMerges,
    private readonly volunteers: VolunteerCommandService,
  ) {}

  @Serve(reportCase)
  report(@Input() call: CallOf<typeof reportCase>): Promise<ReportedAnswer> {
    return this.reports.report(call);
  }

  @Serve(joinCase)
  join(@Input() call: CallOf<typeof joinCase>): Promise<ReportedAnswer> {
    return this.reports.join(call);
  }

  @Serve(mergeCase)
  merge(@Input() call: CallOf<typeof mergeCase>): Promise<RecordedAnswer> {
    return this.merges.merge(call);
  }

  @Serve(importCase)
  import(@Input() call: CallOf<typeof importCase>): Promise<ImportedAnswer> {
    return this.imports.import(call);
  }

  @Serve(registerVolunteer)
  registerVolunteer(
    @Input() call: CallOf<typeof registerVolunteer>,
  ): Promise<RecordedAnswer & { volunteerId: string }> {
    return this.volunteers.register(call);
  }
}
