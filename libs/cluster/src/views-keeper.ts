import type { ReadModels } from '@threekeys/read-models';
import { LatestOnBoard, Projector } from '@threekeys/read-models';
import type { PositionBoard, Projection, ProjectorOptions, ProjectorPorts } from '@threekeys/read-models';
import { once } from 'node:events';

export interface KeptViews extends Omit<ProjectorPorts, 'models'> {
  /** Made anew at each beginning: another process may have built views since. */
  readonly models: () => ReadModels;
  readonly projections: readonly Projection[];
  /** Where it is said how far they are. */
  readonly board: PositionBoard;
  readonly options: ProjectorOptions & Required<Pick<ProjectorOptions, 'onFailure'>>;
  /** Told what keeps them, and when that ends. */
  readonly onProjector?: (projector: Projector | undefined) => void;
}

/** Keeps the views until its signal is aborted, and says on the board how far they are. @throws what keeps them from beginning */
export async function keepViews(
  { models, projections, board, options, onProjector, ...ports }: KeptViews,
  signal: AbortSignal,
): Promise<void> {
  const latest = new LatestOnBoard({ board, onFailure: options.onFailure });
  const reached = { ...options, onReached: latest.put };
  const projector = new Projector({ ...ports, models: models() }, projections, reached);
  signal.addEventListener('abort', () => void projector.stop(), { once: true });
  onProjector?.(projector);
  try {
    await projector.start();
    await untilAborted(signal);
  } finally {
    onProjector?.(undefined);
    await projector.stop();
    await latest.settled();
  }
}

export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
