import { EventStoreDBClient } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordAnswer } from './answers.fixtures';
import { EsdbDouble } from './esdb-double';
import type { Generation } from './records';
import type { Asked, Rule, Way } from './rule.fixtures';
import { appendVia } from './rule.fixtures';
import { appendRules, doubleRules, rules } from './rules.fixtures';
import { rulesTable } from './rules-table.fixtures';

// THREEKEYS_ESDB_URL names a server that is asked instead; its answers are written down beside those expected here.
const real = process.env.THREEKEYS_ESDB_URL;
const server = real === undefined ? 'the double' : 'the server at THREEKEYS_ESDB_URL';

let double: EsdbDouble | undefined;
let client: EventStoreDBClient;

async function begin(generation: Generation = '24.10', batchAppend = true): Promise<string> {
  double = real === undefined ? await EsdbDouble.start({ generation, batchAppend }) : undefined;
  const url = real ?? double?.connectionString ?? '';
  client = EventStoreDBClient.connectionString(url);
  return url;
}

afterEach(() => {
  double?.stop();
  // The driver waits for ever for reads that were broken off.
  void client.dispose();
});

function asked(generation: Generation, way: Way): Asked {
  const run = randomUUID().slice(0, 8);
  return { client, generation, append: appendVia(client, way), stream: (name) => `rule${run}-${name}` };
}

async function answerOf({ ask }: Rule, generation: Generation, way: Way): Promise<unknown> {
  await begin(generation);
  return ask(asked(generation, way));
}

const byWay = appendRules.flatMap((rule) =>
  (['BatchAppend', 'Append'] as const).map((way) => ({ ...rule, each: rule, way })),
);
/** Of the server that is asked, where the two generations differ. */
const realGeneration = process.env.THREEKEYS_ESDB_GENERATION ?? '24.10';
const others = rules
  .filter((rule) => !appendRules.includes(rule))
  .filter(
    ({ generations }) => real === undefined || (generations?.some((each) => each === realGeneration) ?? true),
  )
  .map((rule) => ({ ...rule, each: rule, way: 'BatchAppend' as const }));

describe(`as the rules say, ${server}`, () => {
  it.each([...byWay, ...others])('$id, through $way: $rule', async ({ each, way }) => {
    const [generation = '24.10'] = each.generations ?? [];
    const answer = await answerOf(each, generation, way);
    if (real !== undefined) recordAnswer({ id: each.id, way, expected: each.answer, answer });
    expect(answer).toEqual(each.answer);
  });
});

// A real server is not made to fail on request.
if (real === undefined) {
  describe('what only the double can be made to do', () => {
    it.each(doubleRules)('$id: $rule', async ({ ask, answer }) => {
      await begin();
      expect(await ask(asked('24.10', 'BatchAppend'), double!)).toEqual(answer);
    });

    it('F2: a server that does not list BatchAppend is written through Append', async () => {
      await begin('24.10', false);
      await asked('24.10', 'BatchAppend').append('rule-a', [randomUUID()], 'no_stream');
      expect(double?.seen.calls).toMatchObject({ append: 1, batchAppend: 0 });
    });
  });
}

describe('the table of the rules', () => {
  it('is that in RULES.md', async () => {
    await begin();
    expect(readFileSync(join(__dirname, '..', 'RULES.md'), 'utf8')).toBe(rulesTable());
  });
});
