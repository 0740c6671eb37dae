import { maskedName, maskedPhone } from '@threekeys/privacy';
import type { Opener } from '@threekeys/privacy';
import type { VolunteerRow } from '@threekeys/read-models';
import type { VolunteerDetail, VolunteerLine, WhyAnswer } from './volunteers.responses';
import type { Why } from './why.query';

/** Masked inside the process: nothing is opened for anybody. */
export async function lineOf(row: VolunteerRow, opener: Opener): Promise<VolunteerLine> {
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
    minutesServed: row.minutesServed,
    registeredAt: row.registeredAt,
  };
}

export async function detailOf(row: VolunteerRow, opener: Opener): Promise<VolunteerDetail> {
  return {
    ...(await lineOf(row, opener)),
    freeTime: row.freeTime,
    consents: [...row.consents],
    certificates: [...row.certificates],
    bookings: row.bookings.map(({ from, to, ...booking }) => ({ ...booking, window: { from, to } })),
    served: row.served.map(({ serviceId, caseId, at, minutes }) => ({ serviceId, caseId, at, minutes })),
    paused: row.paused === undefined ? undefined : { ...row.paused },
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
