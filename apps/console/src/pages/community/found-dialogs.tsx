import { useI18n } from '../../i18n';
import type { Community } from '../../types';
import type { Option } from '../../ui/field';
import { EntryDialog } from './entry-dialog';
import { codeAndNames, entrancesOf, namesOf } from './entry-form';
import type { Entered, EntryField } from './entry-form';
import { linesOf } from './lines';

interface FoundProps {
  community: Community;
  onClose: () => void;
}

const levels = ['community', 'grid-branch', 'building-group', 'key-household'] as const;
type Unit = Community['units'][number];

/** Those to which something can still come. */
export const openUnits = ({ units }: Pick<Community, 'units'>): readonly Unit[] =>
  units.filter(({ closed }) => !closed);

/** The level below a unit's; the community has none above it. */
export const levelBelow = (parent: Pick<Unit, 'level'> | undefined): Unit['level'] | undefined =>
  parent === undefined ? 'community' : levels[levels.indexOf(parent.level) + 1];

/** A choice of what there is already. */
function useChoices() {
  const { t, language } = useI18n();
  const choice = (name: string, options: readonly Option[], required = true): EntryField => ({
    ...{ name, kind: 'choice', required, options },
    label: t.community.fields[name] ?? name,
  });
  const units = (those: readonly Unit[]): readonly Option[] =>
    those.map(({ unit, names, level }) => ({
      value: unit,
      label: `${names[language]} · ${t.community.levels[level] ?? level}`,
    }));
  return { choice, units };
}

/** A unit of one of the four levels: which one follows from the unit above it. */
export function UnitDialog({ community, onClose }: FoundProps) {
  const { t } = useI18n();
  const { choice, units } = useChoices();
  const above = openUnits(community).filter((unit) => levelBelow(unit) !== undefined);
  const isFirst = community.units.length === 0;
  const commandOf = ({ code, parent, ...names }: Entered) => {
    const level = levelBelow(community.units.find(({ unit }) => unit === parent));
    return {
      path: '/api/organisation/commands/DefineUnit',
      data: { unit: code, level, ...(parent && { parent }), names: namesOf(names) },
    };
  };
  return (
    <EntryDialog
      title={t.community.addUnit}
      hint={t.community.addUnitHint}
      fieldsOf={() => [...(isFirst ? [] : [choice('parent', units(above))]), ...codeAndNames(t)]}
      {...{ commandOf, onClose }}
    />
  );
}

/** A post of a unit. It is vacant until somebody is appointed. */
export function PostDialog({ community, onClose }: FoundProps) {
  const { t, language } = useI18n();
  const { choice, units } = useChoices();
  const kinds = Object.entries(community.vocabulary.postKinds).map(([value, names]) => ({
    value,
    label: names[language],
  }));
  const compounds = community.compounds.map((each) => ({
    value: each.compound,
    label: each.names[language],
  }));
  const fields = [
    choice('unit', units(openUnits(community))),
    choice('postFor', kinds),
    choice('compound', compounds, false),
    ...codeAndNames(t),
  ];
  return (
    <EntryDialog
      title={t.community.addPost}
      fieldsOf={() => fields}
      commandOf={({ code, unit, postFor, compound, ...names }) => ({
        path: '/api/organisation/commands/DefinePost',
        data: { post: code, unit, kind: postFor, ...(compound && { compound }), names: namesOf(names) },
      })}
      onClose={onClose}
    />
  );
}

export function CompoundDialog({ onClose }: Pick<FoundProps, 'onClose'>) {
  const { t } = useI18n();
  return (
    <EntryDialog
      title={t.community.addCompound}
      fieldsOf={() => codeAndNames(t)}
      commandOf={({ code = '', ...names }) => ({
        path: `/api/compounds/${code}/commands/RegisterCompound`,
        data: { names: namesOf(names) },
      })}
      onClose={onClose}
    />
  );
}

interface BuildingProps extends FoundProps {
  compound: Community['compounds'][number];
}

/** A building with its entrances: where a grid and, where there is one, a building group looks after it. */
export function BuildingDialog({ community, compound, onClose }: BuildingProps) {
  const { t, language } = useI18n();
  const { choice, units } = useChoices();
  const at = (level: Unit['level']) => units(openUnits(community).filter((unit) => unit.level === level));
  const entrances: EntryField = {
    ...{ name: 'entrances', kind: 'lines', required: true },
    label: t.community.entrances,
    hint: t.community.entrancesHint,
    wrongIn: (text) => (entrancesOf(linesOf(text)) ? undefined : t.community.wrong.entrances),
  };
  const fields = [
    ...codeAndNames(t),
    choice('grid', at('grid-branch')),
    choice('group', at('building-group'), false),
    entrances,
  ];
  return (
    <EntryDialog
      title={t.community.addBuildingTo(compound.names[language])}
      fieldsOf={() => fields}
      commandOf={({ code, grid, group, entrances: lines = '', ...names }) => ({
        path: `/api/compounds/${compound.compound}/commands/AddBuilding`,
        data: {
          ...{ building: code, names: namesOf(names), grid, ...(group && { group }) },
          entrances: entrancesOf(linesOf(lines)) ?? [],
        },
      })}
      onClose={onClose}
    />
  );
}
