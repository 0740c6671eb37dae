import { theRules } from '../community.fixtures';
import { scenarioOf } from '../scenario.fixtures';
import { installationDecider } from './installation.decider';
import { installationEvents, type InstallationEvent } from './installation.messages';

const given = scenarioOf(installationDecider, installationEvents, { rules: theRules });
const opened: InstallationEvent = { type: 'InstallationOpened', data: { clock: 'server' } };
const until = '2026-03-01T00:00:00.000Z';

describe('an installation', () => {
  it('is opened once, under one clock', () => {
    given()
      .when({ type: 'OpenInstallation', data: { clock: 'server' } })
      .thenRecords(opened);
    given(opened)
      .when({ type: 'OpenInstallation', data: { clock: 'server' } })
      .thenNothingNew();
    given(opened)
      .when({ type: 'OpenInstallation', data: { clock: 'simulated', until } })
      .thenRefuses('InstallationAlreadyOpened');
  });

  it('says until when its clock was simulated', () => {
    given()
      .when({ type: 'OpenInstallation', data: { clock: 'simulated', until } })
      .thenRecords({ type: 'InstallationOpened', data: { clock: 'simulated', until } });
    given()
      .when({ type: 'OpenInstallation', data: { clock: 'simulated' } })
      .thenRefuses('SimulatedClockNeedsEnd');
    given()
      .when({ type: 'OpenInstallation', data: { clock: 'server', until } })
      .thenRefuses('SimulatedClockNeedsEnd');
  });

  it('records each loss that was accepted', () => {
    const loss = { anchorSize: 9, anchorRoot: 'a'.repeat(64), logSize: 7 };
    given(opened).when({ type: 'AcceptLoss', data: loss }).thenRecords({ type: 'LossAccepted', data: loss });
    given(opened, { type: 'LossAccepted', data: loss })
      .when({ type: 'AcceptLoss', data: loss })
      .thenNothingNew();
  });
  it('records each clock that was accepted though it stood behind, and none that did not', () => {
    const accepted = { logSize: 9, newest: '2026-03-01T08:00:00.000Z', clock: '2026-02-01T08:00:00.000Z' };
    given(opened)
      .when({ type: 'AcceptClock', data: accepted })
      .thenRecords({ type: 'ClockAccepted', data: accepted });
    given(opened, { type: 'ClockAccepted', data: accepted })
      .when({ type: 'AcceptClock', data: accepted })
      .thenNothingNew();
    given(opened)
      .when({ type: 'AcceptClock', data: { ...accepted, clock: accepted.newest } })
      .thenRefuses('ClockNotBehind');
  });

  it('records each backup that it goes on from, also the same one twice', () => {
    const restored = { logSize: 7, logRoot: 'b'.repeat(64), witnessedAt: until };
    const beyond = { size: 9, root: 'a'.repeat(64), time: until };
    given(opened)
      .when({ type: 'RecordRestore', data: restored })
      .thenRecords({ type: 'BackupRestored', data: restored });
    given(opened, { type: 'BackupRestored', data: restored })
      .when({ type: 'RecordRestore', data: { ...restored, beyond } })
      .thenRecords({ type: 'BackupRestored', data: { ...restored, beyond } });
  });

  it('records how long its access log is whenever a month has grown', () => {
    const seen = (month: string, lines: number) => ({ month, lines, hash: 'c'.repeat(64) });
    const witnessed = { type: 'AccessLogWitnessed', data: seen('2026-03', 5) } as const;
    const witness = (data: ReturnType<typeof seen>) => ({ type: 'WitnessAccessLog', data }) as const;
    given(opened)
      .when(witness(seen('2026-03', 5)))
      .thenRecords(witnessed);
    given(opened, witnessed)
      .when(witness(seen('2026-03', 5)))
      .thenNothingNew();
    given(opened, witnessed)
      .when(witness(seen('2026-03', 4)))
      .thenNothingNew();
    given(opened, witnessed)
      .when(witness(seen('2026-04', 1)))
      .thenRecords({ type: 'AccessLogWitnessed', data: seen('2026-04', 1) });
  });
});
