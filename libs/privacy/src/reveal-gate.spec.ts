import { Clock } from '@threekeys/event-store';
import { AccessNotRecorded, MemoryAccessLog, MemoryKeyStore, Opener, RevealGate, sealText } from '.';
import type { AccessRecord, AccessLog } from '.';

class SetClock extends Clock {
  instant = '2026-03-01T08:00:00.000Z';
  now(): string {
    return this.instant;
  }
}

class FullAccessLog extends MemoryAccessLog {
  override record(): Promise<void> {
    return Promise.reject(new Error('the disk is full'));
  }
}

async function setting(log: AccessLog = new MemoryAccessLog()) {
  const keys = new MemoryKeyStore();
  const [key] = await keys.makeAhead(1);
  if (!key) throw new Error('no key');
  const clock = new SetClock();
  const sealed = { ...sealText('Wang Guiying', key, { eventId: 'e', pointer: '/name' }), $at: 'e#/name' };
  const gate = new RevealGate(new Opener(keys), log, clock);
  const request = {
    stream: 'case-1',
    fields: [{ name: 'name', value: sealed }],
    actor: { id: 'clerk', role: 'intake-clerk' as const },
    purpose: 'contact' as const,
  };
  return { gate, request, clock, log };
}

async function recordsOf(log: AccessLog): Promise<readonly AccessRecord[]> {
  const records: AccessRecord[] = [];
  for await (const record of log.read('2026-03')) records.push(record);
  return records;
}

describe('the gate', () => {
  it('opens for a purpose, and records who, what and why, never the value', async () => {
    const { gate, request, log } = await setting();
    expect(await gate.reveal(request)).toEqual([{ name: 'name', value: 'Wang Guiying' }]);
    const records = await recordsOf(log);
    expect(records).toEqual([
      {
        at: '2026-03-01T08:00:00.000Z',
        actor: request.actor,
        stream: 'case-1',
        fields: ['name'],
        purpose: 'contact',
      },
    ]);
    expect(JSON.stringify(records)).not.toContain('Wang');
  });

  it('records a repeat within the hour once, and again in the next, or for another purpose', async () => {
    const { gate, request, clock, log } = await setting();
    await gate.reveal(request);
    await gate.reveal(request);
    expect(await recordsOf(log)).toHaveLength(1);
    await gate.reveal({ ...request, purpose: 'audit' });
    clock.instant = '2026-03-01T09:00:00.000Z';
    await gate.reveal(request);
    expect(await recordsOf(log)).toHaveLength(3);
  });

  it('lets nothing out where it cannot record', async () => {
    const { gate, request } = await setting(new FullAccessLog());
    await expect(gate.reveal(request)).rejects.toThrow(AccessNotRecorded);
    await expect(gate.reveal(request)).rejects.toThrow(AccessNotRecorded);
  });

  it('says that a value is erased', async () => {
    const { gate, request } = await setting();
    const [field] = request.fields;
    if (!field) throw new Error('no field');
    const erased = { ...field.value, $pii: { ...field.value.$pii, kid: 'gone' } };
    expect(await gate.reveal({ ...request, fields: [{ name: 'name', value: erased }] })).toEqual([
      { name: 'name', value: undefined },
    ]);
  });
});
