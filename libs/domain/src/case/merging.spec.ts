import * as a from './case.fixtures';
import { given } from './case.fixtures';

const reported = [a.caseReported()];
const filed = [...reported, a.caseAccepted(), a.caseFiled()];
const spring = a.openTarget;

describe('a case that was reported twice', () => {
  it('ends where the other one goes on', () => {
    const when = given(...reported).when(a.mergeCase());
    when.thenRecords(a.caseMerged());
    expect(when.state()).toMatchObject({ status: 'merged', mergedInto: a.id(2), deadlines: [] });
  });

  it('ends its orders, its offers and its bookings', () => {
    const booked = [
      ...[...filed, a.workOrderDispatched({ order: a.toVolunteers(1, 2) })],
      ...[a.volunteerOffered(), a.offerAccepted(), a.volunteerAssigned()],
      a.volunteerOffered({ offerId: a.id(302), volunteerId: a.id(402) }),
    ];
    const when = given(...booked).when(a.mergeCase());
    when.thenTypes('OfferWithdrawn', 'VolunteerReleased', 'CaseMerged');
    expect(when.state().rounds[0].orders).toMatchObject([{ status: 'ended' }]);
  });

  it('is not merged into itself, nor into one that is not open', () => {
    given(...reported)
      .when(a.mergeCase({ into: a.id(1) }))
      .thenRefuses('MergesIntoItself');
    given(...reported)
      .when(a.mergeCase({ target: { ...spring, open: false } }))
      .thenRefuses('MergeTargetNotOpen');
    given(...reported)
      .when(a.mergeCase({ target: undefined }))
      .thenRefuses('MergeTargetNotOpen');
  });

  it('is merged across compounds only where the other one is named', () => {
    const target = { ...spring, compound: 'autumn' };
    given(...reported)
      .when(a.mergeCase({ target }))
      .thenRefuses('OtherCompound');
    given(...reported)
      .when(a.mergeCase({ target, compound: 'autumn' }))
      .thenTypes('CaseMerged');
  });

  it('is merged into the older one, so that of any number that are merged at once one goes on', () => {
    const into = (number: string) => given(...reported).when(a.mergeCase({ target: { ...spring, number } }));
    into('2026-000000').thenTypes('CaseMerged');
    into('2025-999999999').thenTypes('CaseMerged');
    into('2026-000002').thenRefuses('MergesIntoYounger');
    into('2026-1000000').thenRefuses('MergesIntoYounger');
    into('2027-000000').thenRefuses('MergesIntoYounger');
  });

  it('is merged only to where everybody is shut out whom it shuts out itself', () => {
    const about = given(a.caseReported({ respondent: a.respondent }));
    const { organisation, keptOut } = a.respondent;
    const into = (less: object) =>
      about.when(a.mergeCase({ target: { ...spring, organisation, keptOut: [...keptOut, 'wu'], ...less } }));
    into({}).thenTypes('CaseMerged');
    into({ keptOut: keptOut.slice(1) }).thenRefuses('MergeTargetLessShut');
    into({ organisation: undefined }).thenRefuses('MergeTargetLessShut');
    into({ organisation: 'another-company' }).thenRefuses('MergeTargetLessShut');
    into({ knowsRespondent: false }).thenRefuses('MergeTargetLessShut');
  });

  it('stays confidential', () => {
    const quiet = given(a.caseReported({ confidential: true }));
    quiet.when(a.mergeCase()).thenRefuses('MergeTargetNotConfidential');
    quiet.when(a.mergeCase({ target: { ...spring, confidential: true } })).thenTypes('CaseMerged');
  });

  it('is not merged while others are waited for, or once there is a result', () => {
    const referred = [...filed, a.caseReferred()];
    const done = [...filed, a.workOrderDispatched(), a.workOrderAcknowledged(), a.resultReported()];
    for (const history of [referred, done])
      given(...history)
        .when(a.mergeCase())
        .thenRefuses('CommandNotInStatus');
  });
});

describe('a merged case', () => {
  const merged = [...filed, a.caseMerged()];

  it('tells its requesters where it goes on, and takes no more', () => {
    given(...merged)
      .when(a.answerRequester({ subjectOf: 'merge' }))
      .thenTypes('RequesterAnswered');
    given(...merged)
      .when(a.answerRequester({ subjectOf: 'progress' }))
      .thenRefuses('NothingToAnswer');
    given(...merged)
      .when(a.joinCase())
      .thenRefuses('CommandNotInStatus');
    given(...filed)
      .when(a.answerRequester({ subjectOf: 'merge' }))
      .thenRefuses('NothingToAnswer');
  });

  it('owes an answer to whoever came from it, in the case that goes on', () => {
    const joined = given(...filed).when(a.joinCase({ from: a.id(2) }));
    joined.thenRecords(a.requesterJoined({ from: a.id(2) }));
    const [, came] = joined.state().requesters;
    expect([came?.from, came?.answered]).toEqual([a.id(2), undefined]);
  });
});
