import { entryOf } from '@threekeys/domain';
import type { Rules } from '@threekeys/domain';
import type { CaseRow } from '@threekeys/read-models';

type Line = Pick<CaseRow, 'number' | 'category' | 'place'>;
type Named = Pick<Rules, 'catalogue' | 'compounds'>;

/**
 * Whether a line says every word of what is searched: its number, what it is about and where it lies, in either language. It
 * finds by nothing that the list does not show whoever asks anyway, and opens nothing.
 */
export function saysOf(q: string, rules: Named): (line: Line) => boolean {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return (line) => {
    const text = textOf(line, rules);
    return words.every((word) => text.includes(word));
  };
}

function textOf({ number, category, place }: Line, { catalogue, compounds }: Named): string {
  const compound = entryOf(compounds, place.compound);
  const building =
    compound && place.building !== undefined ? entryOf(compound.buildings, place.building) : undefined;
  const about = category === undefined ? undefined : entryOf(catalogue.categories, category);
  const names = [compound, building, about].flatMap((each) => (each ? [each.names.zh, each.names.en] : []));
  return [number, place.compound, place.building ?? '', ...names].join('\n').toLowerCase();
}
