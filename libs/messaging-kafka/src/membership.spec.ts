import { Membership } from './membership';

describe('a place in a group', () => {
  const settings = { sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 20_000 };
  let ended: string[];
  let assigned: unknown[];

  const member = () => {
    const membership = new Membership({ settings, assigned: (partitions) => assigned.push(partitions) });
    return { membership, events: membership.events(({ message }) => ended.push(message)) };
  };

  beforeEach(() => {
    jest.useFakeTimers();
    ended = [];
    assigned = [];
  });
  afterEach(() => jest.useRealTimers());

  it('is not there before the group says so', () => {
    const { membership, events } = member();
    expect(membership.status).toBe('connecting');
    events.joined({ cases: [0, 1] });
    expect(membership.status).toBe('connected');
    expect(assigned).toEqual([{ cases: [0, 1] }]);
  });

  it('is away where the broker has not answered for a session', () => {
    const { membership, events } = member();
    events.joined({});
    jest.advanceTimersByTime(10_001);
    expect(membership.status).toBe('away');
    events.answered();
    expect(membership.status).toBe('connected');
  });

  it('is in doubt while the group changes, and given up where that does not end', () => {
    const { membership, events } = member();
    events.joined({});
    events.rebalancing();
    expect(membership.status).toBe('rebalancing');
    jest.advanceTimersByTime(59_999);
    expect(ended).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(ended).toEqual(['the group did not come to the end of its rebalance']);
  });

  it('is waited for from the last word on', () => {
    const { events } = member();
    events.rebalancing();
    jest.advanceTimersByTime(50_000);
    events.rebalancing();
    jest.advanceTimersByTime(50_000);
    expect(ended).toEqual([]);
  });

  it('is what it was where a heartbeat is accepted: the client may never say that it joined', () => {
    const { membership, events } = member();
    events.joined({ cases: [0] });
    events.rebalancing();
    events.answered();
    expect(membership.status).toBe('rebalancing');
    events.heartbeat();
    expect(membership.status).toBe('connected');
    jest.advanceTimersByTime(60_000);
    expect(ended).toEqual([]);
    expect(assigned).toHaveLength(1);
  });

  it('that ended says nothing more', () => {
    const { membership, events } = member();
    events.rebalancing();
    membership.begin('stopped');
    events.heartbeat();
    jest.advanceTimersByTime(60_000);
    expect(ended).toEqual([]);
    expect(membership.status).toBe('stopped');
  });

  it('ends with what the client died of', () => {
    const { events } = member();
    events.crashed(new Error('no such group'));
    expect(ended).toEqual(['no such group']);
  });
});
