import { Fragment } from 'react';
import { Link } from 'wouter';
import { api } from '../../api';
import { useCommunity } from '../../community';
import { LeftBadge } from '../../hand-over';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import { isOpen } from '../../open-case';
import { paths } from '../../paths';
import type { CaseDetail, RequesterOf, Revealed } from '../../types';
import { respondentWords } from './event-parts';
import { Orders } from './orders';
import { requesterWords } from './requester-words';
import { Reveal } from './reveal';

export function Facts({ one }: { one: CaseDetail }) {
  const { t, language } = useI18n();
  const post = useCommunity()?.posts.find((each) => each.post === one.accountable.post);
  return (
    <>
      <section className="panel" aria-label={t.case.accountable}>
        <h2>{t.case.accountable}</h2>
        <p>
          {one.accountable.person} · {post?.names[language] ?? one.accountable.post}{' '}
          {isOpen(one) && <LeftBadge holder={one.accountable} />}
        </p>
        <Deadlines one={one} />
      </section>
      <Found one={one} />
      <GoesOnIn caseId={one.mergedInto} />
      {one.callBack && (
        <section className="panel" aria-label={t.case.callBack}>
          <h2>{t.case.callBack}</h2>
          {one.callBack.map((phone) => (
            <p key={phone}>
              <a href={`tel:${phone}`}>{phone}</a>
            </p>
          ))}
        </section>
      )}
      {one.requesters.length > 0 && <Requesters caseId={one.caseId} requesters={one.requesters} />}
      {one.orders.length > 0 && <Orders one={one} />}
      {one.origin && (
        <section className="panel">
          <p>{t.case.imported(one.origin, one.externalId ?? '')}</p>
          {one.externalParent && <p>{t.case.parent(one.externalParent)}</p>}
        </section>
      )}
    </>
  );
}

/** Those of the case, and those of the keys that are awaited: behind a shut lock no other runs. */
function Deadlines({ one: { deadlines, joint } }: { one: CaseDetail }) {
  const { t, time } = useI18n();
  const keys = joint?.lock === 'shut' ? joint.parties.filter(({ key }) => key === 'awaited') : [];
  const running = [
    ...deadlines.map(({ name, dueAt }) => ({ name: t.deadlineNames[name] ?? name, dueAt })),
    ...keys.flatMap(({ party, dueAt }) =>
      dueAt ? [{ name: t.joint.keyOf(t.parties[party] ?? party), dueAt }] : [],
    ),
  ];
  return (
    <>
      <h2>{t.case.deadlines}</h2>
      {running.length === 0 && <p>{t.case.noDeadlines}</p>}
      <ul className="plain">
        {running.map(({ name, dueAt }) => (
          <li key={name + dueAt}>
            {name}: {t.case.due(time(dueAt))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whom it is about, whose matter it was found to be, and which body outside has it. */
function Found({ one: { respondent, responsibility, referral } }: { one: CaseDetail }) {
  const { t } = useI18n();
  const told = [
    ...(respondent ? [{ name: t.case.respondent, words: respondentWords(respondent, { t }) }] : []),
    ...(responsibility ? [{ name: t.fields['kind'], words: t.responsibilities[responsibility] }] : []),
    ...(referral ? [{ name: t.case.referredTo, words: t.codes[referral.body] ?? referral.body }] : []),
  ];
  if (told.length === 0) return null;
  return (
    <section className="panel" aria-label={t.case.found}>
      <h2>{t.case.found}</h2>
      <dl>
        {told.map(({ name, words }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** Where a merged case goes on. */
function GoesOnIn({ caseId }: { caseId: string | undefined }) {
  const { t } = useI18n();
  if (caseId === undefined) return null;
  return (
    <section className="panel">
      <p>
        <Link href={paths.case(caseId)}>{t.case.mergedInto}</Link>
      </p>
    </section>
  );
}

function Requesters({ caseId, requesters }: { caseId: string; requesters: readonly RequesterOf[] }) {
  const { t } = useI18n();
  const me = useMe().data;
  const ask = async (purpose: string) => {
    const { fields } = await api.post<Revealed>(`/api/cases/${caseId}/reveal`, {
      fields: ['requesters'],
      purpose,
    });
    return fields.map(({ value }) => value);
  };
  const mayReveal = me?.may.includes('cases.reveal') && requesters.some(({ anonymous }) => !anonymous);
  return (
    <section className="panel" aria-label={t.case.requesters}>
      <h2>{t.case.requesters}</h2>
      <ul className="plain">
        {requesters.map((requester) => (
          <Requester key={requester.requesterId} requester={requester} />
        ))}
      </ul>
      {mayReveal && <Reveal purposes={Object.keys(t.purposes)} ask={ask} />}
    </section>
  );
}

function Requester({ requester }: { requester: RequesterOf }) {
  const { t } = useI18n();
  const { anonymous, name, phone, relation, withdrawn } = requester;
  const told = requesterWords(requester, t);
  return (
    <li>
      {anonymous ? t.case.anonymous : [name, phone, t.relations[relation]].filter(Boolean).join(' · ')}
      {withdrawn ? ` (${t.case.withdrawn})` : <p className="hint">{told.join(' · ') || t.case.unanswered}</p>}
    </li>
  );
}
