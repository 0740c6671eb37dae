import { Link } from 'wouter';
import { FlagBadges } from '../../badges';
import { useCommunity } from '../../community';
import { LeftBadge, useHasLeft } from '../../hand-over';
import { useI18n } from '../../i18n';
import { spanWords, whenWords } from '../../local-time';
import { useMe } from '../../me';
import { paths } from '../../paths';
import { placeWords } from '../../place';
import type { DeskLine } from '../../types';
import { Button } from '../../ui/button';
import { commandFields } from '../case/command-fields';
import { useCommandName } from '../case/command-name';
import type { Chosen } from './given';
import { useWaitsForWords } from './waits-for';

interface DeskTableProps {
  lines: readonly DeskLine[];
  now: string;
  caption: string;
  /** Absent: nothing can be done from here. */
  onChoose?: (chosen: Chosen) => void;
}

/** On a narrow screen each line is a card (in the style sheet). */
export function DeskTable({ lines, now, caption, onChoose }: DeskTableProps) {
  const { t } = useI18n();
  return (
    <table className="cards desk">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.cases.number}</th>
          <th scope="col">{t.cases.summary}</th>
          <th scope="col">{t.cases.place}</th>
          <th scope="col">{t.cases.due}</th>
          <th scope="col">{t.desk.next}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.caseId} line={line} now={now} {...(onChoose && { onChoose })} />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = Pick<DeskTableProps, 'now' | 'onChoose'> & { line: DeskLine };

function Line({ line, now, onChoose }: LineProps) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const category = community?.categories.find(({ category: code }) => code === line.category);
  return (
    <tr data-item={line.caseId}>
      <th scope="row">
        <Link href={paths.case(line.number)}>{line.number}</Link>
      </th>
      <td data-label={t.cases.summary}>
        {category?.names[language] ?? line.category ?? t.cases.uncategorised}{' '}
        <span className="hint">{t.statuses[line.status]}</span> <FlagBadges line={line} />{' '}
        <LeftBadge holder={line.accountable} />
      </td>
      <td data-label={t.cases.place}>{placeWords(line.place, community, language)}</td>
      <td data-label={t.cases.due}>
        <Due line={line} now={now} />
      </td>
      <td className="steps">
        <Steps line={line} {...(onChoose && { onChoose })} />
      </td>
    </tr>
  );
}

function Due({ line: { due }, now }: Pick<LineProps, 'line' | 'now'>) {
  const { t, ...locally } = useI18n();
  if (due === undefined) return <span className="hint">{t.desk.noDue}</span>;
  const name = due.name === 'key' ? t.desk.key : (t.deadlineNames[due.name] ?? due.name);
  return (
    <>
      {due.at < now && (
        <span className="badge badge-wrong">{t.desk.late(spanWords(due.at, now, locally))}</span>
      )}{' '}
      <span className="unbroken">{whenWords(due.at, now, locally)}</span>{' '}
      <span className="hint unbroken">{name}</span>
    </>
  );
}

function Steps({ line, onChoose }: Pick<LineProps, 'line' | 'onChoose'>) {
  const { t } = useI18n();
  const nameOf = useCommandName();
  const passesOn = usePassesOn();
  const { step } = line;
  const commands = [step?.command ?? [], step?.or ?? []].flat().filter((command) => command in commandFields);
  if (!onChoose && step) return <>{commands.map(nameOf).join(t.desk.or)}</>;
  return (
    <>
      <Why line={line} />
      {onChoose && (
        <div className="actions">
          {[...commands, ...passesOn(line)].map((command, index) => (
            <Button
              key={command}
              kind={step && index === 0 ? 'primary' : 'plain'}
              onClick={() => onChoose({ line, command })}
            >
              {nameOf(command)}
              <span className="visually-hidden"> {line.number}</span>
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

/** Whom it waits for, or why what somebody has is passed on. */
function Why({ line: { step, waitsFor } }: Pick<LineProps, 'line'>) {
  const { t } = useI18n();
  const waitsForWords = useWaitsForWords();
  if (step) return step.because && <span className="hint">{t.desk.because[step.because]}</span>;
  return (
    <>
      <span className="hint">{waitsFor ? waitsForWords(waitsFor) : t.desk.othersAct}</span>{' '}
      {waitsFor && <LeftBadge holder={waitsFor} />}
    </>
  );
}

/** What lies with somebody who has left is passed on by whoever may. */
function usePassesOn(): (line: DeskLine) => readonly string[] {
  const me = useMe().data;
  const hasLeft = useHasLeft();
  return ({ accountable, waitsFor = {}, step }) => {
    const found = [
      ...(hasLeft(accountable) ? ['TransferAccountability'] : []),
      ...(hasLeft(waitsFor) ? ['ReassignWorkOrder'] : []),
    ];
    return found.filter((command) => me?.may.includes(command) && command !== step?.command);
  };
}
