import { z } from 'zod';

/** One entry of Chicago's Open311 feed with its notes (GeoReport v2 with the `extensions` of notes). */
const Note = z.looseObject({
  datetime: z.iso.datetime({ offset: true }),
  type: z.string().regex(/^[a-z_]{1,40}$/),
  summary: z.string().min(1).max(1000),
  description: z.string().max(1500).optional(),
});
const Entry = z.looseObject({
  service_request_id: z.string().regex(/^[\x21-\x7e]{1,100}$/),
  status: z.enum(['open', 'closed']),
  service_name: z.string().min(1).max(80),
  description: z.string().max(1500).optional(),
  status_notes: z.string().max(1500).optional(),
  requested_datetime: z.iso.datetime({ offset: true }),
  updated_datetime: z.iso.datetime({ offset: true }).optional(),
  address: z.string().min(1).max(200).optional(),
  extended_attributes: z
    .looseObject({ channel: z.string().optional(), parent_service_request_id: z.string().optional() })
    .optional(),
  notes: z.array(Note).max(1000),
});
type Entry = z.infer<typeof Entry>;

/** Body of `POST /api/cases/import`: one outside case with its notes. */
export interface OutsideCase {
  readonly origin: string;
  readonly externalId: string;
  readonly externalParent?: string;
  readonly outsideStatus: 'open' | 'closed';
  readonly category: string;
  readonly channel: 'phone' | 'web' | 'open311';
  readonly reportedAt: string;
  readonly summary: string;
  readonly address?: string;
  readonly notes: readonly { readonly at: string; readonly kind: string; readonly words: string }[];
}

export type Parsed =
  | { readonly outside: OutsideCase; readonly service: string }
  | { readonly reason: string; readonly externalId?: string };

export const codeOf = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter(Boolean)
    .join('-')
    .slice(0, 60);

const channels: Readonly<Record<string, OutsideCase['channel']>> = {
  phone: 'phone',
  web: 'web',
  mobile: 'web',
};

const utc = (datetime: string): string => new Date(datetime).toISOString();

function summaryOf({ service_name, description }: Entry): string {
  return description === undefined || description === '' ? service_name : `${service_name}: ${description}`;
}

function notesOf({ notes }: Entry): OutsideCase['notes'] {
  return notes.map(({ datetime, type, summary, description = '' }) => ({
    at: utc(datetime),
    kind: type.replaceAll('_', '-'),
    words: description === '' ? summary : `${summary}: ${description}`,
  }));
}

function outsideOf(entry: Entry): OutsideCase {
  const { channel = '', parent_service_request_id: externalParent } = entry.extended_attributes ?? {};
  return {
    origin: 'chicago-311',
    externalId: entry.service_request_id,
    ...(externalParent !== undefined && { externalParent }),
    outsideStatus: entry.status,
    category: codeOf(entry.service_name),
    channel: channels[channel] ?? 'open311',
    reportedAt: utc(entry.requested_datetime),
    summary: summaryOf(entry),
    ...(entry.address !== undefined && { address: entry.address }),
    notes: notesOf(entry),
  };
}

/** What people find a damaged entry by. */
function numberOf(raw: unknown): { readonly externalId?: string } {
  const read = z.looseObject({ service_request_id: Entry.shape.service_request_id }).safeParse(raw);
  return read.success ? { externalId: read.data.service_request_id } : {};
}

/** One entry as it stands in the file → the case to import, or what is wrong with it and where. */
export function parseEntry(raw: unknown): Parsed {
  const read = Entry.safeParse(raw);
  if (read.success) return { service: read.data.service_name, outside: outsideOf(read.data) };
  const [issue] = read.error.issues;
  const reason = `/${(issue?.path ?? []).join('/')}: ${issue?.message ?? 'not an entry'}`;
  return { reason, ...numberOf(raw) };
}
