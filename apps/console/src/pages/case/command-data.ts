import type { CommandField } from './field-makers';

const booleans = new Set(['reached', 'passed', 'solved', 'contacted']);
const integers = new Set(['minutes', 'outcomeScore', 'serviceScore']);
const instants = new Set(['windowFrom', 'windowTo']);

function valueOf(name: string, text: string): unknown {
  if (booleans.has(name)) return text === 'true';
  if (integers.has(name)) return Number.parseInt(text, 10);
  if (instants.has(name)) return new Date(text).toISOString();
  return text;
}

const holderOf = (text: unknown) => {
  const [post, person] = String(text).split('|');
  return { post, person };
};

type Filled = Readonly<Record<string, unknown>>;

const offerOf = ({ offerId, ...rest }: Filled): Filled => {
  const [workOrderId, id] = String(offerId).split('|');
  return { ...rest, workOrderId, offerId: id };
};

/** How the typed fields stand in the command, where that is not one beside the other. `id`: of what the command adds. */
const shapes: Readonly<Record<string, (filled: Filled, id: string) => Filled>> = {
  FileCase: ({ unit }) => {
    const [code, level] = String(unit).split('|');
    return { unit: code, level };
  },
  DispatchWorkOrder: ({ part: of, assignee, ...override }, id) => ({
    order: { workOrderId: id, part: of, assignee: { kind: 'post', ...holderOf(assignee) } },
    override,
  }),
  ReassignWorkOrder: ({ assignee, ...rest }) => ({ ...rest, to: { kind: 'post', ...holderOf(assignee) } }),
  OfferToVolunteer: ({ windowFrom, windowTo, ...rest }) => ({
    ...rest,
    window: { from: windowFrom, to: windowTo },
    wave: 1,
    basis: 'override',
  }),
  AcceptOffer: offerOf,
  DeclineOffer: offerOf,
  WithdrawOffer: offerOf,
  ReleaseVolunteer: offerOf,
  CheckInVolunteer: offerOf,
  RecordNoShow: offerOf,
  TransferAccountability: ({ to, ...rest }) => ({ ...rest, to: holderOf(to) }),
};

/** The typed form → the command's data; what was left empty is left out. */
export function dataOf(
  command: string,
  fields: readonly CommandField[],
  typed: Readonly<Record<string, string>>,
  id: string,
): Filled {
  const filled = fields.flatMap(({ name, value = '' }) => {
    const text = (typed[name] ?? value).trim();
    return text === '' ? [] : [[name, valueOf(name, text)] as const];
  });
  const data = Object.fromEntries(filled);
  return shapes[command]?.(data, id) ?? data;
}
