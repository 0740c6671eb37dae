import type { GlobalPosition } from '@threekeys/event-store';
import type { Projection, Row } from './projection';
import type { RowChange } from './read-models';

/** A small view of parcels, with every type of column, for contract cases. */
export type ParcelRow = {
  readonly parcelId: string;
  readonly status: string;
  readonly weight?: number;
  readonly arrivedAt: string;
  readonly dueAt?: string;
  readonly fragile: boolean;
  readonly holders: readonly string[];
  readonly note?: string;
};

export const parcels: Projection<ParcelRow> = {
  name: 'parcels',
  version: 1,
  categories: ['parcel'],
  columns: {
    status: 'text',
    weight: 'integer',
    arrivedAt: 'text',
    dueAt: 'text',
    fragile: 'integer',
    holders: 'text[]',
  },
  indexes: [
    ['status', 'arrivedAt'],
    ['arrivedAt'],
    ['fragile', 'dueAt'],
    ['holders', 'arrivedAt'],
    ['weight'],
  ],
  search: { values: () => [], order: 'arrivedAt' },
  sweeps: () => false,
  keysOf: ({ stream }) => [stream.slice('parcel-'.length)],
  evolve: (row, { data }) => ({ ...row, ...(data as ParcelRow) }),
};

export const parcelsOfVersion = (version: number): Projection<ParcelRow> => ({ ...parcels, version });

export function parcel(parcelId: string, changes: Partial<ParcelRow> = {}): ParcelRow {
  return {
    parcelId,
    status: 'waiting',
    arrivedAt: '2026-01-01T08:00:00.000Z',
    fragile: false,
    holders: [],
    ...changes,
  };
}

/** A change as the projector writes it: one stream per row. */
export function change(
  key: string,
  row: Row | null,
  lastRevision = 0,
  tokens?: readonly string[],
): RowChange {
  return { key, stream: `parcel-${key}`, lastRevision, row, ...(tokens === undefined ? {} : { tokens }) };
}

export const at = (position: string): GlobalPosition => position as GlobalPosition;
