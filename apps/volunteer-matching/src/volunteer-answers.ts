import { maskedName, maskedPhone } from '@threekeys/privacy';
import type { Opener } from '@threekeys/privacy';
import type { VolunteerRow } from '@threekeys/read-models';
import { bookingsInWeek, halfHourOf, isFree } from './availability';
import type { VolunteerDetail, VolunteerLine, WhyAnswer } from './volunteers.responses';
import type { Why } from './why.query';

/** Now, and the time zone in which days and weeks are counted. */
export interface Moment {
  readonly now: string;
  readonly timeZoneOffsetMinutes: number;
}

/** Masked inside the process: nothing is opened for anybody. */
export async function lineOf(row: VolunteerRow, opener: Opener, at: Moment): Promise<VolunteerLine> {
  const { now, timeZoneOffsetMinutes } = at;
  const [name, phone] = await Promise.all([opener.open(row.name), opener.open(row.phone)]);
  return {
    volunteerId: row.volunteerId,
    name: name === undefined ? undefined : maskedName(name),
    phone: phone === undefined ? undefined : maskedPhone(phone),
    kind: row.kind,
    compound: row.compound,
    building: row.building,
    account: row.account,
    skills: [...row.skills],
    interests: [...row.interests],
    active: row.active,
    left: row.left,
    paused: row.paused === undefined ? undefined : { ...row.paused },
    freeNow: isFree(row, halfHourOf(now), timeZoneOffsetMinutes),
    bookingsThisWeek: bookingsInWeek(row, now, timeZoneOffsetMinutes),
    minutesServed: row.minutesServed,
    registeredAt: row.registeredAt,
  };
}

export interface DetailSources {
  readonly opener: Opener;
  readonly at: Moment;
  /** The number of a case; none where it is no case for who asks. */
  readonly numberOf: (caseId: string) => Promise<string | undefined>;
}

export async function detailOf(
  row: VolunteerRow,
  { opener, at, numberOf }: DetailSources,
): Promise<VolunteerDetail> {
  const known = [...row.bookings, ...row.served].flatMap(({ caseId }) => caseId ?? []);
  const numbers = new Map(
    await Promise.all([...new Set(known)].map(async (each) => [each, await numberOf(each)] as const)),
  );
  const isTheirs = ({ caseId }: { readonly caseId?: string | undefined }) =>
    caseId === undefined || numbers.get(caseId) !== undefined;
  const bookings = row.bookings.filter(isTheirs).map(({ from, to, account: _, ...booking }) => ({
    ...booking,
    number: numbers.get(booking.caseId),
    window: { from, to },
  }));
  const served = row.served.filter(isTheirs).map(({ serviceId, caseId, at: servedAt, minutes }) => ({
    ...{ serviceId, caseId, at: servedAt, minutes },
    number: caseId === undefined ? undefined : numbers.get(caseId),
  }));
  return {
    ...(await lineOf(row, opener, at)),
    freeTime: row.freeTime,
    consents: [...row.consents],
    certificates: [...row.certificates],
    bookings,
    served,
  };
}

export function whyAnswer(why: Exclude<Why, 'no-case'>): WhyAnswer {
  if (why === 'no-order' || why === 'over') return { outcome: why };
  const { workOrderId, why: found } = why;
  switch (found.outcome) {
    case 'unknown':
      return { outcome: 'unknown', workOrderId };
    case 'excluded': {
      const because = found.constraints.flatMap((constraint, index) => {
        const names = found.names[index];
        return names ? [{ constraint, names }] : [];
      });
      return { outcome: 'excluded', workOrderId, because };
    }
    case 'ranked': {
      const { rank, of, volunteer, terms } = found;
      return { outcome: 'ranked', workOrderId, rank, of, volunteer, terms: [...terms] };
    }
  }
}
