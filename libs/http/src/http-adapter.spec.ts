import { httpAdapter } from './http-adapter';

interface Seen {
  readonly ip: string;
  readonly protocol: string;
}

/** What the application takes a request for that a proxy on this machine has passed on. */
async function seenThrough(trustedProxies?: readonly string[]): Promise<Seen> {
  const server = httpAdapter('en', trustedProxies).getInstance();
  server.get('/', ({ ip, protocol }) => Promise.resolve({ ip, protocol }));
  const headers = { 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'https' };
  const answer = await server.inject({ url: '/', headers, remoteAddress: '127.0.0.1' });
  await server.close();
  return answer.json<Seen>();
}

describe('a request that a proxy passes on', () => {
  it('comes from where a trusted one says, and by TLS if it says so', async () =>
    expect(await seenThrough(['127.0.0.0/8'])).toEqual({ ip: '192.0.2.7', protocol: 'https' }));

  it('comes from the proxy itself where that is not trusted', async () => {
    const itself = { ip: '127.0.0.1', protocol: 'http' };
    expect(await seenThrough()).toEqual(itself);
    expect(await seenThrough(['10.0.0.1'])).toEqual(itself);
  });
});
