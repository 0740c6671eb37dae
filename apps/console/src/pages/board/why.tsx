import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, ServerSaidNo } from '../../api';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { OrderOf, OrderRankings } from '../../types';
import { Button } from '../../ui/button';
import { Select } from '../../ui/field';
import { focusItem } from '../../ui/focus';
import { useWindowWords } from '../../window-words';
import type { Offering } from './offer-dialog';
import { Points } from './points';
import { namesOf } from './words';

interface WhyProps {
  order: OrderOf;
  /** Undefined: this person may not offer, or no seat is left. */
  onOffer: ((offering: Offering) => void) | undefined;
}

type Attempt = OrderRankings['attempts'][number];
type Ranked = Attempt['ranked'][number];

/** What matching answered for an order; nothing where nobody was ranked for it yet, or it is not for this person. */
function useAttempts(workOrderId: string): { attempts: readonly Attempt[]; error: Error | undefined } {
  const me = useMe().data;
  const { data, error } = useQuery({
    queryKey: ['live', 'rankings', workOrderId],
    queryFn: () => api.get<OrderRankings>(`/api/matching/orders/${workOrderId}`),
    enabled: me?.may.includes('matching.why') ?? false,
  });
  const isAbsent = error instanceof ServerSaidNo && error.status === 404;
  return { attempts: data?.attempts ?? [], error: isAbsent ? undefined : (error ?? undefined) };
}

/** Whom matching chose, in which order and why; and whom it left out, by rule: as it was decided then. */
export function WhyPanel({ order, onOffer }: WhyProps) {
  const { t, time } = useI18n();
  const [chosen, setChosen] = useState('');
  const { attempts, error } = useAttempts(order.workOrderId);
  const attempt = attempts.find(({ eventId }) => eventId === chosen) ?? attempts[0];
  if (!attempt && !error) return null;
  return (
    <section className="panel" aria-labelledby="why-these">
      <h2 id="why-these">{t.board.why}</h2>
      {error && <p role="alert">{error.message}</p>}
      {attempts.length > 1 && (
        <Select
          label={t.board.ranking}
          options={attempts.map(({ eventId, attempt: n, rankedAt }) => ({
            value: eventId,
            label: t.board.attempt(n, time(rankedAt)),
          }))}
          value={attempt?.eventId ?? ''}
          onChange={({ target }) => setChosen(target.value)}
        />
      )}
      {attempt && <AttemptOf {...{ attempt, order, onOffer }} />}
    </section>
  );
}

const shownAtFirst = 6;

function AttemptOf({ attempt, order, onOffer }: WhyProps & { attempt: Attempt }) {
  const { t, language, time } = useI18n();
  const { ranked, excluded, considered, rankedAt, attempt: n } = attempt;
  const [showsAll, setShowsAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const showAll = () => {
    setShowsAll(true);
    focusItem(list.current, shownAtFirst);
  };
  return (
    <>
      <p>
        {t.board.attempt(n, time(rankedAt))} {t.board.considered(considered)} {t.board.pointsHint}
      </p>
      {ranked.length === 0 && <p>{t.board.nobodyRanked}</p>}
      <ol ref={list} className="plain ranked">
        {ranked.slice(0, showsAll ? undefined : shownAtFirst).map((each, index) => (
          <li key={each.volunteerId}>
            <RankedOne {...{ ranked: each, rank: index + 1, order, onOffer }} />
          </li>
        ))}
      </ol>
      {!showsAll && ranked.length > shownAtFirst && (
        <Button onClick={showAll}>
          {t.board.more} ({ranked.length - shownAtFirst})
        </Button>
      )}
      {excluded.length > 0 && (
        <>
          <h3>{t.board.excluded}</h3>
          <ul>
            {excluded.map(({ constraint, count, names }) => (
              <li key={constraint}>
                {t.board.persons(count)} {names[language]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface RankedProps {
  ranked: Ranked;
  rank: number;
  order: OrderOf;
  onOffer: WhyProps['onOffer'];
}

function RankedOne({ ranked, rank, order, onOffer }: RankedProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const windowWords = useWindowWords();
  const { volunteerId, name = t.volunteers.erased, window, standingConsent } = ranked;
  const names = { language, community };
  const asked = order.offers.findLast((each) => each.volunteerId === volunteerId);
  const seat = order.assigned.find((each) => each.offerId === asked?.offerId);
  const needed = (kind: 'skills' | 'interests') =>
    namesOf(
      (order.need?.[kind] ?? []).filter((code) => ranked[kind].includes(code)),
      kind,
      names,
    );
  return (
    <>
      <p>
        <strong>
          {rank}. {name}
        </strong>{' '}
        {standingConsent && <span className="badge badge-right">{t.board.consent}</span>}{' '}
        {asked && <span className="badge">{t.orderStatuses[seat?.status ?? asked.status]}</span>}
      </p>
      <dl>
        <dt>{t.board.skills}</dt>
        <dd>{needed('skills') || t.none}</dd>
        <dt>{t.board.interests}</dt>
        <dd>{needed('interests') || t.none}</dd>
        <dt>{t.board.free}</dt>
        <dd>{windowWords(window)}</dd>
      </dl>
      <Points terms={ranked.terms} score={ranked.score} about={name} />
      {onOffer && asked?.status !== 'offered' && !seat && (
        <Button about={name} onClick={() => onOffer({ volunteerId, name, window })}>
          {t.board.offer}
        </Button>
      )}
    </>
  );
}
