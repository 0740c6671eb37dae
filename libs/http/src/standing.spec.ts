import type { Caller } from './caller';
import type { CaseStanding } from './standing';
import { relationsTo } from './standing';

const somebody: Caller = { id: 'li', grants: [], posts: [] };
const standing: CaseStanding = {
  accountable: { post: 'duty-desk', person: 'wang' },
  unit: 'grid-1',
  compound: 'dawn-lane',
  orders: [
    {
      workOrderId: 'order-1',
      assignee: { kind: 'volunteers' },
      offers: [
        { offerId: 'offer-1', volunteerId: 'volunteer-1' },
        { offerId: 'offer-2', volunteerId: 'volunteer-2' },
      ],
      assigned: [{ offerId: 'offer-2', volunteerId: 'volunteer-2' }],
    },
    {
      ...{ workOrderId: 'order-2', offers: [], assigned: [] },
      assignee: { kind: 'post', post: 'grid-1-worker', person: 'zhao' },
    },
    {
      ...{ workOrderId: 'order-3', offers: [], assigned: [] },
      assignee: { kind: 'organisation', organisation: 'property' },
    },
  ],
};

describe('somebody’s standing to a case', () => {
  it('is none by itself', () => expect(relationsTo(somebody, standing)).toEqual(['any']));

  it('is requester of what they reported or joined, and for nobody else', () => {
    const reported = { ...standing, requesterIds: ['requester-1', 'requester-2'] };
    const one = { ...somebody, requesterId: 'requester-1' };
    expect(relationsTo(one, reported)).toContain('requester');
    expect(relationsTo(one, reported, { requesterId: 'requester-1' })).toContain('requester');
    expect(relationsTo(one, reported, { requesterId: 'requester-2' })).not.toContain('requester');
    expect(relationsTo({ ...one, requesterId: 'requester-3' }, reported)).not.toContain('requester');
    expect(relationsTo(somebody, reported)).not.toContain('requester');
  });

  it('is accountable as the person, and as who holds the post now', () => {
    expect(relationsTo({ ...somebody, id: 'wang' }, standing)).toContain('accountable');
    const successor = { ...somebody, posts: [{ post: 'duty-desk', unit: 'community' }] };
    expect(relationsTo(successor, standing)).toContain('accountable');
  });

  it('is assignee by person, post or organisation', () => {
    expect(relationsTo({ ...somebody, id: 'zhao' }, standing)).toContain('assignee');
    const employee: Caller = { ...somebody, grants: [{ role: 'handler', scope: 'property' }] };
    expect(relationsTo(employee, standing)).toContain('assignee@property');
    expect(relationsTo(employee, standing, { workOrderId: 'order-1' })).toEqual(['any']);
    expect(relationsTo({ ...somebody, id: 'zhao' }, standing, { workOrderId: 'order-1' })).not.toContain(
      'assignee',
    );
  });

  it('is offered only for an offer of one’s own', () => {
    const volunteer = { ...somebody, volunteerId: 'volunteer-1' };
    expect(relationsTo(volunteer, standing)).toContain('offered');
    expect(relationsTo(volunteer, standing, { offerId: 'offer-1' })).toContain('offered');
    expect(relationsTo(volunteer, standing, { offerId: 'offer-2' })).not.toContain('offered');
  });

  it('is assigned only while a booking of one’s own stands', () => {
    expect(relationsTo({ ...somebody, volunteerId: 'volunteer-1' }, standing)).not.toContain('assigned');
    const booked = { ...somebody, volunteerId: 'volunteer-2' };
    expect(relationsTo(booked, standing)).toContain('assigned');
    expect(relationsTo(booked, standing, { workOrderId: 'order-2' })).not.toContain('assigned');
  });

  it('is nobody’s offer where the caller is no volunteer', () =>
    expect(relationsTo(somebody, { ...standing, orders: [] })).not.toContain('offered'));

  it('is in the unit by a post or a grant there', () => {
    const here = { ...somebody, posts: [{ post: 'x', unit: 'grid-1' }] };
    expect(relationsTo(here, standing)).toContain('in-unit');
    const keyHolder = { ...somebody, grants: [{ role: 'key-holder' as const, scope: 'dawn-lane' }] };
    expect(relationsTo(keyHolder, standing)).toEqual(['any', 'in-unit@dawn-lane']);
  });
});

describe('the side that is complained about', () => {
  const about = { ...standing, respondent: { organisation: 'property', keptOut: ['zhao', 'volunteer-2'] } };
  const employee: Caller = { ...somebody, grants: [{ role: 'handler', scope: 'property' }] };

  it('stands to the case in no other way, whatever their posts, orders and bookings', () => {
    const head = { ...somebody, id: 'wang', grants: [{ role: 'dispatcher' as const, scope: 'property' }] };
    for (const each of [
      employee,
      head,
      { ...somebody, id: 'zhao' },
      { ...somebody, volunteerId: 'volunteer-2' },
    ])
      expect(relationsTo(each, about)).toEqual(['other-side']);
    expect(relationsTo(somebody, about)).toEqual(['any']);
  });

  it('is asked for its party’s key in the joint resolution of this round, and by who stands in for one', () => {
    const joint = {
      parties: ['owners' as const],
      standIns: [{ party: 'owners' as const, person: 'zhao', until: '' }],
    };
    const holding = (party: 'owners' | 'property', scope?: string): Caller => ({
      ...{ ...somebody, id: 'zhao-2' },
      grants: [
        { role: 'key-holder', party, ...(scope && { scope }) },
        { role: 'handler', scope: 'property' },
      ],
    });
    const convened = { ...about, joint };
    expect(relationsTo(holding('owners', 'dawn-lane'), about)).toEqual(['other-side']);
    expect(relationsTo(holding('owners', 'dawn-lane'), convened)).toEqual(['other-side', 'key-asked']);
    expect(relationsTo(holding('owners'), convened)).toEqual(['other-side', 'key-asked']);
    expect(relationsTo(holding('owners', 'plane-court'), convened)).toEqual(['other-side']);
    expect(relationsTo(holding('property', 'dawn-lane'), convened)).toEqual(['other-side']);
    expect(relationsTo({ ...somebody, id: 'zhao' }, convened)).toEqual(['other-side', 'key-asked']);
  });

  it('is told a name where a requester agreed to it', () =>
    expect(relationsTo(employee, { ...about, isDisclosed: true })).toEqual(['other-side', 'named-to']));
});
