import { ServerSaidNo } from './api';

interface ProblemBoxProps {
  error: Error;
  /** What the form calls the field that a pointer of the server means (RFC 6901). */
  labelOf: (pointer: string) => string;
}

/** What the server said no to, field by field. */
export function ProblemBox({ error, labelOf }: ProblemBoxProps) {
  const errors = error instanceof ServerSaidNo ? (error.problem.errors ?? []) : [];
  return (
    <div role="alert" className="error-summary">
      <p>{error.message}</p>
      <ul>
        {errors.map(({ pointer, expected }) => (
          <li key={pointer}>
            {labelOf(pointer)}: {expected}
          </li>
        ))}
      </ul>
    </div>
  );
}
