import { caseRefusals } from './case/case.refusals';
import { communityRefusals } from './community.refusals';
import { refusals } from './refusals';
import { volunteerRefusals } from './volunteer/volunteer.refusals';

describe('the refusals', () => {
  it('name each thing once', () => {
    const codes = [caseRefusals, volunteerRefusals, communityRefusals].flatMap((table) => Object.keys(table));
    expect(codes).toHaveLength(Object.keys(refusals).length);
  });

  it.each(Object.entries(refusals))('say %s in one sentence of each language', (_code, { zh, en }) => {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(zh).toMatch(/^[^。]+。$/);
    expect(en).toMatch(/^[A-Z][^.]+\.$/);
  });
});
