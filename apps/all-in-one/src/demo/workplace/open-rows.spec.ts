import { caseAccepted, caseClosed, caseReopened, caseReported } from '@threekeys/domain/fixtures';
import { MemoryEventStore, saidIn } from '@threekeys/event-store';
import type { CaseRow, VolunteerRow } from '@threekeys/read-models';
import { HeardEvent } from './heard-event';
import type { ToRecord } from './leaves.fixtures';
import { Leaves } from './leaves.fixtures';
import { OpenRows } from './open-rows';

const registered = (account?: string): ToRecord => ({
  type: 'VolunteerRegistered',
  data: {
    volunteerId: 'v1',
    name: 'Ann',
    phone: '13800000000',
    kind: 'resident',
    compound: 'spring',
    account,
  },
});

/** The rows, and a way to record what they hear of. */
function opened() {
  const [log, leaves] = [new MemoryEventStore(), new Leaves()];
  const rows = new OpenRows(log);
  const record = async (stream: string, ...events: readonly ToRecord[]): Promise<void> => {
    for (const event of events) {
      const leaf = leaves.next(stream, JSON.parse(JSON.stringify(event)) as ToRecord);
      const { revision, prev: leafHash } = leaf;
      const head = revision === 0 ? 'no-stream' : { revision: revision - 1, leafHash };
      const { position } = await log.append(stream, head, [leaf]);
      rows.take(new HeardEvent({ ...leaf, position }, saidIn(leaf)));
    }
  };
  return { rows, record };
}

const open = { where: { open: 1 }, limit: 10 };

describe('the rows that a demo asks for while it is played', () => {
  it('are the cases that are open, as they are now, however they are asked for', async () => {
    const { rows, record } = opened();
    await record('case-1', caseReported({ caseId: '1' }));
    await record('case-2', caseReported({ caseId: '2' }), caseAccepted());
    const found = await rows.find<CaseRow>('cases', open);
    expect(found.rows.map(({ key, row }) => [key, row.status])).toEqual([
      ['1', 'reported'],
      ['2', 'accepted'],
    ]);
    await record('case-1', caseAccepted());
    expect(await rows.get<CaseRow>('cases', '1')).toMatchObject({ caseId: '1', status: 'accepted' });
    expect(await rows.get('cases', '3')).toBeUndefined();
  });

  it('are none of a case that has ended, until it is reopened', async () => {
    const { rows, record } = opened();
    await record('case-1', caseReported({ caseId: '1' }), caseAccepted());
    expect(await rows.get('cases', '1')).toBeDefined();
    await record('case-1', caseClosed());
    expect([await rows.get('cases', '1'), (await rows.find('cases', open)).rows]).toEqual([undefined, []]);
    await record('case-1', caseReopened());
    expect(await rows.get<CaseRow>('cases', '1')).toMatchObject({ caseId: '1' });
  });

  it('tell the account of a volunteer by their id, and by the account who they are', async () => {
    const { rows, record } = opened();
    await record('volunteer-v1', registered('ann'));
    expect(await rows.get<VolunteerRow>('volunteers', 'v1')).toMatchObject({ account: 'ann' });
    expect(await rows.get('volunteers', 'v2')).toBeUndefined();
    const { rows: found } = await rows.find('volunteers', { where: { account: 'ann', left: 0 }, limit: 2 });
    expect(found.map(({ key }) => key)).toEqual(['v1']);
  });
});
