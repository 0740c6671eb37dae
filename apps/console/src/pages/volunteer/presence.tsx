import { useState } from 'react';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import { instantOf } from '../../community-time';
import type { VolunteerDetail } from '../../types';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import type { Saying } from '../../ui/toast';
import { useStateWords } from '../volunteers/state-words';
import { useMay } from './use-may';
import { useVolunteerAct } from './use-volunteer-act';

type Asked = 'PauseVolunteer' | 'ResumeVolunteer' | 'LeaveVolunteering';

const names: Readonly<Record<Asked, Saying>> = {
  PauseVolunteer: ({ volunteers }) => volunteers.pause,
  ResumeVolunteer: ({ volunteers }) => volunteers.resume,
  LeaveVolunteering: ({ volunteers }) => volunteers.leave,
};

/** Whether somebody is there now; pause, come back, leave. */
export function PresencePanel({ one }: { one: VolunteerDetail }) {
  const { t } = useI18n();
  const may = useMay(one);
  const stateOf = useStateWords();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const offered: readonly Asked[] = [one.paused ? 'ResumeVolunteer' : 'PauseVolunteer', 'LeaveVolunteering'];
  return (
    <section className="panel" aria-labelledby="presence">
      <h2 id="presence">{t.volunteers.availability}</h2>
      <p>
        {stateOf(one)} · {t.volunteers.freeNow}: {one.freeNow ? t.yes : t.no} · {t.volunteers.week}:{' '}
        {one.bookingsThisWeek}
      </p>
      <div className="actions">
        {offered.filter(may).map((each) => (
          <Button
            key={each}
            kind={each === 'LeaveVolunteering' ? 'danger' : 'plain'}
            onClick={() => setAsked(each)}
          >
            {names[each](t)}
          </Button>
        ))}
      </div>
      {asked && <PresenceDialog {...{ one, asked }} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

interface PresenceDialogProps {
  one: VolunteerDetail;
  asked: Asked;
  onClose: () => void;
}

function PresenceDialog({ one, asked, onClose }: PresenceDialogProps) {
  const { t, offsetMinutes } = useI18n();
  const [until, setUntil] = useState('');
  const { act, send } = useVolunteerAct(one, names[asked], onClose);
  const at = asked === 'PauseVolunteer' ? instantOf(until, offsetMinutes) : undefined;
  return (
    <FormDialog
      title={`${names[asked](t)}: ${one.name ?? ''}`}
      kind={asked === 'LeaveVolunteering' ? 'danger' : 'primary'}
      {...{ act, onClose }}
      onSubmit={() => send(asked, at === undefined ? {} : { until: at })}
    >
      {asked === 'LeaveVolunteering' && <p>{t.volunteers.leaveHint}</p>}
      {asked === 'PauseVolunteer' && (
        <TextField
          label={t.volunteers.pauseUntil}
          type="datetime-local"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      )}
    </FormDialog>
  );
}
