/** A value that canonical JSON, or a leaf, cannot hold. A bug of who made the value, never of who sent a request. */
export class NotCanonical extends Error {
  /** JSON pointer (RFC 6901) of the place; empty for the value itself. */
  readonly pointer: string;

  constructor(what: string, path: readonly (string | number)[]) {
    const pointer = path.map((step) => `/${escaped(String(step))}`).join('');
    super(`canonical JSON cannot hold ${what} (at "${pointer}")`);
    this.name = 'NotCanonical';
    this.pointer = pointer;
  }
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
