import type { Sealed } from './message';

/** A sealed value as read back: `$at` = `<event id>#<JSON pointer within data>`, without which it cannot be opened. Never stored in a leaf. */
export interface SealedAt extends Sealed {
  readonly $at: string;
}

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && '$pii' in value;
}

/** The data of a stored event with each sealed value told where it stands, so that a view can copy it and it can still be opened. */
export function withOrigins<T>(eventId: string, data: T, pointer = ''): T {
  if (Array.isArray(data))
    return data.map((each: unknown, i) => withOrigins(eventId, each, `${pointer}/${String(i)}`)) as T;
  if (typeof data !== 'object' || data === null) return data;
  if (isSealed(data)) return { ...data, $at: `${eventId}#${pointer}` };
  return membersWithOrigins(eventId, data as Readonly<Record<string, unknown>>, pointer) as T;
}

/** By hand: every event that is folded passes here, and lists of entries in between took several times as long. */
function membersWithOrigins(
  eventId: string,
  members: Readonly<Record<string, unknown>>,
  pointer: string,
): Record<string, unknown> {
  const copy = { ...members };
  for (const key of Object.keys(members)) {
    const value = members[key];
    const isNested = typeof value === 'object' && value !== null;
    if (isNested) copy[key] = withOrigins(eventId, value, `${pointer}/${escaped(key)}`);
  }
  return copy;
}

/** RFC 6901, section 3. */
function escaped(key: string): string {
  return key.includes('/') || key.includes('~') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}
