import { assigneeOptions, needAt, volunteers } from '../../assignees';
import { after, instant } from './field-makers';
import type { FieldMaker } from './field-makers';

const toWhom: FieldMaker = ({ community, language, t }) => ({
  ...{ name: 'assignee', kind: 'select', required: true },
  options: assigneeOptions(community, { language, volunteerWords: t.board.volunteers }),
});
const need: FieldMaker = ({ one: { category: of, place }, community }) => {
  const known = community?.categories.find((each) => each.category === of);
  return { name: 'need', kind: 'fixed', required: true, ...(known && { data: needAt(known, place) }) };
};

/** Whom work is given to; of volunteers also when, and what the case's category asks of them. */
export const assignee: readonly FieldMaker[] = [
  toWhom,
  after('assignee', volunteers, instant('windowFrom')),
  after('assignee', volunteers, instant('windowTo')),
  after('assignee', volunteers, need),
];
