import type { ProjectorState } from './projector-state';
import type { ReadModels, ViewParity } from './read-models';

export interface TakeOverPorts {
  readonly models: ReadModels;
  readonly state: ProjectorState;
  readonly onParity: (parity: ViewParity) => void;
}

/** What another version of a view changes is kept and told before it answers. */
export async function takeOver({ models, state, onParity }: TakeOverPorts, view: string): Promise<void> {
  const parity = await models.parity(view);
  if (parity !== undefined) {
    state.reportParity(parity);
    await state.save();
    onParity(parity);
  }
  await models.takeOver(view);
}
