import { Injectable } from '@nestjs/common';
import type { Caller } from '@threekeys/http';
import { Access, actorOf, notFound, Problem } from '@threekeys/http';
import { bigramTokens, KeyStore, Once, RevealGate } from '@threekeys/privacy';
import { createHmac } from 'node:crypto';
import type { VisibleCases } from './visible-cases';
import { visibleCases } from './visible-cases';

/** Finds cases by words without storing them: HMACs of bigrams. Each search is recorded by the HMAC of its query. */
@Injectable()
export class WordSearch {
  private readonly secret = new Once(() => this.keys.secret('search'));

  constructor(
    private readonly keys: KeyStore,
    private readonly gate: RevealGate,
    private readonly access: Access,
  ) {}

  visibleTo(caller: Caller): VisibleCases {
    return visibleCases(caller, this.mayListAll(caller));
  }

  /**
   * Words find names and phones too: who may not see who reported, or has only a part in some cases, could try numbers until
   * one of them answers, and would know.
   */
  maySearch(caller: Caller): boolean {
    return this.mayListAll(caller) && this.access.sees(caller, ['any']).has('identity');
  }

  private mayListAll(caller: Caller): boolean {
    return this.access.roleFor(caller, 'cases.list', ['any']) !== undefined;
  }

  /** @throws Problem `invalid` where there are no two letters beside each other */
  async tokens(q: string, caller: Caller): Promise<readonly string[]> {
    const secret = await this.secret.get();
    const tokens = bigramTokens(q, secret);
    if (tokens.length === 0) throw tooShort();
    const role = caller.grants[0]?.role;
    if (!role) throw notFound();
    const queryHmac = createHmac('sha256', secret).update(`query|${q}`).digest('hex');
    await this.gate.searched(actorOf(caller, role), queryHmac, 'case-work');
    return tokens;
  }
}

function tooShort(): Problem {
  return new Problem('invalid', {
    errors: [
      {
        pointer: '/query/q',
        expected: { zh: '至少两个相连的字', en: 'at least two letters beside each other' },
        got: { zh: '更少', en: 'less' },
      },
    ],
  });
}
