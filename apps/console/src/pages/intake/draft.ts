import type { Messages } from '../../messages/zh';
import { isPhone } from '../../phone';
import type { Place } from '../../types';
import { listed } from '../case/amendment-data';

/** What the clerk has typed so far. */
export interface Draft {
  readonly address: string;
  readonly door: string;
  readonly name: string;
  readonly phone: string;
  readonly proxied: boolean;
  readonly proxyName: string;
  readonly proxyPhone: string;
  /** Whether it is about somebody. */
  readonly about: boolean;
  readonly respondentKind: string;
  readonly respondentName: string;
  readonly respondentPhone: string;
  readonly organisation: string;
  /** Accounts or volunteers, commas between. */
  readonly keptOut: string;
  readonly words: string;
  readonly category: string;
  readonly urgency: string;
  readonly channel: string;
  readonly callBack: boolean;
  readonly confidential: boolean;
  /** An instant; empty: just now. */
  readonly occurredAt: string;
}

export const emptyDraft = (channel: string): Draft => ({
  address: '',
  door: '',
  name: '',
  phone: '',
  proxied: false,
  proxyName: '',
  proxyPhone: '',
  about: false,
  respondentKind: 'person',
  respondentName: '',
  respondentPhone: '',
  organisation: '',
  keptOut: '',
  words: '',
  category: '',
  urgency: '',
  channel,
  callBack: false,
  confidential: false,
  occurredAt: '',
});

export type DraftErrors = Readonly<Partial<Record<keyof Draft, string>>>;

/** 身份隔离: a confidential report that does not say whom it is about may be handed to that very person. */
export const isHiddenFromNobody = (draft: Draft): boolean => draft.confidential && !namesRespondent(draft);

const namesRespondent = ({ about, respondentName }: Draft): boolean => about && respondentName.trim() !== '';

/** What must be there before it can be saved, in the order of the form. */
export function errorsOf(draft: Draft, accept: boolean, t: Messages): DraftErrors {
  return {
    ...(draft.address === '' && { address: t.intake.missingPlace }),
    ...named('name', draft.name === '' ? nameNeededBy(draft, t) : undefined),
    ...named('phone', phoneError(draft.phone, t)),
    ...named('words', draft.words.trim() === '' ? t.intake.missingWords : undefined),
    ...(accept && acceptErrors(draft, t)),
    ...(draft.proxied && proxyErrors(draft, t)),
    ...(draft.about && respondentErrors(draft, t)),
    ...named('occurredAt', notYet(draft) ? t.intake.notYetHappened : undefined),
  };
}

const notYet = ({ occurredAt }: Draft): boolean => occurredAt > new Date().toISOString();

const acceptErrors = (draft: Draft, t: Messages): DraftErrors => ({
  ...named('category', draft.category === '' ? t.intake.missingCategory : undefined),
  ...(isHiddenFromNobody(draft) && { respondentName: t.intake.confidentialNeedsRespondent }),
});

/** What must be there before it can join a case: that has its place and its category, and a correction says whom it is about. */
export function joinErrorsOf(draft: Draft, t: Messages): DraftErrors {
  const { address: _address, category: _category, ...wrong } = errorsOf(draft, false, t);
  return namesRespondent(draft) ? { ...wrong, respondentName: t.intake.joinNamesNobody } : wrong;
}

const named = (field: keyof Draft, error: string | undefined): DraftErrors =>
  error ? { [field]: error } : {};

/** Nobody is called back, and nothing is reported for anybody, without a name: saved so, it would be lost. */
function nameNeededBy({ phone, callBack, proxied }: Draft, { intake }: Messages): string | undefined {
  if (phone !== '') return intake.phoneNeedsName;
  if (proxied) return intake.proxyNeedsName;
  return callBack ? intake.callBackNeedsName : undefined;
}

const phoneError = (phone: string, t: Messages) =>
  phone === '' || isPhone(phone) ? undefined : t.wrongInput.phone;

const proxyErrors = ({ proxyName, proxyPhone }: Draft, t: Messages): DraftErrors => ({
  ...(proxyPhone !== '' && proxyName === '' && { proxyName: t.intake.phoneNeedsName }),
  ...named('proxyPhone', phoneError(proxyPhone, t)),
});

function respondentErrors(draft: Draft, t: Messages): DraftErrors {
  const { respondentPhone, organisation, keptOut } = draft;
  const isNeeded = [respondentPhone, organisation, keptOut].some((typed) => typed.trim() !== '');
  return {
    ...(isNeeded && !namesRespondent(draft) && { respondentName: t.intake.respondentNeedsName }),
    ...named('respondentPhone', phoneError(respondentPhone, t)),
  };
}

const person = (name: string, phone: string) => ({ name, ...(phone && { phone }) });

/** The requester as the server takes it; nobody where no name was given. */
export function requesterOf(draft: Draft) {
  if (draft.name === '') return {};
  return {
    requester: {
      ...person(draft.name, draft.phone),
      relation: draft.proxied ? 'proxy' : 'self',
      callBack: draft.callBack,
      ...(draft.proxied && draft.proxyName && { proxy: person(draft.proxyName, draft.proxyPhone) }),
    },
  };
}

/** Who is complained about, as the server takes it; nobody where no name was given. */
function respondentOf(draft: Draft) {
  if (!namesRespondent(draft)) return {};
  const { respondentKind, respondentName, respondentPhone, organisation, keptOut } = draft;
  const accounts = listed(keptOut) ?? [];
  return {
    respondent: {
      kind: respondentKind,
      ...person(respondentName.trim(), respondentPhone),
      ...(organisation.trim() && { organisation: organisation.trim() }),
      ...(accounts.length > 0 && { keptOut: accounts }),
    },
  };
}

export function reportOf(draft: Draft, place: Place, accept: boolean) {
  return {
    ...requesterOf(draft),
    ...respondentOf(draft),
    channel: draft.proxied ? 'proxy' : draft.channel,
    ...(draft.category && { category: draft.category }),
    ...(draft.urgency && { urgency: draft.urgency }),
    place: { ...place, ...(draft.door && { door: draft.door }) },
    summary: draft.words.trim(),
    confidential: draft.confidential,
    ...happened(draft),
    ...(accept && { accept: { category: draft.category, ...(draft.urgency && { urgency: draft.urgency }) } }),
  };
}

const happened = ({ occurredAt }: Draft) => (occurredAt === '' ? {} : { occurredAt });

export function joinOf(draft: Draft) {
  return {
    ...requesterOf(draft),
    channel: draft.proxied ? 'proxy' : draft.channel,
    words: draft.words.trim(),
    confidential: draft.confidential,
    ...happened(draft),
  };
}
