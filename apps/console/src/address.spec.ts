import { askedIn } from './address';

describe('an address', () => {
  it('asks a route for what it takes, and for nothing else', () => {
    const search = new URLSearchParams('status=closed&lang=en&q=Wang&unit=&cursor=abc');
    expect(askedIn(search, ['status', 'unit', 'cursor']).toString()).toBe('status=closed&cursor=abc');
  });
});
