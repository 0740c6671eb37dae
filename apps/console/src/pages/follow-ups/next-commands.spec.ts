import { nextCommands } from './next-commands';

const allowed = ['RecordFollowUp', 'RecordContact', 'AnswerRequester', 'CloseCase'];
const answered = { at: '2026-11-25T08:00:00.000Z', subjectOf: 'result' };

describe('what can be done for a requester', () => {
  it('begins with the answer where it is owed', () =>
    expect(nextCommands({ requester: {}, allowed, outOfReach: false })).toEqual([
      ...['AnswerRequester', 'RecordFollowUp', 'RecordContact'],
    ]));

  it('is to follow up once they were told, and to close where they cannot be reached', () => {
    expect(nextCommands({ requester: { answered }, allowed, outOfReach: true })).toEqual([
      ...['RecordFollowUp', 'RecordContact', 'CloseCase'],
    ]);
  });

  it('is nothing that this person may not do', () =>
    expect(nextCommands({ requester: {}, allowed: ['RecordContact'], outOfReach: true })).toEqual([
      'RecordContact',
    ]));
});
