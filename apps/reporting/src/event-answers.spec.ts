import type { FieldGroup } from '@threekeys/auth';
import type { FiledEvent } from './case-file';
import { eventAnswers } from './event-answers';
import type { Sight } from './sight';

const sealed = (at: string) => ({ $pii: { kid: 'k', ct: 'c' }, $at: at });
const amended = {
  event: { leafHash: '' },
  content: {
    ...{ id: 'e', type: 'ReportAmended', actor: { id: 'clerk', role: 'intake-clerk' } },
    data: {
      supersedes: 'report',
      fields: {
        category: 'noise',
        requester: { subject: { subjectId: 's', name: sealed('e#/n'), phone: sealed('e#/p') } },
        respondent: { respondentId: 'r', kind: 'shop', name: sealed('e#/r') },
      },
    },
  },
} as unknown as FiledEvent;

const seeing = (...groups: readonly FieldGroup[]): Sight => ({
  ...{ relations: [], may: () => true, isSelf: () => false },
  sees: (group) => groups.includes(group),
  words: (values) => Promise.resolve(values.map(() => undefined)),
  name: (_value, group = 'identity') => Promise.resolve(groups.includes(group) ? 'masked name' : undefined),
  phone: (_value, group = 'identity') => Promise.resolve(groups.includes(group) ? 'masked phone' : undefined),
});
const toldTo = async (...groups: readonly FieldGroup[]) =>
  (await eventAnswers([amended], seeing(...groups)))[0]?.data['fields'];

describe('the correction of who reported, and about whom', () => {
  it('is told masked to who may know them', async () =>
    expect(await toldTo('identity', 'respondent')).toEqual({
      category: 'noise',
      requester: { subject: { subjectId: 's', name: 'masked name', phone: 'masked phone' } },
      respondent: { respondentId: 'r', kind: 'shop', name: 'masked name' },
    }));

  it('is no part of what others see: not even that there was one', async () =>
    expect(await toldTo('words')).toEqual({ category: 'noise' }));
});
