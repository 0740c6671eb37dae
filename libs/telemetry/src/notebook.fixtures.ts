import type { Actor, Decider, Refusal, Rules } from '@threekeys/domain';
import { refuse } from '@threekeys/domain';
import type { Aggregate, EventStore, Origin } from '@threekeys/event-store';
import {
  catalogueAggregate,
  CommandHandler,
  organisationAggregate,
  policyAggregate,
  SystemClock,
} from '@threekeys/event-store';
import { GivenRules, OpenSealer } from '@threekeys/event-store/contract';
import { derivedId } from '@threekeys/integrity';

type NotebookCommand =
  | { type: 'TakeNotes'; data: { texts: readonly string[] } }
  | { type: 'RefuseNote'; data: Record<string, never> };
interface NotebookEvent {
  type: 'NoteTaken';
  data: { text: string };
}

const decider: Decider<readonly string[], NotebookCommand, NotebookEvent> = {
  initialState: [],
  evolve: (state, { data }) => [...state, data.text],
  decide: (command): readonly NotebookEvent[] | Refusal =>
    command.type === 'RefuseNote'
      ? refuse('UnitUnknown')
      : command.data.texts.map((text) => ({ type: 'NoteTaken', data: { text } })),
};
const notebook: Aggregate<readonly string[], NotebookCommand, NotebookEvent> = {
  decider,
  events: { NoteTaken: true },
};
const rules: Rules = {
  policy: policyAggregate.decider.initialState,
  catalogue: catalogueAggregate.decider.initialState,
  organisation: organisationAggregate.decider.initialState,
  compounds: {},
};

export const clock = new SystemClock();
export const by: Actor = { id: 'li.na', role: 'intake-clerk' };

/** Takes notes, and refuses some: the smallest thing that goes through the command handler. */
export const notebookOn = (store: EventStore) =>
  new CommandHandler(notebook, { store, clock, sealer: new OpenSealer(), rules: new GivenRules(rules) });

export const takeNotes = (...texts: string[]): NotebookCommand => ({ type: 'TakeNotes', data: { texts } });
export const refuseNote: NotebookCommand = { type: 'RefuseNote', data: {} };

export function originOf(name: string): Origin {
  const commandId = derivedId('spec', name);
  return { commandId, correlationId: commandId, by };
}
