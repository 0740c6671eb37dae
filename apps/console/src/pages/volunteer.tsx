import { useQuery } from '@tanstack/react-query';
import { api, ServerSaidNo } from '../api';
import { useCommunity } from '../community';
import { useI18n } from '../i18n';
import { useMe } from '../me';
import { PageTitle } from '../page';
import { placeWords } from '../place';
import type { RevealedVolunteer, VolunteerDetail } from '../types';
import { Reveal } from './case/reveal';
import { NotFoundPage } from './not-found';
import { BookingsPanel } from './volunteer/bookings';
import { CertificatesPanel } from './volunteer/certificates';
import { ConsentsPanel } from './volunteer/consents';
import { DeclaredPanel } from './volunteer/declared';
import { FreeTimePanel } from './volunteer/free-time';
import { PresencePanel } from './volunteer/presence';
import { useMay } from './volunteer/use-may';

/** One volunteer: what they can do, when they are free, what they are booked for. A volunteer sees themselves. */
export function VolunteerPage({ volunteerId }: { volunteerId: string }) {
  const { t } = useI18n();
  const detail = useQuery({
    queryKey: ['live', 'volunteer', volunteerId],
    queryFn: () => api.get<VolunteerDetail>(`/api/volunteers/${volunteerId}`),
  });
  if (detail.error instanceof ServerSaidNo && [400, 404].includes(detail.error.status))
    return <NotFoundPage />;
  if (detail.error) return <p role="alert">{detail.error.message}</p>;
  if (!detail.data) return <p className="loading">{t.loading}</p>;
  return <Volunteer one={detail.data} />;
}

function Volunteer({ one }: { one: VolunteerDetail }) {
  const { t } = useI18n();
  return (
    <>
      <PageTitle>{one.name ?? t.volunteers.erased}</PageTitle>
      <div className="columns">
        <div>
          <FreeTimePanel one={one} />
          <BookingsPanel one={one} />
        </div>
        <aside>
          <PresencePanel one={one} />
          <ContactPanel one={one} />
          <DeclaredPanel one={one} kind="skills" command="DeclareSkills" />
          <DeclaredPanel one={one} kind="interests" command="DeclareInterests" />
          <ConsentsPanel one={one} />
          <CertificatesPanel one={one} />
        </aside>
      </div>
    </>
  );
}

function ContactPanel({ one }: { one: VolunteerDetail }) {
  const { t, language } = useI18n();
  const community = useCommunity();
  const may = useMay(one);
  const me = useMe().data;
  const { volunteerId, name, phone, kind, compound, building } = one;
  const ask = async (purpose: string) => {
    const shown = await api.post<RevealedVolunteer>(`/api/volunteers/${volunteerId}/reveal`, { purpose });
    return [shown.name, shown.phone];
  };
  return (
    <section className="panel" aria-labelledby="contact">
      <h2 id="contact">{t.volunteers.contact}</h2>
      <p>{[name, phone].filter(Boolean).join(' · ') || t.volunteers.erased}</p>
      <p>
        {t.volunteers.kinds[kind] ?? kind} ·{' '}
        {placeWords({ compound, ...(building && { building }) }, community, language)}
      </p>
      {may('volunteers.reveal') && me?.volunteerId !== volunteerId && (
        <Reveal purposes={['contact', 'visit']} ask={ask} />
      )}
    </section>
  );
}
