import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { useCommunity } from '../../../community';
import { FormDialog } from '../../../form-dialog';
import { HappenedAt } from '../../../happened-at';
import { useI18n } from '../../../i18n';
import { onEnter } from '../../../on-enter';
import { paths } from '../../../paths';
import { placeWords } from '../../../place';
import type { CaseDetail, CaseLine } from '../../../types';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { TextField } from '../../../ui/field';
import { MoreButton } from '../../../ui/more-button';
import { useToast } from '../../../ui/toast';
import { useCommandName, useCommandNameIn } from '../command-name';
import { wrongFields } from '../pointed-field';
import { useFound, useMerge, useNeighbours } from './use-merge';

interface MergeDialogProps {
  one: CaseDetail;
  onClose: () => void;
}

/** 并单: the younger of two goes into the older one. Which number remains is said before it is sent. */
export function MergeDialog({ one, onClose }: MergeDialogProps) {
  const { t } = useI18n();
  const nameOf = useCommandName();
  const nameIn = useCommandNameIn();
  const toast = useToast();
  const merge = useMerge(one, () => {
    toast((shown) => `${nameIn('MergeCase', shown)}: ${shown.case.done}`);
    onClose();
  });
  const [happenedAt, setHappenedAt] = useState('');
  const { into, choose, isChecked, verdict, act, submit, isNumber, search } = merge;
  const wrong = isChecked && verdict === undefined ? t.merge.missing : undefined;
  return (
    <FormDialog title={nameOf('MergeCase')} {...{ act, onClose }} onSubmit={() => submit(happenedAt)}>
      <p>{t.merge.order(one.number)}</p>
      <Neighbours one={one} chosen={into} onChoose={choose} />
      <TextField
        label={t.merge.into}
        hint={t.merge.intoHint}
        required
        error={wrong}
        value={into}
        maxLength={100}
        autoComplete="off"
        onChange={({ target }) => choose(target.value)}
        onKeyDown={onEnter((event) => {
          if (isNumber) return;
          event.preventDefault();
          search();
        })}
      />
      <p>
        <Button onClick={search}>{t.cases.apply}</Button>
      </p>
      <Found one={one} merge={merge} />
      <Outcome one={one} merge={merge} />
      <HappenedAt value={happenedAt} error={wrongFields(act.error, t).occurredAt} onChange={setHappenedAt} />
    </FormDialog>
  );
}

interface NeighboursProps {
  one: CaseDetail;
  chosen: string;
  onChoose: (number: string) => void;
}

/** What is reported twice is mostly reported at the same place. */
function Neighbours({ one, chosen, onChoose }: NeighboursProps) {
  const { t } = useI18n();
  const { older, younger } = useNeighbours(one);
  const wordsOf = useLineWords();
  return (
    <>
      {older.length > 0 && (
        <Choice
          legend={t.merge.olderHere}
          options={older.map((line) => ({ value: line.number, label: wordsOf(line) }))}
          value={chosen.trim()}
          onChange={onChoose}
        />
      )}
      {younger.length > 0 && (
        <p>
          {t.merge.youngerHere}{' '}
          {younger.map(({ number }) => (
            <span key={number}>
              <Link href={paths.case(number)}>{number}</Link>{' '}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** What a search found, under the neighbours. */
function Found({
  one,
  merge: { into, searched, choose },
}: {
  one: CaseDetail;
  merge: ReturnType<typeof useMerge>;
}) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const list = useRef<HTMLDivElement>(null);
  const { pages, older } = useFound(one, searched);
  const wordsOf = useLineWords();
  const labelOf = (line: CaseLine) => `${wordsOf(line)} · ${placeWords(line.place, community, language)}`;
  return (
    <div ref={list}>
      <div role="status">
        {pages.error && <p className="error">{pages.error.message}</p>}
        {older?.length === 0 && <p>{t.merge.nothingFound(searched)}</p>}
      </div>
      {older && older.length > 0 && (
        <Choice
          legend={t.merge.found(searched)}
          options={older.map((line) => ({ value: line.number, label: labelOf(line) }))}
          value={into.trim()}
          onChange={choose}
        />
      )}
      {older && <MoreButton pages={pages} list={list} about={t.merge.found(searched)} shown={older.length} />}
    </div>
  );
}

/** “2026-000123 · Lighting · Handling” */
function useLineWords(): (line: Pick<CaseLine, 'number' | 'category' | 'status'>) => string {
  const { t, language } = useI18n();
  const categories = useCommunity()?.categories;
  return ({ number, category, status }) => {
    const known = categories?.find((each) => each.category === category)?.names[language];
    return [number, known ?? category ?? t.cases.uncategorised, t.statuses[status] ?? status].join(' · ');
  };
}

/** What will have become of both, or why it cannot be. */
function Outcome({ one, merge }: { one: CaseDetail; merge: ReturnType<typeof useMerge> }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const wordsOf = useLineWords();
  const { target, verdict, isUnknown } = merge;
  return (
    <>
      <div role="status">
        {isUnknown && <p className="error">{t.merge.unknown}</p>}
        {target && verdict === 'fits' && (
          <p>
            <strong>{t.merge.fits(target.number, one.number)}</strong>
            <br />
            {wordsOf(target)} · {placeWords(target.place, community, language)}
          </p>
        )}
        {target && verdict !== undefined && verdict !== 'fits' && (
          <p className="error">{t.merge.wrong[verdict](target.number)}</p>
        )}
      </div>
      {target && verdict === 'younger' && (
        <p>
          <Link href={paths.case(target.number)}>{t.merge.goThere(target.number)}</Link>
        </p>
      )}
      <OtherCompound merge={merge} />
    </>
  );
}

/** Nobody merges across compounds by mistake. */
function OtherCompound({ merge }: { merge: ReturnType<typeof useMerge> }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const { otherCompound, isMeant, setMeant, isChecked } = merge;
  if (otherCompound === undefined) return null;
  const isWrong = isChecked && !isMeant;
  return (
    <div className={`checks ${isWrong ? 'field-wrong' : ''}`}>
      <label>
        <input
          type="checkbox"
          required
          aria-invalid={isWrong}
          checked={isMeant}
          onChange={({ target }) => setMeant(target.checked)}
        />
        {t.merge.otherCompound(placeWords({ compound: otherCompound }, community, language))}
      </label>
    </div>
  );
}
