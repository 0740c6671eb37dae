import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { api } from '../../api';
import { FlagBadges } from '../../badges';
import { useCommunity } from '../../community';
import { useI18n } from '../../i18n';
import { dayWords, spanWords, whenWords } from '../../local-time';
import { useMe } from '../../me';
import { paths } from '../../paths';
import { placeWords } from '../../place';
import type { CaseDetail, FollowUpLine, Revealed } from '../../types';
import { Button } from '../../ui/button';
import { CommandForm } from '../case/command-form';
import { useCommandName } from '../case/command-name';
import { requesterWords } from '../case/requester-words';
import { Reveal } from '../case/reveal';
import { nextCommands } from './next-commands';

interface FollowUpProps {
  line: FollowUpLine;
  now: string;
  /** Whose form is open. */
  command: string | undefined;
  onOpen: (command: string) => void;
  onClose: () => void;
}

/** One requester: who, about what, how often sought, what is still owed, and the form right here. */
export function FollowUp({ line, now, command, onOpen, onClose }: FollowUpProps) {
  const nameOf = useCommandName();
  const who = useWho(line);
  return (
    <li className="panel" data-item={`${line.case.caseId} ${line.requester.requesterId}`}>
      <article aria-label={`${who} · ${line.case.number}`}>
        <Head line={line} who={who} now={now} />
        <Reach line={line} />
        <div className="actions">
          {nextCommands(line).map((each, index) => (
            <Button
              key={each}
              kind={index === 0 ? 'primary' : 'plain'}
              aria-expanded={each === command}
              onClick={() => onOpen(each)}
            >
              {nameOf(each)}
              <span className="visually-hidden">
                {' '}
                {who} {line.case.number}
              </span>
            </Button>
          ))}
          <Names line={line} who={who} />
        </div>
        {command !== undefined && (
          <InlineForm key={command} command={command} line={line} who={who} onClose={onClose} />
        )}
      </article>
    </li>
  );
}

function useWho({ requester }: FollowUpLine): string {
  const { t } = useI18n();
  if (requester.anonymous && requester.proxy === undefined) return t.case.anonymous;
  return requester.name ?? requester.proxy?.name ?? t.fields.requesterId ?? '';
}

function Head({ line, who, now }: Pick<FollowUpProps, 'line' | 'now'> & { who: string }) {
  const { t, ...locally } = useI18n();
  const { language } = locally;
  const community = useCommunity();
  const { requester, dueAt } = line;
  const one = line.case;
  const category = community?.categories.find(({ category: code }) => code === one.category);
  const proxy = requester.proxy && [requester.proxy.name, requester.proxy.phone].filter(Boolean).join(' ');
  return (
    <header>
      <h2>
        {who} {requester.phone !== undefined && <span className="unbroken">{requester.phone}</span>}{' '}
        {requester.callBack && <span className="badge badge-warn">{t.case.callBack}</span>}
      </h2>
      {proxy && <p>{t.followUps.byProxy(proxy)}</p>}
      <p>
        <Link href={paths.case(one.number)}>{one.number}</Link> ·{' '}
        {category?.names[language] ?? t.cases.uncategorised} · {placeWords(one.place, community, language)}{' '}
        <FlagBadges line={one} />
      </p>
      {dueAt !== undefined && (
        <p>
          {dueAt < now && (
            <span className="badge badge-wrong">{t.desk.late(spanWords(dueAt, now, locally))}</span>
          )}{' '}
          {t.case.due(whenWords(dueAt, now, locally))}
        </p>
      )}
    </header>
  );
}

/** How often they were sought, and what the policy still asks for. */
function Reach({ line }: Pick<FollowUpProps, 'line'>) {
  const { t, ...locally } = useI18n();
  const { attempts, days, daysNeeded, outOfReach, requester, isDoer } = line;
  const tried = [...new Set(attempts.map((at) => dayWords(at, locally)))];
  const list = new Intl.ListFormat(locally.language === 'zh' ? 'zh-CN' : 'en-GB').format(tried);
  const said = requesterWords({ ...requester, withdrawn: false }, t);
  return (
    <ul className="plain reach">
      <li>{said.length === 0 ? t.followUps.answerOwed : said.join(' · ')}</li>
      <li>
        {attempts.length === 0 ? t.followUps.notTried : t.followUps.tried(list)}{' '}
        {!outOfReach && t.followUps.needed(daysNeeded - days)}
        {outOfReach && <span className="badge badge-warn">{t.followUps.mayBeClosed}</span>}
      </li>
      {isDoer && <li>{t.followUps.doer}</li>}
    </ul>
  );
}

function Names({ line, who }: Pick<FollowUpProps, 'line'> & { who: string }) {
  const me = useMe().data;
  const { requester } = line;
  const isSomebody = !requester.anonymous || requester.proxy !== undefined;
  if (!me?.may.includes('cases.reveal') || !isSomebody) return null;
  const ask = async (purpose: string) => {
    const { fields } = await api.post<Revealed>(`/api/cases/${line.case.caseId}/reveal`, {
      fields: ['requesters'],
      purpose,
    });
    return fields.map(({ value }) => value);
  };
  return <Reveal about={`${who} ${line.case.number}`} purposes={['follow-up', 'contact']} ask={ask} />;
}

interface InlineFormProps {
  command: string;
  line: FollowUpLine;
  who: string;
  onClose: () => void;
}

function InlineForm({ command, line, who, onClose }: InlineFormProps) {
  const { t } = useI18n();
  const nameOf = useCommandName();
  const section = useRef<HTMLElement>(null);
  const { number } = line.case;
  const detail = useQuery({
    queryKey: ['live', 'case', number],
    queryFn: () => api.get<CaseDetail>(`/api/cases/${encodeURIComponent(number)}`),
  });
  const isRead = detail.data !== undefined;
  useEffect(() => {
    if (isRead)
      section.current?.querySelector<HTMLElement>('select, input, textarea, .button-primary')?.focus();
  }, [isRead]);
  return (
    <section
      ref={section}
      className="inline-form"
      aria-label={`${nameOf(command)}: ${who}`}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <h3>{nameOf(command)}</h3>
      {detail.error && <p role="alert">{detail.error.message}</p>}
      {!detail.data && !detail.error && <p>{t.loading}</p>}
      {detail.data && (
        <CommandForm command={command} one={detail.data} given={givenOf(command, line)} onClose={onClose} />
      )}
    </section>
  );
}

/** The list is about one requester, and about what came of their matter. */
function givenOf(command: string, { requester: { requesterId } }: FollowUpLine): Record<string, string> {
  return { requesterId, ...(command === 'AnswerRequester' && { subjectOf: 'result' }) };
}
