import { done } from '../path-light.fixtures';
import { Caller } from '../../support/app';
import { threekeys } from '../../support/threekeys';
import { theTown } from './town.fixtures';

/** After all stories: nothing was left undone, and the files hold what was told. */
export function whatIsKept(): void {
  describe('what is kept of these stories', () => {
    it('left nothing that a service could not handle', async () => {
      const { premises } = theTown();
      const operator = Caller.operator(premises);
      await premises.once(
        () => done(operator.get<{ parked: readonly unknown[] }>('/api/parked')),
        ({ parked }) => expect(parked).toEqual([]),
      );
    });

    it('is proved unaltered by threekeys verify, with every view equal to a replay', async () => {
      const { code, result } = await threekeys(theTown().premises.home, 'verify');
      expect(result).toMatchObject({ ok: true, views: 'equal' });
      expect(code).toBe(0);
    });
  });
}
