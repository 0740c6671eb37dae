import { useState } from 'react';
import { FormDialog } from '../../form-dialog';
import { useI18n } from '../../i18n';
import { useMe } from '../../me';
import type { Community } from '../../types';
import { Button } from '../../ui/button';
import { PostDialog, UnitDialog } from './found-dialogs';
import { isPerson, PersonField } from './person-field';
import { RolesPart } from './roles';
import { useCommunityAct } from './use-community-act';

type Unit = Community['units'][number];
type Post = Community['posts'][number];
interface AskedOfPost {
  readonly act: 'FillPost' | 'LeavePost';
  readonly post: Post;
}
type Asked = AskedOfPost | { readonly act: 'DefineUnit' | 'DefinePost' };

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
      <RolesPart community={community} />
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
  const { t, language } = useI18n();
  return (
    <ul className="tree">
      {units.map(({ unit, names, level }) => {
        const posts = community.posts.filter((each) => each.unit === unit);
        const below = community.units.filter(({ parent }) => parent === unit);
        return (
          <li key={unit}>
            <strong>{names[language]}</strong> <span className="hint">{t.community.levels[level]}</span>
            {posts.length > 0 && (
              <ul className="plain posts">
                {posts.map((post) => (
                  <PostOf key={post.post} post={post} onAsk={onAsk} />
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

function PostOf({ post, onAsk }: { post: Post; onAsk: (asked: Asked) => void }) {
  const { t, language } = useI18n();
  const me = useMe().data;
  const act = post.holder === undefined ? 'FillPost' : 'LeavePost';
  const name = post.names[language];
  return (
    <li className="actions">
      <span>
        {name} · {post.holder ?? <span className="badge badge-warn">{t.community.vacant}</span>}
      </span>
      {me?.may.includes(act) && (
        <Button about={name} onClick={() => onAsk({ act, post })}>
          {act === 'FillPost' ? t.community.fill : t.community.leave}
        </Button>
      )}
    </li>
  );
}

interface PostDialogProps {
  post: Post;
  onClose: () => void;
}

function FillDialog({ post, onClose }: PostDialogProps) {
  const { t, language } = useI18n();
  const [person, setPerson] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const title = t.community.fillPost(post.names[language]);
  const { act, send } = useCommunityAct(title, onClose);
  const submit = () => {
    setIsChecked(true);
    if (isPerson(person)) send('/api/organisation/commands/FillPost', { post: post.post, person });
  };
  return (
    <FormDialog title={title} {...{ act, onClose }} onSubmit={submit}>
      <PersonField
        label={t.community.person}
        required
        error={isChecked && !isPerson(person) ? t.community.personWrong : undefined}
        value={person}
        onChange={setPerson}
      />
    </FormDialog>
  );
}

function LeaveDialog({ post, onClose }: PostDialogProps) {
  const { t, language } = useI18n();
  const [takesOver, setTakesOver] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const title = t.community.leavePost(post.names[language]);
  const { act, send } = useCommunityAct(title, onClose);
  const isRight = takesOver === '' || isPerson(takesOver);
  const submit = () => {
    setIsChecked(true);
    if (!isRight) return;
    send('/api/organisation/commands/LeavePost', { post: post.post, ...(takesOver && { takesOver }) });
  };
  return (
    <FormDialog title={title} {...{ act, onClose }} onSubmit={submit}>
      <p>
        {t.community.holder}: {post.holder}. {t.community.leaveHint}
      </p>
      <PersonField
        label={t.community.takesOver}
        hint={t.community.takesOverHint}
        error={isChecked && !isRight ? t.community.personWrong : undefined}
        value={takesOver}
        onChange={setTakesOver}
      />
    </FormDialog>
  );
}
