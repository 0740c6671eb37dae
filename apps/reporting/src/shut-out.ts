import { Injectable } from '@nestjs/common';
import type { Caller } from '@threekeys/http';
import { sidesOf } from '@threekeys/http';
import { cases, everyRow, ReadModels } from '@threekeys/read-models';
import type { Query } from '@threekeys/read-models';

type Where = NonNullable<Query['where']>;

/** 身份隔离: a list leaves out the cases that its reader is the other side of, and so does whoever counts them. */
@Injectable()
export class ShutOut {
  constructor(private readonly models: ReadModels) {}

  /** How many cases fit, of those that are not about the caller's own side. */
  async count(caller: Caller, where: Where): Promise<number> {
    // First, so that it is looked up by: of most people there is no such case at all.
    const about = { shutOut: { has: sidesOf(caller) } };
    const [all, own] = await Promise.all([this.counted(where), this.counted({ ...about, ...where })]);
    return all - own;
  }

  private async counted(where: Where): Promise<number> {
    return (await this.models.count(cases.name, undefined, { where })).get(everyRow) ?? 0;
  }
}
