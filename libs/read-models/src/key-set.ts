/** Keys, remembered by a 30-bit hash (a small integer, which costs no object): may take a key for one it has, never the other way round. */
export class KeySet {
  private readonly hashes = new Set<number>();

  add(key: string): this {
    this.hashes.add(hashOf(key));
    return this;
  }

  mayHave(key: string): boolean {
    return this.hashes.has(hashOf(key));
  }
}

/** FNV-1a over UTF-16 units, folded to 30 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 30)) & 0x3fffffff;
}
