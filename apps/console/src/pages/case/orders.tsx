import { api } from '../../api';
import { useCommunity } from '../../community';
import { LeftBadge } from '../../hand-over';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { CaseDetail, OrderOf, RevealedVolunteer } from '../../types';
import { assigneeWords } from '../board/words';
import { LinkButton } from './link-button';
import { Reveal } from './reveal';
import { useVolunteerNames } from './volunteer-names';
import { volunteersOf } from './volunteer-words';

/** Who has the work, and which volunteers were asked. */
export function Orders({ one }: { one: CaseDetail }) {
  const { t } = useI18n();
  const nameOf = useVolunteerNames(volunteersOf(one));
  return (
    <section className="panel" aria-label={t.case.orders}>
      <h2>{t.case.orders}</h2>
      <ul className="plain">
        {one.orders.map((order) => (
          <Order key={order.workOrderId} caseId={one.caseId} order={order} nameOf={nameOf} />
        ))}
      </ul>
    </section>
  );
}

interface OrderProps {
  caseId: string;
  order: OrderOf;
  nameOf: (volunteerId: string) => string;
}

function Order({ caseId, order, nameOf }: OrderProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const { assignee } = order;
  return (
    <li>
      {t.parts[order.part]} · {t.orderStatuses[order.status] ?? order.status} ·{' '}
      {assigneeWords(assignee, { t, language, community })}{' '}
      {live.includes(order.status) && <LeftBadge holder={assignee} />}
      {live.includes(order.status) && order.nobodyFound && (
        <span className="badge badge-wrong">{t.flags['exhausted']}</span>
      )}
      {order.offers.length > 0 && (
        <ul className="plain offers" aria-label={t.case.offers}>
          {order.offers.map((offer) => (
            <Offer key={offer.offerId} {...{ caseId, order, offer }} name={nameOf(offer.volunteerId)} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Of an order that is worked on, and of an offer that is not over: what a link would open. */
const live = ['dispatched', 'acknowledged', 'handling'];
const lasting = ['offered', 'accepted', 'assigned', 'checked-in'];

interface OfferProps {
  caseId: string;
  order: OrderOf;
  offer: OrderOf['offers'][number];
  name: string;
}

function Offer({ caseId, order, offer, name }: OfferProps) {
  const { t, time } = useI18n();
  const me = useMe().data;
  const { offerId, volunteerId, window } = offer;
  const booked = order.assigned.find((each) => each.offerId === offerId);
  const seat = booked?.status ?? offer.status;
  const status = seat === 'checked-in' && order.status === 'done' ? 'done' : seat;
  const mayReveal = me?.may.includes('volunteers.reveal') && me.volunteerId !== volunteerId;
  const isLasting = live.includes(order.status) && lasting.includes(status);
  const ask = async (purpose: string) => {
    const shown = await api.post<RevealedVolunteer>(`/api/volunteers/${volunteerId}/reveal`, { purpose });
    return [shown.name, shown.phone];
  };
  return (
    <li>
      <strong>{name}</strong>
      <br />
      {t.orderStatuses[status] ?? status} · {time(window.from)}
      <div className="actions">
        {mayReveal && <Reveal about={name} purposes={['contact', 'visit']} ask={ask} />}
        {isLasting && <LinkButton about={name} caseId={caseId} to={{ kind: 'offer', offerId }} />}
      </div>
    </li>
  );
}
