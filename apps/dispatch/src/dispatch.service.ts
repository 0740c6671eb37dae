import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import {
  caseAggregate,
  Clock,
  CommandHandler,
  EventStore,
  RulesSource,
  Sealer,
} from '@threekeys/event-store';
import { Messaging } from '@threekeys/messaging';
import { ReadModels, Views } from '@threekeys/read-models';
import { dispatchConsumer } from './dispatch.consumer';

/** Hands the reactions of dispatch to messaging, before it starts. */
@Injectable()
export class DispatchService implements OnModuleInit {
  private readonly logger = new Logger('dispatch');

  @Inject() private readonly messaging!: Messaging;
  @Inject() private readonly store!: EventStore;
  @Inject() private readonly sealer!: Sealer;
  @Inject() private readonly clock!: Clock;
  @Inject() private readonly rules!: RulesSource;
  @Inject() private readonly models!: ReadModels;
  @Inject() private readonly projected!: Views;

  onModuleInit(): void {
    const { store, sealer, clock, rules, models, projected } = this;
    const cases = new CommandHandler(caseAggregate, { store, sealer, clock, rules });
    const views = { models, waitFor: projected.waitFor.bind(projected) };
    this.messaging.consume(
      dispatchConsumer({
        ...{ cases, store, rules, clock, views },
        notice: ({ caseId, step, because }) => this.logger.debug(`${caseId} waits at ${step}: ${because}`),
      }),
    );
  }
}
