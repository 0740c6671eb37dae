import { decideBy, type Decider } from '../decider';
import { equalContent } from '../equality';
import { entryOf } from '../lookup';
import { refuse, type Refusal } from '../refusals';
import type { Catalogue, CatalogueCommand, CatalogueEvent, Category } from './catalogue.messages';

/** 派单目录. Its version rises by one with each change; defining a retired category takes it into use again. */
export const catalogueDecider: Decider<Catalogue, CatalogueCommand, CatalogueEvent> = {
  initialState: { version: 0, categories: {}, retired: [] },
  evolve,
  decide: decideBy<Catalogue, CatalogueCommand, CatalogueEvent>({
    DefineCategory: ({ category }, state) => defineCategory(category, state),
    RetireCategory: ({ category }, state) => retireCategory(category, state),
  }),
};

type Decision = readonly CatalogueEvent[] | Refusal;

function defineCategory(category: Category, state: Catalogue): Decision {
  const inUse = !state.retired.includes(category.category);
  if (inUse && equalContent(entryOf(state.categories, category.category), category)) return [];
  return [{ type: 'CategoryDefined', data: { category, version: state.version + 1 } }];
}

function retireCategory(category: string, state: Catalogue): Decision {
  if (!entryOf(state.categories, category)) return refuse('CategoryUnknown', { category });
  if (state.retired.includes(category)) return [];
  return [{ type: 'CategoryRetired', data: { category, version: state.version + 1 } }];
}

/** A retired category keeps its definition: cases that were filed under it still rest on it. */
function evolve(state: Catalogue, event: CatalogueEvent): Catalogue {
  const { version } = event.data;
  switch (event.type) {
    case 'CategoryDefined': {
      const { category } = event.data;
      const retired = state.retired.filter((each) => each !== category.category);
      return { version, retired, categories: { ...state.categories, [category.category]: category } };
    }
    case 'CategoryRetired':
      return { ...state, version, retired: [...state.retired, event.data.category] };
  }
}
