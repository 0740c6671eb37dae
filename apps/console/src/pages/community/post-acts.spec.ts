import { actsOnPost, holderOf } from './post-acts';

const until = '2026-12-31T16:00:00.000Z';

describe('a post', () => {
  it('is filled while nobody holds it, and left by whoever does', () => {
    expect(actsOnPost({})).toEqual(['FillPost']);
    expect(actsOnPost({ holder: 'li' })).toEqual(['LeavePost']);
  });

  it('whose term runs is filled for longer, too', () => {
    expect(actsOnPost({ holder: 'li', term: { until } })).toEqual(['FillPost', 'LeavePost']);
  });

  it('whose term is over is still left: its unit cannot be closed before', () => {
    const over = { outOfOffice: 'li', term: { until } };
    expect(actsOnPost(over)).toEqual(['FillPost', 'LeavePost']);
    expect(holderOf(over)).toBe('li');
  });
});
