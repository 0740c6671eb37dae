import type { Messages } from '../../messages/zh';
import { after, instant } from './field-makers';
import type { FieldMaker } from './field-makers';

/** 约时段: when volunteers may come again, where that was agreed with the resident; nothing where nobody of them did it. */
export const anotherVisit = (answer: string, is: string): readonly FieldMaker[] => [
  after(
    answer,
    is,
    timeOfVisit('windowFrom', ({ case: { visitHint } }) => visitHint),
  ),
  after(answer, is, timeOfVisit('windowTo')),
];

const timeOfVisit =
  (name: string, hintOf?: (t: Messages) => string): FieldMaker =>
  (sources) => {
    const { one, t } = sources;
    const lead = one.orders.findLast(({ part, status }) => part === 'lead' && status !== 'returned');
    const isTheirs = lead?.assignee.kind === 'volunteers' && lead.round === one.round;
    const field = { ...instant(name)(sources), required: false, hint: hintOf?.(t) };
    return isTheirs ? field : { name, kind: 'fixed', required: false };
  };
