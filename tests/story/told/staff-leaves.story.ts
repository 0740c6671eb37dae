import { clerk, grid, refused, secretary, sun, worker, zhou } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';
import { theTown } from './town.fixtures';

// 网格员调走: a grid worker leaves in the middle of a matter that she received and works on herself.

const ding: Resident = { name: '丁素梅', phone: '19933330001' };
let line: Matter;

describe('a staff member who leaves in the middle', () => {
  it('has heard of it at the door: she answers for it, and the work is hers', async () => {
    line = await sun.reports({
      ...{ of: ding, channel: 'visit', building: '2', spot: 'yard' },
      ...{ what: '楼前晾衣绳断了，被褥没处晒' },
    });
    await line.stands({ status: 'reported', accountable: 'sun', waitsFor: ['sun'] });
    await clerk.accepts(line, 'other');
    await line.stands({ status: 'dispatched', accountable: 'sun', waitsFor: ['sun'] });
    await sun.takes(line);
    await sun.says(line, '量了长短，等材料');
    await line.stands({ status: 'handling', clocks: { handling: 168 } });
  });

  it('does not leave before it is said who takes over', async () => {
    await refused('PostHasOpenCases', secretary.seesOff('grid-2-worker'));
    await refused('TakesOverFromSelf', secretary.seesOff('grid-2-worker', 'sun'));
    await line.stands({ accountable: 'sun', waitsFor: ['sun'] });
  });

  it('leaves: who takes over answers for it from then on, and takes the work anew', async () => {
    await secretary.seesOff('grid-2-worker', 'zhou');
    await line.stands({ status: 'dispatched', accountable: 'zhou', waitsFor: ['zhou'] });
    expect(await line.fact('AccountabilityTransferred')).toMatchObject({
      ...{ from: { post: 'grid-2-worker', person: 'sun' }, to: { post: 'grid-2-worker', person: 'zhou' } },
      reason: 'post-left',
    });
  });

  it('sees nothing of it any more, once her role is gone too', async () => {
    await theTown().revoke('sun', 'grid-worker');
    await line.isNotFor({ ReportResult: [sun], CheckResult: [sun] });
    await refused('not-found', sun.finishes(line, '拉好了'));
  });

  it('is brought to its end by him', async () => {
    await zhou.takes(line);
    await zhou.finishes(line, '新绳拉好，能晒被子', { minutes: 45 });
    await refused('DoerMayNotCheck', zhou.checks(line, '牢固'));
    await grid.checks(line, '牢固');
    await refused('DoerMayNotFollowUp', zhou.hears(line, ding, true));
    await worker.tells(line, ding, '晾衣绳已换新');
    await worker.hears(line, ding, true);
    await line.stands({ status: 'closed', closedAs: 'solved', accountable: 'zhou' });
    await line.isHeardBy([{ who: ding, told: 'result', asked: 'reached' }]);
  });

  it('names both of them in its history, the one after the other', () =>
    line.wasAnsweredForBy('sun', 'zhou'));

  it('tells who did what', () =>
    line.tells(`
      sun       CaseReported
      clerk     CaseAccepted
      dispatch  CaseFiled
      dispatch  WorkOrderDispatched
      sun       WorkOrderAcknowledged
      sun       ProgressReported
      dispatch  WorkOrderReassigned
      dispatch  AccountabilityTransferred
      zhou      WorkOrderAcknowledged
      zhou      ResultReported
      grid      ResultChecked
      grid      CaseHandled
      worker    RequesterAnswered
      worker    FollowUpRecorded
      dispatch  CaseClosed
    `));
});
