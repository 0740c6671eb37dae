import { Controller, Res } from '@nestjs/common';
import { route, Serve } from '@threekeys/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Readiness } from './readiness';

const Live = z.strictObject({ live: z.literal(true) });
const Ready = z.strictObject({
  ready: z.boolean(),
  phase: z.enum(['starting', 'running', 'stopping']),
  checks: z.array(
    z.strictObject({
      name: z.string(),
      ok: z.boolean(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    }),
  ),
});

export const healthRoutes = {
  live: route({
    operation: 'live',
    method: 'get',
    path: '/api/health/live',
    permission: 'open',
    summary: { zh: '进程在运行', en: 'The process runs' },
    group: 'health',
    answer: Live,
  }),
  ready: route({
    operation: 'ready',
    method: 'get',
    path: '/api/health/ready',
    permission: 'open',
    summary: {
      zh: '可以接受请求（否则 503）',
      en: 'Requests are welcome; 503 with the same answer where not',
    },
    group: 'health',
    answer: Ready,
  }),
} as const;

@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Serve(healthRoutes.live)
  live(): z.infer<typeof Live> {
    return { live: true };
  }

  @Serve(healthRoutes.ready)
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Awaited<ReturnType<Readiness['now']>>> {
    const now = await this.readiness.now();
    void reply.status(now.ready ? 200 : 503);
    return now;
  }
}
