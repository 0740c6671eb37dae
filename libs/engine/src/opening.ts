import type {
  CatalogueCommand,
  CompoundCommand,
  InstallationCommand,
  Message,
  OrganisationCommand,
  PolicyCommand,
} from '@threekeys/domain';
import { service, starterCatalogue, starterPolicy } from '@threekeys/domain';
import type { Aggregate, Origin } from '@threekeys/event-store';
import {
  catalogueAggregate,
  CommandHandler,
  compoundAggregate,
  installationAggregate,
  organisationAggregate,
  policyAggregate,
} from '@threekeys/event-store';
import { derivedId } from '@threekeys/integrity';
import type { Engine } from './engine';

/** Who may sign in first, and answers for what is reported until posts are defined. */
export const firstAccount = 'admin';

/** What a new installation begins with. */
export interface InstallationPlan {
  readonly opened: Extract<InstallationCommand, { type: 'OpenInstallation' }>['data'];
  readonly policy: readonly PolicyCommand[];
  readonly catalogue: readonly CatalogueCommand[];
  readonly organisation: readonly OrganisationCommand[];
  readonly compounds: readonly { readonly compound: string; readonly commands: readonly CompoundCommand[] }[];
}

/** A duty desk that answers for reports, the starter policy and catalogue; the rest is for the community to say. */
export const starterPlan: InstallationPlan = {
  opened: { clock: 'server' },
  policy: [{ type: 'AdoptPolicy', data: { version: 1, document: starterPolicy } }],
  catalogue: starterCatalogue.map((category) => ({ type: 'DefineCategory', data: { category } })),
  organisation: [
    {
      type: 'DefineUnit',
      data: { unit: 'community', level: 'community', names: { zh: '社区', en: 'Community' } },
    },
    {
      type: 'DefinePost',
      data: {
        post: 'duty-desk',
        unit: 'community',
        kind: 'duty-desk',
        names: { zh: '值班受理', en: 'Duty desk' },
      },
    },
    { type: 'FillPost', data: { post: 'duty-desk', person: firstAccount } },
    ...(['admin', 'intake-clerk', 'dispatcher'] as const).map((role): OrganisationCommand => ({
      type: 'GrantRole',
      data: { person: firstAccount, role },
    })),
  ],
  compounds: [],
};

/**
 * The first events of an empty store: which clock records it, then the plan. Every command has an id of its own, so that an
 * interrupted opening goes on at the next start; one that is complete stays as it is.
 */
export async function openInstallation(engine: Engine, plan: InstallationPlan): Promise<void> {
  const send = senderOf(engine);
  const { opened, policy, catalogue, organisation, compounds } = plan;
  if (await isOpen(engine)) return;
  await send(installationAggregate, 'installation-main', [{ type: 'OpenInstallation', data: opened }]);
  await send(catalogueAggregate, 'catalogue-main', catalogue);
  await send(organisationAggregate, 'organisation-main', organisation);
  for (const { compound, commands } of compounds)
    await send(compoundAggregate, `compound-${compound}`, commands);
  await send(policyAggregate, 'policy-main', policy);
}

/** The policy is adopted last: until then the opening goes on. */
async function isOpen({ rules }: Engine): Promise<boolean> {
  return (await rules.refresh()).policy.version > 0;
}

function senderOf({ ports: { store, clock }, sealer, rules }: Engine) {
  const ports = { store, sealer, clock, rules };
  return async <State, Command extends Message, Event extends Message>(
    aggregate: Aggregate<State, Command, Event>,
    stream: string,
    commands: readonly Command[],
  ): Promise<void> => {
    const handler = new CommandHandler(aggregate, ports);
    for (const [index, command] of commands.entries()) {
      await handler.handle(stream, command, originOf(`${stream}|${index}`));
    }
  };
}

function originOf(step: string): Origin {
  const commandId = derivedId('opening', step);
  return { commandId, correlationId: commandId, by: service('intake') };
}
