import { Fragment } from 'react';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { placeWords } from '../../place';
import type { CaseState } from '../../types';
import { useVolunteerNames } from '../case/volunteer-names';
import { volunteersOf } from '../case/volunteer-words';
import { differences, fieldsOf } from './differences';
import { fieldWords, valueWords } from './field-words';
import type { Wording } from './field-words';

function useWording(state: CaseState): Wording {
  return { ...useI18n(), community: useCommunity(), nameOf: useVolunteerNames(volunteersOf(state)) };
}

interface ChangesProps {
  /** Undefined: the step is the first one. */
  before: CaseState | undefined;
  after: CaseState;
}

/** Field by field: before and after one step. Before the first one there was nothing. */
export function Changes({ before, after }: ChangesProps) {
  const wording = useWording(after);
  const { t } = wording;
  const changes = differences(before ?? {}, after);
  if (changes.length === 0) return <p>{t.replay.nothingChanged}</p>;
  return (
    <div className="scrolling" tabIndex={0} role="region" aria-label={t.replay.changedHere}>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{t.replay.field}</th>
            {before && <th scope="col">{t.replay.before}</th>}
            <th scope="col">{t.replay.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before: was, after: is }) => (
            <tr key={field.key}>
              <th scope="row">{fieldWords(field, wording)}</th>
              {before && (
                <td data-label={t.replay.before}>
                  {was === undefined ? '—' : <del>{valueWords(field, was, wording)}</del>}
                </td>
              )}
              <td data-label={before && t.replay.after}>
                {is === undefined ? '—' : <ins>{valueWords(field, is, wording)}</ins>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The state in words, and all of it for who wants to see every field. */
export function StateTable({ state }: { state: CaseState }) {
  const wording = useWording(state);
  const { t } = wording;
  return (
    <>
      <StateInWords state={state} />
      <details>
        <summary>{t.replay.everyField}</summary>
        <div className="scrolling" tabIndex={0} role="region" aria-label={t.replay.everyField}>
          <table className="stacked">
            <tbody>
              {fieldsOf(state).map((field) => (
                <tr key={field.key}>
                  <th scope="row">{fieldWords(field, wording)}</th>
                  <td>{valueWords(field, field.value, wording)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function StateInWords({ state }: { state: CaseState }) {
  const { t, language, time, number } = useI18n();
  const community = useCommunity();
  const category = community?.categories.find((each) => each.category === state.category);
  const post = community?.posts.find((each) => each.post === state.accountable.post);
  const facts: readonly (readonly [string, string])[] = [
    [t.cases.status, t.statuses[state.status] ?? state.status],
    [t.case.accountable, `${state.accountable.person} · ${post?.names[language] ?? state.accountable.post}`],
    [t.cases.category, category?.names[language] ?? state.category ?? t.cases.uncategorised],
    [t.cases.urgency, t.urgencies[state.urgency] ?? state.urgency],
    [t.cases.place, placeWords(state.place, community, language)],
    [t.case.requesters, number(state.requesters.length)],
    ...state.deadlines.map(
      ({ name, dueAt }) => [t.deadlineNames[name] ?? name, t.case.due(time(dueAt))] as const,
    ),
    ...state.orders.map(
      ({ part, status, offers }) =>
        [
          t.parts[part] ?? part,
          [
            t.orderStatuses[status] ?? status,
            ...offers.map((offer) => t.orderStatuses[offer.status] ?? offer.status),
          ].join(' · '),
        ] as const,
    ),
  ];
  return (
    <dl>
      {facts.map(([name, value], index) => (
        <Fragment key={`${name}${String(index)}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
