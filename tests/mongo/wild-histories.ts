import type { CaseEventType } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import type { ToRecord } from '../../libs/read-models/src/log.fixtures';
import { examples, minute, window, words } from '../../libs/read-models/src/projections/histories.fixtures';
import type { Random } from '../../tools/generators/random';

/** What happens to one case, volunteer, organisation or ranking, in an order that no decider would allow. */
export interface WildHistory {
  readonly stream: string;
  readonly events: readonly ToRecord[];
}

const caseTypes = Object.keys(examples) as CaseEventType[];
/** Without these nothing else has a row to change. */
const beginnings: readonly CaseEventType[] = ['CaseReported', 'WorkOrderDispatched', 'VolunteerOffered'];
/** Text that sorts differently by bytes, by UTF-16 units and by any collation. */
const names = ['li', 'Li', 'lí', '王', '\uff21，', '\u{1f511}', '\ud7ff', '\u{10fffe}', '$li', 'a.b', ''];

/** The nth of them; the same for the same random numbers. */
export function wildHistory(n: number, random: Random): WildHistory {
  const history =
    [caseHistory, caseHistory, volunteerHistory, organisationHistory, rankings][n % 5] ?? caseHistory;
  return ofItsOwn(n, history(random), random);
}

function caseHistory(random: Random): WildHistory {
  const types = [
    ...beginnings.slice(0, random.between(1, 3)),
    ...some(random, 14, () => random.pick(caseTypes)),
  ];
  const events = types.map((type) => ({ type, data: { ...(examples[type] as object) } }));
  return { stream: `case-${derivedId('spec', 'case')}`, events };
}

function volunteerHistory(random: Random): WildHistory {
  const booking = {
    bookingId: id('booking'),
    caseId: id('case'),
    workOrderId: id('lead'),
    offerId: id('offer'),
  };
  const registered = {
    type: 'VolunteerRegistered',
    data: {
      volunteerId: id('vera'),
      kind: random.pick(['resident', '\uff21']),
      name: words,
      phone: words,
      compound: 'spring',
      account: random.pick(names),
    },
  };
  const others = (): ToRecord =>
    random.pick<ToRecord>([
      {
        type: 'SkillsDeclared',
        data: { skills: some(random, 3, () => random.pick(['plumber', '\u{1f511}', 'a.b'])) },
      },
      {
        type: 'InterestsDeclared',
        data: { interests: some(random, 3, () => random.pick(['children', '，'])) },
      },
      { type: 'BookingMade', data: { ...booking, ...window } },
      { type: 'BookingReleased', data: { ...booking, reason: 'ill' } },
      {
        type: 'ServiceRecorded',
        data: { serviceId: id('s1'), bookingId: id('booking'), minutes: random.between(0, 90) },
      },
      { type: 'VolunteerPaused', data: { until: minute(9000) } },
      { type: 'VolunteerResumed', data: {} },
      { type: 'VolunteerLeft', data: {} },
    ]);
  return { stream: `volunteer-${id('vera')}`, events: [registered, ...some(random, 10, others)] };
}

function organisationHistory(random: Random): WildHistory {
  const person = (): string => `li ${id(random.pick(['a', 'b', 'c']))}`;
  const others = (): ToRecord =>
    random.pick<ToRecord>([
      { type: 'PostFilled', data: { post: random.pick(names), person: person() } },
      { type: 'PostLeft', data: { post: random.pick(names), person: person() } },
      { type: 'RoleGranted', data: { person: person(), role: random.pick(['key-holder', 'intake-clerk']) } },
      { type: 'RoleRevoked', data: { person: person(), role: 'key-holder' } },
    ]);
  return { stream: `organisation-${id('main')}`, events: [others(), ...some(random, 10, others)] };
}

function rankings(random: Random): WildHistory {
  const ranked = (): ToRecord => ({
    type: 'VolunteersRanked',
    data: {
      caseId: id('case'),
      workOrderId: id('lead'),
      attempt: random.between(0, 3),
      ranked: [],
      considered: 3,
    },
  });
  return { stream: `match-${id('lead')}`, events: [ranked(), ...some(random, 4, ranked)] };
}

/** No two histories share an id, and each has names of its own. */
function ofItsOwn(n: number, { stream, events }: WildHistory, random: Random): WildHistory {
  const own = (text: string): string => text.replace(uuids, (each) => derivedId(`history ${n}`, each));
  const renamed = (text: string): string =>
    text.replace(/"(?:li|clerk|spring)"/g, () => JSON.stringify(random.pick(names)));
  const data = (given: ToRecord['data']): ToRecord['data'] =>
    JSON.parse(own(renamed(JSON.stringify(given)))) as ToRecord['data'];
  return { stream: own(stream), events: events.map((event) => ({ ...event, data: data(event.data) })) };
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const id = (name: string): string => derivedId('spec', name);

function some<T>(random: Random, max: number, make: () => T): readonly T[] {
  return Array.from({ length: random.between(0, max) }, make);
}
