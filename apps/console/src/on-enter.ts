import type { KeyboardEvent } from 'react';

/**
 * Enter, but not the Enter that confirms a candidate of a Chinese input method
 * (`isComposing`; key code 229 in browsers that end the composition before the key event).
 */
export function onEnter(act: (event: KeyboardEvent) => void): (event: KeyboardEvent) => void {
  return (event) => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only sign that such browsers give
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    act(event);
  };
}
