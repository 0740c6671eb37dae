import { addressesOf } from './place';
import type { Community } from './types';
import { matching } from './ui/matching';

const numbers = Array.from({ length: 22 }, (_, index) => String(index + 1));
const compound = (code: string, zh: string, en: string) => ({
  compound: code,
  names: { zh, en },
  buildings: numbers.map((building) => ({
    building,
    names: { zh: `${building} 号楼`, en: `Building ${building}` },
    entrances: ['1', '2', '3'].map((entrance) => ({ entrance })),
  })),
});
const community = {
  compounds: [
    compound('dawn-lane', '晨曦里', 'Dawn Lane'),
    compound('plane-court', '梧桐苑', 'Plane Tree Court'),
  ],
} as unknown as Community;
const found = (text: string, language: 'zh' | 'en' = 'en') =>
  matching(addressesOf(community, language), text).map(({ value }) => value);

describe('the place of a report', () => {
  it.each([
    'dawn lane 3 2',
    'dawn lane building 3 entrance 2',
    'Dawn Lane 3-2',
    'dawn lane3/2',
    'dawn-lane 3 2',
    'da la 3 2',
    'entrance 2 building 3 dawn lane',
    '晨曦里 3 号楼 2 单元',
    '晨曦里3号楼2单元',
    '晨曦里3-2',
    '晨曦３号楼２单元',
    '3号楼2单元 晨曦',
  ])('is found first by “%s”, in both languages', (typed) => {
    expect([found(typed, 'zh')[0], found(typed, 'en')[0]]).toEqual(['dawn-lane/3/2', 'dawn-lane/3/2']);
  });

  it('is the only one where the order of the numbers tells it', () => {
    expect(found('dawn lane 3 2')).toEqual(['dawn-lane/3/2']);
    expect(found('晨曦里2-3')).toEqual(['dawn-lane/2/3']);
  });

  it('is the building before its entrances, and both before the entrances of that number', () => {
    expect(found('dawn lane 3').slice(0, 5)).toEqual([
      'dawn-lane/3',
      'dawn-lane/3/1',
      'dawn-lane/3/2',
      'dawn-lane/3/3',
      'dawn-lane/1/3',
    ]);
  });

  it('is not found by a part of a number', () => {
    expect(found('dawn lane 2 1')).toEqual(['dawn-lane/2/1']);
  });

  it.each(['dawn lane 30', 'sunset 3 2', '晨曦里3-2-2'])('is not found by “%s”', (typed) => {
    expect(found(typed)).toEqual([]);
  });

  it('is any while nothing is typed', () => {
    expect(found('')).toHaveLength(addressesOf(community, 'en').length);
  });
});
