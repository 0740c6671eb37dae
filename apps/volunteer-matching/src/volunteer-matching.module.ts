import { Module } from '@nestjs/common';
import { ViewsWait } from '@threekeys/http';
import { ReadModels } from '@threekeys/read-models';
import { CaseFirewall } from './case-firewall';
import { MatchingService } from './matching.service';
import { OrderExplanations } from './order-explanations';
import { VolunteerRegister } from './volunteer-register';
import { VolunteerQueries } from './volunteer.queries';
import { VolunteersController, WhyController } from './volunteers.controller';

/** 志愿者匹配: ranks, books, explains. Composed by a main that binds the ports. */
@Module({
  controllers: [VolunteersController, WhyController],
  providers: [
    ViewsWait,
    CaseFirewall,
    VolunteerRegister,
    MatchingService,
    OrderExplanations,
    {
      provide: VolunteerQueries,
      useFactory: (models: ReadModels) => new VolunteerQueries(models),
      inject: [ReadModels],
    },
  ],
  exports: [MatchingService, VolunteerQueries],
})
export class VolunteerMatchingModule {}
