import type { OrderOf } from '../../types';
import { fromTexts, select } from './field-makers';
import type { FieldMaker, FieldSources } from './field-makers';

// 代记: what somebody says on the phone or on paper, and staff write down for them.

/** How it was said, and who writes it down. */
const howTheySaidIt = (required: boolean): FieldMaker =>
  select(
    'toldOn',
    ({ t, me }) =>
      fromTexts(t.channels, ['phone', 'desk', 'visit', 'sms', 'letter']).map(({ value, label }) => ({
        value: `${me?.username ?? ''}|${value}`,
        label,
      })),
    required,
  );

/** Of an offer: nobody but the volunteer answers it, so whoever else does has heard it from them. */
export const wordOfVolunteer: FieldMaker = (sources) => {
  const { one, me } = sources;
  const among = one.orders.flatMap(({ workOrderId, offers }) =>
    offers
      .filter(({ volunteerId }) => volunteerId !== me?.volunteerId)
      .map(({ offerId }) => `${workOrderId}|${offerId}`),
  );
  return { ...howTheySaidIt(true)(sources), when: { name: 'offerId', among } };
};

/** Of an order: staff may also do the work of another's order themselves. */
export const wordOfAssignee: FieldMaker = (sources) => {
  const others = sources.one.orders.filter((order) => !isTheirs(order, sources));
  return {
    ...howTheySaidIt(false)(sources),
    hint: sources.t.case.ownWordHint,
    when: { name: 'workOrderId', among: others.map(({ workOrderId }) => workOrderId) },
  };
};

/** Whether the order lies with who fills the form: sent to them, to a post of theirs, or their seat in it. */
function isTheirs({ assignee, assigned }: OrderOf, { me, community }: FieldSources): boolean {
  if (!me) return true;
  const holder = community?.posts.find(({ post }) => post === assignee.post)?.holder;
  const isSeated = assigned.some(({ volunteerId }) => volunteerId === me.volunteerId);
  return assignee.person === me.username || holder === me.username || isSeated;
}
