import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'primary' | 'plain' | 'danger';
  /** While true the button says so and cannot be pressed again. */
  busy?: boolean;
}

export function Button({ kind = 'plain', busy = false, className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button button-${kind} ${className}`}
      aria-busy={busy}
      disabled={busy || rest.disabled}
    />
  );
}
