import { withOrigins } from '@threekeys/domain';
import { contentOf, MemoryEventStore } from '@threekeys/event-store';
import type { RecordedEvent } from '@threekeys/event-store';
import { NotALeaf } from '@threekeys/integrity';
import { knownEvents, UnknownEvent, viewEventOf, viewEventSaying } from './known-events';
import { LogWriter } from './log.fixtures';
import type { ToRecord } from './log.fixtures';

async function stored(event: ToRecord): Promise<RecordedEvent> {
  const store = new MemoryEventStore();
  await new LogWriter(store).append('case-1', event);
  for await (const each of store.readAll()) return each;
  throw new Error('nothing was stored');
}

describe('an event opened for views', () => {
  const sealed = { $pii: { kid: 'k', ct: 'Zm9v' } };

  it('has its sealed values told where they stand, as the domain does', async () => {
    const data = {
      summary: sealed,
      plain: 'text',
      list: [{ name: sealed }, 7, [sealed]],
      'odd/key~': { deeper: sealed, empty: {} },
    };
    const event = await stored({ type: 'CaseReported', data });
    const opened = viewEventOf(event, knownEvents);
    expect(opened.data).toEqual(withOrigins(event.id, data));
    expect(JSON.stringify(opened.data)).toContain(`"$at":"${event.id}#/odd~1key~0/deeper"`);
    const said = contentOf(event);
    expect(viewEventSaying(event, said, knownEvents)).toEqual(opened);
    expect(said).toEqual(contentOf(event));
  });
  it('is as it was stored without sealed values', async () => {
    const opened = viewEventOf(await stored({ type: 'CaseFiled', data: { unit: 'grid-1' } }), knownEvents);
    expect(opened).toMatchObject({
      stream: 'case-1',
      revision: 0,
      type: 'CaseFiled',
      data: { unit: 'grid-1' },
    });
  });
  it('is refused where its type or schema is unknown', async () => {
    const unheard = await stored({ type: 'CaseFramed', data: {} });
    const newer = await stored({ type: 'CaseFiled', data: {}, schema: 2 });
    expect(() => viewEventOf(unheard, knownEvents)).toThrow(UnknownEvent);
    expect(() => viewEventOf(newer, knownEvents)).toThrow(UnknownEvent);
    expect(() => viewEventSaying(newer, contentOf(newer), knownEvents)).toThrow(UnknownEvent);
  });
  it('is refused where its bytes are no leaf', async () => {
    const event = await stored({ type: 'CaseFiled', data: {} });
    expect(() => viewEventOf({ ...event, bytes: Buffer.from('[') }, knownEvents)).toThrow(NotALeaf);
  });
});
