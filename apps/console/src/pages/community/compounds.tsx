import { useState } from 'react';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { Community } from '../../types';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { BuildingDialog, CompoundDialog } from './found-dialogs';
import { isPerson, linesOf } from './lines';
import { PersonField } from './person-field';
import { useCommunityAct } from './use-community-act';

type Compound = Community['compounds'][number];
type Party = Compound['parties'][number];

const partyNames = ['branch', 'owners', 'property'] as const;

type Asked =
  | { readonly act: 'RegisterCompound' }
  | { readonly act: 'AddBuilding'; readonly compound: Compound }
  | { readonly act: 'NameParty'; readonly compound: Compound; readonly party: Party };

/** Compounds with the parties of their lock, their buildings and entrances. */
export function CompoundsPart({ community }: { community: Community }) {
  const { t } = useI18n();
  const me = useMe().data;
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const close = () => setAsked(undefined);
  return (
    <>
      {me?.may.includes('RegisterCompound') && (
        <p>
          <Button onClick={() => setAsked({ act: 'RegisterCompound' })}>{t.community.addCompound}</Button>
        </p>
      )}
      {community.compounds.length === 0 && <p className="panel empty">{t.community.noCompounds}</p>}
      {community.compounds.map((compound) => (
        <CompoundOf key={compound.compound} {...{ compound, community, onAsk: setAsked }} />
      ))}
      {asked?.act === 'RegisterCompound' && <CompoundDialog onClose={close} />}
      {asked?.act === 'AddBuilding' && (
        <BuildingDialog compound={asked.compound} {...{ community }} onClose={close} />
      )}
      {asked?.act === 'NameParty' && (
        <PartyDialog compound={asked.compound} party={asked.party} onClose={close} />
      )}
    </>
  );
}

interface CompoundProps {
  compound: Compound;
  community: Community;
  onAsk: (asked: Asked) => void;
}

function CompoundOf({ compound, community, onAsk }: CompoundProps) {
  const { t, language } = useI18n();
  const me = useMe().data;
  const id = `compound-${compound.compound}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{compound.names[language]}</h2>
      <Parties {...{ compound, onAsk }} />
      {me?.may.includes('AddBuilding') && (
        <p>
          <Button about={compound.names[language]} onClick={() => onAsk({ act: 'AddBuilding', compound })}>
            {t.community.addBuilding}
          </Button>
        </p>
      )}
      <details>
        <summary>
          {t.community.buildings(compound.buildings.length)}
          <span className="visually-hidden"> {compound.names[language]}</span>
        </summary>
        <table className="cards" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t.community.building}</th>
              <th scope="col">{t.community.grid}</th>
              <th scope="col">{t.community.entrances}</th>
            </tr>
          </thead>
          <tbody>
            {compound.buildings.map(({ building, names, grid, entrances }) => (
              <tr key={building}>
                <th scope="row">{names[language]}</th>
                <td data-label={t.community.grid}>
                  {community.units.find(({ unit }) => unit === grid)?.names[language] ?? grid}
                </td>
                <td data-label={t.community.entrances}>
                  {entrances.map(({ entrance, doors }) => `${entrance} (${String(doors)})`).join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function Parties({ compound, onAsk }: Omit<CompoundProps, 'community'>) {
  const { t, language } = useI18n();
  const me = useMe().data;
  const title = `${t.community.parties}: ${compound.names[language]}`;
  return (
    <table className="cards" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{t.community.party}</th>
          <th scope="col">{t.community.holder}</th>
          <th scope="col">{t.community.standIns}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {partyNames.map((name) => {
          const party = compound.parties.find((each) => each.party === name) ?? { party: name, standIns: [] };
          return (
            <tr key={name}>
              <th scope="row">{t.parties[name]}</th>
              <td data-label={t.community.holder}>{party.holder ?? t.community.nobody}</td>
              <td data-label={t.community.standIns}>{party.standIns.join(', ') || t.none}</td>
              <td>
                {me?.may.includes('NameParty') && (
                  <Button
                    about={`${t.parties[name] ?? name}, ${compound.names[language]}`}
                    onClick={() => onAsk({ act: 'NameParty', compound, party })}
                  >
                    {t.community.name}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface PartyDialogProps {
  compound: Compound;
  party: Party;
  onClose: () => void;
}

function PartyDialog({ compound, party, onClose }: PartyDialogProps) {
  const { t, language } = useI18n();
  const [holder, setHolder] = useState(party.holder ?? '');
  const [standIns, setStandIns] = useState(party.standIns.join('\n'));
  const [isChecked, setIsChecked] = useState(false);
  const title = t.community.nameParty(t.parties[party.party] ?? party.party, compound.names[language]);
  const { act, send } = useCommunityAct(title, onClose);
  const isHolderRight = holder === '' || isPerson(holder);
  const areStandInsRight = linesOf(standIns).every(isPerson);
  const submit = () => {
    setIsChecked(true);
    if (!isHolderRight || !areStandInsRight) return;
    send(`/api/compounds/${compound.compound}/commands/NameParty`, {
      party: party.party,
      ...(holder && { holder }),
      standIns: linesOf(standIns),
    });
  };
  return (
    <FormDialog title={title} {...{ act, onClose }} onSubmit={submit}>
      <PersonField
        label={t.community.holder}
        error={isChecked && !isHolderRight ? t.community.personWrong : undefined}
        value={holder}
        onChange={setHolder}
      />
      <TextArea
        label={t.community.standIns}
        hint={t.community.standInsHint}
        error={isChecked && !areStandInsRight ? t.community.personWrong : undefined}
        value={standIns}
        onChange={({ target }) => setStandIns(target.value)}
      />
    </FormDialog>
  );
}
