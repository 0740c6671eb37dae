import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Select } from '../../ui/field';

interface RevealProps {
  /** Whose name it is, where the page offers this for several. */
  about?: string;
  purposes: readonly string[];
  /** Asks the server, which records it. `null`: erased. */
  ask: (purpose: string) => Promise<readonly (string | null)[]>;
}

/** Shows names and phones that are masked, to who says what for. */
export function Reveal({ about, purposes, ask }: RevealProps) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('');
  const reveal = useMutation({ mutationFn: () => ask(purpose), onSuccess: () => setAsking(false) });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    reveal.mutate();
  };
  return (
    <>
      {reveal.data && (
        <ul className="plain revealed" role="status">
          {reveal.data.map((value, index) => (
            <li key={`${String(index)} ${value ?? ''}`}>{value ?? t.case.erased}</li>
          ))}
        </ul>
      )}
      <Button about={about} onClick={() => setAsking(true)}>
        {t.case.seen}
      </Button>
      {asking && (
        <Dialog title={t.case.seen} onClose={() => setAsking(false)}>
          <form onSubmit={submit}>
            <p>{t.case.seenHint}</p>
            {reveal.error && <p role="alert">{reveal.error.message}</p>}
            <Select
              label={t.case.purpose}
              required
              options={[
                { value: '', label: t.choose },
                ...purposes.map((value) => ({ value, label: t.purposes[value] ?? value })),
              ]}
              value={purpose}
              onChange={({ target }) => setPurpose(target.value)}
            />
            <Button type="submit" kind="primary" busy={reveal.isPending}>
              {t.case.seen}
            </Button>
          </form>
        </Dialog>
      )}
    </>
  );
}
