import { isCorrigible } from './corrigible';
import * as a from './case.fixtures';
import { given } from './case.fixtures';

// 更正: what it is, how urgent, and who reported it.

const reported = [a.caseReported()];
const filed = [a.caseReported(), a.caseAccepted(), a.caseFiled()];
const versions = { policyVersion: 1, catalogueVersion: 1 };
const clocksOf = (
  urgency: 'normal' | 'soon' | 'urgent',
  ...names: ('acceptance' | 'dispatch' | 'handling')[]
) => names.map((name) => a.clock(name, a.theStart, urgency));

describe('a case of which nobody has work yet', () => {
  it.each([
    ['reported', reported],
    ['accepted', [a.caseReported(), a.caseAccepted()]],
    ['filed', filed],
    ['returned by whoever had it', [...filed, a.workOrderDispatched(), a.workOrderReturned()]],
    [
      'filed again after its keys were refused',
      [...filed, a.jointResolutionConvened(), a.jointResolutionFailed()],
    ],
  ])('goes by another category once that is corrected: %s', (_what, history) => {
    const when = given(...history).when(a.amendReport({ fields: { category: 'wall-plaster' } }));
    when.thenTypes('ReportAmended');
    expect(when.state().category).toBe('wall-plaster');
    expect(when.events[0]?.data).toMatchObject(versions);
  });

  it('is as urgent as it was, or as its new category where that is more; less only where somebody says so', () => {
    const raised = given(...reported).when(a.amendReport({ fields: { category: 'lift' } }));
    raised.thenRecords(
      a.reportAmended({
        ...{ fields: { category: 'lift', urgency: 'urgent' }, ...versions },
        deadlines: clocksOf('urgent', 'acceptance', 'dispatch'),
      }),
    );
    const urgent = [
      a.caseReported({
        category: 'lift',
        urgency: 'urgent',
        deadlines: clocksOf('urgent', 'acceptance', 'dispatch'),
      }),
    ];
    given(...urgent)
      .when(a.amendReport({ fields: { category: 'lighting' } }))
      .thenRecords(a.reportAmended({ fields: { category: 'lighting', urgency: 'urgent' }, ...versions }));
    given(...urgent)
      .when(a.amendReport({ fields: { category: 'lighting', urgency: 'soon' } }))
      .thenRecords(
        a.reportAmended({
          ...{ fields: { category: 'lighting', urgency: 'soon' }, ...versions },
          deadlines: clocksOf('soon', 'acceptance', 'dispatch'),
        }),
      );
  });

  it('keeps the time for which its clocks stood still, whatever its urgency', () => {
    const handling = a.clock('handling');
    const shifted = {
      ...handling,
      warnAt: a.later(handling.warnAt, 3_600_000),
      dueAt: a.later(handling.dueAt, 3_600_000),
    };
    const back = [...filed, a.workOrderDispatched({ deadlines: [shifted] }), a.workOrderReturned()];
    const urgent = a.clock('handling', a.theStart, 'urgent');
    const when = given(...back).when(a.amendReport({ fields: { urgency: 'urgent' } }));
    expect(when.events[0]?.data).toMatchObject({
      deadlines: [{ name: 'handling', startedAt: a.theStart, dueAt: a.later(urgent.dueAt, 3_600_000) }],
    });
  });

  it('goes under no category that is unknown or retired', () => {
    for (const [category, code] of [
      ['no-such-thing', 'CategoryUnknown'],
      ['street-lamp', 'CategoryRetired'],
    ] as const)
      given(...reported)
        .when(a.amendReport({ fields: { category } }))
        .thenRefuses(code);
  });
});

describe('category and urgency', () => {
  it.each([
    ['somebody has work of it', [...filed, a.workOrderDispatched()], 'WorkGivenOut'],
    ['three keys are asked for', [...filed, a.jointResolutionConvened()], 'KeysAskedFor'],
    ['another body has it', [...filed, a.caseReferred()], 'NotForDispatch'],
    [
      'it was handled on the spot',
      [a.caseReported(), a.caseHandledOnSpot({ check: true })],
      'NotForDispatch',
    ],
  ] as const)('stand once %s', (_what, history, code) => {
    for (const fields of [{ category: 'noise' }, { urgency: 'urgent' as const }])
      given(...history)
        .when(a.amendReport({ fields }))
        .thenRefuses(code);
    given(...history)
      .when(a.amendReport({ fields: { confidential: true } }))
      .thenTypes('ReportAmended');
  });

  it('are told by the report, and by what accepted or filed it under a category; those tell nothing else', () => {
    const told = ({ type, data }: { type: string; data: object }) => ({
      type,
      data: data as Record<string, unknown>,
    });
    expect(isCorrigible(told(a.caseAccepted()), { category: 'noise' })).toBe(true);
    expect(isCorrigible(told(a.caseAccepted()), { confidential: true })).toBe(false);
    expect(isCorrigible(told(a.caseFiled()))).toBe(false);
    expect(isCorrigible(told(a.caseFiled({ category: 'noise' })))).toBe(true);
    expect(isCorrigible(told(a.caseReported()), { confidential: true })).toBe(true);
  });
});

describe('a requester', () => {
  const proxied = a.requester(2, { relation: 'proxy', proxy: { subjectId: a.id(170), name: '何小勇' } });
  const history = [
    a.caseReported({ requesters: [a.requester()] }),
    a.requesterJoined({ requester: proxied }),
  ];

  it('has the corrected phone, under the key that they have already; what is left out stays', () => {
    const phone = '13800002222';
    const when = given(...history).when(
      a.amendReport({ fields: { requester: { subject: { phone }, callBack: true } } }),
    );
    when.thenRecords(
      a.reportAmended({
        fields: { requester: { subject: { subjectId: a.id(151), phone }, callBack: true } },
      }),
    );
    const [first, second] = when.state().requesters;
    expect(first).toMatchObject({ subject: { ...a.requester().subject, phone }, callBack: true });
    expect(second).toMatchObject(proxied);
    expect(when.state()).not.toHaveProperty('requester');
  });

  it('who joined is corrected as who reported, and whoever spoke for them', () => {
    const proxy = { name: '何晓勇', phone: '13800003333' };
    const when = given(...history).when(
      a.amendReport({ requesterId: a.id(102), fields: { requester: { proxy } } }),
    );
    expect(when.state().requesters[1]).toMatchObject({
      ...proxied,
      proxy: { subjectId: a.id(170), ...proxy },
    });
  });

  it('who gave no name, or for whom nobody spoke, is given none by others', () => {
    given(a.caseReported({ requesters: [a.anonymous()] }))
      .when(a.amendReport({ fields: { requester: { subject: { name: '何桂兰' } } } }))
      .thenRefuses('NobodyToCorrect');
    given(...reported)
      .when(a.amendReport({ fields: { requester: { proxy: { phone: '13800003333' } } } }))
      .thenRefuses('NobodyToCorrect');
  });

  it.each([
    ['declined', [a.caseReported(), a.caseDeclined()]],
    ['closed', [a.caseReported(), a.caseHandledOnSpot()]],
    ['archived', [a.caseReported(), a.caseHandledOnSpot(), a.caseArchived()]],
  ] as const)('is corrected also once the case is %s, and nothing else of it is', (status, ended) => {
    const when = given(...ended).when(
      a.amendReport({ fields: { requester: { subject: { phone: '13800002222' } } } }),
    );
    expect(when.state()).toMatchObject({ status, requesters: [{ subject: { phone: '13800002222' } }] });
    for (const fields of [{ confidential: true }, { category: 'noise' }])
      given(...ended)
        .when(a.amendReport({ fields }))
        .thenRefuses('OnlyWhoReported');
  });

  it('is not corrected by nothing', () =>
    given(...reported)
      .when(a.amendReport({ fields: { requester: { subject: {} } } }))
      .thenRefuses('NothingToAmend'));
});
