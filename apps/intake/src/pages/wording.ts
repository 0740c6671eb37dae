import type { Place, Rules, Window } from '@threekeys/domain';
import { entryOf, skillNames } from '@threekeys/domain';
import type { Language } from '@threekeys/http';
import type { PageMessages } from './page-messages';

const minuteMs = 60_000;

/** Names of the community's things, and times on its clocks, in the language of a page. */
export class Wording {
  private readonly times: Intl.DateTimeFormat;
  private readonly hours: Intl.DateTimeFormat;

  constructor(
    private readonly rules: Rules,
    private readonly language: Language,
    private readonly t: PageMessages,
  ) {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;
    this.hours = new Intl.DateTimeFormat(locale, hour);
    this.times = new Intl.DateTimeFormat(locale, {
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      ...hour,
    });
  }

  /** Local date and time of an instant. */
  time(instant: string): string {
    return this.times.format(this.local(instant));
  }

  /** From when to when; the day once where it is one. */
  window({ from, to }: Window): string {
    const [begins, ends] = [this.local(from), this.local(to)];
    const isOneDay = begins.toISOString().slice(0, 10) === ends.toISOString().slice(0, 10);
    return this.t.window(this.times.format(begins), (isOneDay ? this.hours : this.times).format(ends));
  }

  private local(instant: string): Date {
    const { timeZoneOffsetMinutes } = this.rules.policy;
    return new Date(Date.parse(instant) + timeZoneOffsetMinutes * minuteMs);
  }

  category(code: string | undefined): string | undefined {
    if (code === undefined) return undefined;
    return entryOf(this.rules.catalogue.categories, code)?.names[this.language] ?? code;
  }

  post(code: string): string {
    return entryOf(this.rules.organisation.posts, code)?.names[this.language] ?? code;
  }

  skills(codes: readonly string[]): string | undefined {
    if (codes.length === 0) return undefined;
    return codes.map((code) => entryOf(skillNames, code)?.[this.language] ?? code).join(', ');
  }

  /** Down to the building; the entrance only where it is given. */
  place({ compound, building, entrance, spot }: Omit<Place, 'door' | 'address'>): string {
    const { outside, entrance: entranceWords, spots } = this.t;
    const registered = entryOf(this.rules.compounds, compound);
    const parts = [
      registered?.names[this.language] ?? (compound === 'outside' ? outside : compound),
      building && this.building(compound, building),
      entrance && entranceWords(entrance),
      spot && (entryOf(spots, spot) ?? spot),
    ];
    return parts.filter((each) => each !== undefined).join(' ');
  }

  private building(compound: string, building: string): string {
    const buildings = entryOf(this.rules.compounds, compound)?.buildings ?? {};
    return entryOf(buildings, building)?.names[this.language] ?? building;
  }
}
