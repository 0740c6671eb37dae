import { ViewsWait } from '@threekeys/http';
import { Module } from '@nestjs/common';
import { AccessController } from './access.controller';
import { CaseFiles } from './case-file';
import { CaseLists } from './case-lists';
import { CaseReads } from './case-reads';
import { ChangeStream } from './change-stream';
import { Hearing } from './hearing';
import { OperationController } from './operation.controller';
import { CasesController, CommunityController } from './reporting.controller';
import { Reveals } from './reveals';
import { Sights } from './sight';
import { TokensController } from './tokens.controller';
import { UsersController } from './users.controller';
import { WordSearch } from './word-search';
import { WorkList } from './work-list';

/** Answers what is asked. Ports come from the composition. */
@Module({
  controllers: [
    CasesController,
    CommunityController,
    OperationController,
    TokensController,
    UsersController,
    AccessController,
  ],
  providers: [
    CaseFiles,
    CaseLists,
    CaseReads,
    ChangeStream,
    Hearing,
    Reveals,
    Sights,
    ViewsWait,
    WordSearch,
    WorkList,
  ],
})
export class ReportingModule {}
