import { useI18n } from '../../i18n';
import { useMe } from '../../me';

/** What a command is called: volunteers answer for themselves, staff for who is on the phone. */
export function useCommandName(): (command: string) => string {
  const { t } = useI18n();
  const me = useMe().data;
  const isVolunteer = me?.roles.every(({ role }) => role === 'volunteer') ?? false;
  return (command) => (isVolunteer ? t.ownCommands[command] : undefined) ?? t.commands[command] ?? command;
}
