import { en } from '../../messages/en';
import type { CaseDetail } from '../../types';
import { dataOf } from './command-data';
import { commandFields } from './command-fields';

const offer = (offerId: string, status: string) => ({ offerId, volunteerId: `of ${offerId}`, status });
const order = { workOrderId: 'order', part: 'lead', status: 'dispatched', assigned: [] };
const person = (requesterId: string, answered?: object) => ({ requesterId, withdrawn: false, answered });

function fieldsOf(command: string, one: object) {
  const sources = { one: one as CaseDetail, community: undefined, language: 'en' as const, t: en };
  return (commandFields[command] ?? []).map((make) =>
    make({ ...sources, volunteers: [], nameOf: (id) => `name ${id}` }),
  );
}
const fieldOf = (command: string, name: string, one: object) =>
  fieldsOf(command, one).find((field) => field.name === name);

describe('the form of a command', () => {
  it('chooses no offer where there are several, and shows only those that wait for an answer', () => {
    const offers = [offer('a', 'offered'), offer('b', 'declined'), offer('c', 'offered')];
    const field = fieldOf('AcceptOffer', 'offerId', { orders: [{ ...order, offers }] });
    expect(field?.value).toBeUndefined();
    expect(field?.options?.map(({ label }) => label)).toEqual([
      'name of a · awaiting an answer',
      'name of c · awaiting an answer',
    ]);
  });

  it('chooses the only one there is, and sends its order with it', () => {
    const fields = fieldsOf('AcceptOffer', { orders: [{ ...order, offers: [offer('a', 'offered')] }] });
    expect(dataOf('AcceptOffer', fields, {}, 'id')).toEqual({ workOrderId: 'order', offerId: 'a' });
  });

  it.each(['passed', 'purpose', 'assignee', 'reason', 'channel'])('never answers “%s” beforehand', (name) => {
    const commands = ['CheckResult', 'RecordContact', 'DispatchWorkOrder'];
    const found = commands.map((command) => fieldOf(command, name, { orders: [], requesters: [] }));
    expect(found.filter(Boolean).map((field) => field?.value)).not.toHaveLength(0);
    expect(found.every((field) => field?.value === undefined)).toBe(true);
  });

  it('chooses the requester who alone has still to hear', () => {
    const requesters = [person('a', { subjectOf: 'result' }), person('b')];
    expect(fieldOf('AnswerRequester', 'requesterId', { requesters })?.value).toBe('b');
    const waiting = [person('a'), person('b')];
    expect(fieldOf('AnswerRequester', 'requesterId', { requesters: waiting })?.value).toBeUndefined();
  });
});
