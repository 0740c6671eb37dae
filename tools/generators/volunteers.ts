import type { Actor, VolunteerCommand } from '@threekeys/domain';
import type { HandlerPorts } from '@threekeys/event-store';
import { CommandHandler, volunteerAggregate } from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import { buildings, compounds } from './community';
import { Random } from './random';
import { invented } from './words';

const volunteerCount = 600;

/** Ids of the generated volunteers. */
export const volunteerIds: readonly string[] = Array.from({ length: volunteerCount }, (_, index) =>
  derivedId('generated', 'volunteer', String(index)),
);

const trades = ['electrics', 'plumbing', 'masonry', 'carpentry', 'elder-care', 'phone-and-computer'] as const;
const likings = ['repairing', 'errands', 'visiting', 'safety-patrol'] as const;
const everySlot = Array.from({ length: 336 }, (_, slot) => slot);

/** Registers volunteers of many trades: a fourth to a third of them can do a given one. */
export async function registerVolunteers(ports: HandlerPorts): Promise<void> {
  const handler = new CommandHandler(volunteerAggregate, ports);
  const random = new Random(volunteerCount);
  const commands = volunteerIds.map((volunteerId) => [volunteerId, commandsOf(volunteerId, random)] as const);
  await Promise.all(commands.map(([volunteerId, steps]) => inOrder(handler, volunteerId, steps)));
}

async function inOrder(
  handler: Pick<CommandHandler<never, VolunteerCommand, never>, 'handle'>,
  volunteerId: string,
  steps: readonly VolunteerCommand[],
): Promise<void> {
  const by: Actor = { id: volunteerId, role: 'volunteer' };
  for (const [index, command] of steps.entries()) {
    const commandId = derivedId('generated', volunteerId, String(index));
    await handler.handle(`volunteer-${volunteerId}`, command, { commandId, correlationId: volunteerId, by });
  }
}

function commandsOf(volunteerId: string, random: Random): VolunteerCommand[] {
  return [
    {
      type: 'RegisterVolunteer',
      data: {
        volunteerId,
        name: invented.name(random),
        phone: invented.phone(random),
        kind: 'resident',
        compound: random.pick(compounds),
        building: random.pick(buildings),
      },
    },
    { type: 'DeclareSkills', data: { skills: [...new Set([random.pick(trades), random.pick(trades)])] } },
    { type: 'DeclareInterests', data: { interests: [random.pick(likings)] } },
    { type: 'DeclareFreeTime', data: { freeTime: { weekly: freeSlots(random), exceptions: [] } } },
  ];
}

/** Most of the week, each with some hours of their own taken away. */
function freeSlots(random: Random): number[] {
  const from = random.between(0, 300);
  return everySlot.filter((slot) => slot < from || slot > from + 24);
}
