import type { Messages } from '../../messages/zh';
import { isPhone } from '../../phone';
import type { Place } from '../../types';

/** What the clerk has typed so far. */
export interface Draft {
  readonly address: string;
  readonly door: string;
  readonly name: string;
  readonly phone: string;
  readonly proxied: boolean;
  readonly proxyName: string;
  readonly proxyPhone: string;
  readonly words: string;
  readonly category: string;
  readonly urgency: string;
  readonly channel: string;
  readonly callBack: boolean;
  readonly confidential: boolean;
}

export const emptyDraft = (channel: string): Draft => ({
  address: '',
  door: '',
  name: '',
  phone: '',
  proxied: false,
  proxyName: '',
  proxyPhone: '',
  words: '',
  category: '',
  urgency: '',
  channel,
  callBack: false,
  confidential: false,
});

export type DraftErrors = Readonly<Partial<Record<keyof Draft, string>>>;

/** What must be there before it can be saved, in the order of the form. */
export function errorsOf(draft: Draft, accept: boolean, t: Messages): DraftErrors {
  return {
    ...(draft.address === '' && { address: t.intake.missingPlace }),
    ...named('name', draft.name === '' ? nameNeededBy(draft, t) : undefined),
    ...named('phone', phoneError(draft.phone, t)),
    ...(draft.words.trim() === '' && { words: t.intake.missingWords }),
    ...(accept && draft.category === '' && { category: t.intake.missingCategory }),
    ...(draft.proxied && proxyErrors(draft, t)),
  };
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

export function reportOf(draft: Draft, place: Place, accept: boolean) {
  return {
    ...requesterOf(draft),
    channel: draft.proxied ? 'proxy' : draft.channel,
    ...(draft.category && { category: draft.category }),
    ...(draft.urgency && { urgency: draft.urgency }),
    place: { ...place, ...(draft.door && { door: draft.door }) },
    summary: draft.words.trim(),
    confidential: draft.confidential,
    ...(accept && { accept: { category: draft.category, ...(draft.urgency && { urgency: draft.urgency }) } }),
  };
}

export function joinOf(draft: Draft) {
  return {
    ...requesterOf(draft),
    channel: draft.proxied ? 'proxy' : draft.channel,
    words: draft.words.trim(),
    confidential: draft.confidential,
  };
}
