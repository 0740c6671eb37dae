import type { Caller } from '@threekeys/http';
import { relationsTo } from '@threekeys/http';
import type { LinkedCase } from './linked-cases';
import { withOwnGrants } from './own-grants';

const now = '2026-03-01T00:00:00.000Z';
const volunteer: Caller = { id: 'su', grants: [{ role: 'volunteer' }], posts: [], volunteerId: 'v1' };
const grant = {
  person: 'su',
  role: 'handler' as const,
  scope: 'mingguang',
  from: '2026-01-01T00:00:00.000Z',
};
const complaint = {
  ...{ accountable: { post: 'intake', person: 'clerk' }, compound: 'dawn-lane' },
  ...{ respondent: { organisation: 'mingguang' }, orders: [] },
};

function linkedWith(...grants: object[]): Pick<LinkedCase, 'rules' | 'now'> {
  return { now, rules: { organisation: { grants } } } as unknown as Pick<LinkedCase, 'rules' | 'now'>;
}

describe('who came by a link', () => {
  it.each([
    ['acts for who is complained about', [grant], true],
    ['did so until lately', [{ ...grant, until: '2026-02-01T00:00:00.000Z' }], false],
    ['acts for somebody else', [{ ...grant, scope: 'lamp-works' }], false],
    ['is somebody else than who does', [{ ...grant, person: 'li' }], false],
  ])('and %s', (_, grants, isOtherSide) => {
    const person = withOwnGrants(volunteer, linkedWith(...grants));
    expect(relationsTo(person, complaint).includes('other-side')).toBe(isOtherSide);
  });
});
