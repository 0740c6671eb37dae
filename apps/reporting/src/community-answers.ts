import type { Rules } from '@threekeys/domain';
import { certificateNames, interestNames, policyTermsOf, postKindNames, skillNames } from '@threekeys/domain';
import type { Caller } from '@threekeys/http';
import { constraintNames } from '@threekeys/matching';
import type { Community, Me } from './community.responses';

type Party = Community['compounds'][number]['parties'][number];

/** What forms and labels are made from; retired categories are left out. */
export function communityOf({ organisation, compounds, catalogue, policy }: Rules): Community {
  return {
    compounds: Object.entries(compounds).map(([compound, { names, buildings, parties }]) => ({
      compound,
      names,
      buildings: Object.entries(buildings).map(([building, { entrances, ...rest }]) => ({
        building,
        ...rest,
        entrances: [...entrances],
      })),
      parties: Object.entries(parties).map(([party, { holder, standIns }]) => ({
        party: party as Party['party'],
        ...(holder === undefined ? {} : { holder }),
        standIns: [...standIns],
      })),
    })),
    units: Object.entries(organisation.units).map(([unit, rest]) => ({ unit, ...rest })),
    posts: Object.entries(organisation.posts).map(([post, { formerHolders: _left, ...rest }]) => ({
      post,
      ...rest,
    })),
    organisations: organisationsOf(organisation, compounds),
    categories: Object.values(catalogue.categories).filter(
      ({ category }) => !catalogue.retired.includes(category),
    ),
    catalogueVersion: catalogue.version,
    grounds: policy.grounds,
    policy,
    policyTerms: [...policyTermsOf({ organisation, catalogue })],
    vocabulary: {
      skills: { ...skillNames },
      interests: { ...interestNames },
      certificates: { ...certificateNames },
      postKinds: { ...postKindNames },
      constraints: { ...constraintNames },
    },
  };
}

/** A handler's scope is the organisation that they work for, where it is neither a unit nor a compound. */
function organisationsOf({ grants, units }: Rules['organisation'], compounds: Rules['compounds']): string[] {
  const scopes = grants.flatMap(({ role, scope }) =>
    role === 'handler' && scope !== undefined ? [scope] : [],
  );
  const places = [units, compounds];
  const those = scopes.filter((scope) => places.every((each) => !Object.hasOwn(each, scope)));
  return [...new Set(those)].sort();
}

export function meOf({ id, grants, posts, volunteerId }: Caller, may: readonly string[]): Me {
  return {
    username: id,
    roles: [...grants],
    posts: posts.map(({ post }) => post),
    ...(volunteerId === undefined ? {} : { volunteerId }),
    may: [...may],
  };
}
