import type { Text } from './language';

const problem = (status: number, zh: string, en: string): { status: number; title: Text } => ({
  status,
  title: { zh, en },
});

/** Every problem that is not a refusal of the domain. The codes are part of the API. */
export const problems = {
  invalid: problem(400, '请求内容不符合要求。', 'The request is not as it has to be.'),
  'malformed-json': problem(400, '请求正文不是有效的 JSON。', 'The body is not valid JSON.'),
  'body-too-complex': problem(
    400,
    '请求正文嵌套过深或字段过多。',
    'The body is nested too deeply or has too many fields.',
  ),
  'header-missing': problem(400, '缺少必需的请求头。', 'A required header is missing.'),
  'invalid-cursor': problem(400, '翻页标记无效。', 'The cursor does not belong to this query.'),
  'not-signed-in': problem(401, '请先登录。', 'Sign in first.'),
  'wrong-credentials': problem(401, '用户名或密码不正确。', 'User name or password is wrong.'),
  'not-found': problem(404, '没有找到。', 'There is nothing here.'),
  'request-timeout': problem(408, '请求发送过慢。', 'The request arrived too slowly.'),
  'position-unknown': problem(410, '这个位置不属于当前数据。', 'This position is not one of this store.'),
  'username-taken': problem(409, '这个用户名已被使用。', 'This user name is taken.'),
  'token-name-taken': problem(409, '这个令牌名已被使用。', 'This name of a token is taken.'),
  'nothing-to-link': problem(
    409,
    '目前没有可以交给对方办理的事项，因此没有链接。',
    'There is nothing that somebody could do by a link now.',
  ),
  'revision-not-as-expected': problem(
    412,
    '内容已被他人更改，请刷新后再试。',
    'Somebody has changed it meanwhile: read it again first.',
  ),
  'body-too-large': problem(413, '请求正文过大。', 'The body is too large.'),
  'unsupported-media-type': problem(
    415,
    '只接受未压缩的 application/json。',
    'Only application/json without content encoding is taken.',
  ),
  'key-reused': problem(
    422,
    '这个 Idempotency-Key 已用于别的内容。',
    'This Idempotency-Key already stands for another body.',
  ),
  'occurred-at-out-of-bounds': problem(
    422,
    '发生时间不在允许的范围内。',
    'When it happened lies outside of what is allowed.',
  ),
  'too-many-requests': problem(429, '尝试过于频繁，请稍后再试。', 'Too many tries: wait a little.'),
  internal: problem(500, '服务器内部错误。', 'Something went wrong inside the server.'),
  'views-behind': problem(503, '数据还在更新，请稍后再试。', 'The views have not caught up yet: try again.'),
  'shutting-down': problem(503, '服务正在停止。', 'The server is stopping.'),
  'service-unavailable': problem(
    503,
    '此服务暂时没有应答，请再试一次。',
    'This service does not answer now: try again.',
  ),
  'store-unavailable': problem(503, '存储暂时不可用。', 'The store is not available now.'),
  'store-read-only': problem(503, '存储目前只读。', 'The store can only be read now.'),
  'store-busy': problem(503, '同时更改过多，请再试一次。', 'Too many changes at once: try again.'),
  'access-not-recorded': problem(
    503,
    '无法登记查看记录，因此没有显示个人信息。',
    'The access could not be recorded, so nothing was opened.',
  ),
  'store-full': problem(507, '存储空间已满。', 'The disk is full.'),
} as const satisfies Record<string, { status: number; title: Text }>;

export type ProblemCode = keyof typeof problems;
