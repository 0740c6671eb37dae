import { useState } from 'react';
import { useI18n } from '../../i18n';
import type { CaseDetail } from '../../types';
import { Button } from '../../ui/button';
import { CommandDialog } from './command-dialog';
import { commandFields } from './command-fields';
import { groupsOf } from './command-groups';
import { besideTheKeys } from './joint/commands';
import { useCommandName } from './command-name';

/** Only what this person may do in this status: what is not allowed is not there. */
export function Commands({ one }: { one: CaseDetail }) {
  const { t } = useI18n();
  const nameOf = useCommandName();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const isBeside = (command: string) => one.joint !== undefined && besideTheKeys.has(command);
  const offered = groupsOf(one.allowed.filter((command) => command in commandFields && !isBeside(command)));
  // All there is to do stands with the keys.
  if (offered.length === 0 && one.allowed.some(isBeside)) return null;
  return (
    <section className="panel" aria-label={t.case.next}>
      <h2>{t.case.next}</h2>
      {offered.length === 0 && <p>{t.case.nothingToDo}</p>}
      {offered.map(({ group, commands }) => (
        <div key={group}>
          {group !== 'next' && <h3>{t.case.groups[group]}</h3>}
          <div className="actions">
            {commands.map((command) => (
              <Button key={command} onClick={() => setChosen(command)}>
                {nameOf(command)}
              </Button>
            ))}
          </div>
        </div>
      ))}
      {chosen !== undefined && (
        <CommandDialog command={chosen} one={one} onClose={() => setChosen(undefined)} />
      )}
    </section>
  );
}
