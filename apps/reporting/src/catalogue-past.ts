import { Injectable } from '@nestjs/common';
import type { Category, CatalogueEvent, Role } from '@threekeys/domain';
import { contentOf, dataOf, EventStore, EventStoreError } from '@threekeys/event-store';
import type { RecordedEvent } from '@threekeys/event-store';
import type { LeafContent } from '@threekeys/integrity';
import type { CatalogueVersions } from './versions.responses';

type CatalogueVersion = CatalogueVersions['versions'][number];

export interface Page {
  /** Only versions below it. */
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
}

const limitByDefault = 20;

/** How the catalogue came to be, as the log tells it: who changed what when. */
@Injectable()
export class CataloguePast {
  constructor(private readonly store: EventStore) {}

  async list(page: Page): Promise<CatalogueVersions> {
    const versions: CatalogueVersion[] = [];
    const categories = new Map<string, Category>();
    for await (const stored of this.stored()) {
      const content = contentOf(stored);
      const event = { type: content.type, data: dataOf(stored, content) } as unknown as CatalogueEvent;
      versions.push({ ...changeOf(event, categories), ...adoptionOf(content) });
      if (event.type === 'CategoryDefined') categories.set(event.data.category.category, event.data.category);
    }
    return pageOf(versions, page);
  }

  /** Nothing where nothing was defined yet. */
  private async *stored(): AsyncIterable<RecordedEvent> {
    try {
      yield* this.store.readStream('catalogue-main');
    } catch (error) {
      if (!(error instanceof EventStoreError && error.code === 'StreamNotFound')) throw error;
    }
  }
}

function changeOf(
  { type, data }: CatalogueEvent,
  categories: ReadonlyMap<string, Category>,
): Pick<CatalogueVersion, 'version' | 'change' | 'category' | 'before' | 'after'> {
  const { version } = data;
  if (type === 'CategoryRetired') {
    const { category } = data;
    return { version, change: 'retired', category, before: categories.get(category) };
  }
  const { category: after } = data;
  const before = categories.get(after.category);
  const change = before === undefined ? 'defined' : 'changed';
  return { version, change, category: after.category, ...(before && { before }), after };
}

function adoptionOf({ recordedAt, actor }: LeafContent): Pick<CatalogueVersion, 'at' | 'by'> {
  return { at: recordedAt, by: { person: actor['id'] ?? '', role: actor['role'] as Role } };
}

/** The last ones first. */
function pageOf(
  versions: readonly CatalogueVersion[],
  { before, limit = limitByDefault }: Page,
): CatalogueVersions {
  const older = versions.filter(({ version }) => before === undefined || version < before).reverse();
  const page = older.slice(0, limit);
  const last = page.at(-1);
  return { versions: page, ...(last && older.length > page.length ? { next: last.version } : {}) };
}
