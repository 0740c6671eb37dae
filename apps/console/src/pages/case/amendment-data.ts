import type { CaseDetail } from '../../types';

interface Before {
  readonly place: CaseDetail['place'];
  readonly respondent: CaseDetail['respondent'] | undefined;
}

/** What the other parts of a place or of a respondent are, where one of them is corrected. */
export const before = ({ place, respondent }: CaseDetail): Before => ({ place, respondent });

type Filled = Readonly<Record<string, unknown>>;

const given = (parts: Filled): Filled =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

/** Names or accounts in one line, a comma between them. */
export const listed = (text: unknown): readonly string[] | undefined =>
  typeof text === 'string'
    ? text
        .split(/[,，、]/)
        .map((each) => each.trim())
        .filter((each) => each !== '')
    : undefined;

/** The typed form → the command's data. `id`: of a respondent who was not known before. */
export function amendmentOf(filled: Filled, id: string): Filled {
  const {
    supersedes,
    requesterId,
    words: why,
    before: text,
    summary,
    channel,
    category,
    urgency,
    confidential,
    ...parts
  } = filled;
  const { place, respondent } = JSON.parse(String(text)) as Before;
  const fields = {
    summary,
    channel,
    category,
    urgency,
    requester: requesterOf(parts),
    confidential: isYes(confidential),
    place: placeOf(parts, place),
    respondent: respondentOf(parts, respondent, id),
  };
  return { supersedes, requesterId, fields: given(fields), ...given({ words: why }) };
}

const isYes = (answer: unknown): boolean | undefined =>
  answer === undefined ? undefined : answer === 'true';

/** Nothing where nothing of it was filled in. */
const anyOf = (parts: Filled): Filled | undefined => {
  const filled = given(parts);
  return Object.keys(filled).length === 0 ? undefined : filled;
};

function requesterOf(filled: Filled): Filled | undefined {
  const { requesterName, requesterPhone, proxyName, proxyPhone, callBack } = filled;
  return anyOf({
    subject: anyOf({ name: requesterName, phone: requesterPhone }),
    proxy: anyOf({ name: proxyName, phone: proxyPhone }),
    callBack: isYes(callBack),
  });
}

function placeOf(
  { compound, building, entrance, spot, door }: Filled,
  now: CaseDetail['place'],
): Filled | undefined {
  const corrected = given({ compound, building, entrance, spot, door });
  return Object.keys(corrected).length === 0 ? undefined : given({ ...now, ...corrected });
}

function respondentOf(
  { respondentKind, respondentName, respondentPhone, organisation, keptOut }: Filled,
  now: Before['respondent'],
  id: string,
): Filled | undefined {
  const corrected = given({
    ...{ kind: respondentKind, name: respondentName, phone: respondentPhone, organisation },
    keptOut: listed(keptOut),
  });
  if (Object.keys(corrected).length === 0) return undefined;
  const { respondentId = id, kind, organisation: before, keptOut: keptBefore } = now ?? {};
  return given({ respondentId, kind, organisation: before, keptOut: keptBefore, ...corrected });
}
