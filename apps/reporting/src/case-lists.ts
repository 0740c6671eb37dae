import { Injectable } from '@nestjs/common';
import type { Caller, CallOf } from '@threekeys/http';
import { Access, actorOf, notFound, Problem } from '@threekeys/http';
import { bigramTokens, KeyStore, RevealGate } from '@threekeys/privacy';
import type { CaseRow, ColumnFilter, Query, Sort } from '@threekeys/read-models';
import { cases, placeKeyOf, ReadModels } from '@threekeys/read-models';
import { createHmac } from 'node:crypto';
import { lineOf } from './case-answers';
import type { CasePage } from './cases.responses';
import type { casesAtPlace, listCases } from './routes';
import { Sights } from './sight';
import { ViewsWait } from './views-wait';

type ListQuery = CallOf<typeof listCases>['query'];
type Where = Record<string, ColumnFilter>;

const limitByDefault = 50;
const limitAtPlace = 10;

const sorts: Readonly<Record<NonNullable<ListQuery['sort']>, readonly Sort[]>> = {
  newest: [{ column: 'reportedAt', direction: 'descending' }],
  oldest: [{ column: 'reportedAt', direction: 'ascending' }],
  due: [{ column: 'nextDueAt', direction: 'ascending' }],
  updated: [{ column: 'updatedAt', direction: 'descending' }],
};

/**
 * Lists of cases. A line has no words: opening fifty people's words to find one case would be fifty openings. Who takes a
 * report is shown those at the same place, to know the matter again.
 */
@Injectable()
export class CaseLists {
  constructor(
    private readonly models: ReadModels,
    private readonly wait: ViewsWait,
    private readonly search: WordSearch,
    private readonly sights: Sights,
  ) {}

  async list(call: CallOf<typeof listCases>): Promise<CasePage> {
    const { q, sort = 'newest', cursor, limit = limitByDefault, atLeast } = call.query;
    await this.wait.atLeast(atLeast);
    const found = await this.models.find<CaseRow>(cases.name, {
      where: { ...filtersOf(call.query), ...this.search.visibleTo(call.caller), ...numberIn(q) },
      ...(q === undefined || isNumber.test(q) ? {} : { tokens: await this.search.tokens(q, call.caller) }),
      sort: sorts[sort],
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { cases: found.rows.map(({ row }) => lineOf(row)), next: found.next };
  }

  async atPlace(call: CallOf<typeof casesAtPlace>): Promise<CasePage> {
    const { atLeast, ...place } = call.query;
    await this.wait.atLeast(atLeast);
    const query: Query = {
      where: { placeKey: placeKeyOf(place as Parameters<typeof placeKeyOf>[0]), open: 1 },
      sort: sorts.newest,
      limit: limitAtPlace,
    };
    const { rows } = await this.models.find<CaseRow>(cases.name, query);
    const lines = rows.map(async ({ row }) => {
      const sight = this.sights.of(call, row, 'JoinCase');
      const [summary] = await sight.words([{ group: 'words', name: 'summary', value: row.summary }]);
      return lineOf(row, { summary });
    });
    return { cases: await Promise.all(lines) };
  }
}

/** Finds cases by words without storing them: HMACs of bigrams. Each search is recorded by the HMAC of its query. */
@Injectable()
export class WordSearch {
  private secret: Promise<Buffer> | undefined;

  constructor(
    private readonly keys: KeyStore,
    private readonly gate: RevealGate,
    private readonly access: Access,
  ) {}

  /** Who may not list everything sees the cases they have a part in. */
  visibleTo(caller: Caller): Where {
    if (this.access.roleFor(caller, 'cases.list', ['any'])) return {};
    return { people: { has: caller.volunteerId ?? caller.id } };
  }

  /** @throws Problem `invalid` where there are no two letters beside each other */
  async tokens(q: string, caller: Caller): Promise<readonly string[]> {
    this.secret ??= this.keys.secret('search');
    const secret = await this.secret;
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

const isNumber = /^\d{4}-\d{6,9}$/;

function numberIn(q: string | undefined): Where {
  return q !== undefined && isNumber.test(q) ? { number: q } : {};
}

function filtersOf({ status, category, unit, accountable, urgency, open, overdue }: ListQuery): Where {
  const filters: Record<string, ColumnFilter | undefined> = {
    status,
    category,
    unit,
    urgency,
    accountablePerson: accountable,
    open: open === undefined ? undefined : Number(open),
    overdue: overdue === undefined ? undefined : Number(overdue),
  };
  return Object.fromEntries(
    Object.entries(filters).filter((each): each is [string, ColumnFilter] => each[1] !== undefined),
  );
}
