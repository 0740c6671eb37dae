import { after, ground, select } from './field-makers';
import type { FieldMaker, FieldSources } from './field-makers';

type Party = NonNullable<FieldSources['one']['joint']>['parties'][number]['party'];

const parties: readonly Party[] = ['branch', 'owners', 'property'];

/** 替补: those who may stand in for the chosen party; with each goes whoever comes before them, as nobody is passed over in silence. */
export const standIn: readonly FieldMaker[] = parties.map((party) =>
  after('party', party, (sources) => {
    const order = orderOf(party, sources);
    const options = order.map((person, place) => ({
      value: [person, ...order.slice(0, place)].join('|'),
      label: person,
    }));
    const field = select('person', () => options)(sources);
    return order.length > 0 ? field : { ...field, hint: sources.t.case.noStandIn };
  }),
);

/** Why those who come earlier are passed over. */
export const passedOverBasis: FieldMaker = (sources) => {
  const later = parties.flatMap((party) => {
    const order = orderOf(party, sources);
    return order.map((person, place) => [person, ...order.slice(0, place)]).slice(1);
  });
  return {
    ...ground('passedOverBasis', 'standIn')(sources),
    when: { name: 'person', among: later.map((each) => each.join('|')) },
  };
};

function orderOf(party: Party, { one }: FieldSources): readonly string[] {
  return one.resolution?.holders.find((each) => each.party === party)?.standIns ?? [];
}

/** Whom a choice names, and whom it passes over. */
export function appointed({ person: chosen, passedOverBasis: basis, ...rest }: Filled): Filled {
  const [person, ...earlier] = String(chosen).split('|');
  const passedOver = earlier.map((each) => ({ person: each, basis }));
  return { ...rest, person, ...(passedOver.length > 0 && { passedOver }) };
}

type Filled = Readonly<Record<string, unknown>>;
