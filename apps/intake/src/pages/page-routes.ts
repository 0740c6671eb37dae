import { Id, Party } from '@threekeys/domain';
import { route } from '@threekeys/http';
import { z } from 'zod';

/** What others append to an address (a messenger its origin) is passed over. */
const PageQuery = z.object({ lang: z.string().optional() });
const LinkPath = z.strictObject({ kind: z.string(), ids: z.string(), mac: z.string() });
const FormBody = z.record(z.string(), z.string());

const page = { permission: 'open', group: 'pages', mediaType: 'text/html', query: PageQuery } as const;
const linkPath = '/l/{kind}/{ids}/{mac}';

export const showLinked = route({
  ...page,
  operation: 'showLinked',
  method: 'get',
  path: linkPath,
  summary: { zh: '用链接打开一件事', en: 'Open the one thing of a link: an offer, a key, one’s own report' },
  params: LinkPath,
});

export const actOnLinked = route({
  ...page,
  operation: 'actOnLinked',
  method: 'post',
  path: linkPath,
  summary: {
    zh: '用链接办一件事',
    en: 'Act on it; back to the page, with what was wrong where it was not taken',
  },
  params: LinkPath,
  body: FormBody,
  isForm: true,
  status: 303,
});

export const showFollow = route({
  ...page,
  operation: 'showFollow',
  method: 'get',
  path: '/follow',
  summary: { zh: '居民查询', en: 'Where residents enter their tracking code' },
});

export const followCase = route({
  ...page,
  operation: 'followCase',
  method: 'post',
  path: '/follow',
  summary: {
    zh: '用查询码打开自己反映的事',
    en: 'Open one’s own report by its code and the end of the phone number',
  },
  body: FormBody,
  isForm: true,
  status: 303,
  problems: ['too-many-requests'],
});

export const makeLink = route({
  operation: 'makeLink',
  method: 'post',
  path: '/api/cases/{caseId}/links',
  permission: 'cases.link',
  summary: {
    zh: '取得志愿者或钥匙持有人的链接（记录在案）',
    en: 'A link for a volunteer or a key holder; recorded',
  },
  group: 'cases',
  params: z.strictObject({ caseId: Id }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('offer'), offerId: Id }),
    z.strictObject({ kind: z.literal('key'), party: Party }),
  ]),
  answer: z.strictObject({
    /** On the address of this installation. */
    path: z.string(),
  }),
  problems: ['nothing-to-link', 'access-not-recorded'],
});

export const pageRoutes = [showLinked, actOnLinked, showFollow, followCase, makeLink];
