import { clerk, dispatcher, grid, liaison, refused, Volunteer, worker } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';
import { hours, minutes } from './time.fixtures';

// 一盏路灯当天修好: one light on a path, mended the same day by a volunteer electrician.

const wang: Resident = { name: '王桂英', phone: '19912345678' };
const chen = new Volunteer('chen', { skills: ['electrics'], certificates: ['electrician'] });
let light: Matter;

describe('a light on the path, mended the same day by a volunteer electrician', () => {
  beforeAll(() => chen.joinsThePool());

  it('is reported by phone and accepted at once; who can mend it is asked', async () => {
    light = await clerk.reports({
      of: wang,
      what: '楼前小路的灯不亮，晚上看不见',
      spot: 'path',
      as: 'lighting',
    });
    await light.stands({
      ...{ status: 'dispatched', accountable: 'clerk', waitsFor: ['chen'], urgency: 'soon' },
      clocks: { acknowledgement: 4, handling: 72 },
    });
    await light.isFor({ AcceptOffer: [chen, dispatcher], TransferAccountability: [dispatcher] });
    await light.isNotFor({ ReportResult: [chen], CheckResult: [chen, clerk] });
    await light.tellsNothingOf([wang], chen);
  });

  it('is none of the company’s, as long as nobody sends it to them', async () => {
    await refused(
      'not-found',
      liaison.does(light, 'ReportProgress', { workOrderId: light.caseId, words: '?' }),
    );
  });

  it('is taken by her, and her time is booked', async () => {
    await minutes.pass(20);
    await chen.acceptsOffer(light);
    await light.stands({ status: 'handling', waitsFor: ['chen'], clocks: { handling: 72 } });
    await chen.isExpected(light);
    await light.isFor({ ReportResult: [chen], CheckInVolunteer: [chen, dispatcher] });
  });

  it('is mended: she comes, and says what she did', async () => {
    await minutes.pass(15);
    await chen.arrives(light);
    await minutes.pass(40);
    await chen.finishes(light, '接好线头，灯亮了', { minutes: 40 });
    await light.stands({ status: 'awaiting-check', waitsFor: ['clerk'], accountable: 'clerk' });
    await light.isFor({ CheckResult: [grid, worker, clerk] });
  });

  it('is checked by somebody else than her', async () => {
    await hours.pass(1);
    await refused('not-found', chen.checks(light, '灯亮'));
    await grid.checks(light, '灯亮，杆正');
    await light.stands({ status: 'awaiting-follow-up', clocks: { 'follow-up': 48 } });
    await refused('AnswerOwed', dispatcher.does(light, 'CloseCase'));
  });

  it('is closed by itself once she who reported it has heard, and says that it shines', async () => {
    await clerk.tells(light, wang, '灯已经修好了');
    await refused('FollowUpOwed', dispatcher.does(light, 'CloseCase'));
    await clerk.hears(light, wang, true);
    await light.stands({ status: 'closed', closedAs: 'solved', clocks: {}, late: [] });
    await light.isHeardBy([{ who: wang, told: 'result', asked: 'reached' }]);
  });

  it('took less than a day, of which forty minutes are hers', async () => {
    expect(await light.hoursTaken()).toBeLessThan(12);
    await chen.served(light, 40);
    await chen.isFreeOf(light);
    await light.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () =>
    light.tells(`
      clerk     CaseReported
      clerk     CaseAccepted
      dispatch  CaseFiled
      dispatch  WorkOrderDispatched
      dispatch  VolunteerOffered
      chen      OfferAccepted
      dispatch  VolunteerAssigned
      chen      VolunteerCheckedIn
      chen      ResultReported
      grid      ResultChecked
      grid      CaseHandled
      clerk     RequesterAnswered
      clerk     FollowUpRecorded
      dispatch  CaseClosed
    `));
});
