import type { Language } from './i18n';
import type { Community, Place } from './types';

const outside = { zh: '小区外', en: 'Outside every compound' };

function entranceWords(entrance: string | undefined, language: Language): string | undefined {
  return entrance && { zh: `${entrance}单元`, en: `entrance ${entrance}` }[language];
}

/** A place in words, as far as the register knows it. */
export function placeWords(place: Place, community: Community | undefined, language: Language): string {
  const compound = community?.compounds.find(({ compound: code }) => code === place.compound);
  const building = compound?.buildings.find(({ building: code }) => code === place.building);
  const unknown = place.compound === 'outside' ? outside[language] : place.compound;
  return [
    compound?.names[language] ?? unknown,
    building?.names[language] ?? place.building,
    entranceWords(place.entrance, language),
    place.door,
    place.address,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A place as a route asks for it: the door belongs into no address of the web. */
export function placeQuery({ compound, building, entrance }: Place): Readonly<Record<string, string>> {
  return { compound, ...(building && { building }), ...(entrance && { entrance }) };
}

export interface Address {
  readonly value: string;
  readonly label: string;
  /** In every language, and in codes: what is typed need not be in the language of the screen. */
  readonly spellings: readonly string[];
  readonly place: Place;
}

/** Every address of the register down to the entrance, and “outside”. */
export function addressesOf(community: Community | undefined, language: Language): readonly Address[] {
  if (!community) return [];
  const places: Place[] = community.compounds.flatMap(({ compound, buildings }) => [
    { compound },
    ...buildings.flatMap(({ building, entrances }) => [
      { compound, building },
      ...entrances.map(({ entrance }) => ({ compound, building, entrance })),
    ]),
  ]);
  return [...places, { compound: 'outside' }].map((place) => ({
    value: [place.compound, place.building, place.entrance].filter(Boolean).join('/'),
    label: placeWords(place, community, language),
    spellings: [
      placeWords(place, community, 'zh'),
      placeWords(place, community, 'en'),
      [place.compound, place.building, place.entrance].filter(Boolean).join(' '),
    ],
    place,
  }));
}
