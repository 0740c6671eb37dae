import { useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import { useI18n } from '../../i18n';
import type { TokensOf } from '../../types';

/** What scripts sign in with: as whom each acts, and who made it, when. */
export function Tokens() {
  const { t, time } = useI18n();
  const { data, error } = useQuery({
    queryKey: ['live', 'tokens'],
    queryFn: () => api.get<TokensOf>('/api/tokens'),
  });
  return (
    <section className="panel" aria-labelledby="tokens">
      <h2 id="tokens">{t.tokens.title}</h2>
      <p className="hint">{t.tokens.hint}</p>
      {error && <p role="alert">{error.message}</p>}
      {data?.tokens.length === 0 && <p>{t.tokens.nobody}</p>}
      {data && data.tokens.length > 0 && (
        <table className="cards" aria-labelledby="tokens">
          <thead>
            <tr>
              <th scope="col">{t.tokens.name}</th>
              <th scope="col">{t.tokens.actsAs}</th>
              <th scope="col">{t.tokens.madeBy}</th>
              <th scope="col">{t.tokens.madeAt}</th>
            </tr>
          </thead>
          <tbody>
            {data.tokens.map(({ name, account, createdAt, createdBy }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-label={t.tokens.actsAs}>{account}</td>
                <td data-label={t.tokens.madeBy}>{createdBy ?? t.tokens.unknown}</td>
                <td data-label={t.tokens.madeAt}>{time(createdAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
