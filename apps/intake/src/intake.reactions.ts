import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Messaging } from '@threekeys/messaging';
import { CaseMerges } from './case-merges';
import { intakeConsumer } from './intake.consumer';

/** Hands the reactions of intake to messaging, before it starts. */
@Injectable()
export class IntakeReactions implements OnModuleInit {
  constructor(
    private readonly messaging: Messaging,
    private readonly merges: CaseMerges,
  ) {}

  onModuleInit(): void {
    this.messaging.consume(intakeConsumer(this.merges));
  }
}
