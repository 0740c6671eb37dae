import { en } from '../../messages/en';
import type { RequesterOf } from '../../types';
import { isOwed, requesterWords } from './requester-words';

const joinedAt = '2026-11-08T08:30:00.000Z';
const requester = (heard: Partial<RequesterOf> = {}) =>
  ({
    requesterId: 'one',
    relation: 'self',
    anonymous: false,
    withdrawn: false,
    joinedAt,
    ...heard,
  }) as RequesterOf;
const answered = { at: joinedAt, subjectOf: 'result' };
const followUp = (said: Partial<NonNullable<RequesterOf['followUp']>>) =>
  ({ round: 1, channel: 'phone', at: joinedAt, outcome: 'reached', ...said }) as RequesterOf['followUp'];

describe('a requester', () => {
  it('is owed an answer until there is one', () => {
    expect(isOwed('AnswerRequester', requester())).toBe(true);
    expect(isOwed('AnswerRequester', requester({ answered }))).toBe(false);
  });

  it('is owed a follow-up until they agree, or cannot be asked', () => {
    const owed = (said: Parameters<typeof followUp>[0]) =>
      isOwed('RecordFollowUp', requester({ answered, followUp: followUp(said) }));
    expect([owed({ solved: true }), owed({ solved: false }), owed({ outcome: 'refused' })]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('is owed nothing once they withdrew', () =>
    expect(isOwed('AnswerRequester', requester({ withdrawn: true }))).toBe(false));

  it('shows how far they have been told and asked', () => {
    const words = (heard?: Partial<RequesterOf>) => requesterWords(requester(heard), en);
    expect(words()).toEqual([]);
    expect(words({ answered })).toEqual(['answered']);
    expect(words({ answered, followUp: followUp({ solved: true }) })).toEqual(['answered', 'agreed: solved']);
    expect(words({ followUp: followUp({ outcome: 'not-reached' }) })).toEqual(['Not reached']);
  });
});
