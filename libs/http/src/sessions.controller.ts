import { Controller, Req, Res } from '@nestjs/common';
import { fastifyCookie } from '@fastify/cookie';
import { Accounts, LoginLimiter, Sessions } from '@threekeys/auth';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { assertNoForgery, sessionCookie } from './access.guard';
import { Input, Serve } from './call';
import type { CallOf } from './call';
import { Problem } from './problem';
import { route } from './route';

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
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly limiter: LoginLimiter,
  ) {}

  @Serve(sessionRoutes.signIn)
  async signIn(
    @Input() { body }: CallOf<typeof sessionRoutes.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const keys = [`account ${body.username}`, `address ${request.ip}`];
    const waitSeconds = this.limiter.waitSeconds(...keys);
    if (waitSeconds > 0) throw new Problem('too-many-requests', { retryAfterSeconds: waitSeconds });
    if (!(await this.accounts.check(body.username, body.password))) {
      this.limiter.failed(...keys);
      throw new Problem('wrong-credentials');
    }
    this.limiter.succeeded(...keys);
    const token = await this.sessions.create(body.username);
    void reply.header('set-cookie', cookie(token, request));
  }

  @Serve(sessionRoutes.signOut)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    assertNoForgery(request);
    const { cookie: header } = request.headers;
    const token = header === undefined ? undefined : fastifyCookie.parse(header)[sessionCookie];
    if (token) await this.sessions.end(token);
    void reply.header('set-cookie', cookie('', request, 0));
  }
}

/** Secure where the request came by TLS, also through a proxy on this machine that says so. */
function cookie(token: string, { protocol, headers }: FastifyRequest, maxAge?: number): string {
  const secure = protocol === 'https' || headers['x-forwarded-proto'] === 'https';
  return fastifyCookie.serialize(sessionCookie, token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure,
    ...(maxAge === undefined ? {} : { maxAge }),
  });
}
