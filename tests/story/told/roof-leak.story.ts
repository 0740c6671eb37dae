import {
  branch,
  clerk,
  dispatcher,
  grid,
  liaison,
  owners,
  property,
  refused,
  secretary,
  worker,
} from './people.fixtures';
import type { Plan } from './people.fixtures';
import type { Matter, Resident } from './matter.fixtures';
import { days } from './time.fixtures';

// 屋面漏水动用维修资金: three parties turn a key each on one version of a plan; what it costs is all owners' money, so that their
// assembly turns the owners' key.

const yu: Resident = { name: '于凤英', phone: '19977770001' };
const plan: Plan = {
  ...{ content: '整个屋面重做防水', costFen: 9_600_000, source: 'maintenance-fund', payer: 'owners' },
  ...{ scope: '1号楼屋面', term: '2026-09-30' },
};
const smaller: Plan = { ...plan, content: '局部铲除重做', costFen: 4_800_000, scope: '1号楼东侧屋面' };
let roof: Matter;

describe('a roof leak that three parties settle out of the maintenance fund', () => {
  it('waits for its keys: nobody is sent before the lock is open, but a bucket needs no key', async () => {
    roof = await clerk.reports({ of: yu, what: '顶楼一下雨就漏，被子全湿', spot: 'roof', as: 'roof-leak' });
    await roof.stands({
      status: 'filed',
      accountable: 'clerk',
      waitsFor: ['clerk'],
      clocks: { dispatch: 24 },
    });
    await refused('NeedsThreeKeys', dispatcher.sendsTo(roof, 'property-liaison', 'liaison', 'safety'));
    await grid.makesSafe(roof, 'provisional-repair', '先盖了防雨布');
    await dispatcher.determines(roof, 'maintenance-fund', 'ownership-record');
  });

  it('brings the three parties together: each is waited for, and the community cannot turn a key for them', async () => {
    await dispatcher.convenes(roof);
    await roof.stands({ status: 'awaiting-keys', waitsFor: ['branch', 'owners', 'property'], clocks: {} });
    await roof.isFor({ ProposePlan: [property, owners, branch, dispatcher] });
    await roof.isNotFor({ TurnKey: [branch, owners, property], ProposePlan: [liaison] });
    await dispatcher.proposes(roof, 1, plan);
    await roof.isFor({ TurnKey: [branch, owners, property] });
    await refused('SignedSheetMissing', secretary.turnsKey(roof, 1, 'branch'));
  });

  it('is agreed to by one, and refused by another, who says why', async () => {
    await branch.turnsKey(roof, 1);
    await roof.stands({ waitsFor: ['owners', 'property'], lock: 'shut' });
    await refused('NotTheKeyHolder', property.turnsKey(roof, 1, 'owners'));
    await refused('GroundNotInPolicy', property.refusesKey(roof, 1, 'no-wish'));
    await property.refusesKey(roof, 1, 'cost');
    await roof.stands({ status: 'awaiting-keys', waitsFor: ['owners', 'property'] });
  });

  it('is put on the table anew, half as dear: every key is given back', async () => {
    await refused('PlanVersionNotNext', owners.proposes(roof, 3, smaller));
    await owners.proposes(roof, 2, smaller);
    await roof.stands({ status: 'awaiting-keys', waitsFor: ['branch', 'owners', 'property'] });
    await refused('PlanNotCurrent', branch.turnsKey(roof, 1));
    await branch.turnsKey(roof, 2);
  });

  it('is reserved to all owners: their committee does not turn the key, their assembly is waited for', async () => {
    await refused('AssemblyDecides', owners.turnsKey(roof, 2));
    await worker.bringsBeforeAllOwners(roof, 2);
    await roof.stands({ status: 'awaiting-keys', waitsFor: ['owners', 'property'] });
    await roof.isFor({ RecordAssemblyDecision: [worker, dispatcher, secretary] });
    await roof.isNotFor({ RecordAssemblyDecision: [owners, branch, property] });
  });

  it('says after five days whose key is overdue: silence is not consent, and all owners still decide', async () => {
    await days.pass(4);
    await roof.stands({ overdueKeys: [] });
    await days.pass(1);
    await roof.stands({ status: 'awaiting-keys', overdueKeys: ['property'], lock: 'shut' });
  });

  it('is approved by the assembly, which counts as the owners’ key', async () => {
    await days.pass(2);
    await worker.writesDownAssembly(roof, 2, true);
    await roof.stands({ status: 'awaiting-keys', waitsFor: ['property'] });
  });

  it('is unlocked by the last key, late as it is, and goes to its post at once', async () => {
    await property.turnsKey(roof, 2);
    await roof.isAgreedOnThePlanAsStored();
    await roof.stands({
      ...{ status: 'dispatched', lock: 'open', waitsFor: ['liaison'], accountable: 'clerk' },
      clocks: { acknowledgement: 24, handling: 168 },
    });
  });

  it('costs no fen more than was agreed', async () => {
    await liaison.takes(roof);
    await refused('CostAbovePlan', liaison.finishes(roof, '做完了', { costFen: 4_800_001 }));
    await liaison.finishes(roof, '东侧屋面重做，闭水试验不漏', { costFen: 4_650_000 });
    await roof.stands({ status: 'awaiting-check' });
  });

  it('is checked by the owners, not by the company', async () => {
    await roof.isFor({ CheckResult: [owners, branch, grid] });
    await roof.isNotFor({ CheckResult: [property, liaison] });
    await refused('not-found', property.checks(roof, '很好'));
    await owners.checks(roof, '下雨看过，不漏');
    await roof.stands({ status: 'awaiting-follow-up', clocks: { 'follow-up': 72 } });
  });

  it('is closed when she under the roof is dry', async () => {
    await clerk.tells(roof, yu, '屋面已修好，用维修资金46500元');
    await clerk.hears(roof, yu, true);
    await roof.stands({ status: 'closed', closedAs: 'solved', late: [] });
    await roof.isHeardBy([{ who: yu, told: 'result', asked: 'reached' }]);
    await roof.wasAnsweredForBy('clerk');
  });

  it('tells who did what', () =>
    roof.tells(`
      clerk       CaseReported
      clerk       CaseAccepted
      dispatch    CaseFiled
      grid        SafetyMeasureTaken
      dispatcher  ResponsibilityDetermined
      dispatcher  JointResolutionConvened
      dispatcher  PlanProposed
      branch      KeyTurned
      property    KeyRefused
      owners      PlanProposed
      branch      KeyTurned
      worker      ReferredToOwnersAssembly
      timers      KeyOverdue
      worker      AssemblyDecided
      property    KeyTurned
      property    LockOpened
      dispatch    WorkOrderDispatched
      liaison     WorkOrderAcknowledged
      liaison     ResultReported
      owners      ResultChecked
      owners      CaseHandled
      clerk       RequesterAnswered
      clerk       FollowUpRecorded
      dispatch    CaseClosed
    `));
});
