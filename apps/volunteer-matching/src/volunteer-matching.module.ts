import { Module } from '@nestjs/common';
import { ReadModels } from '@threekeys/read-models';
import { MatchingService } from './matching.service';
import { VolunteerQueries } from './volunteer.queries';

/** 志愿者匹配: ranks, books, explains. Composed by a main that binds the ports. */
@Module({
  providers: [
    MatchingService,
    {
      provide: VolunteerQueries,
      useFactory: (models: ReadModels) => new VolunteerQueries(models),
      inject: [ReadModels],
    },
  ],
  exports: [MatchingService, VolunteerQueries],
})
export class VolunteerMatchingModule {}
