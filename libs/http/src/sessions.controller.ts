import { Controller, Req, Res } from '@nestjs/common';
import { Accounts, LoginLimiter, Sessions, signIn } from '@threekeys/auth';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { assertNoForgery } from './access.guard';
import { Input, Serve } from './call';
import type { CallOf } from './call';
import { Problem } from './problem';
import { route } from './route';
import { sessionSetCookie, sessionTokenOf } from './session-cookie';

export const sessionRoutes = {
  signIn: route({
    operation: 'signIn',
    method: 'post',
    path: '/api/sessions',
    permission: 'open',
    summary: { zh: '登录', en: 'Sign in; sets the cookie of the session' },
    group: 'accounts',
    body: z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
    status: 204,
    problems: ['wrong-credentials', 'too-many-requests', 'header-missing'],
  }),
  signOut: route({
    operation: 'signOut',
    method: 'delete',
    path: '/api/sessions/current',
    permission: 'open',
    summary: { zh: '退出', en: 'Sign out' },
    group: 'accounts',
    status: 204,
    problems: ['header-missing'],
  }),
} as const;

/** Signing in and out. A wrong name and a wrong password are one answer, and take the same time. */
@Controller()
export class SessionsController {
  constructor(
    readonly accounts: Accounts,
    readonly sessions: Sessions,
    private readonly limiter: LoginLimiter,
  ) {}

  @Serve(sessionRoutes.signIn)
  async signIn(
    @Input() { body }: CallOf<typeof sessionRoutes.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const attempt = { username: body.username, address: request.ip };
    const waitSeconds = this.limiter.begin(attempt);
    if (waitSeconds > 0) throw new Problem('too-many-requests', { retryAfterSeconds: waitSeconds });
    const token = await signIn(this, body);
    if (token === undefined) throw new Problem('wrong-credentials');
    this.limiter.succeeded(attempt);
    void reply.header('set-cookie', sessionSetCookie(token, request));
  }

  @Serve(sessionRoutes.signOut)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    assertNoForgery(request);
    const token = sessionTokenOf(request);
    if (token !== undefined) await this.sessions.end(token);
    void reply.header('set-cookie', sessionSetCookie(undefined, request));
  }
}
