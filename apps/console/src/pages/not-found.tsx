import { useI18n } from '../i18n';
import { PageTitle } from '../page';

export function NotFoundPage() {
  const { t } = useI18n();
  return <PageTitle>{t.notFound}</PageTitle>;
}
