import { useId } from 'react';
import type {
  InputHTMLAttributes,
  ReactNode,
  Ref,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';

interface Labelled {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** The ids that tie label, hint and error to a control. */
function useTies({ hint, error }: Labelled) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, described: described || undefined };
}

function Frame({ id, label, hint, error, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className={`field ${error ? 'field-wrong' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

type TextFieldProps = Labelled & InputHTMLAttributes<HTMLInputElement> & { inputRef?: Ref<HTMLInputElement> };

export function TextField({ label, hint, error, inputRef, ...rest }: TextFieldProps) {
  const { id, described } = useTies({ label, hint, error });
  return (
    <Frame {...{ id, label, hint, error }}>
      <input id={id} ref={inputRef} aria-describedby={described} aria-invalid={Boolean(error)} {...rest} />
    </Frame>
  );
}

type TextAreaProps = Labelled &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { areaRef?: Ref<HTMLTextAreaElement> };

export function TextArea({ label, hint, error, areaRef, ...rest }: TextAreaProps) {
  const { id, described } = useTies({ label, hint, error });
  return (
    <Frame {...{ id, label, hint, error }}>
      <textarea
        id={id}
        ref={areaRef}
        rows={3}
        aria-describedby={described}
        aria-invalid={Boolean(error)}
        {...rest}
      />
    </Frame>
  );
}

export interface Option {
  value: string;
  label: string;
}

type SelectProps = Labelled & SelectHTMLAttributes<HTMLSelectElement> & { options: readonly Option[] };

export function Select({ label, hint, error, options, ...rest }: SelectProps) {
  const { id, described } = useTies({ label, hint, error });
  return (
    <Frame {...{ id, label, hint, error }}>
      <select id={id} aria-describedby={described} aria-invalid={Boolean(error)} {...rest}>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}
