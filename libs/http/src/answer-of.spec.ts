import { refusals } from '@threekeys/domain';
import {
  CommandRefused,
  EventStoreError,
  OccurredAtOutOfBounds,
  RevisionNotAsExpected,
} from '@threekeys/event-store';
import { answerOf } from './answer-of';
import { Problem } from './problem';
import { problemDocument } from './problem.filter';

const correlationId = '5e0f4b0c-3f0e-4c55-8d7e-2f52b9a6d111';

describe('an error as it is answered', () => {
  it.each([
    [new CommandRefused({ refused: 'CaseNotReported' }), 409, 'CaseNotReported'],
    [new RevisionNotAsExpected(1, 2), 412, 'revision-not-as-expected'],
    [new OccurredAtOutOfBounds('b', 'c', 'd'), 422, 'occurred-at-out-of-bounds'],
    [new EventStoreError('StoreFull', ''), 507, 'store-full'],
    [new EventStoreError('StoreReadOnly', ''), 503, 'store-read-only'],
    [new EventStoreError('InvalidPosition', ''), 410, 'position-unknown'],
    [new EventStoreError('WrongExpectedRevision', ''), 503, 'store-busy'],
    [
      Object.assign(new Error('large'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }),
      413,
      'body-too-large',
    ],
    [new TypeError('secret words'), 500, 'internal'],
    ['thrown text', 500, 'internal'],
    [undefined, 500, 'internal'],
  ])('%s is %i %s', (error, status, code) => expect(answerOf(error)).toMatchObject({ status, code }));

  it('tells a refusal by its sentence in the language asked for', () => {
    const answer = answerOf(new CommandRefused({ refused: 'PostNotFilled', facts: { post: 'duty-desk' } }));
    expect(problemDocument(answer, 'zh', correlationId)).toMatchObject({
      detail: refusals.PostNotFilled.zh,
      facts: { post: 'duty-desk' },
    });
    expect(problemDocument(answer, 'en', correlationId)).toMatchObject({ detail: refusals.PostNotFilled.en });
  });

  it('tells a refusal’s sentence with the facts that it names', () => {
    const facts = { hours: 2, window: '2026-03-02 18:00–20:00' };
    const answer = answerOf(new CommandRefused({ refused: 'CheckInTooEarly', facts }));
    expect(answer.detail).toEqual({
      zh: '约定的时段是2026-03-02 18:00–20:00，最早提前2小时签到。',
      en: 'The agreed window is 2026-03-02 18:00–20:00: check-in begins 2 hours before it.',
    });
  });

  it('tells nothing of a bug but where to find it in the log', () => {
    const document = problemDocument(answerOf(new Error('王桂英')), 'en', correlationId);
    expect(JSON.stringify(document)).not.toContain('王桂英');
    expect(document).toMatchObject({ status: 500, instance: `urn:uuid:${correlationId}` });
  });

  it('names the fields of a request that is not right', () => {
    const same = (text: string) => ({ zh: text, en: text });
    const problem = new Problem('invalid', {
      errors: [{ pointer: '/a', expected: same('x'), got: same('y') }],
    });
    expect(problemDocument(answerOf(problem), 'en', correlationId)).toMatchObject({
      errors: [{ pointer: '/a', expected: 'x', got: 'y' }],
    });
  });
});
