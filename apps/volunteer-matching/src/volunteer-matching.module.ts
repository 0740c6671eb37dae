import { Module } from '@nestjs/common';
import { ViewsWait } from '@threekeys/http';
import { ReadModels } from '@threekeys/read-models';
import { MatchingService } from './matching.service';
import { VolunteerRegister } from './volunteer-register';
import { VolunteerQueries } from './volunteer.queries';
import { VolunteersController, WhyController } from './volunteers.controller';

/** 志愿者匹配: ranks, books, explains. Composed by a main that binds the ports. */
@Module({
  controllers: [VolunteersController, WhyController],
  providers: [
    ViewsWait,
    VolunteerRegister,
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
