import { useState } from 'react';
import { useCommunity } from '../../community';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import { isDate, localDateOf } from '../../community-time';
import type { VolunteerDetail } from '../../types';
import { Button } from '../../ui/button';
import { Select, TextField } from '../../ui/field';
import { useMay } from './use-may';
import { useVolunteerAct } from './use-volunteer-act';

/** What somebody is certified for, and until when. */
export function CertificatesPanel({ one }: { one: VolunteerDetail }) {
  const { t, language, offsetMinutes } = useI18n();
  const community = useCommunity();
  const may = useMay(one);
  const [isOpen, setIsOpen] = useState(false);
  const today = localDateOf(new Date().toISOString(), offsetMinutes);
  return (
    <section className="panel" aria-labelledby="certificates">
      <h2 id="certificates">{t.volunteers.certificates}</h2>
      {one.certificates.length === 0 && <p>{t.none}</p>}
      <ul className="plain">
        {one.certificates.map(({ certificateId, certificate, until }) => (
          <li key={certificateId}>
            {community?.vocabulary.certificates[certificate]?.[language] ?? certificate} ·{' '}
            {t.volunteers.untilWord(until)}{' '}
            {until < today && <span className="badge badge-wrong">{t.volunteers.over}</span>}
          </li>
        ))}
      </ul>
      {may('GrantCertificate') && <Button onClick={() => setIsOpen(true)}>{t.volunteers.grant}</Button>}
      {isOpen && <GrantDialog one={one} onClose={() => setIsOpen(false)} />}
    </section>
  );
}

function GrantDialog({ one, onClose }: { one: VolunteerDetail; onClose: () => void }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const [typed, setTyped] = useState({ certificate: '', until: '' });
  const [isChecked, setIsChecked] = useState(false);
  const { act, send } = useVolunteerAct(one, ({ volunteers }) => volunteers.grant, onClose);
  const isRight = typed.certificate !== '' && isDate(typed.until);
  const submit = () => {
    setIsChecked(true);
    if (isRight) send('GrantCertificate', typed);
  };
  return (
    <FormDialog title={t.volunteers.grant} {...{ act, onClose }} onSubmit={submit}>
      <Select
        label={t.volunteers.certificate}
        required
        error={isChecked && !typed.certificate ? t.board.missing(t.volunteers.certificate) : undefined}
        options={[
          { value: '', label: t.choose },
          ...Object.entries(community?.vocabulary.certificates ?? {}).map(([value, names]) => ({
            value,
            label: names[language],
          })),
        ]}
        value={typed.certificate}
        onChange={({ target }) => setTyped({ ...typed, certificate: target.value })}
      />
      <TextField
        label={t.volunteers.until}
        type="date"
        required
        error={isChecked && !isDate(typed.until) ? t.board.missing(t.volunteers.until) : undefined}
        value={typed.until}
        onChange={({ target }) => setTyped({ ...typed, until: target.value })}
      />
    </FormDialog>
  );
}
