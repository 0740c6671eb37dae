import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, ServerSaidNo } from '../../api';
import { DueBadge, FlagBadges } from '../../badges';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { PageTitle } from '../../page';
import { paths } from '../../paths';
import { placeWords } from '../../place';
import type { CaseDetail, OrderOf } from '../../types';
import { Button } from '../../ui/button';
import { useWindowWords } from '../../window-words';
import { NotFoundPage } from '../not-found';
import { ActDialog } from './act-dialog';
import { acts, fits } from './acts';
import type { ActName, Target } from './acts';
import { AskedPanel } from './asked';
import { OfferDialog } from './offer-dialog';
import type { Offering } from './offer-dialog';
import { WhyPanel } from './why';
import { WhyNotPanel } from './why-not';
import { assigneeWords, namesOf, reasonWords } from './words';

/** The work order of a case: who has it, who was asked and why, why not somebody else, and what the dispatcher can do. */
export function BoardCasePage({ number }: { number: string }) {
  const { t } = useI18n();
  const detail = useQuery({
    queryKey: ['live', 'case', number],
    queryFn: () => api.get<CaseDetail>(`/api/cases/${encodeURIComponent(number)}`),
  });
  if (detail.error instanceof ServerSaidNo && detail.error.status === 404) return <NotFoundPage />;
  if (detail.error) return <p role="alert">{detail.error.message}</p>;
  if (!detail.data) return <p className="loading">{t.loading}</p>;
  return <BoardCase one={detail.data} />;
}

/** Of the present round: the one for which nobody is left to ask, what is worked on, else the last one that was given back. */
export function orderOnBoard({ orders, round }: Pick<CaseDetail, 'orders' | 'round'>): OrderOf | undefined {
  const ofRound = orders.filter((each) => each.round === round);
  const live = ofRound.filter(({ status }) => ['dispatched', 'acknowledged', 'handling'].includes(status));
  const last = ofRound.findLast(({ part }) => part === 'lead');
  const unfound = live.find(({ nobodyFound }) => nobodyFound !== undefined);
  return unfound ?? live.find(({ part }) => part === 'lead') ?? live.at(-1) ?? last;
}

function BoardCase({ one }: { one: CaseDetail }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const order = orderOnBoard(one);
  const category = community?.categories.find((each) => each.category === one.category);
  return (
    <>
      <PageTitle>{`${one.number} ${category?.names[language] ?? ''}`}</PageTitle>
      <p>
        <Link href={paths.board}>{t.board.back}</Link> ·{' '}
        <Link href={paths.case(one.number)}>{t.board.toCase}</Link>
      </p>
      <p className="case-head">
        <strong>{t.statuses[one.status]}</strong> <FlagBadges line={one} /> <DueBadge line={one} />{' '}
        {placeWords(one.place, community, language)}
      </p>
      <Acts one={one} order={order} />
      {order?.assignee.kind === 'volunteers' ? (
        <Volunteers one={one} order={order} />
      ) : (
        <WorkPanel order={order} />
      )}
    </>
  );
}

/** What can be done with the order, beside asking somebody. */
function Acts({ one, order }: { one: CaseDetail; order: OrderOf | undefined }) {
  const { t } = useI18n();
  const [act, setAct] = useState<ActName | undefined>(undefined);
  const target: Target = { ...one, order };
  return (
    <div className="actions board-acts">
      {acts
        .filter((each) => one.allowed.includes(each) && fits(each, target))
        .map((each) => (
          <Button key={each} onClick={() => setAct(each)}>
            {t.commands[each]}
          </Button>
        ))}
      {act !== undefined && <ActDialog act={act} targets={[target]} onClose={() => setAct(undefined)} />}
    </div>
  );
}

/** Who was asked, who was ranked and why, and why not somebody else. */
function Volunteers({ one, order }: { one: CaseDetail; order: OrderOf }) {
  const [offering, setOffering] = useState<Offering | undefined>(undefined);
  const onOffer = one.allowed.includes('OfferToVolunteer') ? setOffering : undefined;
  return (
    <div className="columns">
      <div>
        <AskedPanel one={one} order={order} />
        <WhyPanel order={order} onOffer={onOffer} />
      </div>
      <aside>
        <WorkPanel order={order} />
        <WhyNotPanel {...{ one, order, onOffer }} />
      </aside>
      {offering !== undefined && (
        <OfferDialog {...{ one, order, offering }} onClose={() => setOffering(undefined)} />
      )}
    </div>
  );
}

function WorkPanel({ order }: { order: OrderOf | undefined }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const windowWords = useWindowWords();
  const names = { language, community };
  return (
    <section className="panel" aria-labelledby="the-work">
      <h2 id="the-work">{t.board.work}</h2>
      {!order && <p>{t.board.noOrder}</p>}
      {order && (
        <p>
          {t.parts[order.part]} · {t.orderStatuses[order.status] ?? order.status} ·{' '}
          {assigneeWords(order.assignee, { t, ...names })}
        </p>
      )}
      {order?.returnedFor !== undefined && (
        <p>{t.board.returnedFor(t.codes[order.returnedFor] ?? order.returnedFor)}</p>
      )}
      {order?.need && (
        <dl aria-label={t.board.need}>
          {(['skills', 'interests', 'certificates'] as const).map((kind) => (
            <Fact key={kind} name={t.board[kind]} value={namesOf(order.need?.[kind] ?? [], kind, names)} />
          ))}
          <Fact name={t.board.seats} value={String(order.need.seats)} />
          <Fact name={t.board.minutes} value={String(order.need.minutes)} />
          <Fact name={t.board.windows} value={order.need.windows.map(windowWords).join('; ')} />
        </dl>
      )}
      {order?.nobodyFound && (
        <>
          <h3>{t.board.reasons}</h3>
          <ul>
            {order.nobodyFound.map(({ constraint, count }) => (
              <li key={constraint}>
                {t.board.persons(count)} {reasonWords(constraint, { t, ...names })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  const { t } = useI18n();
  return (
    <>
      <dt>{name}</dt>
      <dd>{value || t.none}</dd>
    </>
  );
}
