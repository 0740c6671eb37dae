import type { Actor, RefusalCode } from '@threekeys/domain';
import { CommandRefused } from '@threekeys/event-store';
import type { Origin } from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import type { Delivery } from './messaging';

/**
 * The origin of a command that answers an event: its id is made of the event and the step, so that a redelivery sends the
 * same command again and records nothing twice.
 */
export function replyTo({ content }: Delivery, by: Actor, ...step: string[]): Origin {
  const { id, correlationId } = content;
  return { commandId: derivedId(id, ...step), correlationId, causationId: id, by };
}

/** The refusals that mean "already so", "over by now" or "for a person to decide" are answers; others are thrown. */
export async function unlessRefused<T>(
  tolerated: readonly RefusalCode[],
  answer: Promise<T>,
): Promise<T | RefusalCode> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CommandRefused && tolerated.includes(error.refusal.refused)) {
      return error.refusal.refused;
    }
    throw error;
  }
}
