import type { Option } from '../../ui/field';
import { requester, select } from './field-makers';
import type { FieldMaker, FieldSources } from './field-makers';

/** Every requester who has settled; sent with commas between. */
export const settlingRequesters: FieldMaker = (sources) => ({
  ...requester('RecordSettlement')(sources),
  ...{ name: 'requesterIds', kind: 'many' },
});

/** 调解员: asked of whoever writes down what another has settled. */
export const mediator: FieldMaker = (sources) =>
  mediates(sources)
    ? { name: 'mediator', kind: 'fixed', required: false }
    : select('mediator', mediators)(sources);

/** As the server has it: by a role, by a post, or by holding an order. */
function mediates(sources: FieldSources): boolean {
  const { me } = sources;
  const byRole = me?.roles?.some(({ role }) => role === 'mediator') ?? false;
  return byRole || mediators(sources).some(({ value }) => value === me?.username);
}

function mediators({ one, community, language }: FieldSources): readonly Option[] {
  const ordered = one.orders.map(({ assignee }) => assignee.post);
  return (community?.posts ?? []).flatMap(({ post, kind, names, holder }) =>
    holder !== undefined && (kind === 'mediator' || ordered.includes(post))
      ? [{ value: holder, label: `${names[language]} · ${holder}` }]
      : [],
  );
}
