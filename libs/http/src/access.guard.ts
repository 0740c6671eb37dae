import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Access } from './access';
import type { Credentials } from './access';
import type { CalledRequest } from './call';
import { routeKey } from './call';
import type { Caller } from './caller';
import { notFound, Problem } from './problem';
import type { Route } from './route';
import { sessionTokenOf } from './session-cookie';

/** Everybody, on routes that are open. */
export const anybody: Caller = { id: 'anybody', grants: [], posts: [] };

/**
 * Lets in who may ever do what a route is for; what it depends on the case is asked by the handler. A route that is not of
 * the table is not there, and neither is one that the caller may not use.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly access: Access) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = Reflect.getMetadata(routeKey, context.getHandler()) as Route | undefined;
    if (!route) throw notFound();
    const request = context.switchToHttp().getRequest<CalledRequest>();
    request.caller = route.permission === 'open' ? anybody : await this.callerOf(request, route);
    return true;
  }

  private async callerOf(request: FastifyRequest, route: Route): Promise<Caller> {
    const credentials = credentialsOf(request);
    const caller = credentials && (await this.access.callerOf(credentials));
    if (!caller) throw new Problem('not-signed-in');
    if (credentials.kind === 'session') assertNoForgery(request);
    if (route.permission !== 'signed-in' && !this.access.mayEver(caller, route.permission)) throw notFound();
    return caller;
  }
}

/** What a request shows of who sends it. */
export function credentialsOf(request: FastifyRequest): Credentials | undefined {
  const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
  if (scheme !== undefined) {
    return scheme.toLowerCase() === 'bearer' && token ? { kind: 'bearer', token } : undefined;
  }
  const session = sessionTokenOf(request);
  return session === undefined ? undefined : { kind: 'session', token: session };
}

/** A page of another site can send our cookie along, but not this header. */
export function assertNoForgery({ method, headers }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD' || headers['x-threekeys'] === '1') return;
  throw new Problem('header-missing', {
    errors: [
      { pointer: '/headers/x-threekeys', expected: { zh: '1', en: '1' }, got: { zh: '没有', en: 'nothing' } },
    ],
  });
}
