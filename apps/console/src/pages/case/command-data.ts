import { assigneeIn } from '../../assignees';
import { chinaOffsetMinutes, instantOf } from '../../community-time';
import { amendmentOf } from './amendment-data';
import type { CommandField } from './field-makers';
import { appointed } from './stand-in-fields';

const booleans = new Set([
  'reached',
  'passed',
  'solved',
  'contacted',
  'approved',
  'accepted',
  'rightsExplained',
]);
const integers = new Set(['minutes', 'outcomeScore', 'serviceScore', 'version']);
const money = new Set(['costFen']);

function valueOf({ name, kind, offsetMinutes = chinaOffsetMinutes }: CommandField, text: string): unknown {
  if (booleans.has(name)) return text === 'true';
  if (integers.has(name)) return Number.parseInt(text, 10);
  if (money.has(name)) return fenOf(text);
  if (kind === 'many') return text.split(',');
  if (kind === 'instant') return instantOf(text, offsetMinutes);
  return text;
}

/** 18600.5 → 1860050. Digit by digit: 0.29 × 100 is no integer. */
function fenOf(yuan: string): number {
  const [whole = '', part = ''] = yuan.split('.');
  return Number.parseInt(whole, 10) * 100 + Number.parseInt(part.padEnd(2, '0') || '0', 10);
}

const holderOf = (text: unknown) => {
  const [post, person] = String(text).split('|');
  return { post, person };
};

type Filled = Readonly<Record<string, unknown>>;

/** Who gets the work, and what volunteers are asked for. */
function assigned({ assignee, need, windowFrom: from, windowTo: to, ...rest }: Filled) {
  const asked = typeof need === 'object' && { need: { ...need, windows: [{ from, to }] } };
  return { ...rest, assignee: assigneeIn(String(assignee)), ...asked } as Filled & { need?: object };
}

const offerOf = ({ offerId, ...rest }: Filled): Filled => {
  const [workOrderId, id] = String(offerId).split('|');
  return { ...rest, workOrderId, offerId: id };
};

/** A signed sheet, where somebody else writes it down. */
const withSheet = ({ sheetChannel, sheetMinutes, ...rest }: Filled): Filled =>
  sheetMinutes === undefined
    ? rest
    : { ...rest, sheet: { channel: sheetChannel ?? 'desk', minutes: sheetMinutes } };

/** Who wrote another's word down, and how it was said. */
const withWriter = ({ toldOn, ...rest }: Filled): Filled => {
  if (typeof toldOn !== 'string') return rest;
  const [person, channel] = toldOn.split('|');
  return { ...rest, recordedBy: { person, channel } };
};

/** When volunteers may come again. */
const withVisit = ({ windowFrom: from, windowTo: to, ...rest }: Filled): Filled =>
  from === undefined && to === undefined ? rest : { ...rest, windows: [{ from, to }] };

/** How the typed fields stand in the command, where that is not one beside the other. `id`: of what the command adds. */
const shapes: Readonly<Record<string, (filled: Filled, id: string) => Filled>> = {
  FileCase: ({ unit, ...rest }) => {
    const [code, level] = String(unit).split('|');
    return { ...rest, unit: code, level };
  },
  DispatchWorkOrder: ({ part: of, ...filled }, id) => {
    const { assignee, need, ...override } = assigned(filled);
    return { order: { workOrderId: id, part: of, assignee, ...(need && { need }) }, override };
  },
  ReassignWorkOrder: (filled) => {
    const { assignee, ...rest } = assigned(filled);
    return { ...rest, to: assignee };
  },
  OfferToVolunteer: ({ windowFrom, windowTo, ...rest }) => ({
    ...rest,
    window: { from: windowFrom, to: windowTo },
    wave: 1,
    basis: 'override',
  }),
  CheckResult: withVisit,
  RecordFollowUp: withVisit,
  AmendReport: amendmentOf,
  AppointStandIn: appointed,
  ProposePlan: ({ version, ...plan }) => ({ version, plan }),
  TurnKey: withSheet,
  RefuseKey: withSheet,
  TakeKeyBack: withSheet,
  RecordAssemblyDecision: ({ sheetMinutes, ...rest }) => ({ ...rest, minutes: sheetMinutes }),
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
  const filled = fields.flatMap((field) => {
    const { name, value = '', data: whole } = field;
    if (whole) return [[name, whole] as const];
    const text = (typed[name] ?? value).trim();
    return text === '' ? [] : [[name, valueOf(field, text)] as const];
  });
  const data = withWriter(Object.fromEntries(filled));
  return shapes[command]?.(data, id) ?? data;
}
