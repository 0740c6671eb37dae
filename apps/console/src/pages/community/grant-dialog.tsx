import { useI18n } from '../../i18n';
import type { Community } from '../../types';
import { EntryDialog } from './entry-dialog';
import { personField, termFields } from './entry-form';
import type { Entered, EntryField } from './entry-form';
import { openUnits } from './found-dialogs';
import { termOf } from './term';

interface GrantDialogProps {
  community: Community;
  /** Whom it is given to, where that is known already. */
  person?: string;
  onClose: () => void;
}

/** Gives somebody a role: for the whole community, one unit, or one compound; for a term, or until it is taken back. */
export function GrantDialog({ community, person: given, onClose }: GrantDialogProps) {
  const { t, offsetMinutes } = useI18n();
  const fieldsOf = useGrantFields(community);
  return (
    <EntryDialog
      title={t.community.grant}
      given={given === undefined ? {} : { person: given }}
      fieldsOf={fieldsOf}
      commandOf={({ person, role, party, scope, from, until }) => ({
        path: '/api/organisation/commands/GrantRole',
        shownBy: '/api/people',
        data: {
          ...{ person, role, ...(scope && { scope }) },
          ...(role === 'key-holder' && party && { party }),
          ...termOf({ from, until }, offsetMinutes),
        },
      })}
      onClose={onClose}
    />
  );
}

/** What nobody is given: a program is a service, and a resident is whoever has reported something. */
const ungranted: ReadonlySet<string> = new Set(['service', 'resident']);

function useGrantFields(community: Community): (entered: Entered) => readonly EntryField[] {
  const { t, language } = useI18n();
  const options = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([value, label]) => ({ value, label }));
  const places = [...community.compounds, ...openUnits(community)].map((place) => ({
    value: 'compound' in place ? place.compound : place.unit,
    label: place.names[language],
  }));
  const roles = options(t.roles).filter(({ value }) => !ungranted.has(value));
  return ({ role, from }) => {
    // A key lies with one party of one compound.
    const isKey = role === 'key-holder';
    const party = { name: 'party', required: true, label: t.community.party, options: options(t.parties) };
    return [
      personField(t),
      { name: 'role', kind: 'choice', required: true, label: t.community.role, options: roles },
      ...(isKey ? [{ ...party, kind: 'choice' as const }] : []),
      { name: 'scope', kind: 'choice', required: isKey, label: t.community.scope, options: places },
      ...termFields(from, t),
    ];
  };
}
