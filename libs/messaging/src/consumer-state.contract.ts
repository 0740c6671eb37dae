import type { ConsumerState, ParkedMessage } from './consumer-state';

interface OpenedConsumerState {
  readonly state: ConsumerState;
  /** Another one over the same memory. */
  reopen(): ConsumerState;
  close(): void | Promise<void>;
}

/** What every {@link ConsumerState} keeps. */
export function describeConsumerState(
  name: string,
  open: () => OpenedConsumerState | Promise<OpenedConsumerState>,
): void {
  describe(`consumer state: ${name}`, () => {
    let opened: OpenedConsumerState;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    it('knows nothing of a consumer that was never there', async () => {
      expect(await opened.state.checkpoint('dispatch')).toBeUndefined();
      expect(await opened.state.lastRevision('dispatch', 'case-1')).toBe(-1);
      expect(await opened.state.parked()).toEqual([]);
    });

    it('keeps revisions and checkpoint together, each consumer for itself', async () => {
      await opened.state.advance('dispatch', [{ stream: 'case-1', revision: 4 }], 'p4');
      await opened.state.advance('matching', [{ stream: 'case-1', revision: 1 }], 'p1');
      const again = opened.reopen();
      expect(await again.lastRevision('dispatch', 'case-1')).toBe(4);
      expect(await again.checkpoint('dispatch')).toBe('p4');
      expect(await again.lastRevision('matching', 'case-1')).toBe(1);
      expect(await again.checkpoint('matching')).toBe('p1');
    });

    it('never lets a revision go back', async () => {
      await opened.state.advance('dispatch', [{ stream: 'case-1', revision: 4 }], 'p4');
      await opened.state.advance('dispatch', [{ stream: 'case-1', revision: 2 }], undefined);
      expect(await opened.state.lastRevision('dispatch', 'case-1')).toBe(4);
      expect(await opened.state.checkpoint('dispatch')).toBe('p4');
    });

    it('gives parked events back as they were, by consumer, stream and revision', async () => {
      await opened.state.park(parked({ revision: 10 }));
      await opened.state.park(parked({ revision: 9 }));
      await opened.state.park(parked({ stream: 'case-0' }));
      await opened.state.park(parked({ consumer: 'aaa' }));
      const places = (await opened.reopen().parked()).map((each) => [
        each.consumer,
        each.stream,
        each.revision,
      ]);
      expect(places).toEqual([
        ['aaa', 'case-1', 3],
        ['dispatch', 'case-0', 3],
        ['dispatch', 'case-1', 9],
        ['dispatch', 'case-1', 10],
      ]);
      expect(await opened.state.parked('aaa', 'case-1')).toEqual([parked({ consumer: 'aaa' })]);
      expect(await opened.state.isParked('dispatch', 'case-1')).toBe(true);
      expect(await opened.state.isParked('dispatch', 'case-2')).toBe(false);
    });

    it('replaces what is said of an event that is parked again', async () => {
      await opened.state.park(parked({}));
      await opened.state.park(parked({ error: 'another', attempts: 7, because: 'failed' }));
      expect(await opened.state.parked()).toEqual([
        parked({ error: 'another', attempts: 7, because: 'failed' }),
      ]);
    });

    it('counts an event that leaves the parking as done', async () => {
      await opened.state.park(parked({}));
      await opened.state.unpark('dispatch', 'case-1', 3);
      expect(await opened.state.parked()).toEqual([]);
      expect(await opened.state.lastRevision('dispatch', 'case-1')).toBe(3);
    });

    it('remembers what was given up, by whom and why', async () => {
      await opened.state.park(parked({}));
      const skipped = {
        consumer: 'dispatch',
        stream: 'case-1',
        revision: 3,
        type: 'CaseAccepted',
        reason: 'entered twice',
        by: 'admin',
        skippedAt: '2026-03-01T08:00:00.000Z',
      };
      await opened.state.skip(skipped);
      expect(await opened.state.parked()).toEqual([]);
      expect(await opened.state.lastRevision('dispatch', 'case-1')).toBe(3);
      expect(await opened.reopen().skipped('dispatch')).toEqual([skipped]);
      expect(await opened.state.skipped('matching')).toEqual([]);
    });
  });
}

function parked(differently: Partial<ParkedMessage>): ParkedMessage {
  return {
    consumer: 'dispatch',
    stream: 'case-1',
    revision: 3,
    position: 'p3',
    type: 'CaseAccepted',
    bytes: Buffer.from('{"名":"值"}'),
    because: 'unknown',
    error: 'not known here',
    attempts: 0,
    parkedAt: '2026-03-01T07:00:00.000Z',
    ...differently,
  };
}
