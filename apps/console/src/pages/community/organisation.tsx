import { useState } from 'react';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { Community } from '../../types';
import { Button } from '../../ui/button';
import { PostDialog, UnitDialog } from './found-dialogs';
import { actsOnPost, holderOf } from './post-acts';
import { FillDialog, LeaveDialog } from './post-dialogs';
import { useTermWords } from './term-words';
import { CloseUnitDialog, RenameUnitDialog } from './unit-dialogs';

type Unit = Community['units'][number];
type Post = Community['posts'][number];
interface AskedOfPost {
  readonly act: 'FillPost' | 'LeavePost';
  readonly post: Post;
}
interface AskedOfUnit {
  readonly act: 'RenameUnit' | 'CloseUnit';
  readonly unit: Unit;
}
type Asked = AskedOfPost | AskedOfUnit | { readonly act: 'DefineUnit' | 'DefinePost' };

const founding = ['DefineUnit', 'DefinePost'] as const;

/** Units as a tree, with their posts and who holds them. */
export function OrganisationPart({ community }: { community: Community }) {
  const { t } = useI18n();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const me = useMe().data;
  const roots = community.units.filter(({ parent }) => parent === undefined);
  const offered = founding.filter((act) => me?.may.includes(act));
  return (
    <>
      <section className="panel" aria-labelledby="organisation">
        <h2 id="organisation">{t.community.part.organisation}</h2>
        {offered.length > 0 && (
          <div className="actions">
            {offered.map((act) => (
              <Button key={act} onClick={() => setAsked({ act })}>
                {act === 'DefineUnit' ? t.community.addUnit : t.community.addPost}
              </Button>
            ))}
          </div>
        )}
        {roots.length === 0 && <p className="empty">{t.community.noUnits}</p>}
        <Units units={roots} community={community} onAsk={setAsked} />
      </section>
      {asked && <AskedDialog {...{ asked, community }} onClose={() => setAsked(undefined)} />}
    </>
  );
}

interface AskedDialogProps {
  asked: Asked;
  community: Community;
  onClose: () => void;
}

function AskedDialog({ asked, ...rest }: AskedDialogProps) {
  switch (asked.act) {
    case 'DefineUnit':
      return <UnitDialog {...rest} />;
    case 'DefinePost':
      return <PostDialog {...rest} />;
    case 'RenameUnit':
      return <RenameUnitDialog unit={asked.unit} onClose={rest.onClose} />;
    case 'CloseUnit':
      return <CloseUnitDialog unit={asked.unit} onClose={rest.onClose} />;
    case 'FillPost':
      return <FillDialog post={asked.post} onClose={rest.onClose} />;
    case 'LeavePost':
      return <LeaveDialog post={asked.post} onClose={rest.onClose} />;
  }
}

interface UnitsProps {
  units: readonly Unit[];
  community: Community;
  onAsk: (asked: Asked) => void;
}

function Units({ units, community, onAsk }: UnitsProps) {
  return (
    <ul className="tree">
      {units.map((unit) => {
        const posts = community.posts.filter((each) => each.unit === unit.unit);
        const below = community.units.filter(({ parent }) => parent === unit.unit);
        const isInUse =
          below.some(({ closed }) => !closed) || posts.some((post) => holderOf(post) !== undefined);
        return (
          <li key={unit.unit}>
            <UnitHead unit={unit} isInUse={isInUse} onAsk={onAsk} />
            {posts.length > 0 && (
              <ul className="plain posts">
                {posts.map((post) => (
                  <PostOf key={post.post} post={post} isClosed={unit.closed ?? false} onAsk={onAsk} />
                ))}
              </ul>
            )}
            {below.length > 0 && <Units units={below} community={community} onAsk={onAsk} />}
          </li>
        );
      })}
    </ul>
  );
}

interface UnitHeadProps {
  unit: Unit;
  /** Posts of it are held, or units stand under it: it cannot be closed. */
  isInUse: boolean;
  onAsk: (asked: Asked) => void;
}

function UnitHead({ unit, isInUse, onAsk }: UnitHeadProps) {
  const { t, language } = useI18n();
  const me = useMe().data;
  const name = unit.names[language];
  const acts = (['RenameUnit', 'CloseUnit'] as const).filter(
    (act) => me?.may.includes(act) && !unit.closed && !(act === 'CloseUnit' && isInUse),
  );
  return (
    <div className="actions">
      <span>
        <strong>{name}</strong> <span className="hint">{t.community.levels[unit.level]}</span>{' '}
        {unit.closed && <span className="badge">{t.community.closed}</span>}
      </span>
      {acts.map((act) => (
        <Button key={act} about={name} onClick={() => onAsk({ act, unit })}>
          {act === 'RenameUnit' ? t.community.rename : t.community.close}
        </Button>
      ))}
    </div>
  );
}

interface PostOfProps {
  post: Post;
  /** Nobody is appointed in a unit that is closed. */
  isClosed: boolean;
  onAsk: (asked: Asked) => void;
}

function PostOf({ post, isClosed, onAsk }: PostOfProps) {
  const { t, language } = useI18n();
  const me = useMe().data;
  const termWords = useTermWords();
  const { holder, outOfOffice, term = {} } = post;
  const acts = isClosed ? [] : actsOnPost(post).filter((act) => me?.may.includes(act));
  const name = post.names[language];
  const words = termWords(term);
  return (
    <li className="actions">
      <span>
        {name} · {holder ?? <span className="badge badge-warn">{t.community.vacant}</span>}{' '}
        {words && (
          <span className="hint">{outOfOffice ? t.community.termOver(outOfOffice, words) : words}</span>
        )}
      </span>
      {acts.map((act) => (
        <Button key={act} about={name} onClick={() => onAsk({ act, post })}>
          {act === 'FillPost' ? t.community.fill : t.community.leave}
        </Button>
      ))}
    </li>
  );
}
