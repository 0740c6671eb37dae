import { clerk, dispatcher, grid, refused, Volunteer } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';
import { minutes, passTo } from './time.fixtures';

// 志愿者没来: one volunteer does not come; the other one does.

const ma: Resident = { name: '马建国', phone: '19988880001' };
const qian = new Volunteer('qian', { skills: ['plumbing'] });
const liu = new Volunteer('liu', { skills: ['plumbing'] });
let leak: Matter;
let expectedAt: string;

describe('a volunteer who does not come', () => {
  beforeAll(async () => {
    await qian.joinsThePool();
    await liu.joinsThePool();
  });

  it('was asked as another one was, and was faster', async () => {
    leak = await clerk.reports({ of: ma, what: '厨房水管接头漏水', as: 'water-leak' });
    await leak.stands({ status: 'dispatched', waitsFor: ['liu', 'qian'], accountable: 'clerk' });
    await qian.acceptsOffer(leak);
    await leak.stands({ status: 'handling', waitsFor: ['qian'] });
    await leak.isNotFor({ AcceptOffer: [liu], ReportResult: [liu] });
    expectedAt = await qian.isExpected(leak);
  });

  it('is waited for half an hour, and not said to be missing before', async () => {
    await refused('WindowNotBegun', dispatcher.does(leak, 'RecordNoShow', await leak.seatOf(qian.id)));
    await passTo(expectedAt, 29);
    await leak.stands({ status: 'handling', waitsFor: ['qian'] });
    await leak.isFor({ RecordNoShow: [clerk, dispatcher] });
  });

  it('is no longer waited for then: their time is free, and the other one is asked anew', async () => {
    await passTo(expectedAt, 31);
    await leak.stands({ status: 'handling', waitsFor: ['liu'], accountable: 'clerk' });
    await qian.isFreeOf(leak);
    await leak.isNotFor({ ReportResult: [qian], CheckInVolunteer: [qian] });
  });

  it('does the work no more, though they ring an hour late', async () => {
    await minutes.pass(30);
    const { workOrderId } = await leak.lead();
    await refused('not-found', qian.does(leak, 'StartHandling', { workOrderId }));
  });

  it('is replaced: the other one takes it, comes and mends it', async () => {
    await liu.acceptsOffer(leak);
    await passTo(await liu.isExpected(leak), 5);
    await liu.arrives(leak);
    await minutes.pass(60);
    await liu.finishes(leak, '换了软管，不漏了', { minutes: 55 });
    await leak.stands({ status: 'awaiting-check' });
  });

  it('has served nothing; who came has', async () => {
    await qian.served(leak, 0);
    await liu.served(leak, 55);
    await liu.isFreeOf(leak);
  });

  it('changes nothing of how it ends', async () => {
    await grid.checks(leak, '接头干燥');
    await clerk.tells(leak, ma, '水管已换');
    await clerk.hears(leak, ma, true);
    await leak.stands({ status: 'closed', closedAs: 'solved' });
    await leak.isHeardBy([{ who: ma, told: 'result', asked: 'reached' }]);
    await leak.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () =>
    leak.tells(`
      clerk     CaseReported
      clerk     CaseAccepted
      dispatch  CaseFiled
      dispatch  WorkOrderDispatched
      dispatch  VolunteerOffered
      dispatch  VolunteerOffered
      qian      OfferAccepted
      dispatch  VolunteerAssigned
      dispatch  OfferWithdrawn
      timers    VolunteerNoShow
      dispatch  VolunteerOffered
      liu       OfferAccepted
      dispatch  VolunteerAssigned
      liu       VolunteerCheckedIn
      liu       ResultReported
      grid      ResultChecked
      grid      CaseHandled
      clerk     RequesterAnswered
      clerk     FollowUpRecorded
      dispatch  CaseClosed
    `));
});
