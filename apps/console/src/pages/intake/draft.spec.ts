import { en } from '../../messages/en';
import { emptyDraft, errorsOf, joinErrorsOf, joinOf, reportOf } from './draft';
import type { Draft } from './draft';

const draft: Draft = { ...emptyDraft('desk'), address: 'dawn-lane', words: 'The light is out' };
const wrongIn = (typed: Partial<Draft>) => Object.keys(errorsOf({ ...draft, ...typed }, false, en));

describe('a draft', () => {
  it('may be anonymous, as long as nothing was said that needs a name', () => {
    expect(wrongIn({})).toEqual([]);
    expect(wrongIn({ phone: '19912345678' })).toEqual(['name']);
    expect(wrongIn({ callBack: true })).toEqual(['name']);
    expect(wrongIn({ proxied: true, proxyName: 'Li' })).toEqual(['name']);
    expect(wrongIn({ proxied: true, name: 'Wang', proxyPhone: '19912345678' })).toEqual(['proxyName']);
  });

  it('says which phone number is none', () => {
    expect(wrongIn({ name: 'Wang', phone: 'none' })).toEqual(['phone']);
    const proxied = { proxied: true, name: 'Wang', proxyName: 'Li' };
    expect(wrongIn({ ...proxied, proxyPhone: '12' })).toEqual(['proxyPhone']);
    expect(wrongIn({ ...proxied, proxied: false, proxyPhone: '12' })).toEqual([]);
  });

  it('is only saved, not accepted, while it is confidential and names nobody whom it is about', () => {
    const wrong = (typed: Partial<Draft>) =>
      Object.keys(errorsOf({ ...draft, category: 'noise', confidential: true, ...typed }, true, en));
    expect(wrong({})).toEqual(['respondentName']);
    expect(wrong({ about: true, respondentName: ' ' })).toEqual(['respondentName']);
    expect(wrong({ about: true, respondentName: 'Zhao' })).toEqual([]);
    expect(wrongIn({ confidential: true })).toEqual([]);
  });

  it('says whom it is about, and who is kept out', () => {
    const about = { about: true, respondentKind: 'shop', respondentName: 'Old Zhao' };
    const whole = { ...draft, ...about, respondentPhone: '19912345670', keptOut: 'liaison， li' };
    expect(reportOf(whole, { compound: 'dawn-lane' }, false)).toMatchObject({
      respondent: { kind: 'shop', name: 'Old Zhao', phone: '19912345670', keptOut: ['liaison', 'li'] },
    });
    expect(reportOf({ ...whole, about: false }, { compound: 'dawn-lane' }, false)).not.toHaveProperty(
      'respondent',
    );
    expect(wrongIn({ about: true, keptOut: 'liaison', respondentPhone: 'none' })).toEqual([
      ...['respondentName', 'respondentPhone'],
    ]);
  });

  it('says when it happened, where that was earlier, and never what is still to come', () => {
    const occurredAt = '2026-03-02T01:00:00.000Z';
    expect(reportOf({ ...draft, occurredAt }, { compound: 'dawn-lane' }, false)).toMatchObject({
      occurredAt,
    });
    expect(joinOf({ ...draft, occurredAt })).toMatchObject({ occurredAt });
    expect(joinOf(draft)).not.toHaveProperty('occurredAt');
    expect(wrongIn({ occurredAt: '2999-01-01T00:00:00.000Z' })).toEqual(['occurredAt']);
  });

  it('joins a case only without a respondent, whom joining cannot name', () => {
    const joining = { ...draft, address: '', about: true };
    expect(joinErrorsOf(joining, en)).toEqual({});
    expect(Object.keys(joinErrorsOf({ ...joining, respondentName: 'Zhao' }, en))).toEqual(['respondentName']);
  });

  it('that is complete loses nothing that was typed', () => {
    const typed = { name: 'Wang', phone: '19912345678', callBack: true, proxied: true };
    const whole = { ...draft, ...typed, proxyName: 'Li', proxyPhone: '19912345679' };
    expect(reportOf(whole, { compound: 'dawn-lane' }, false)).toMatchObject({
      channel: 'proxy',
      requester: {
        ...{ name: 'Wang', phone: '19912345678', relation: 'proxy', callBack: true },
        proxy: { name: 'Li', phone: '19912345679' },
      },
    });
  });
});
