import { Community } from './community.fixtures';

// Dispatch hears of a hand-over by one way and has the rules by another: on a cluster either may be first.

let community: Community;
beforeEach(async () => {
  community = await Community.open();
});
afterEach(async () => {
  await community.settle();
  expect(await community.messaging.parking.list()).toEqual([]);
  await community.close();
});

const leave = (post: string, takesOver: string) =>
  community.tellOrganisation({ type: 'LeavePost', data: { post, takesOver } });

/** Who answers for it, one after the other. */
async function accountable(caseId: string): Promise<readonly unknown[]> {
  const history = await community.history(`case-${caseId}`);
  const transferred = history.filter(({ type }) => type === 'AccountabilityTransferred');
  return transferred.map(({ data }) => (data['to'] as { person: string }).person);
}

/** Who has the lead order, one after the other. */
async function handlers(caseId: string): Promise<readonly unknown[]> {
  const history = await community.history(`case-${caseId}`);
  const reassigned = history.filter(({ type }) => type === 'WorkOrderReassigned');
  return reassigned.map(({ data }) => (data['to'] as { person: string }).person);
}

/** Resolves when a service asks for rules that have what it has just heard of. */
function rulesAreAskedFor(): Promise<void> {
  const { rules } = community;
  const current = rules.current.bind(rules);
  return new Promise((resolve) => {
    rules.current = (asked) => {
      if (asked?.atLeast !== undefined) resolve();
      return current(asked);
    };
  });
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a post that changes hands while the rules are behind the news of it', () => {
  beforeEach(() => community.rulesLog.let(0));
  afterEach(() => community.rulesLog.let());

  /** One event at a time, from when dispatch waits for them. */
  async function heard(post: string, takesOver: string): Promise<void> {
    const asked = rulesAreAskedFor();
    await leave(post, takesOver);
    await Promise.race([asked, community.settle()]);
    community.rulesLog.let(1);
    await turn();
    community.rulesLog.let();
    await community.settle();
  }

  it('takes its open cases along', async () => {
    const caseId = await community.report('path light', 'lighting');
    await heard('duty-desk', 'wang');
    expect(await accountable(caseId)).toEqual(['wang']);
  });

  it('takes its work along, whose new handler holds the post one event later', async () => {
    const caseId = await community.report('a hole', 'road-surface');
    await community.settle();
    expect((await community.lead(caseId)).assignee).toMatchObject({ post: 'liaison', person: 'liao' });
    await heard('liaison', 'lin');
    expect(await handlers(caseId)).toEqual(['lin']);
  });
});

describe('a post that has changed hands again before the news of the first time is heard', () => {
  async function twice(post: string, first: string, second: string): Promise<void> {
    await community.settle();
    await community.messaging.stop();
    await leave(post, first);
    await leave(post, second);
    await community.restart();
    await community.settle();
  }

  it('passes its open cases to whoever holds it now, and to nobody in between', async () => {
    const caseId = await community.report('path light', 'lighting');
    await twice('duty-desk', 'wang', 'zhao');
    expect(await accountable(caseId)).toEqual(['zhao']);
  });

  it('passes its work likewise', async () => {
    const caseId = await community.report('a hole', 'road-surface');
    await twice('liaison', 'lin', 'luo');
    expect((await community.lead(caseId)).assignee).toMatchObject({ post: 'liaison', person: 'luo' });
    expect(await handlers(caseId)).toEqual(['luo']);
  });
});
