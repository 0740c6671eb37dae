import { dispatchConsumer } from '@threekeys/dispatch';
import type { Actor, CaseCommand } from '@threekeys/domain';
import {
  caseAggregate,
  CommandHandler,
  matchAggregate,
  StoredRules,
  SystemClock,
  volunteerAggregate,
} from '@threekeys/event-store';
import type { HandlerPorts, Recorded } from '@threekeys/event-store';
import { LogMessaging } from '@threekeys/messaging';
import { SqliteConsumerState } from '@threekeys/messaging-sqlite';
import { BigramIndexer, Likeness, Opener, searchSecretName } from '@threekeys/privacy';
import { Projector } from '@threekeys/read-models';
import { SqliteReadModels } from '@threekeys/read-models-sqlite';
import { openDatabase } from '@threekeys/sqlite';
import { ConflictsOfInterest, matchingConsumer, VolunteerPool } from '@threekeys/volunteer-matching';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { OpenHome } from '../tools/generators/generated-home';
import { openHome } from '../tools/generators/generated-home';
import { allViews } from './views';

/** The services that bring a case to its offers, in one process on real files, as the product composes them. */
export class Town {
  readonly cases: Town['parts']['cases'];
  private readonly stopped = new AbortController();
  private following: Promise<void> = Promise.resolve();

  private constructor(private readonly parts: Awaited<ReturnType<typeof partsOf>>) {
    this.cases = parts.cases;
  }

  /** Opens a generated home. Views are brought up to its end. */
  static async open(directory: string): Promise<Town> {
    const town = new Town(await partsOf(directory));
    await town.start();
    return town;
  }

  get home(): OpenHome {
    return this.parts.home;
  }

  tell(caseId: string, command: CaseCommand, by: Actor): Promise<Recorded> {
    const commandId = randomUUID();
    return this.cases.handle(`case-${caseId}`, command, { commandId, correlationId: commandId, by });
  }

  /** Resolves when every service has handled what it could. */
  settled(): Promise<void> {
    return this.parts.messaging.settled();
  }

  async close(): Promise<void> {
    const { messaging, projector, models, operations, home } = this.parts;
    await messaging.stop();
    await projector.stop();
    this.stopped.abort();
    await this.following;
    await models.close();
    operations.close();
    await home.close();
  }

  private async start(): Promise<void> {
    const { rules, projector, messaging } = this.parts;
    await rules.refresh();
    this.following = rules.follow(this.stopped.signal);
    await projector.start();
    await messaging.start();
  }
}

async function partsOf(directory: string) {
  const home = await openHome(directory);
  const { store, sealer, keys } = home;
  const rules = new StoredRules(store);
  const ports: HandlerPorts = { store, sealer, clock: new SystemClock(), rules };
  const models = await SqliteReadModels.open(join(directory, 'views.sqlite'));
  const indexer = new BigramIndexer(new Opener(keys), await keys.secret(searchSecretName));
  const projector = new Projector({ store, models, indexer }, allViews);
  const operations = openDatabase(join(directory, 'ops.sqlite'), 'operations');
  const messaging = new LogMessaging({
    ...{ store, clock: ports.clock },
    state: SqliteConsumerState.open(operations),
  });
  const cases = new CommandHandler(caseAggregate, ports);
  const { clock } = ports;
  const views = { models, waitFor: projector.waitFor.bind(projector) };
  messaging.consume(dispatchConsumer({ ...{ cases, store, rules, clock, views }, notice: () => undefined }));
  messaging.consume(
    matchingConsumer({
      cases,
      volunteers: new CommandHandler(volunteerAggregate, ports),
      matches: new CommandHandler(matchAggregate, ports),
      pool: new VolunteerPool(store),
      conflicts: new ConflictsOfInterest(new Likeness(new Opener(keys))),
      ...{ rules, clock },
    }),
  );
  return { home, rules, models, projector, operations, messaging, cases };
}
