import { Link } from 'wouter';
import { DueBadge, FlagBadges } from '../../badges';
import { useCommunity } from '../../community';
import { LeftBadge } from '../../hand-over';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import { paths } from '../../paths';
import { placeWords } from '../../place';
import type { BoardCard, LaneName } from '../../types';
import { assigneeWords, reasonWords } from './words';

interface CardProps {
  card: BoardCard;
  lane: LaneName;
  isChosen: boolean;
  onChoose: ((card: BoardCard, isChosen: boolean) => void) | undefined;
}

/** A case on the board: what it is, when it is due, and what its lane says of its order. */
export function Card({ card, lane, isChosen, onChoose }: CardProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const { number } = card;
  const category = community?.categories.find((each) => each.category === card.category);
  return (
    <article className="panel card">
      <p className="card-head">
        {onChoose && (
          <label className="pick">
            <input
              type="checkbox"
              aria-label={t.board.choose(number)}
              checked={isChosen}
              onChange={({ target }) => onChoose(card, target.checked)}
            />
          </label>
        )}
        <Link href={paths.case(number)}>{number}</Link>
        <strong>{category?.names[language] ?? card.category ?? t.board.noCategory}</strong>
      </p>
      <p>
        <FlagBadges line={card} /> <DueBadge line={card} />
      </p>
      <p>{placeWords(card.place, community, language)}</p>
      <p className="hint">
        {t.case.accountable}: {card.accountable.person} <LeftBadge holder={card.accountable} />
      </p>
      <OfLane card={card} lane={lane} />
      <p>
        <Link href={paths.boardCase(number)} aria-label={`${t.board.open}: ${number}`}>
          {t.board.open}
        </Link>
      </p>
    </article>
  );
}

function OfLane({ card, lane }: Pick<CardProps, 'card' | 'lane'>) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const { order } = card;
  if (!order) return null;
  switch (lane) {
    case 'waiting':
      return null;
    case 'offers':
      return <Asked card={card} />;
    case 'nobody':
      return <Reasons card={card} />;
    case 'returned':
      return order.returnedFor === undefined ? null : (
        <p>{t.board.returnedFor(t.codes[order.returnedFor] ?? order.returnedFor)}</p>
      );
    case 'under-way':
      return (
        <>
          <p>
            {t.orderStatuses[order.status] ?? order.status} ·{' '}
            {assigneeWords(order.assignee, { t, language, community })} <LeftBadge holder={order.assignee} />
          </p>
          <Booked card={card} />
        </>
      );
  }
}

function Asked({ card }: { card: BoardCard }) {
  const { t, time } = useI18n();
  const { order } = card;
  const nameOf = useNameOf(card);
  if (!order || order.offers.length === 0) return <p>{t.board.nobodyAsked}</p>;
  const open = order.offers.filter(({ status }) => status === 'offered');
  return (
    <>
      <p>{t.board.askedNow(open.length, order.offers.length)}</p>
      <ul>
        {open.map(({ offerId, volunteerId, expiresAt }) => (
          <li key={offerId}>
            {nameOf(volunteerId)} · {t.board.answerDue(time(expiresAt))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Booked({ card }: { card: BoardCard }) {
  const { t, time } = useI18n();
  const nameOf = useNameOf(card);
  return (
    <ul>
      {(card.order?.assigned ?? []).map(({ offerId, volunteerId, status, window }) => (
        <li key={offerId}>
          {nameOf(volunteerId)} · {t.orderStatuses[status] ?? status} · {time(window.from)}
        </li>
      ))}
    </ul>
  );
}

function Reasons({ card }: { card: BoardCard }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const { part, nobodyFound: reasons = [] } = card.order ?? {};
  const of = part === undefined ? '' : `${t.parts[part]} · `;
  if (reasons.length === 0) return <p>{of + t.board.noReasons}</p>;
  return (
    <>
      <p>{of + t.board.reasons}</p>
      <ul>
        {reasons.map(({ constraint, count }) => (
          <li key={constraint}>
            {t.board.persons(count)} {reasonWords(constraint, { t, language, community })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Masked names come with the card; for whoever may only know that somebody is there they are numbered. */
function useNameOf({ volunteers }: BoardCard): (volunteerId: string) => string {
  const { t } = useI18n();
  const me = useMe().data;
  return (volunteerId) => {
    const place = volunteers.findIndex((each) => each.volunteerId === volunteerId);
    const known = me?.may.includes('volunteers.read') ? volunteers[place]?.name : undefined;
    return known ?? t.case.volunteer(place + 1);
  };
}
