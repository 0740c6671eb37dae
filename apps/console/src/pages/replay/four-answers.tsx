import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '../../api';
import { instantOf, localTextOf } from '../../community-time';
import { useI18n } from '../../i18n';
import { paths } from '../../paths';
import type { CaseAsOf } from '../../types';
import { TextField } from '../../ui/field';

const questions = ['knownThenTrueThen', 'knownThenTrueNow', 'knownNowTrueThen', 'knownNowTrueNow'] as const;

/**
 * How it was at an instant: by what was known then or is known now, of what was true then or is true now. It begins with
 * the instant of the step; another one may be asked about.
 */
export function FourAnswers({ number, at: stepAt }: { number: string; at: string }) {
  const { t, time, offsetMinutes } = useI18n();
  const [typed, setTyped] = useState('');
  const at = instantOf(typed, offsetMinutes) ?? stepAt;
  const asOf = useQuery({
    queryKey: ['live', 'as-of', number, at],
    queryFn: () =>
      api.get<CaseAsOf>(`/api/cases/${encodeURIComponent(number)}/as-of?at=${encodeURIComponent(at)}`),
  });
  return (
    <section className="panel" aria-label={t.asOf.title}>
      <h2>{t.asOf.title}</h2>
      <p role="status">{t.asOf.at(time(at))}</p>
      <TextField
        label={t.asOf.another}
        type="datetime-local"
        value={typed || localTextOf(stepAt, offsetMinutes)}
        onChange={({ target }) => setTyped(target.value)}
      />
      {asOf.error && <p role="alert">{asOf.error.message}</p>}
      {asOf.data &&
        questions.map((question) => (
          <Answer key={question} number={number} question={question} facts={asOf.data.answers[question]} />
        ))}
    </section>
  );
}

interface AnswerProps {
  number: string;
  question: (typeof questions)[number];
  facts: CaseAsOf['answers'][(typeof questions)[number]];
}

function Answer({ number, question, facts }: AnswerProps) {
  const { t, time } = useI18n();
  return (
    <details>
      <summary>
        {t.asOf[question]} ({facts.length})
      </summary>
      <ol>
        {facts.map(({ id, revision, type, trueAt, recordedAt, late, corrects }) => (
          <li key={id}>
            <Link href={paths.replay(number, revision + 1)}>{t.events[type] ?? type}</Link>: {time(trueAt)}
            {late && `, ${t.asOf.late(time(recordedAt))}`}
            {corrects !== undefined && `, ${t.asOf.correction}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
