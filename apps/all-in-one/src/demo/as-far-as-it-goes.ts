import { CommandRefused } from '@threekeys/event-store';
import { Problem } from '@threekeys/http';
import { NobodyAsked } from './stage';

/** Told what stood against it, where somebody tried. */
export type OnRefused = (refused: string, step: string) => void;

/** What a rule, the permission table or a full week of all volunteers says against it. @throws any other error */
export function refusalIn(error: unknown): string {
  if (error instanceof CommandRefused) return error.refusal.refused;
  if (error instanceof Problem && error.code === 'not-found') return 'NotAllowed';
  if (error instanceof NobodyAsked) return 'NobodyAsked';
  throw error;
}

/**
 * A scene as long as all goes as it is written. Among a hundred thousand others somebody else may have the volunteer on whom it
 * counts: it ends there, and its case waits as any other.
 */
export async function* asFarAsItGoes(
  play: AsyncGenerator<number, void, void>,
  onRefused: OnRefused,
): AsyncGenerator<number, void, void> {
  try {
    yield* play;
  } catch (error) {
    onRefused(refusalIn(error), 'lived');
  }
}
