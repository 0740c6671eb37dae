import type { Language } from '../../i18n';
import type { CaseDetail, Community, HistoryEvent, VolunteerLine } from '../../types';

/**
 * A volunteer as staff tell them apart: the masked name and what they can do.
 * @param nameless what to call them where neither may be read, or is there no more
 */
export function volunteerWords(
  nameless: string,
  volunteer: Pick<VolunteerLine, 'name' | 'skills'> | undefined,
  community: Pick<Community, 'vocabulary'> | undefined,
  language: Language,
): string {
  const skills = (volunteer?.skills ?? []).map(
    (skill) => community?.vocabulary.skills[skill]?.[language] ?? skill,
  );
  const listed = skills.join(language === 'zh' ? '、' : ', ');
  return [volunteer?.name ?? nameless, listed].filter(Boolean).join(' · ');
}

/** Everybody who was asked or booked in the case, each once. */
export function volunteersOf({ orders }: Pick<CaseDetail, 'orders'>): readonly string[] {
  return [
    ...new Set(
      orders.flatMap(({ offers, assigned }) => [...offers, ...assigned].map((each) => each.volunteerId)),
    ),
  ];
}

/** Of whom an event tells: it names the volunteer, or the offer they were asked with before. */
export function volunteerIn(event: HistoryEvent, events: readonly HistoryEvent[]): string | undefined {
  const { volunteerId, offerId } = event.data;
  if (typeof volunteerId === 'string') return volunteerId;
  if (typeof offerId !== 'string') return undefined;
  const asked = events.find(({ type, data }) => type === 'VolunteerOffered' && data.offerId === offerId);
  return typeof asked?.data.volunteerId === 'string' ? asked.data.volunteerId : undefined;
}
