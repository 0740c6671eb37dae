import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { CaseDetail, OrderOf, VolunteerLine, WhyAnswer } from '../../types';
import { Button } from '../../ui/button';
import { Combobox } from '../../ui/combobox';
import { useWindowWords } from '../../window-words';
import { volunteerWords } from '../case/volunteer-words';
import type { Offering } from './offer-dialog';
import { Points } from './points';
import { useRegister } from './register';
import { namesOf } from './words';

interface WhyNotProps {
  one: CaseDetail;
  order: OrderOf;
  onOffer: ((offering: Offering) => void) | undefined;
}

/** Any volunteer of the register: what stands against them, or where they would stand, as it would be decided now. */
export function WhyNotPanel({ one, order, onOffer }: WhyNotProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const me = useMe().data;
  const register = useRegister();
  const [volunteerId, setVolunteerId] = useState('');
  const [asked, setAsked] = useState('');
  const answer = useQuery({
    queryKey: ['live', 'why', one.caseId, asked],
    queryFn: () => api.get<WhyAnswer>(`/api/matching/why?case=${one.caseId}&volunteer=${asked}`),
    enabled: asked !== '',
  });
  if (!me?.may.includes('matching.why')) return null;
  const volunteer = register.find((each) => each.volunteerId === asked);
  return (
    <section className="panel" aria-labelledby="why-not">
      <h2 id="why-not">{t.board.whyNot}</h2>
      <Combobox
        label={t.board.volunteer}
        hint={t.board.whyNotHint}
        options={register.map((each) => ({
          value: each.volunteerId,
          label: volunteerWords(t.volunteers.erased, each, community, language),
        }))}
        value={volunteerId}
        onChange={setVolunteerId}
      />
      <Button disabled={volunteerId === ''} onClick={() => setAsked(volunteerId)}>
        {t.board.ask}
      </Button>
      <div role="status">
        {answer.error && <p>{answer.error.message}</p>}
        {answer.data && volunteer && <Answer why={answer.data} {...{ volunteer, order, onOffer }} />}
      </div>
    </section>
  );
}

interface AnswerProps extends Pick<WhyNotProps, 'order' | 'onOffer'> {
  why: WhyAnswer;
  volunteer: VolunteerLine;
}

function Answer({ why, volunteer, order, onOffer }: AnswerProps) {
  const { t } = useI18n();
  const { volunteerId, name = t.volunteers.erased } = volunteer;
  switch (why.outcome) {
    case 'no-order':
      return <p>{t.board.notLooking}</p>;
    case 'over':
      return <p>{t.board.timesOver}</p>;
    case 'unknown':
      return <p>{t.board.unknown}</p>;
    case 'ranked':
      return (
        <>
          <p>
            <strong>{name}</strong>: {t.board.would(why.rank, why.of)}
          </p>
          <Apart because={[]} window={why.volunteer.window} {...{ volunteer, order }} />
          <Points terms={why.terms} score={why.volunteer.score} about={name} />
          {onOffer && (
            <Button onClick={() => onOffer({ volunteerId, name, window: why.volunteer.window })}>
              {t.board.offer}
            </Button>
          )}
        </>
      );
    case 'excluded':
      return (
        <>
          <p>
            <strong>{name}</strong>: {t.board.stands}
          </p>
          <Apart because={why.because} {...{ volunteer, order }} />
          {onOffer && <Button onClick={() => onOffer({ volunteerId, name })}>{t.board.offer}</Button>}
        </>
      );
  }
}

interface ApartProps extends Pick<AnswerProps, 'volunteer' | 'order'> {
  because: readonly { constraint: string; names: { zh: string; en: string } }[];
  window?: { from: string; to: string };
}

const ofTime: ReadonlySet<string> = new Set(['not-free', 'booked', 'window-too-short', 'paused']);
const ofSkills: ReadonlySet<string> = new Set(['skill', 'certificate']);

/** Skills, interests, free time and the other rules, each by itself. */
function Apart({ because, window, volunteer, order }: ApartProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const windowWords = useWindowWords();
  const names = { language, community };
  const said = (those: (constraint: string) => boolean) =>
    because
      .filter(({ constraint }) => those(constraint))
      .map((each) => each.names[language])
      .join(language === 'zh' ? '；' : '; ');
  const shared = (order.need?.interests ?? []).filter((code) => volunteer.interests.includes(code));
  const missing = (order.need?.skills ?? []).filter((code) => !volunteer.skills.includes(code));
  const skills = [said((each) => ofSkills.has(each)), namesOf(missing, 'skills', names)].filter(Boolean);
  const freeAt = window && windowWords(window);
  return (
    <dl>
      <dt>{t.board.skills}</dt>
      <dd>{skills.join(': ') || t.board.fits}</dd>
      <dt>{t.board.interests}</dt>
      <dd>{namesOf(shared, 'interests', names) || t.none}</dd>
      <dt>{t.board.free}</dt>
      <dd>{said((each) => ofTime.has(each)) || freeAt || t.board.fits}</dd>
      <dt>{t.board.otherRules}</dt>
      <dd>{said((each) => !ofTime.has(each) && !ofSkills.has(each)) || t.board.fits}</dd>
    </dl>
  );
}
