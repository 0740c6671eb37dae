import { MemoryKeyStore } from '@threekeys/privacy';
import { Links } from './links';

const ids = ['0c3f', 'b7d1'];
const partsOf = (path: string) => {
  const [, , kind = '', joined = '', mac = ''] = path.split('/');
  return { kind, ids: joined, mac };
};

describe('a link', () => {
  const keys = new MemoryKeyStore();
  const links = new Links(keys);

  it('is read by who made it, in any process with the same keys', async () => {
    const path = await links.pathOf('offer', ids);
    expect(path).toMatch(/^\/l\/offer\/0c3f\.b7d1\/[\w-]{22}$/);
    expect(await new Links(keys).read(partsOf(path))).toEqual({ kind: 'offer', ids });
    expect(await new Links(keys).pathOf('offer', ids)).toBe(path);
  });

  it('is worth nothing in another installation, for another kind or for other ids', async () => {
    const parts = partsOf(await links.pathOf('offer', ids));
    const refused = [
      new Links(new MemoryKeyStore()).read(parts),
      links.read({ ...parts, kind: 'key' }),
      links.read({ ...parts, kind: 'constructor' }),
      links.read({ ...parts, ids: '0c3f.b7d2' }),
      links.read({ ...parts, ids: '0c3f' }),
      links.read({ ...parts, mac: parts.mac.slice(1) }),
      links.read({ ...parts, mac: '' }),
      links.read({ ...parts, mac: `${parts.mac}!` }),
      links.read({ ...parts, mac: `${parts.mac}AAAA` }),
    ];
    for (const each of refused) await expect(each).rejects.toMatchObject({ code: 'not-found' });
  });

  it('carries a name that nobody reads from it but who made it', async () => {
    const sealed = await links.sealed('clerk');
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('clerk');
    expect(await new Links(keys).opened(sealed)).toBe('clerk');
    expect(await links.sealed('clerk')).toBe(sealed);
    expect(await new Links(new MemoryKeyStore()).sealed('clerk')).not.toBe(sealed);
  });
});
