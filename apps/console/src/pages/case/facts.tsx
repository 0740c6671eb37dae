import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import type { CaseDetail, OrderOf, RequesterOf, Revealed } from '../../types';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Select } from '../../ui/field';

export function Facts({ one }: { one: CaseDetail }) {
  const { t, time, language } = useI18n();
  const post = useCommunity()?.posts.find((each) => each.post === one.accountable.post);
  return (
    <>
      <section className="panel" aria-label={t.case.accountable}>
        <h2>{t.case.accountable}</h2>
        <p>
          {one.accountable.person} · {post?.names[language] ?? one.accountable.post}
        </p>
        <h2>{t.case.deadlines}</h2>
        {one.deadlines.length === 0 && <p>{t.case.noDeadlines}</p>}
        <ul className="plain">
          {one.deadlines.map(({ name, dueAt }) => (
            <li key={name + dueAt}>
              {t.deadlineNames[name]}: {t.case.due(time(dueAt))}
            </li>
          ))}
        </ul>
      </section>
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
      {one.orders.length > 0 && (
        <section className="panel" aria-label={t.case.orders}>
          <h2>{t.case.orders}</h2>
          <ul className="plain">
            {one.orders.map((order) => (
              <Order key={order.workOrderId} order={order} />
            ))}
          </ul>
        </section>
      )}
      {one.origin && (
        <section className="panel">
          <p>{t.case.imported(one.origin, one.externalId ?? '')}</p>
          {one.externalParent && <p>{t.case.parent(one.externalParent)}</p>}
        </section>
      )}
    </>
  );
}

function Order({ order }: { order: OrderOf }) {
  const { t, time } = useI18n();
  const { assignee } = order;
  return (
    <li>
      {t.parts[order.part]} · {t.orderStatuses[order.status] ?? order.status} ·{' '}
      {assignee.person ?? assignee.organisation ?? t.codes[assignee.kind] ?? assignee.kind}
      {order.offers.length > 0 && (
        <ul aria-label={t.case.offers}>
          {order.offers.map(({ offerId, volunteerId, status, window }) => (
            <li key={offerId}>
              {volunteerId.slice(0, 8)} · {t.orderStatuses[status] ?? status} · {time(window.from)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Requesters({ caseId, requesters }: { caseId: string; requesters: readonly RequesterOf[] }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('contact');
  const reveal = useMutation({
    mutationFn: () => api.post<Revealed>(`/api/cases/${caseId}/reveal`, { fields: ['requesters'], purpose }),
    onSuccess: () => setAsking(false),
  });
  return (
    <section className="panel" aria-label={t.case.requesters}>
      <h2>{t.case.requesters}</h2>
      <ul className="plain">
        {requesters.map(({ requesterId, anonymous, name, phone, relation, withdrawn }) => (
          <li key={requesterId}>
            {anonymous ? t.case.anonymous : [name, phone, t.relations[relation]].filter(Boolean).join(' · ')}
            {withdrawn && ` (${t.case.withdrawn})`}
          </li>
        ))}
      </ul>
      {reveal.data && (
        <ul className="plain revealed" role="status">
          {reveal.data.fields.map(({ name, value }) => (
            <li key={name}>{value ?? t.case.erased}</li>
          ))}
        </ul>
      )}
      {requesters.some(({ anonymous }) => !anonymous) && (
        <Button onClick={() => setAsking(true)}>{t.case.seen}</Button>
      )}
      {asking && (
        <Dialog title={t.case.seen} onClose={() => setAsking(false)}>
          <p>{t.case.seenHint}</p>
          {reveal.error && <p role="alert">{reveal.error.message}</p>}
          <Select
            label={t.case.purpose}
            options={Object.entries(t.purposes).map(([value, label]) => ({ value, label }))}
            value={purpose}
            onChange={({ target }) => setPurpose(target.value)}
          />
          <Button kind="primary" busy={reveal.isPending} onClick={() => reveal.mutate()}>
            {t.case.seen}
          </Button>
        </Dialog>
      )}
    </section>
  );
}
