import { Injectable } from '@nestjs/common';
import type { Role } from '@threekeys/domain';
import type { Origin } from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import { KeyStore, Once } from '@threekeys/privacy';
import { createHmac } from 'node:crypto';
import { Access } from './access';
import type { Held } from '@threekeys/auth';
import { Receipts } from '@threekeys/auth';
import type { Call } from './call';
import { actorOf } from './caller';
import { notFound, Problem } from './problem';
import type { Route } from './route';

/** Where the commands of requests come from: in which role, and under which id, so that a repeat is the same command. */
@Injectable()
export class CommandOrigins {
  private readonly secret = new Once(() => this.keys.secret('receipts'));

  constructor(
    private readonly access: Access,
    private readonly receipts: Receipts,
    private readonly keys: KeyStore,
  ) {}

  /**
   * @param relations how the caller stands to what the command is about
   * @throws Problem `not-found` where they may not give it, `key-reused` where the key stands for another body
   */
  async of(route: Route, call: Call, relations: readonly Held[] = ['any']): Promise<Origin> {
    const role = this.roleFor(call, route.permission, relations);
    const { caller, correlationId, expectedRevision } = call;
    const { occurredAt } = (call.body ?? {}) as { occurredAt?: string };
    const commandId = this.idOf(route, call);
    await this.assertSame(commandId, call);
    return {
      ...{ commandId, correlationId },
      by: actorOf(caller, role),
      ...(occurredAt === undefined ? {} : { occurredAt }),
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
    };
  }

  /** @throws Problem `not-found` */
  roleFor({ caller }: Call, what: string, relations: readonly Held[] = ['any']): Role {
    const role = this.access.roleFor(caller, what, relations);
    if (!role) throw notFound();
    return role;
  }

  /** Whether of(…) finds a role for them. */
  may(route: Route, { caller }: Call, relations: readonly Held[]): boolean {
    return this.access.roleFor(caller, route.permission, relations) !== undefined;
  }

  /** Of the command: one per caller, key and route. */
  idOf(route: Route, call: Call): string {
    const { caller, idempotencyKey } = call;
    return derivedId(caller.id, idempotencyKey, `${route.method} ${pathOf(route, call)}`);
  }

  /** One body per id. @throws Problem `key-reused` */
  assertSameBody(route: Route, call: Call): Promise<void> {
    return this.assertSame(this.idOf(route, call), call);
  }

  private async assertSame(commandId: string, { body }: Call): Promise<void> {
    const receipt = await this.receipts.remember(commandId, () => this.hmac(body));
    if (receipt === 'different') throw new Problem('key-reused');
  }

  private async hmac(body: unknown): Promise<string> {
    return createHmac('sha256', await this.secret.get())
      .update(JSON.stringify(body))
      .digest('hex');
  }
}

function pathOf({ path }: Route, { params }: Call): string {
  return Object.entries(params as Record<string, string>).reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, value),
    path,
  );
}
