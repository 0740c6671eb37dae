import type { CaseCommandOf } from '@threekeys/domain';
import { pageMessages } from './page-messages';
import { requestActs } from './request-acts';
import { requestForms } from './request-forms';
import type { RequestInHand } from './request-in-hand';
import type { Visit } from './visit';

const visit: Visit = { language: 'en', t: pageMessages.en, correlationId: 'c' };

const heldAt = (scoreMax: number) =>
  ({
    linked: { state: { reopeningRequests: [] }, rules: { policy: { scoreMax } } },
    requester: { requesterId: 'r', withdrawn: false },
    allowed: ['RecordFollowUp'],
  }) as unknown as RequestInHand;

const offered = (scoreMax: number) =>
  [...JSON.stringify(requestForms(heldAt(scoreMax), visit)).matchAll(/outcomeScore\\" value=\\"(\d+)/g)].map(
    ([, score]) => Number(score),
  );

const scored = (outcomeScore: string) => {
  const form = { act: 'rate', key: 'k', fields: { solved: 'yes', outcomeScore } };
  const { data } = requestActs['rate']?.(heldAt(10), form, visit) ?? { data: {} };
  return (data as Partial<CaseCommandOf<'RecordFollowUp'>['data']>).outcomeScore;
};

describe('a rating by whoever reported', () => {
  it.each([2, 5, 10])('is offered on the scale of the community, up to %d', (scoreMax) => {
    expect(offered(scoreMax)).toEqual(Array.from({ length: scoreMax }, (_, at) => at + 1));
  });

  it.each(['zh', 'en'] as const)('says in %s which score is the best', (language) => {
    const page = JSON.stringify(requestForms(heldAt(10), { ...visit, language, t: pageMessages[language] }));
    expect(page.match(/10 分最好|10 is best/g)).toHaveLength(2);
    expect(page).not.toMatch(/5 分最好|\(5 is best/);
  });

  it('is taken up to the highest score of any scale', () => {
    expect([scored('1'), scored('10')]).toEqual([1, 10]);
    expect(scored('ten')).toBe('ten');
  });
});
