import type { FastifyRequest } from 'fastify';
import { sessionSetCookie, sessionTokenOf } from './session-cookie';

const request = (headers: Record<string, string>, protocol = 'http') =>
  ({ headers, protocol }) as FastifyRequest;

describe('the cookie of a session', () => {
  it('is found among others', () => {
    expect(sessionTokenOf(request({ cookie: 'a=1; threekeys_session=t0k; b=2' }))).toBe('t0k');
    expect(sessionTokenOf(request({ cookie: 'my_threekeys_session=other' }))).toBeUndefined();
    expect(sessionTokenOf(request({ cookie: 'threekeys_session=' }))).toBeUndefined();
    expect(sessionTokenOf(request({}))).toBeUndefined();
  });

  it('is out of reach of scripts and other sites', () =>
    expect(sessionSetCookie('t0k', request({}))).toBe(
      'threekeys_session=t0k; Path=/; HttpOnly; SameSite=Strict',
    ));

  it('goes over TLS only, where the request came by TLS', () => {
    expect(sessionSetCookie('t', request({}, 'https'))).toContain('; Secure');
    expect(sessionSetCookie('t', request({ 'x-forwarded-proto': 'https' }))).not.toContain('; Secure');
  });

  it('ends in the browser', () => expect(sessionSetCookie(undefined, request({}))).toContain('Max-Age=0'));
});
