import { derivedId } from '@threekeys/integrity';
import type { DemoPeople } from './people';
import { Random } from './random';
import { demoVolunteer } from './volunteers';
import type { DemoVolunteer } from './volunteers';

const atOnce = 8;

async function register(
  people: DemoPeople,
  index: number,
  volunteer: DemoVolunteer,
  certifiedUntil: string,
): Promise<void> {
  const volunteerId = derivedId('demo-volunteer', String(index));
  const command = (name: string, data: unknown) =>
    people.send('operator', 'POST', `/api/volunteers/${volunteerId}/commands/${name}`, data);
  await people.send('operator', 'POST', '/api/volunteers', { volunteerId, ...volunteer.registration });
  await command('DeclareSkills', { skills: volunteer.skills });
  await command('DeclareInterests', { interests: volunteer.interests });
  await command('DeclareFreeTime', { freeTime: { weekly: volunteer.weekly, exceptions: [] } });
  for (const certificate of volunteer.certificates)
    await command('GrantCertificate', { certificate, until: certifiedUntil });
  if (volunteer.standingConsent.length > 0)
    await command('GiveStandingConsent', { categories: volunteer.standingConsent });
}

/** Registers so many invented volunteers, the same for the same seed. @param certifiedUntil local date */
export async function registerVolunteers(
  people: DemoPeople,
  { count, seed, certifiedUntil }: { count: number; seed: number; certifiedUntil: string },
): Promise<void> {
  const random = new Random(seed);
  const volunteers = Array.from({ length: count }, (_, index) => demoVolunteer(random, index));
  for (let from = 0; from < count; from += atOnce) {
    const some = volunteers.slice(from, from + atOnce);
    await Promise.all(
      some.map((volunteer, index) => register(people, from + index, volunteer, certifiedUntil)),
    );
  }
}
