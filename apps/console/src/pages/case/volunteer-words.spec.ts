import type { HistoryEvent } from '../../types';
import { volunteerIn, volunteerWords } from './volunteer-words';

const community = {
  vocabulary: {
    skills: { electrics: { zh: '电工', en: 'Electrics' }, nursing: { zh: '护理', en: 'Nursing' } },
    interests: {},
    certificates: {},
    postKinds: {},
    constraints: {},
  },
};
const id = 'fc6349cf-0000-4000-8000-000000000001';
const event = (type: string, data: Record<string, unknown>) => ({ type, data }) as HistoryEvent;

describe('a volunteer in words', () => {
  it('is the masked name and the skills, in the language of the page', () => {
    const volunteer = { name: '罗*梅', skills: ['electrics', 'nursing'] };
    expect(volunteerWords('Volunteer 1', volunteer, community, 'en')).toBe('罗*梅 · Electrics, Nursing');
    expect(volunteerWords('志愿者 1', volunteer, community, 'zh')).toBe('罗*梅 · 电工、护理');
  });

  it('is told apart without a name where the register may not be read', () =>
    expect(volunteerWords('Volunteer 1', undefined, community, 'en')).toBe('Volunteer 1'));
});

describe('the volunteer an event tells of', () => {
  const asked = event('VolunteerOffered', { offerId: 'one', volunteerId: id });

  it('is who was asked, also where the event names the offer alone', () => {
    expect(volunteerIn(asked, [asked])).toBe(id);
    expect(volunteerIn(event('OfferDeclined', { offerId: 'one' }), [asked])).toBe(id);
  });

  it('is nobody where no offer is meant', () => {
    expect(volunteerIn(event('CaseFiled', {}), [asked])).toBeUndefined();
    expect(volunteerIn(event('OfferDeclined', { offerId: 'another' }), [asked])).toBeUndefined();
  });
});
