import { descriptionOf } from '@threekeys/read-models';
import type { Projection } from '@threekeys/read-models';
import { openDatabase } from '@threekeys/sqlite';
import { layout } from './table-shape';
import type { Registered } from './views-schema';
import { registeredIn, viewsSchemaProblems } from './views-schema';

/** What a file of views holds for whoever asks it. */
export interface FoundViews {
  /** Tables, indexes and triggers that are not as they were made. */
  readonly problems: readonly string[];
  /** What answers is made as this version makes it. */
  readonly answering: readonly Projection[];
  /** What answers was made by another version; the next start builds it anew. */
  readonly outdated: readonly string[];
  /** Nothing stands yet, and what is built does not say how far it is. */
  readonly unfinished: readonly string[];
  /** Beside what answers, something is built that this version will take over. */
  readonly isBuilding: boolean;
}

/** @throws SqliteError where the file is damaged; DatabaseRefused */
export function viewsIn(file: string, projections: readonly Projection[]): FoundViews {
  const database = openDatabase(file, 'views', { readOnly: true });
  try {
    const problems = viewsSchemaProblems(database);
    if (problems.length > 0) return { problems, ...foundIn([], []) };
    const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
    return { problems, ...foundIn(isEmpty ? [] : registeredIn(database), projections) };
  } finally {
    database.close();
  }
}

function foundIn(
  registered: readonly Registered[],
  projections: readonly Projection[],
): Omit<FoundViews, 'problems'> {
  const all = projections.map((projection) => setsOf(projection, registered));
  const standing = all.filter((each) => each.standing !== undefined);
  const first = all.filter((each) => each.standing === undefined && each.building !== undefined);
  const isStandingOfThis = (each: Sets): boolean => standing.includes(each) && each.isOfThisVersion;
  return {
    answering: all
      .filter((each) => isStandingOfThis(each) || (first.includes(each) && each.isPlaced))
      .map(projectionOf),
    outdated: standing.filter((each) => !each.isOfThisVersion).map(nameOf),
    unfinished: first.filter((each) => !each.isPlaced).map(nameOf),
    isBuilding: standing.some((each) => each.isPlaced),
  };
}

interface Sets {
  readonly projection: Projection;
  readonly standing: Registered | undefined;
  /** Whether what stands is. */
  readonly isOfThisVersion: boolean;
  readonly building: Registered | undefined;
  /** Whether the build says how far it is: filled as a whole, it has rows long before. */
  readonly isPlaced: boolean;
}

const projectionOf = ({ projection }: Sets): Projection => projection;
const nameOf = ({ projection }: Sets): string => projection.name;

/** As an application that opens the file chooses them. */
function setsOf(projection: Projection, registered: readonly Registered[]): Sets {
  const own = registered.filter(({ name }) => name === projection.name);
  const standing = own.find((each) => each.standing === 1);
  const building = own.find((each) => each.standing === 0 && fits(each, projection));
  const isOfThisVersion = standing !== undefined && fits(standing, projection);
  return {
    projection,
    standing,
    isOfThisVersion,
    building,
    isPlaced: typeof building?.checkpoint === 'string',
  };
}

const fits = ({ version, description }: Registered, projection: Projection): boolean =>
  version === projection.version && description === descriptionOf(projection, layout);
