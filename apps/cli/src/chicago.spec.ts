import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEntry } from './chicago';

const data = process.env.THREEKEYS_TEST_DATA;

describe('an entry of Chicago 311', () => {
  const entry = {
    service_request_id: '14-1',
    status: 'closed',
    service_name: 'Pothole in Street',
    requested_datetime: '2014-05-09T19:02:21-05:00',
    address: '1200 W 81ST ST',
    extended_attributes: { channel: 'phone', parent_service_request_id: '15-2' },
    notes: [
      {
        datetime: '2014-05-09T19:02:21-05:00',
        type: 'follow_on_created',
        summary: 'Follow-on',
        description: 'x',
      },
    ],
  };

  it('becomes an outside case with its times in UTC', () =>
    expect(parseEntry(entry)).toEqual({
      service: 'Pothole in Street',
      outside: {
        origin: 'chicago-311',
        externalId: '14-1',
        externalParent: '15-2',
        outsideStatus: 'closed',
        category: 'pothole-in-street',
        channel: 'phone',
        reportedAt: '2014-05-10T00:02:21.000Z',
        summary: 'Pothole in Street',
        address: '1200 W 81ST ST',
        notes: [{ at: '2014-05-10T00:02:21.000Z', kind: 'follow-on-created', words: 'Follow-on: x' }],
      },
    }));

  it('is reported with its place and reason where it is damaged', () => {
    const damaged = { ...entry, notes: [{ ...entry.notes[0], datetime: 'yesterday' }] };
    expect(parseEntry(damaged)).toEqual({
      reason: expect.stringMatching(/^\/notes\/0\/datetime: /) as string,
      externalId: '14-1',
    });
    expect(parseEntry('nothing')).toHaveProperty('reason');
  });

  (data ? it : it.skip)('of the real file is read, all fifty with their 276 notes', () => {
    const file = join(data ?? '', 'casework/chicago-311-50-histories.json');
    const parsed = (JSON.parse(readFileSync(file, 'utf8')) as unknown[]).map(parseEntry);
    const outside = parsed.flatMap((each) => ('outside' in each ? [each.outside] : []));
    expect(outside).toHaveLength(50);
    expect(outside.reduce((sum, { notes }) => sum + notes.length, 0)).toBe(276);
    expect(outside.filter(({ externalParent }) => externalParent)).toHaveLength(2);
  });
});
