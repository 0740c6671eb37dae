import { saysOf } from './line-search';

const names = (zh: string, en: string) => ({ names: { zh, en } });
const rules = {
  catalogue: { categories: { plaster: names('墙皮脱落', 'Wall plaster') } },
  compounds: { dawn: { ...names('曙光里', 'Dawn Lane'), buildings: { b3: names('3号楼', 'Building 3') } } },
} as unknown as Parameters<typeof saysOf>[1];
const line = {
  ...{ number: '2026-000042', category: 'plaster' },
  place: { compound: 'dawn', building: 'b3', entrance: 'e1' },
};

describe('a line of a list', () => {
  it.each(['000042', '墙皮', 'wall plaster', 'Dawn lane 3', '曙光里 3号楼', '2026 plaster'])(
    'says “%s”',
    (q) => expect(saysOf(q, rules)(line)).toBe(true),
  );
  it.each(['000043', '路灯', 'wall lamp', 'e1', '19912345678'])('says nothing of “%s”', (q) =>
    expect(saysOf(q, rules)(line)).toBe(false),
  );
  it('says what it says where its place and its category are not known', () => {
    const unknown = { number: '2026-000042', category: undefined, place: { compound: 'outside' } };
    expect(saysOf('outside', rules)(unknown)).toBe(true);
    expect(saysOf('dawn', rules)(unknown)).toBe(false);
  });
});
