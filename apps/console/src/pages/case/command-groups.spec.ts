import { commandFields } from './command-fields';
import { groupsOf } from './command-groups';
import { besideTheKeys } from './joint/commands';

describe('the groups of commands', () => {
  it('have each command that a page has a form for, once', () => {
    const onPage = Object.keys(commandFields).filter((command) => !besideTheKeys.has(command));
    const grouped = groupsOf(onPage).flatMap(({ commands }) => commands);
    expect([...grouped].sort()).toEqual([...onPage].sort());
  });

  it('are those that have something to do, in the order of a case and not of the answer', () =>
    expect(groupsOf(['MergeCase', 'ReportResult', 'AcknowledgeWorkOrder'])).toEqual([
      { group: 'next', commands: ['AcknowledgeWorkOrder', 'ReportResult'] },
      { group: 'course', commands: ['MergeCase'] },
    ]));
});
