import { useId } from 'react';
import type {
  InputHTMLAttributes,
  ReactNode,
  Ref,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';

export interface Labelled {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** The id of a control, and the ids of what describes it: hint, error and the like, where it is said. */
export function useTies(said: Readonly<Record<string, string | undefined>>) {
  const id = useId();
  const parts = Object.keys(said).filter((part) => said[part]);
  return { id, described: parts.map((part) => `${id}-${part}`).join(' ') || undefined };
}

interface FrameProps extends Labelled {
  id: string;
  className?: string;
  children: ReactNode;
}

/** Label, hint and error, and below them the control. */
export function Frame({ id, label, hint, error, className = '', children }: FrameProps) {
  return (
    <div className={`field ${className} ${error ? 'field-wrong' : ''}`}>
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
  const { id, described } = useTies({ hint, error });
  return (
    <Frame {...{ id, label, hint, error }}>
      <input id={id} ref={inputRef} aria-describedby={described} aria-invalid={Boolean(error)} {...rest} />
    </Frame>
  );
}

type TextAreaProps = Labelled &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { areaRef?: Ref<HTMLTextAreaElement> };

export function TextArea({ label, hint, error, areaRef, ...rest }: TextAreaProps) {
  const { id, described } = useTies({ hint, error });
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
  const { id, described } = useTies({ hint, error });
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
