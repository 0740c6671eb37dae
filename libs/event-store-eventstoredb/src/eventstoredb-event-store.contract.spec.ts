import { policyAggregate, catalogueAggregate, organisationAggregate } from '@threekeys/event-store';
import type { OpenedStore } from '@threekeys/event-store/contract';
import { commandHandlerLaws, describeEventStore } from '@threekeys/event-store/contract';
import fc from 'fast-check';
import { emptyLog, openStore } from './double.fixtures';

const server =
  process.env.THREEKEYS_ESDB_URL === undefined ? 'the double' : 'the server at THREEKEYS_ESDB_URL';

async function open(): Promise<OpenedStore> {
  const log = await emptyLog();
  let store = await openStore(log, { prefix: log.prefix });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openStore(log, { prefix: log.prefix });
      return store;
    },
    close: async () => {
      await store.close();
      log.stop();
    },
  };
}

describeEventStore(`eventstoredb, on ${server}`, open, ['foreign-ids']);

// What the store cannot say, the handler's look-up keeps: a command that is sent again is stored once.
const by = { id: 'secretary', role: 'secretary' } as const;
const [policy, catalogue] = [policyAggregate.decider.initialState, catalogueAggregate.decider.initialState];
const { version: _none, ...document } = policy;
commandHandlerLaws({
  name: `the policy, in eventstoredb on ${server}`,
  aggregate: policyAggregate,
  stream: 'policy-main',
  rules: { policy, catalogue, organisation: organisationAggregate.decider.initialState, compounds: {} },
  commands: fc.constant(
    [1, 2, 2, 3].map((version) => ({
      command: { type: 'AdoptPolicy', data: { version, document } } as const,
      by,
    })),
  ),
  open,
  runs: 1,
});
