import type {
  Actor,
  CatalogueCommand,
  Organisation,
  OrganisationCommand,
  OrganisationEvent,
  PolicyCommand,
} from '@threekeys/domain';
import { starterCatalogue, starterPolicy } from '@threekeys/domain';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { catalogueAggregate, organisationAggregate, policyAggregate } from './community.aggregates';
import { CommandHandler } from './command-handler';
import type { LawSubject } from './event-store.contract';
import { assertLaw, commandHandlerLaws } from './event-store.contract';
import type { EventStore } from './event-store';
import { EventStoreError } from './event-store';

const by: Actor = { id: 'secretary', role: 'secretary' };
const rules = {
  policy: policyAggregate.decider.initialState,
  catalogue: catalogueAggregate.decider.initialState,
  organisation: organisationAggregate.decider.initialState,
  compounds: {},
};

function histories<Command>(command: fc.Arbitrary<Command>) {
  return fc.array(fc.record({ command, by: fc.constant(by) }), { minLength: 1, maxLength: 12 });
}

const names = { zh: '社区', en: 'Community' };
const person = fc.constantFrom('li', 'wang', 'zhao');

const organisation: LawSubject<Organisation, OrganisationCommand, OrganisationEvent> = {
  name: 'the organisation',
  aggregate: organisationAggregate,
  stream: 'organisation-main',
  rules,
  commands: histories<OrganisationCommand>(
    fc.oneof(
      fc.constant<OrganisationCommand>({
        type: 'DefineUnit',
        data: { unit: 'community', level: 'community', names },
      }),
      fc.constant<OrganisationCommand>({
        type: 'DefinePost',
        data: { post: 'secretary', unit: 'community', kind: 'secretary', names },
      }),
      person.map((each): OrganisationCommand => ({
        type: 'FillPost',
        data: { post: 'secretary', person: each },
      })),
      person.map((each): OrganisationCommand => ({
        type: 'GrantRole',
        data: { person: each, role: 'dispatcher' },
      })),
      person.map((each): OrganisationCommand => ({
        type: 'RevokeRole',
        data: { person: each, role: 'dispatcher' },
      })),
      fc.constant<OrganisationCommand>({ type: 'LeavePost', data: { post: 'secretary' } }),
    ),
  ),
};
commandHandlerLaws(organisation);

commandHandlerLaws({
  name: 'the catalogue',
  aggregate: catalogueAggregate,
  stream: 'catalogue-main',
  rules,
  commands: histories<CatalogueCommand>(
    fc
      .record({
        category: fc.constantFrom(...starterCatalogue.slice(0, 3)),
        minutes: fc.constantFrom(30, 60),
      })
      .map(({ category, minutes }) => ({
        type: 'DefineCategory',
        data: { category: { ...category, minutes } },
      })),
  ),
});

commandHandlerLaws({
  name: 'the policy',
  aggregate: policyAggregate,
  stream: 'policy-main',
  rules,
  commands: histories<PolicyCommand>(
    fc
      .integer({ min: 1, max: 4 })
      .map((version) => ({ type: 'AdoptPolicy', data: { version, document: starterPolicy } })),
  ),
});

describe('a handler that breaks the law', () => {
  it.each(['none', 'rival', 'answer-lost', 'append-lost', 'twin'] as const)(
    'because it forgets which command it handles turns it red (%s)',
    async (fault) => {
      const forgetful: typeof organisation = {
        ...organisation,
        handlerOf: (aggregate, ports) => ({
          handle: (stream, command, origin) =>
            new CommandHandler(aggregate, ports).handle(stream, command, {
              ...origin,
              commandId: randomUUID(),
            }),
        }),
      };
      await expect(assertLaw(forgetful, fault)).rejects.toThrow();
    },
  );

  it('because it gives up where the outcome is unknown turns it red', async () => {
    const impatient: typeof organisation = {
      ...organisation,
      handlerOf: (aggregate, ports) => ({
        handle: async (stream, command, origin) => {
          const { store } = ports;
          const once = Object.create(store, { append: { value: firstAnswerOnly(store) } }) as typeof store;
          return new CommandHandler(aggregate, { ...ports, store: once }).handle(stream, command, origin);
        },
      }),
    };
    await expect(assertLaw(impatient, 'answer-lost')).rejects.toThrow('Property failed');
  });
});

/** An append that turns an unknown outcome into a failure that nobody retries. */
function firstAnswerOnly(store: EventStore): EventStore['append'] {
  return async (...append) => {
    try {
      return await store.append(...append);
    } catch (error) {
      if (!(error instanceof EventStoreError)) throw error;
      throw new EventStoreError('StoreUnavailable', error.message);
    }
  };
}
