import { useI18n } from '../../../i18n';
import { useMe } from '../../../me';
import type { CaseDetail } from '../../../types';
import { Button } from '../../../ui/button';
import { useCommandName } from '../command-name';
import type { Given } from '../form-of';
import { LinkButton } from '../link-button';
import { ofKey, ofWord } from './commands';

type PartyOf = NonNullable<CaseDetail['joint']>['parties'][number];
type Said = NonNullable<CaseDetail['resolution']>['said'][number];

interface KeyCardProps {
  one: CaseDetail;
  party: PartyOf['party'];
  /** All owners decide, and their committee does not. */
  waitsForAssembly: boolean;
  onChoose: (command: string, given: Given) => void;
}

const badges = { turned: 'badge-right', refused: 'badge-wrong', awaited: '' } as const;

/** One party's key: how it is, whose it is, who said so and how, and what can be done with it. */
export function KeyCard({ one, party, waitsForAssembly, onChoose }: KeyCardProps) {
  const { t, time } = useI18n();
  const key = one.joint?.parties.find((each) => each.party === party);
  if (!key) return null;
  const isLate = key.key === 'awaited' && key.overdue;
  const said = one.resolution?.said.findLast(
    (each) => each.party === party && each.version === one.joint?.version,
  );
  const isOfSheet = isTurnedBySheet(key, said);
  return (
    <li>
      <h3>
        {t.parties[party]} <span className={`badge ${badges[key.key]}`}>{t.keyStates[key.key]}</span>{' '}
        {isLate && <span className="badge badge-wrong">{t.flags.overdue}</span>}
      </h3>
      <Holder one={one} party={party} />
      <OfAssembly keyOf={key} waits={waitsForAssembly} />
      {said && <Word said={said} />}
      {isOfSheet && <p className="hint">{t.joint.tellParty}</p>}
      {key.key === 'awaited' && key.dueAt !== undefined && <p>{t.case.due(time(key.dueAt))}</p>}
      <div className="actions">
        <KeyCommands {...{ one, party, waitsForAssembly, onChoose }} />
        {!waitsForAssembly && <KeyLink {...{ one, party, isOfSheet }} />}
      </div>
    </li>
  );
}

/** Whether staff wrote the key down from a signed sheet. */
const isTurnedBySheet = ({ key }: PartyOf, said: Said | undefined): boolean =>
  key === 'turned' && said?.said === 'turned' && said.recordedBy !== undefined;

/** What all owners have to do with a key: it waits for them, or is turned by them. */
function OfAssembly({ keyOf: { key, holder }, waits }: { keyOf: PartyOf; waits: boolean }) {
  const { t } = useI18n();
  if (key === 'turned') return holder === undefined && <p>{t.joint.byAssembly}</p>;
  return waits && <p>{t.joint.turns.reserved}</p>;
}

interface KeyLinkProps extends Pick<KeyCardProps, 'one' | 'party'> {
  /** Staff wrote it down: its holder can object, also once the lock is open. */
  isOfSheet: boolean;
}

/** By which the holder answers without an account, while there is a plan to answer to. */
function KeyLink({ one: { caseId, joint }, party, isOfSheet }: KeyLinkProps) {
  const { t } = useI18n();
  const isAsked = joint?.lock === 'shut' || (joint?.lock === 'open' && isOfSheet);
  if (!isAsked || joint.version === undefined) return null;
  return <LinkButton about={t.parties[party] ?? party} caseId={caseId} to={{ kind: 'key', party }} />;
}

function Holder({ one, party }: Pick<KeyCardProps, 'one' | 'party'>) {
  const { t, time } = useI18n();
  const standIn = one.resolution?.standIns.find((each) => each.party === party);
  const holder = one.resolution?.holders.find((each) => each.party === party)?.holder;
  if (standIn)
    return (
      <p>
        {t.joint.standIn(standIn.person)} · {t.codes[standIn.basis] ?? standIn.basis} ·{' '}
        {t.joint.until(time(standIn.until))}
      </p>
    );
  return <p>{holder === undefined ? t.joint.noHolder : t.joint.holder(holder)}</p>;
}

/** What the party said last on the plan that is on the table. */
function Word({ said }: { said: Said }) {
  const { t, time } = useI18n();
  const { recordedBy, linkedBy, reason, words } = said;
  return (
    <>
      <p>
        {t.joint.said[said.said]} · {said.holder} · {time(said.at)}
      </p>
      {reason !== undefined && (
        <p>
          {t.fields.reason}: {t.codes[reason] ?? reason}
        </p>
      )}
      {words !== undefined && <blockquote>{words}</blockquote>}
      {recordedBy && (
        <p className="hint">
          {t.case.recordedBy(recordedBy.person)} · {t.channels[recordedBy.channel] ?? recordedBy.channel} ·{' '}
          {t.joint.minutes(recordedBy.minutes)}
        </p>
      )}
      {linkedBy !== undefined && <p className="hint">{t.case.linkedBy(linkedBy)}</p>}
    </>
  );
}

function KeyCommands({ one, party, waitsForAssembly, onChoose }: KeyCardProps) {
  const { t } = useI18n();
  const nameOf = useCommandName();
  const me = useMe().data;
  const key = one.joint?.parties.find((each) => each.party === party)?.key ?? 'awaited';
  const holder = one.resolution?.holders.find((each) => each.party === party)?.holder;
  // Who holds a key and no other office speaks for their own party only.
  const isForeign = me?.roles.every(({ role }) => role === 'key-holder') && me.username !== holder;
  const offered = Object.entries(isForeign ? {} : ofKey).filter(
    ([command, states]) =>
      one.allowed.includes(command) &&
      (states as readonly string[]).includes(key) &&
      !(waitsForAssembly && ofWord.has(command)),
  );
  // It is their turn, and nobody else's.
  const isTheirTurn = (command: string) => command === 'TurnKey' && me?.username === holder;
  return (
    <>
      {offered.map(([command]) => (
        <Button
          key={command}
          kind={isTheirTurn(command) ? 'primary' : 'plain'}
          about={t.parties[party]}
          onClick={() => onChoose(command, { party })}
        >
          {nameOf(command)}
        </Button>
      ))}
    </>
  );
}
