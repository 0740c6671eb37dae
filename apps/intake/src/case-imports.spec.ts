import type { CallOf } from '@threekeys/http';
import { CaseImports } from './case-imports';
import type { ImportedCase } from './imported-cases';
import type { importCase } from './routes';

const call = {
  body: { origin: 'elsewhere', externalId: 'A-1', reportedAt: '2016-01-02T03:04:05.000Z', notes: [] },
  caller: { id: 'importer', posts: [] },
  correlationId: 'c',
} as unknown as CallOf<typeof importCase>;
const stored = { number: '2026-000001', notes: [] } as unknown as ImportedCase;

/** Two ask whether an entry is there before either has recorded it; then one of them has. */
function imports(repeated: boolean, onCompared: () => void): CaseImports {
  const answers = [undefined, stored];
  return new CaseImports(
    { case: { handle: () => Promise.resolve({ repeated }) } } as never,
    {
      of: () => Promise.resolve(answers.shift()),
      assertUnchanged: () => {
        onCompared();
        return Promise.resolve();
      },
      number: () => Promise.resolve(stored.number),
      head: () => Promise.resolve({ revision: 0, position: 'p' }),
    } as never,
    { command: () => Promise.resolve({ type: 'ImportCase' }) } as never,
    { roleFor: () => 'importer' } as never,
  );
}

describe('an entry that is imported by two at once', () => {
  it.each([
    ['is created by who has recorded it', false, { created: true, repeated: false }, 0],
    [
      'was there already for the other, who is compared with what is there',
      true,
      { created: false, repeated: true },
      1,
    ],
  ])('%s', async (_what, repeated, answer, comparisons) => {
    let compared = 0;
    expect(await imports(repeated, () => (compared += 1)).import(call)).toMatchObject({
      ...answer,
      number: stored.number,
    });
    expect(compared).toBe(comparisons);
  });
});
