import { en } from '../../messages/en';
import { pointedField } from './pointed-field';

describe('a pointer of the server', () => {
  it.each([
    ['/outcomeScore', 'Score of the outcome'],
    ['outcomeScore', 'Score of the outcome'],
    ['/order/assignee/person', 'Person'],
    ['/window/from', 'From'],
    ['/sheet/minutes', 'Number of the minutes'],
    ['/requester/phone', 'Phone'],
    ['/to/window/deep', '/to/window/deep'],
  ])('%s is called %s', (pointer, label) => expect(pointedField(pointer, en)).toBe(label));
});
