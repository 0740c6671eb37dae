import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { Messages } from '../../messages/zh';

/** What a command is called: volunteers answer for themselves, staff for who is on the phone. */
export function useCommandName(): (command: string) => string {
  const { t } = useI18n();
  const nameIn = useCommandNameIn();
  return (command) => nameIn(command, t);
}

/** The same, in the language that is shown when it is said. */
export function useCommandNameIn(): (command: string, t: Messages) => string {
  const me = useMe().data;
  const isVolunteer = me?.roles.every(({ role }) => role === 'volunteer') ?? false;
  return (command, t) => (isVolunteer ? t.ownCommands[command] : undefined) ?? t.commands[command] ?? command;
}
