import { ViewsWait } from '@threekeys/http';
import { Module } from '@nestjs/common';
import { AccountActs } from './account-acts';
import { AccessPages } from './access-pages';
import { AccessController } from './access.controller';
import { Board } from './board';
import { BoardController } from './board.controller';
import { CaseFiles } from './case-file';
import { CaseLists } from './case-lists';
import { CaseReads } from './case-reads';
import { CataloguePast } from './catalogue-past';
import { ChangeStream } from './change-stream';
import { Cursors } from './cursors';
import { Desks } from './desk';
import { DesksAsOf } from './desk-as-of';
import { DeskLines } from './desk-lines';
import { DeskList } from './desk-list';
import { FollowUpList } from './follow-up-list';
import { Hearing } from './hearing';
import { OperationController } from './operation.controller';
import { PastCases } from './past-cases';
import { PastDesk } from './past-desk';
import { PolicyPast } from './policy-versions';
import { CasesController, CommunityController, DeskController } from './reporting.controller';
import { OwnAccesses } from './own-accesses';
import { Reveals } from './reveals';
import { ShutOut } from './shut-out';
import { Sights } from './sight';
import { TokensController } from './tokens.controller';
import { UsersController } from './users.controller';
import { VersionsController } from './versions.controller';
import { WordSearch } from './word-search';
import { WorkList } from './work-list';

/** Answers what is asked. Ports come from the composition. */
@Module({
  controllers: [
    CasesController,
    CommunityController,
    DeskController,
    OperationController,
    TokensController,
    UsersController,
    AccessController,
    BoardController,
    VersionsController,
  ],
  providers: [
    AccessPages,
    AccountActs,
    Board,
    CaseFiles,
    CaseLists,
    CaseReads,
    ChangeStream,
    CataloguePast,
    Cursors,
    DeskLines,
    DeskList,
    Desks,
    DesksAsOf,
    FollowUpList,
    Hearing,
    OwnAccesses,
    PastCases,
    PastDesk,
    PolicyPast,
    Reveals,
    ShutOut,
    Sights,
    ViewsWait,
    WordSearch,
    WorkList,
  ],
})
export class ReportingModule {}
