import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'primary' | 'plain' | 'danger';
  /** While true the button says so and cannot be pressed again. It keeps the focus: a disabled one would lose it. */
  busy?: boolean;
  /** Whose or which it is, where the page has such a button for several: said after the text, not shown. */
  about?: string | undefined;
}

export function Button({
  kind = 'plain',
  busy = false,
  className = '',
  about,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      // Not a hidden element inside: browsers put a space before such a one, “Show : Wang”.
      aria-label={
        about !== undefined && typeof rest.children === 'string' ? `${rest.children}: ${about}` : undefined
      }
      {...rest}
      className={`button button-${kind} ${className}`}
      aria-busy={busy}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        // Also keeps a form from being submitted again: Enter in a field presses this button.
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
