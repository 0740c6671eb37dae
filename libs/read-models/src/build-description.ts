import type { Projection } from './projection';

type Description = Pick<Projection, 'columns' | 'indexes'> & {
  readonly layout?: number;
  readonly order?: string;
  readonly sweeps?: boolean;
};

/**
 * What a build was made for. Same version and same description: it fits.
 * @param layout of the adapter: raised with the shape of what it stores, so that what has another one is built anew
 */
export function descriptionOf(projection: Projection, layout: number): string {
  const { columns, indexes, search } = projection;
  const description: Description = {
    layout,
    columns,
    indexes,
    ...(search && { order: search.order }),
    ...(projection.sweeps && { sweeps: true }),
  };
  return JSON.stringify(description);
}

/** The projection as far as a build of another version was made for it. */
export function described(projection: Projection, version: number, description: string): Projection {
  const { columns, indexes, order } = JSON.parse(description) as Description;
  const { search: _, ...rest } = projection;
  const search = order === undefined ? {} : { search: { order, values: () => [] } };
  return { ...rest, version, columns, indexes, ...search };
}
