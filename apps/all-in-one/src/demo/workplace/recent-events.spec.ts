import type { RecordedEvent } from '@threekeys/event-store';
import { Leaves } from './leaves.fixtures';
import { RecentEvents } from './recent-events';

const said = { type: 'Said', data: {} };

function remembered(count: number): { recent: RecentEvents; all: readonly RecordedEvent[] } {
  const [recent, leaves, all] = [new RecentEvents(), new Leaves(), [] as RecordedEvent[]];
  for (let i = 0; i < count; i++) {
    const event = leaves.event(`thing-${String(i % 3000)}`, said);
    all.push(event);
    recent.add(event);
  }
  return { recent, all };
}

const revisions = (events: readonly RecordedEvent[] | undefined) => events?.map(({ revision }) => revision);

describe('the last events of a log', () => {
  it('are all of them while there are few, and of each stream what a range asks for', () => {
    const { recent, all } = remembered(7000);
    expect(recent.after(0)).toEqual(all);
    expect(recent.after(6998)).toEqual(all.slice(-2));
    expect(revisions(recent.ofStream('thing-5', {}))).toEqual([0, 1, 2]);
    expect(revisions(recent.ofStream('thing-5', { from: 1, max: 1 }))).toEqual([1]);
    expect(revisions(recent.ofStream('thing-5', { from: 3 }))).toEqual([]);
    expect(revisions(recent.ofStream('thing-5', { direction: 'backwards', max: 2 }))).toEqual([2, 1]);
    expect(revisions(recent.ofStream('thing-5', { direction: 'backwards', from: 1 }))).toEqual([1, 0]);
  });

  it('say nothing of what was before them', () => {
    const { recent, all } = remembered(9000);
    expect([recent.after(0), recent.after(4000)]).toEqual([undefined, undefined]);
    expect(recent.after(8990)).toEqual(all.slice(-10));
    expect(recent.ofStream('thing-5', {})).toBeUndefined();
    expect(recent.ofStream('thing-5', { direction: 'backwards' })).toBeUndefined();
    expect(revisions(recent.ofStream('thing-5', { direction: 'backwards', max: 1 }))).toEqual([2]);
    expect(recent.ofStream('thing-none', {})).toBeUndefined();
  });
});
