import { line } from './field-makers';
import type { FieldMaker, FieldSources } from './field-makers';

/** Whose turn it is: those whom the compound names, then whoever holds the policy's kinds of post, each in its order. */
export const standIn: FieldMaker = (sources) => {
  const parties = sources.one.joint?.parties ?? [];
  const orders = parties.flatMap(({ party }) => {
    const names = orderOf(party, sources);
    return names.length === 0 ? [] : [sources.t.case.standInOrder(sources.t.parties[party] ?? party, names)];
  });
  return { ...line('person', true)(sources), ...(orders.length > 0 && { hint: orders.join(' ') }) };
};

type Party = NonNullable<FieldSources['one']['joint']>['parties'][number]['party'];

function orderOf(party: Party, { one, community, language }: FieldSources): readonly string[] {
  const compound = community?.compounds.find((each) => each.compound === one.place.compound);
  const named = compound?.parties.find((each) => each.party === party)?.standIns ?? [];
  const kinds = community?.policy.jointResolution?.standInPostKinds[party] ?? [];
  return [...named, ...kinds.map((kind) => community?.vocabulary.postKinds[kind]?.[language] ?? kind)];
}
