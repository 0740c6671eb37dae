import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { NewToken, TokensOf } from '../../types';
import { Button } from '../../ui/button';
import { AddTokenDialog, EndTokenDialog, TokenDialog } from './token-dialogs';

type Asked =
  | { readonly act: 'add' }
  | { readonly act: 'shown'; readonly made: NewToken }
  | { readonly act: 'end'; readonly name: string };

/** What scripts sign in with: as whom each acts, and who made it, when. */
export function Tokens() {
  const { t } = useI18n();
  const me = useMe().data;
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const { data, error } = useQuery({
    queryKey: ['live', 'tokens'],
    queryFn: () => api.get<TokensOf>('/api/tokens'),
  });
  return (
    <section className="panel" aria-labelledby="tokens">
      <h2 id="tokens">{t.tokens.title}</h2>
      <p className="hint">{t.tokens.hint}</p>
      {me?.may.includes('tokens.add') && (
        <p>
          <Button onClick={() => setAsked({ act: 'add' })}>{t.tokens.add}</Button>
        </p>
      )}
      {error && <p role="alert">{error.message}</p>}
      {data?.tokens.length === 0 && <p>{t.tokens.nobody}</p>}
      {data && data.tokens.length > 0 && <TokenTable tokens={data.tokens} onAsk={setAsked} />}
      {asked && <AskedDialog asked={asked} onAsk={setAsked} />}
    </section>
  );
}

interface AskedDialogProps {
  asked: Asked;
  onAsk: (asked: Asked | undefined) => void;
}

function AskedDialog({ asked, onAsk }: AskedDialogProps) {
  const onClose = () => onAsk(undefined);
  switch (asked.act) {
    case 'add':
      return <AddTokenDialog onMade={(made) => onAsk({ act: 'shown', made })} onClose={onClose} />;
    case 'shown':
      return <TokenDialog made={asked.made} onClose={onClose} />;
    case 'end':
      return <EndTokenDialog name={asked.name} onClose={onClose} />;
  }
}

function TokenTable({ tokens, onAsk }: TokensOf & Pick<AskedDialogProps, 'onAsk'>) {
  const { t, time } = useI18n();
  const mayEnd = useMe().data?.may.includes('tokens.revoke') ?? false;
  return (
    <table className="cards" aria-labelledby="tokens">
      <thead>
        <tr>
          <th scope="col">{t.tokens.name}</th>
          <th scope="col">{t.tokens.actsAs}</th>
          <th scope="col">{t.tokens.madeBy}</th>
          <th scope="col">{t.tokens.madeAt}</th>
          {mayEnd && <td />}
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ name, account, createdAt, createdBy }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-label={t.tokens.actsAs}>{account}</td>
            <td data-label={t.tokens.madeBy}>{createdBy ?? t.tokens.unknown}</td>
            <td data-label={t.tokens.madeAt}>{time(createdAt)}</td>
            {mayEnd && (
              <td className="row-acts">
                <Button about={name} onClick={() => onAsk({ act: 'end', name })}>
                  {t.tokens.end}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
