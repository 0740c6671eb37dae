import { useEffect, useMemo, useRef, useState } from 'react';
import { ServerSaidNo } from '../../api';
import { CommandSender } from '../../command-sender';
import { useCommunity } from '../../community';
import { expectedWords } from '../../expected-words';
import { useI18n } from '../../i18n';
import type { Messages } from '../../messages/zh';
import { addressesOf } from '../../place';
import type { Place, Recorded } from '../../types';
import { focusFirstWrong } from '../../ui/focus';
import { useToast } from '../../ui/toast';
import { pointedField } from '../case/pointed-field';
import { emptyDraft, errorsOf, joinErrorsOf, joinOf, reportOf } from './draft';
import type { Draft, DraftErrors } from './draft';
import type { Saved } from './slip';

export interface JoinTarget {
  readonly caseId: string;
  readonly number: string;
}

interface IntakeEvents {
  readonly onSaved: (saved: Saved) => void;
}

/** The draft of one report and what can be done with it. */
export function useIntake({ onSaved }: IntakeEvents) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const toast = useToast();
  const addresses = useMemo(() => addressesOf(community, language), [community, language]);
  const { first, name, form } = useControls();
  const [draft, setDraft] = useState(() => emptyDraft('desk'));
  const [errors, setErrors] = useState<DraftErrors>({});
  const sender = useSender();
  const place = addresses.find(({ value }) => value === draft.address)?.place;

  const valid = (wrong: DraftErrors) => {
    setErrors(wrong);
    if (form.current) focusFirstWrong(form.current);
    return Object.keys(wrong).length === 0;
  };
  const send = async (path: string, body: unknown, said: (t: Messages, recorded: Recorded) => string) => {
    const recorded = await sender.send(path, body);
    if (!recorded) return;
    const { number = '', trackingCode = '' } = recorded;
    onSaved({ number, trackingCode, ...toldIn(draft, place) });
    toast((shown) => said(shown, recorded));
    setDraft(emptyDraft(draft.channel));
    first.current?.focus();
  };
  const save = async (accept: boolean) => {
    if (!valid(errorsOf(draft, accept, t)) || !place) return;
    await send('/api/cases', reportOf(draft, place, accept), savedWords);
  };
  const join = async ({ caseId, number }: JoinTarget) => {
    if (!valid(joinErrorsOf(draft, t))) return;
    await send(`/api/cases/${caseId}/commands/JoinCase`, joinOf(draft), ({ intake }, recorded) =>
      intake.joined(number, recorded.trackingCode ?? ''),
    );
  };
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const { failure, busy } = sender;
  return { draft, set, errors, failure, busy, addresses, first, name, form, place, save, join };
}

const savedWords = ({ intake }: Messages, { number = '', trackingCode = '' }: Recorded): string =>
  intake.saved(number, trackingCode);

/** What the slip says of a draft that was saved just now. */
const toldIn = (
  { category, door, phone, proxied, proxyPhone }: Draft,
  place: Place | undefined,
): Omit<Saved, 'number' | 'trackingCode'> => ({
  savedAt: new Date().toISOString(),
  place: place && { ...place, ...(door && { door }) },
  category,
  hasPhone: phone !== '' || (proxied && proxyPhone !== ''),
});

/** What gets the focus by itself; the place has it first. */
function useControls() {
  const first = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => first.current?.focus(), []);
  return { first, name, form };
}

/** Sends a draft, and says what became of it. */
function useSender() {
  const { t } = useI18n();
  const [sender] = useState(() => new CommandSender());
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (path: string, body: unknown): Promise<Recorded | undefined> => {
    setBusy(true);
    setFailure('');
    try {
      const recorded = await sender.send<Recorded>(path, () => body);
      sender.beginAnother();
      return recorded;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setFailure(failureWords(error, t));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { send, failure, busy };
}

function failureWords(error: Error, t: Messages): string {
  const problems = error instanceof ServerSaidNo ? (error.problem.errors ?? []) : [];
  const fields = problems.map(
    ({ pointer, expected }) => `${pointedField(pointer, t)}: ${expectedWords(pointer, expected, t)}`,
  );
  return [error.message, ...fields].join(' ');
}
