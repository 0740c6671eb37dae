import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenApiDocument, Route } from '@threekeys/http';
import {
  AccessGuard,
  DocumentationController,
  documentationRoutes,
  httpAdapter,
  ProblemFilter,
  RouteTable,
  sessionRoutes,
  SessionsController,
} from '@threekeys/http';
import type { FastifyInstance } from 'fastify';
import { listenFailure } from './address';
import type { ServiceConfig } from './config';
import { FailureLog, withoutWords } from './failure-log';
import { HealthController, healthRoutes } from './health.controller';
import type { Logger } from './logs';
import { nestLogger } from './logs';
import type { Check } from './readiness';
import { Readiness } from './readiness';

/** Something that runs beside the requests. Started in the order given, stopped in the reverse. */
export interface Part {
  readonly name: string;
  start?(): Promise<void>;
  stop?(): Promise<void>;
}

/** A service as an app exports it: its Nest module, and the routes it serves. */
export interface ServiceModule {
  readonly name: string;
  readonly module: Type | DynamicModule;
  readonly routes: readonly Route[];
}

/** What differs between the mains: providers for the ports, and what runs behind them. */
export interface Adapters {
  readonly providers: readonly Provider[];
  readonly parts: readonly Part[];
  readonly checks: readonly Check[];
}

export interface ServiceOptions {
  readonly config: ServiceConfig;
  readonly logs: Logger;
  /** Where whether requests are wanted is known already. Default: of its own, with the checks of the adapters. */
  readonly readiness?: Readiness;
  /** Serves more than the API: the console's files. What goes wrong there is answered by the same filter. */
  readonly alsoServe?: (server: FastifyInstance, problems: ProblemFilter) => Promise<void>;
  /** The documents of what others answer behind this address. */
  readonly otherDocuments?: () => Promise<readonly OpenApiDocument[]>;
}

/** Of the product, as the documentation of its API says it. */
export const version = '0.1.0';

const answerWithinMs = 3000;

@Module({})
class AdaptersModule {}
@Module({})
class RootModule {}

/** Composes modules with adapters. Nothing runs and nothing listens before {@link Service.start}. */
export async function createService(
  modules: readonly ServiceModule[],
  adapters: Adapters,
  options: ServiceOptions,
): Promise<Service> {
  const { config, logs, alsoServe, otherDocuments, readiness = new Readiness(adapters.checks) } = options;
  const routes = new RouteTable(routesOf(modules), version, otherDocuments);
  const root = rootModule(modules, adapters, [
    { provide: Readiness, useValue: readiness },
    { provide: RouteTable, useValue: routes },
  ]);
  const app = await NestFactory.create<NestFastifyApplication>(
    root,
    httpAdapter(config.language, config.trustedProxies),
    {
      bodyParser: false,
      logger: nestLogger(logs),
      abortOnError: false,
    },
  );
  const failures = new FailureLog(logs);
  const problems = new ProblemFilter({ language: config.language, onFailure: failures.tell });
  app.useGlobalFilters(problems);
  logRequests(app.getHttpAdapter().getInstance(), logs);
  if (alsoServe) await alsoServe(app.getHttpAdapter().getInstance(), problems);
  return new Service(app, adapters.parts, { config, logs, readiness });
}

/** Everything that a process of these modules serves. */
export function routesOf(modules: readonly Pick<ServiceModule, 'routes'>[]): readonly Route[] {
  return [
    ...modules.flatMap((each) => each.routes),
    ...Object.values(healthRoutes),
    ...Object.values(documentationRoutes),
    ...Object.values(sessionRoutes),
  ];
}

function rootModule(
  modules: readonly ServiceModule[],
  adapters: Adapters,
  own: readonly Provider[],
): DynamicModule {
  const providers = [...adapters.providers];
  return {
    module: RootModule,
    imports: [
      { module: AdaptersModule, global: true, providers, exports: providers.map(tokenOf) },
      ...modules.map(({ module }) => module),
    ],
    controllers: [HealthController, DocumentationController, SessionsController],
    providers: [{ provide: APP_GUARD, useClass: AccessGuard }, ...own],
  };
}

function tokenOf(provider: Provider): Exclude<Provider, object> | Type {
  return (typeof provider === 'function' ? provider : provider.provide) as Type;
}

function logRequests(server: FastifyInstance, logs: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    logs.debug(
      {
        correlationId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
}

/** A composed process: starts its parts, then listens; stops in the reverse order. */
export class Service {
  private closing: Promise<void> | undefined;
  private readonly running: Part[] = [];

  constructor(
    readonly app: NestFastifyApplication,
    private readonly parts: readonly Part[],
    private readonly ports: { config: ServiceConfig; logs: Logger; readiness: Readiness },
  ) {}

  /** Starts every part, listens, and then is ready. What was started stops again where it fails. @returns the address */
  async start(): Promise<string> {
    try {
      return await this.begin();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Ready no longer → accepts no more → parts stop in reverse order. Once. */
  close(): Promise<void> {
    this.closing ??= this.stop();
    return this.closing;
  }

  /** @throws AddressInUse */
  private async begin(): Promise<string> {
    const { config, readiness, logs } = this.ports;
    await this.app.init();
    for (const part of this.parts) {
      this.running.push(part);
      await part.start?.();
    }
    await this.app.listen(config.port, config.host).catch((error: unknown) => {
      throw listenFailure(error, config);
    });
    readiness.enter('running');
    const url = await this.app.getUrl();
    logs.info({ url }, 'listening');
    return url;
  }

  /** What is under way is answered; who has not finished a request by then, or never asked anything, is cut off. */
  private async closeConnections(): Promise<void> {
    const server = this.app.getHttpServer();
    const cutOff = setTimeout(() => server.closeAllConnections(), answerWithinMs);
    await this.app.close();
    clearTimeout(cutOff);
  }

  private async stop(): Promise<void> {
    const { readiness, logs } = this.ports;
    readiness.enter('stopping');
    await this.closeConnections();
    for (const part of this.running.reverse()) {
      try {
        await part.stop?.();
      } catch (error) {
        logs.error({ part: part.name, err: withoutWords(error) }, 'a part did not stop in order');
      }
    }
    logs.info('stopped');
  }
}
