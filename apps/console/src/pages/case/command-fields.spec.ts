import { AmendReport } from '@threekeys/domain';
import { en } from '../../messages/en';
import type { CaseDetail } from '../../types';
import { dataOf } from './command-data';
import { commandFields } from './command-fields';
import type { Community } from '../../types';
import type { FieldSources } from './field-makers';
import { formOf, isAsked } from './form-of';

const offer = (offerId: string, status: string) => ({ offerId, volunteerId: `of ${offerId}`, status });
const order = {
  ...{ workOrderId: 'order', part: 'lead', status: 'dispatched', assigned: [] },
  assignee: { kind: 'volunteers' },
};
const person = (requesterId: string, answered?: object) => ({ requesterId, withdrawn: false, answered });

const sourcesOf = (
  one: object,
  me = { username: 'clerk' } as { username: string; volunteerId?: string },
) => ({
  ...{ one: one as CaseDetail, community: undefined, language: 'en' as const, t: en, me, volunteers: [] },
  nameOf: (id: string) => `name ${id}`,
});
const fieldsOf = (command: string, one: object) =>
  (commandFields[command] ?? []).map((make) => make(sourcesOf(one)));
const fieldOf = (command: string, name: string, one: object) =>
  fieldsOf(command, one).find((field) => field.name === name);

describe('the form of a command', () => {
  it('chooses no offer where there are several, and shows only those that wait for an answer', () => {
    const offers = [offer('a', 'offered'), offer('b', 'declined'), offer('c', 'offered')];
    const field = fieldOf('AcceptOffer', 'offerId', { orders: [{ ...order, offers }] });
    expect(field?.value).toBeUndefined();
    expect(field?.options?.map(({ label }) => label)).toEqual([
      'name of a · awaiting an answer',
      'name of c · awaiting an answer',
    ]);
  });

  it('chooses the only one there is, and sends its order with it', () => {
    const fields = fieldsOf('AcceptOffer', { orders: [{ ...order, offers: [offer('a', 'offered')] }] });
    expect(dataOf('AcceptOffer', fields, {}, 'id')).toEqual({ workOrderId: 'order', offerId: 'a' });
  });

  it.each(['passed', 'purpose', 'assignee', 'reason', 'channel'])('never answers “%s” beforehand', (name) => {
    const commands = ['CheckResult', 'RecordContact', 'DispatchWorkOrder'];
    const found = commands.map((command) => fieldOf(command, name, { orders: [], requesters: [] }));
    expect(found.filter(Boolean).map((field) => field?.value)).not.toHaveLength(0);
    expect(found.every((field) => field?.value === undefined)).toBe(true);
  });

  it('tells orders apart by whose they are', () => {
    const orders = ['zhao', 'qian'].map((person) => ({
      ...{ ...order, workOrderId: person, offers: [] },
      assignee: { kind: 'post', post: 'grid', person },
    }));
    expect(fieldOf('ReportProgress', 'workOrderId', { orders })?.options?.map(({ label }) => label)).toEqual([
      'Lead · awaiting acknowledgement · grid · zhao',
      'Lead · awaiting acknowledgement · grid · qian',
    ]);
  });

  it('chooses the requester who alone has still to hear', () => {
    const requesters = [person('a', { subjectOf: 'result' }), person('b')];
    expect(fieldOf('AnswerRequester', 'requesterId', { requesters })?.value).toBe('b');
    const waiting = [person('a'), person('b')];
    expect(fieldOf('AnswerRequester', 'requesterId', { requesters: waiting })?.value).toBeUndefined();
  });
});

describe('the form that gives work to somebody', () => {
  const lighting = {
    ...{ category: 'lighting', skills: ['electrics'], interests: [], certificates: [] },
    ...{ seats: 2, minutes: 60 },
  };
  const community = {
    ...{ policy: { timeZoneOffsetMinutes: 480 }, grounds: {}, organisations: ['lamp-works'] },
    ...{ posts: [], categories: [lighting] },
  } as unknown as Community;
  const one = {
    ...{ orders: [{ ...order, offers: [] }], category: 'lighting' },
    place: { compound: 'dawn-lane', building: '5', door: '502' },
  };
  const sent = (command: string, typed: Record<string, string>) => {
    const fields = formOf(command, { ...sourcesOf(one), community }, {});
    const asked = fields.filter((field) => isAsked(field, fields, typed));
    return dataOf(command, asked, { reason: 'workload', ...typed }, 'id');
  };
  const times = { windowFrom: '2026-05-01T08:00', windowTo: '2026-05-01T12:00' };

  it('offers the organisations', () =>
    expect(sent('ReassignWorkOrder', { assignee: 'organisation:lamp-works' })).toEqual({
      ...{ workOrderId: 'order', reason: 'workload' },
      to: { kind: 'organisation', organisation: 'lamp-works' },
    }));

  it('asks of volunteers when, and for what the category needs, without the door', () => {
    const need = {
      ...{ skills: ['electrics'], interests: [], certificates: [], seats: 2, minutes: 60 },
      place: { compound: 'dawn-lane', building: '5' },
      windows: [{ from: '2026-05-01T00:00:00.000Z', to: '2026-05-01T04:00:00.000Z' }],
    };
    const typed = { part: 'support', assignee: 'volunteers', ...times };
    expect(sent('DispatchWorkOrder', typed)).toEqual({
      order: { workOrderId: 'id', part: 'support', assignee: { kind: 'volunteers' }, need },
      override: { reason: 'workload' },
    });
    expect(sent('ReassignWorkOrder', { assignee: 'volunteers', ...times })).toMatchObject({ need });
  });
});

describe('the form by which somebody’s word is written down', () => {
  const accept = { orders: [{ ...order, offers: [offer('a', 'offered')] }] };
  const asked = (command: string, one: object, me?: { username: string; volunteerId?: string }) => {
    const fields = formOf(command, sourcesOf(one, me), {});
    return fields.filter((field) => isAsked(field, fields, {}));
  };
  const toldOn = (...of: Parameters<typeof asked>) => asked(...of).find(({ name }) => name === 'toldOn');

  it('asks how a volunteer told it, of everybody but that volunteer', () => {
    expect(toldOn('AcceptOffer', accept)).toMatchObject({ required: true });
    expect(toldOn('AcceptOffer', accept, { username: 'v', volunteerId: 'of a' })).toBeUndefined();
    expect(toldOn('AcceptOffer', accept, { username: 'w', volunteerId: 'of b' })).toBeDefined();
  });

  it('says who wrote it down, and how it was told', () =>
    expect(dataOf('DeclineOffer', asked('DeclineOffer', accept), { toldOn: 'clerk|phone' }, 'id')).toEqual({
      ...{ workOrderId: 'order', offerId: 'a', recordedBy: { person: 'clerk', channel: 'phone' } },
    }));

  it.each(['AcknowledgeWorkOrder', 'StartHandling', 'ReportResult'])(
    'leaves it open in %s whether the word is one’s own, unless the order is',
    (command) => {
      const one = { orders: [{ ...order, offers: [], assignee: { kind: 'post', person: 'liaison' } }] };
      expect(toldOn(command, one)).toMatchObject({ required: false, hint: en.case.ownWordHint });
      expect(toldOn(command, one, { username: 'liaison' })).toBeUndefined();
    },
  );
});

describe('the form of a result', () => {
  const cost = (joint: object | undefined) => fieldOf('ReportResult', 'costFen', { orders: [], joint });

  it('asks what it cost, and behind an open lock it has to be said', () => {
    expect(cost({ lock: 'open' })).toMatchObject({ kind: 'money', required: true, hint: en.case.costHint });
    expect([cost(undefined)?.required, cost({ lock: 'shut' })?.required]).toEqual([false, false]);
    const fields = fieldsOf('ReportResult', { orders: [], joint: { lock: 'open' } });
    expect(dataOf('ReportResult', fields, { costFen: '0' }, 'id')).toEqual({ costFen: 0 });
  });
});

describe('the form of a settlement', () => {
  const posts = [
    { post: 'mediation', kind: 'mediator', names: { zh: '调解岗', en: 'Mediation' }, holder: 'mei' },
    { post: 'desk', kind: 'dispatcher', names: { zh: '派单岗', en: 'Desk' }, holder: 'dispatcher' },
  ];
  const one = { orders: [], requesters: [person('a'), person('b')] } as unknown as CaseDetail;
  const form = (me: FieldSources['me']) => {
    const community = { posts, grounds: {} } as unknown as Community;
    return formOf('RecordSettlement', { ...sourcesOf(one), me, community }, {});
  };
  const mediatorFor = (me: FieldSources['me']) => form(me).find(({ name }) => name === 'mediator');

  it('takes every requester who has settled', () => {
    const fields = form({ username: 'mei' });
    expect(fields.find(({ name }) => name === 'requesterIds')).toMatchObject({
      kind: 'many',
      required: true,
    });
    expect(dataOf('RecordSettlement', fields, { requesterIds: 'a,b', form: 'oral' }, 'id')).toEqual({
      ...{ requesterIds: ['a', 'b'], form: 'oral' },
    });
  });

  it('asks who mediated, of everybody but a mediator', () => {
    expect(mediatorFor({ username: 'dispatcher' })).toMatchObject({
      ...{
        kind: 'select',
        required: true,
        value: 'mei',
        options: [{ value: 'mei', label: 'Mediation · mei' }],
      },
    });
    expect(mediatorFor({ username: 'mei' })?.kind).toBe('fixed');
    expect(mediatorFor({ username: 'lu', roles: [{ role: 'mediator' }] })?.kind).toBe('fixed');
  });
});

describe('the form by which work comes back', () => {
  const lead = { ...order, status: 'done', round: 1, offers: [] };
  const community = { policy: { timeZoneOffsetMinutes: 480 } } as Community;
  const sent = (one: object, typed: Record<string, string>) => {
    const fields = formOf('CheckResult', { ...sourcesOf({ round: 1, ...one }), community }, {});
    const asked = fields.filter((field) => isAsked(field, fields, typed));
    return dataOf('CheckResult', asked, { found: 'dark', ...typed }, 'id');
  };
  const times = { windowFrom: '2026-05-01T08:00', windowTo: '2026-05-01T12:00' };
  const windows = [{ from: '2026-05-01T00:00:00.000Z', to: '2026-05-01T04:00:00.000Z' }];

  it('takes the time that was agreed for volunteers to come again', () => {
    const rework = { passed: false, found: 'dark' };
    expect(sent({ orders: [lead] }, { passed: 'false', ...times })).toEqual({ ...rework, windows });
    expect(sent({ orders: [lead] }, { passed: 'false' })).toEqual(rework);
  });

  it('asks for none where it is done, or where no volunteers come', () => {
    expect(sent({ orders: [lead] }, { passed: 'true', ...times })).not.toHaveProperty('windows');
    const post = { ...lead, assignee: { kind: 'post', post: 'grid', person: 'zhao' } };
    for (const orders of [[post], [], [{ ...lead, round: 0 }]]) {
      const form = formOf('CheckResult', { ...sourcesOf({ round: 1, orders }), community }, {});
      expect(form.filter(({ kind }) => kind === 'instant')).toEqual([]);
    }
  });
});

describe('the form of a follow-up', () => {
  it.each([5, 10])('scores from 1 to the %d of the policy', (scoreMax) => {
    const community = { policy: { scoreMax } } as Community;
    const fields = formOf('RecordFollowUp', { ...sourcesOf({ requesters: [], orders: [] }), community }, {});
    const options = fields.find(({ name }) => name === 'serviceScore')?.options ?? [];
    expect(options.map(({ value }) => value)).toEqual(
      Array.from({ length: scoreMax }, (_, index) => String(index + 1)),
    );
  });
});

describe('a time that is typed', () => {
  it('is one of the community’s zone, wherever the browser is', () => {
    const joint = { parties: [{ party: 'owners', key: 'awaited', overdue: false }] };
    const until = (timeZoneOffsetMinutes: number) => {
      const community = {
        ...{ policy: { timeZoneOffsetMinutes }, grounds: {}, compounds: [] },
      } as unknown as Community;
      const fields = formOf('AppointStandIn', { ...sourcesOf({ joint }), community }, {});
      return dataOf('AppointStandIn', fields, { until: '2026-05-01T08:00' }, 'id').until;
    };
    expect([until(480), until(-300)]).toEqual(['2026-05-01T00:00:00.000Z', '2026-05-01T13:00:00.000Z']);
  });
});

describe('the form of a correction', () => {
  const one = {
    ...{ orders: [], requesters: [person('a')], summary: 'the light is out', channel: 'phone' },
    ...{ place: { compound: 'dawn-lane', building: '5', door: '301' }, confidential: false },
    respondent: { respondentId: 'shop', kind: 'shop', name: '店*', keptOut: ['li'] },
    correctable: [{ eventId: 'event', type: 'CaseReported', recordedAt: '2026-03-02T01:00:00.000Z' }],
  };
  const sent = (typed: Record<string, string>) =>
    dataOf('AmendReport', fieldsOf('AmendReport', one), { requesterId: 'a', ...typed }, 'new-id');

  it('shows what each part says now, and names the record that it corrects', () => {
    expect(fieldOf('AmendReport', 'summary', one)?.hint).toBe('Now: the light is out');
    expect(fieldOf('AmendReport', 'door', one)?.hint).toBe('Now: 301');
    expect(fieldOf('AmendReport', 'supersedes', one)?.value).toBe('event');
  });

  it('offers the channels of a report, which an answer has more of', () => {
    const offered = fieldOf('AmendReport', 'channel', one)?.options?.map(({ value }) => value);
    expect(offered).toEqual(AmendReport.shape.data.shape.fields.shape.channel.unwrap().options);
  });

  it('asks for category and urgency until somebody has work of it, or keys are asked for', () => {
    const kindsIn = (differing: object) =>
      ['category', 'urgency'].map((name) => fieldOf('AmendReport', name, { ...one, ...differing })?.kind);
    expect(kindsIn({ status: 'filed', urgency: 'soon' })).toEqual(['select', 'select']);
    expect(kindsIn({ status: 'awaiting-check' })).toEqual(['fixed', 'fixed']);
    expect(kindsIn({ status: 'filed', orders: [order] })).toEqual(['fixed', 'fixed']);
    expect(kindsIn({ status: 'filed', joint: { lock: 'open' } })).toEqual(['fixed', 'fixed']);
    expect(fieldOf('AmendReport', 'urgency', { ...one, status: 'filed', urgency: 'soon' })?.hint).toBe(
      'Now: Soon',
    );
  });

  it('asks only who reported it once the case has ended', () => {
    const askedIn = (status: string) =>
      fieldsOf('AmendReport', { ...one, status })
        .filter(({ kind }) => kind !== 'fixed')
        .map(({ name }) => name);
    const ofRequester = ['requesterName', 'requesterPhone', 'proxyName', 'proxyPhone', 'callBack'];
    expect(askedIn('closed')).toEqual(['supersedes', 'requesterId', ...ofRequester, 'words']);
    expect(askedIn('referred')).toContain('summary');
  });

  it('asks who they are of a requester who gave a name, and of a proxy where there is one', () => {
    const named = { ...person('a'), anonymous: false, name: '王*英', phone: '199****5678' };
    const spoken = { ...named, requesterId: 'b', name: '李*', proxy: { name: '李*兰' } };
    const nobody = { ...person('c'), anonymous: true };
    const of = { ...one, requesters: [named, spoken, nobody] };
    const fields = formOf('AmendReport', sourcesOf(of), {});
    const askedOf = (requesterId: string) =>
      fields.filter((field) => field.when && isAsked(field, fields, { requesterId })).map(({ name }) => name);
    const own = ['requesterName', 'requesterPhone'];
    expect(askedOf('a')).toEqual([...own, 'callBack']);
    expect(askedOf('b')).toEqual([...own, 'proxyName', 'proxyPhone', 'callBack']);
    expect(askedOf('c')).toEqual([]);
    expect(fieldOf('AmendReport', 'requesterName', of)?.hint).toBe('Now: 王*英 / 李*');
  });

  it('corrects a phone, a proxy’s name, a wish to be called back, how urgent it is', () => {
    expect(sent({ requesterPhone: '19900001111', callBack: 'false' })).toMatchObject({
      fields: { requester: { subject: { phone: '19900001111' }, callBack: false } },
    });
    expect(sent({ proxyName: '李秀兰', urgency: 'soon' })).toMatchObject({
      fields: { requester: { proxy: { name: '李秀兰' } }, urgency: 'soon' },
    });
    expect(sent({ summary: 'it is the east gate' }).fields).toEqual({ summary: 'it is the east gate' });
  });

  it('offers the organisations that may be complained about', () => {
    const lists = { categories: [], compounds: [] };
    const community = { organisations: ['lamp-works'], policy: {}, grounds: {}, ...lists };
    const sources = { ...sourcesOf(one), community: community as unknown as Community };
    const field = formOf('AmendReport', sources, {}).find(({ name }) => name === 'organisation');
    expect(field).toMatchObject({ kind: 'select', required: false, options: [{ value: 'lamp-works' }] });
  });

  it('corrects what was filled in, and nothing else', () => {
    expect(sent({ channel: 'visit', words: 'they came' })).toEqual({
      ...{ supersedes: 'event', requesterId: 'a', words: 'they came' },
      fields: { channel: 'visit' },
    });
    expect(sent({ confidential: 'true' })).toMatchObject({ fields: { confidential: true } });
  });

  it('keeps the other parts of a place and of a respondent as they are', () => {
    expect(sent({ building: '6' })).toMatchObject({
      fields: { place: { compound: 'dawn-lane', building: '6', door: '301' } },
    });
    expect(sent({ respondentName: '灯具店', organisation: 'lamp-works', keptOut: 'li, 王' })).toMatchObject({
      fields: {
        respondent: {
          ...{ respondentId: 'shop', kind: 'shop', name: '灯具店', organisation: 'lamp-works' },
          keptOut: ['li', '王'],
        },
      },
    });
  });
});

describe('the form that appoints a stand-in', () => {
  const parties = ['owners', 'property'].map((party) => ({ party, key: 'awaited', overdue: false }));
  const holders = [
    { party: 'owners', standIns: ['gao', 'lou', 'su'] },
    { party: 'property', standIns: [] },
  ];
  const one = { joint: { parties }, resolution: { holders } };
  const community = {
    ...{ policy: { timeZoneOffsetMinutes: 480 }, grounds: { standIn: ['absent', 'conflicted'] } },
  } as unknown as Community;
  const asked = (typed: Record<string, string>) => {
    const fields = formOf('AppointStandIn', { ...sourcesOf(one), community }, {});
    return fields.filter((field) => isAsked(field, fields, typed));
  };
  const person = (party: string) => asked({ party }).filter(({ name }) => name === 'person');
  const sent = (typed: Record<string, string>) =>
    dataOf('AppointStandIn', asked(typed), { party: 'owners', basis: 'absent', ...typed }, 'id');

  it('offers those who may stand in for the party, in their order', () => {
    expect(person('owners').map(({ options }) => options?.map(({ label }) => label))).toEqual([
      ['gao', 'lou', 'su'],
    ]);
    expect(asked({}).map(({ name }) => name)).not.toContain('person');
  });

  it('says so where nobody is left', () =>
    expect(person('property')).toMatchObject([{ options: [], hint: en.case.noStandIn }]));

  it('asks why whoever comes earlier is passed over, and names them', () => {
    const typed = { party: 'owners', person: 'su|gao|lou' };
    expect(asked(typed).find(({ name }) => name === 'passedOverBasis')).toMatchObject({ required: true });
    expect(sent({ ...typed, passedOverBasis: 'conflicted' })).toEqual({
      ...{ party: 'owners', person: 'su', basis: 'absent' },
      passedOver: [
        { person: 'gao', basis: 'conflicted' },
        { person: 'lou', basis: 'conflicted' },
      ],
    });
    expect(sent({ party: 'owners', person: 'gao' })).toEqual({
      ...{ party: 'owners', person: 'gao', basis: 'absent' },
    });
  });
});
