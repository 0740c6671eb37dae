import { ServerSaidNo } from './api';
import { expectedWords } from './expected-words';
import { useI18n } from './i18n';

interface ProblemBoxProps {
  error: Error;
  /** What the form calls the field that a pointer of the server means (RFC 6901). */
  labelOf: (pointer: string) => string;
}

/** What the server said no to, field by field. */
export function ProblemBox({ error, labelOf }: ProblemBoxProps) {
  const { t } = useI18n();
  const errors = error instanceof ServerSaidNo ? (error.problem.errors ?? []) : [];
  return (
    <div role="alert" className="error-summary">
      <p>{error.message}</p>
      <ul>
        {errors.map(({ pointer, expected }) => (
          <li key={pointer}>
            {labelOf(pointer)}: {expectedWords(pointer, expected, t)}
          </li>
        ))}
      </ul>
    </div>
  );
}
