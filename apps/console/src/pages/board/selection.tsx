import { useState } from 'react';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { BoardCard } from '../../types';
import { Button } from '../../ui/button';
import { giveFocusBack } from '../../ui/focus';
import { ActDialog } from './act-dialog';
import { acts, fits } from './acts';
import type { ActName } from './acts';

interface SelectionProps {
  chosen: readonly BoardCard[];
  onChange: (chosen: ReadonlyMap<string, BoardCard>) => void;
}

/** What can be done with the chosen cases, always in sight. */
export function Selection({ chosen, onChange }: SelectionProps) {
  const { t } = useI18n();
  const me = useMe().data;
  const [act, setAct] = useState<ActName | undefined>(undefined);
  const keepOnly = (isKept: (card: BoardCard) => boolean) =>
    onChange(new Map(chosen.filter(isKept).map((card) => [card.caseId, card])));
  return (
    <section className="panel selection" aria-label={t.board.lines}>
      <p role="status">{chosen.length === 0 ? t.board.chooseHint : t.board.chosen(chosen.length)}</p>
      <div className="actions">
        {acts
          .filter((each) => me?.may.includes(each))
          .map((each) => {
            const fitting = chosen.filter((card) => fits(each, card)).length;
            return (
              <Button key={each} disabled={fitting === 0} onClick={() => setAct(each)}>
                {t.commands[each]} ({fitting})
              </Button>
            );
          })}
        {chosen.length > 0 && (
          <Button
            onClick={({ currentTarget }) => {
              onChange(new Map());
              giveFocusBack(currentTarget);
            }}
          >
            {t.board.clear}
          </Button>
        )}
      </div>
      {act !== undefined && (
        <ActDialog
          act={act}
          targets={chosen.filter((card) => fits(act, card))}
          leftOut={chosen.filter((card) => !fits(act, card)).length}
          onClose={(recorded) => {
            setAct(undefined);
            if (recorded.size > 0) keepOnly(({ caseId }) => !recorded.has(caseId));
          }}
        />
      )}
    </section>
  );
}
