import { Link, useSearchParams } from 'wouter';
import { useI18n } from '../../i18n';
import { datePlus, isDate, localDateOf, localTextOf, mondayOf } from '../../community-time';
import { paths } from '../../paths';
import type { VolunteerDetail } from '../../types';

interface Entry {
  readonly key: string;
  readonly at: string;
  readonly to?: string;
  readonly number: string | undefined;
  readonly served?: number;
}

/** A week of bookings with their cases; which week is in the address. */
export function BookingsPanel({ one }: { one: VolunteerDetail }) {
  const { t, offsetMinutes } = useI18n();
  const [search] = useSearchParams();
  const asked = search.get('week') ?? '';
  const monday = mondayOf(isDate(asked) ? asked : localDateOf(new Date().toISOString(), offsetMinutes));
  const entries = entriesOf(one);
  const at = (week: string) => `${paths.volunteer(one.volunteerId)}?week=${week}`;
  return (
    <section className="panel" aria-labelledby="bookings">
      <h2 id="bookings">
        {t.volunteers.bookings}: {t.volunteers.weekOf(monday)}
      </h2>
      <p className="actions">
        <Link href={at(datePlus(monday, -7))}>{t.volunteers.previousWeek}</Link>
        <Link href={at(datePlus(monday, 7))}>{t.volunteers.nextWeek}</Link>
        <span className="hint">{t.volunteers.minutesServed(one.minutesServed)}</span>
      </p>
      <ol className="plain week">
        {t.volunteers.days.map((name, day) => {
          const date = datePlus(monday, day);
          const ofDay = entries.filter((each) => localDateOf(each.at, offsetMinutes) === date);
          return (
            <li key={date}>
              <strong>{name}</strong>
              <p className="hint">{date}</p>
              {ofDay.length === 0 && <p className="hint">{t.volunteers.noBookings}</p>}
              {ofDay.map((entry) => (
                <EntryOf key={entry.key} entry={entry} />
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function EntryOf({ entry: { at, to, number, served } }: { entry: Entry }) {
  const { t, offsetMinutes } = useI18n();
  const clock = (instant: string) => localTextOf(instant, offsetMinutes).slice(11);
  return (
    <p>
      {clock(at)}
      {to !== undefined && `–${clock(to)}`}{' '}
      {number !== undefined && <Link href={paths.case(number)}>{number}</Link>}{' '}
      {served !== undefined && <span className="badge badge-right">{t.volunteers.served(served)}</span>}
    </p>
  );
}

function entriesOf({ bookings, served }: VolunteerDetail): readonly Entry[] {
  const ahead = bookings.map(({ bookingId, number, window }) => ({
    ...{ key: bookingId, at: window.from, to: window.to, number },
  }));
  const done = served.map(({ serviceId, number, at, minutes }) => ({
    ...{ key: serviceId, at, number, served: minutes },
  }));
  return [...ahead, ...done].sort((a, b) => (a.at < b.at ? -1 : 1));
}
