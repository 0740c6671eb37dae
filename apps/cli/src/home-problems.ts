import type { AccessesContradicted, KeyProblem } from '@threekeys/privacy';
import type { HomeReport } from './embedded-verify';

/** Everything that is not as it was written, a line each, as it is shown. */
export function problemsOf(report: HomeReport): readonly string[] {
  const { beyond = [] } = report;
  return [
    ...logProblems(report),
    ...beyond,
    ...accessProblems(report),
    ...keyProblems(report),
    ...viewProblems(report),
  ];
}

export function logProblems({ log }: Pick<HomeReport, 'log'>): readonly string[] {
  return log.problems.map(({ position, stream, revision, what }) =>
    [position !== undefined && `#${String(position)}`, stream && `${stream}@${String(revision ?? '?')}`, what]
      .filter(Boolean)
      .join(' '),
  );
}

export function accessProblems({
  access,
  accessContradicted = [],
  accessTimes,
}: Pick<HomeReport, 'access' | 'accessContradicted' | 'accessTimes'>): readonly string[] {
  const told = [
    ...access.flatMap(({ month, problems }) => problems.map((what) => ({ month, what }))),
    ...(accessTimes?.misdated ?? []),
  ].map(({ month, what }) => `the access log of ${month}: ${what}`);
  return [...told, ...accessContradicted.map(contradiction)];
}

function contradiction({ month, lines, there }: AccessesContradicted): string {
  return there < lines
    ? `the access log of ${month}: ${String(lines)} lines were witnessed, ${String(there)} are there`
    : `the access log of ${month}: its first ${String(lines)} lines are not those that were witnessed`;
}

export function keyProblems({ keyFile = [], keys }: Pick<HomeReport, 'keyFile' | 'keys'>): readonly string[] {
  if (keys === undefined) return keyFile;
  const { problems, erased, secrets, otherCodes } = keys;
  const [erasures, codes] = [String(erased), String(otherCodes)];
  return [
    ...keyFile,
    ...problems.map(keyProblem),
    ...(erased > 0 ? [`keys that are marked as erased, without a record of it: ${erasures}`] : []),
    ...secrets.map(({ name, kind }) => `keys.sqlite: the secret ${name} is ${secretIs[kind]}`),
    ...(otherCodes > 0
      ? [
          `tracking codes that the secret of keys.sqlite does not make, so that nobody finds by them: ${codes}`,
        ]
      : []),
  ];
}

const secretIs = { missing: 'missing', damaged: 'not as it was wrapped' };

function viewProblems({ views, damagedViews = [] }: HomeReport): readonly string[] {
  return [
    ...damagedViews.map(
      (what) => `views.sqlite: ${what}. Stop the application and delete that file: it is built anew.`,
    ),
    ...(views?.differences ?? []).map(
      ({ view, key, kind, fields }) => `${view}/${key}: ${kind}${fields ? ` (${fields.join(', ')})` : ''}`,
    ),
    ...(views?.halted ?? []).map((halted) => `halted: ${JSON.stringify(halted)}`),
  ];
}

function keyProblem({ kid, stream, revision, eventId, kind, pointer = '' }: KeyProblem): string {
  const what = {
    other: 'is not the key that it committed to',
    missing: 'is neither in keys.sqlite nor erased',
    erased: 'is marked as erased, and no event of the log says so',
    damaged: 'is not as it was wrapped',
    unopened: `does not open ${pointer}`,
    owner: 'belongs to another, or to nobody, by keys.sqlite',
    reused: 'was committed to before: it opens another record too',
    uncommitted: 'was never committed to',
  }[kind];
  return `${stream}@${String(revision)} (event ${eventId}): the key ${kid} ${what}`;
}
