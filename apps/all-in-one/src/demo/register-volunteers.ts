import type { DemoPeople } from './people';
import { Random } from './random';
import type { DemoVolunteer } from './volunteers';
import { demoVolunteer, volunteerCount, volunteerIdOf } from './volunteers';

export interface NewVolunteer {
  readonly index: number;
  readonly volunteer: DemoVolunteer;
  /** Local date. */
  readonly certifiedUntil: string;
}

/** Registers somebody with what they can do, like to do, and when. */
export async function registerVolunteer(
  people: DemoPeople,
  { index, volunteer, certifiedUntil }: NewVolunteer,
): Promise<void> {
  const volunteerId = volunteerIdOf(index);
  let sent = 0;
  const request = (body: Readonly<Record<string, unknown>>) => {
    sent += 1;
    return { by: 'operator', body, key: ['volunteer', String(index), String(sent)] };
  };
  const command = (name: string, data: Readonly<Record<string, unknown>>) =>
    people.actOnVolunteer(volunteerId, name, request(data));
  await people.registerVolunteer(request({ volunteerId, ...volunteer.registration }));
  await command('DeclareSkills', { skills: volunteer.skills });
  await command('DeclareInterests', { interests: volunteer.interests });
  await command('DeclareFreeTime', { freeTime: { weekly: volunteer.weekly, exceptions: [] } });
  for (const certificate of volunteer.certificates)
    await command('GrantCertificate', { certificate, until: certifiedUntil });
  if (volunteer.standingConsent.length > 0)
    await command('GiveStandingConsent', { categories: volunteer.standingConsent });
}

/** Registers the invented volunteers, the same for the same seed. @param certifiedUntil local date */
export async function registerVolunteers(
  people: DemoPeople,
  { seed, certifiedUntil }: { seed: number; certifiedUntil: string },
): Promise<void> {
  const random = new Random(seed);
  const volunteers = Array.from({ length: volunteerCount }, (_, index) => demoVolunteer(random, index));
  for (const [index, volunteer] of volunteers.entries())
    await registerVolunteer(people, { index, volunteer, certifiedUntil });
}
