import { useState } from 'react';
import { useI18n } from '../../i18n';
import type { CaseDetail } from '../../types';
import { Button } from '../../ui/button';
import { CommandDialog } from './command-dialog';
import { useCommandName } from './command-name';
import type { Given } from './form-of';
import { Assembly } from './joint/assembly';
import { KeyCard } from './joint/key-card';
import { offeredOf } from './joint/commands';
import { Plans } from './joint/plans';
import { turnOf } from './joint/turn';

interface JointProps {
  one: CaseDetail;
}

interface Chosen {
  readonly command: string;
  readonly given: Given;
}

/** 三方会商: three keys side by side, the plan they are turned on and how it changed, and whose turn it is. */
export function Joint({ one }: JointProps) {
  const { t } = useI18n();
  const nameOf = useCommandName();
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const { joint, resolution } = one;
  if (!joint || !resolution) return null;
  const offered = offeredOf(one);
  const reserved = resolution.reservedBy !== undefined;
  const { interrupted } = joint;
  return (
    <section className="panel joint" aria-label={t.joint.title}>
      <h2>
        {t.joint.title} <span className="hint">{t.case.round(resolution.round)}</span>
      </h2>
      <p>
        <strong className={`lock lock-${joint.lock}`}>{t.locks[joint.lock]}</strong> ·{' '}
        {turnOf(joint, t, reserved)}
      </p>
      {interrupted && <p>{t.joint.rests(t.statuses[interrupted] ?? interrupted)}</p>}
      <Assembly one={one} />
      <ul className="plain keys" aria-label={t.case.keys}>
        {joint.parties.map(({ party }) => (
          <KeyCard
            key={party}
            one={one}
            party={party}
            waitsForAssembly={reserved && party === 'owners'}
            onChoose={(command, given) => setChosen({ command, given })}
          />
        ))}
      </ul>
      {offered.length > 0 && (
        <div className="actions">
          {offered.map((command) => (
            <Button key={command} onClick={() => setChosen({ command, given: {} })}>
              {nameOf(command)}
            </Button>
          ))}
        </div>
      )}
      <Plans resolution={resolution} />
      {chosen && (
        <CommandDialog
          command={chosen.command}
          given={chosen.given}
          about={chosen.given.party && t.parties[chosen.given.party]}
          one={one}
          onClose={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}
