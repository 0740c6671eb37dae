import type { JointResolution, Party, ReportedCase } from '@threekeys/domain';
import { currentRound } from '@threekeys/domain';
import type { Matter } from './matter';
import type { Step } from './step';

// 三方会商: plans, keys, refusals, silence, stand-ins, the owners' assembly.

const dayMs = 86_400_000;
const standInPosts: Readonly<Record<Party, string>> = {
  branch: 'secretary',
  owners: 'social-work',
  property: 'property-liaison',
};

export function stepOfKeys(matter: Matter, state: ReportedCase): Step | undefined {
  const { joint } = currentRound(state);
  if (!joint) return undefined;
  const { plan } = joint;
  if (!plan || plan.assembly === 'rejected' || joint.refusals.length > 0) return planStep(matter, joint);
  const isReserved = plan.source === 'maintenance-fund' && plan.assembly !== 'approved';
  return isReserved ? assemblyStep(matter, plan) : nextKeyStep(matter, state, joint);
}

function nextKeyStep(matter: Matter, state: ReportedCase, joint: JointResolution): Step | undefined {
  const missing = joint.parties.filter((party) => !joint.keys.some((key) => key.party === party));
  const next = missing.find((party) => !matter.silent.has(silenceOf(party, joint)));
  if (next !== undefined) return keyStep(matter, { party: next, joint, state });
  const [late] = missing;
  return late === undefined ? undefined : lateStep(matter, { party: late, joint, state });
}

interface Asked {
  readonly party: Party;
  readonly joint: JointResolution;
  readonly state: ReportedCase;
}

const silenceOf = (party: Party, { versions }: JointResolution): string => `${party} ${String(versions)}`;

function planStep(matter: Matter, joint: JointResolution): Step {
  return {
    name: `plan ${String(joint.versions + 1)}`,
    after: () => matter.whenInOffice(600, 5000),
    act: async () => {
      if (joint.attempts >= 2 && (joint.versions >= 4 || matter.comes(35))) {
        await matter.one.act('secretary', 'EndJointResolution', {
          reason: matter.words('refused', 'no-funding', 'silent'),
        });
        return;
      }
      await matter.one.act('dispatcher', 'ProposePlan', {
        version: joint.versions + 1,
        plan: planOf(matter),
      });
    },
  };
}

function planOf(matter: Matter): object {
  const source = matter.words('service-fee', 'service-fee', 'public-revenue', 'maintenance-fund', 'warranty');
  return {
    content: matter.words('铲除空鼓墙皮，挂网重新抹灰', '顶层防水重做', '裂缝注浆，外墙局部粉刷'),
    costFen: matter.random.between(20, 900) * 10_000,
    payer: source === 'warranty' ? 'developer' : matter.words('property', 'owners'),
    source,
    scope: matter.words('北墙一至三层', '东单元屋面', '南墙两处'),
    term: new Date(matter.stage.now + matter.random.between(30, 150) * dayMs).toISOString().slice(0, 10),
  };
}

function assemblyStep(matter: Matter, plan: NonNullable<JointResolution['plan']>): Step {
  const { version } = plan;
  if (plan.assembly === undefined) {
    const act = () => matter.one.act('worker', 'ReferToOwnersAssembly', { version });
    return { name: 'assembly', after: () => matter.whenInOffice(300, 3000), act };
  }
  const minutes = `${String(new Date(matter.stage.now).getUTCFullYear())}-${String(matter.stage.now % 10_000)}`;
  return {
    name: 'decision',
    after: () => matter.whenInOffice(10_000, 30_000),
    act: () =>
      matter.one.act('worker', 'RecordAssemblyDecision', { version, approved: matter.comes(80), minutes }),
  };
}

/** A party turns its key, says no, or nothing. */
function keyStep(matter: Matter, asked: Asked): Step {
  return {
    name: `key ${silenceOf(asked.party, asked.joint)}`,
    after: () => matter.whenInOffice(200, 3500),
    act: async () => {
      const lot = matter.random.between(1, 100);
      if (lot <= 76) await turn(matter, asked);
      else if (lot <= 88) await refuse(matter, asked);
      else matter.silent.add(silenceOf(asked.party, asked.joint));
    },
  };
}

/** Its time runs out; then somebody stands in, or the party turns its key after all. */
function lateStep(matter: Matter, { party, joint, state }: Asked): Step {
  const clock = joint.clocks.find((each) => each.party === party);
  const dueInMinutes = clock ? Math.ceil((Date.parse(clock.dueAt) - matter.stage.now) / 60_000) : 0;
  return {
    name: `late ${silenceOf(party, joint)}`,
    after: () => Math.max(0, dueInMinutes) + matter.whenInOffice(200, 3000),
    act: async () => {
      if (matter.happens(`stand-in ${party}`, 50)) {
        const until = new Date(matter.stage.now + 40 * dayMs).toISOString();
        const person = (await matter.office()).holderOf(standInPosts[party]);
        await matter.one.act('secretary', 'AppointStandIn', { party, person, basis: 'absent', until });
      }
      await turn(matter, { party, joint, state });
    },
  };
}

async function turn(matter: Matter, { party, joint, state }: Asked): Promise<void> {
  await matter.one.act(...(await wordOf(matter, { party, joint, state }, 'TurnKey')));
}

async function refuse(matter: Matter, asked: Asked): Promise<void> {
  const [by, command, body] = await wordOf(matter, asked, 'RefuseKey');
  const reason = matter.words('cost', 'payer', 'scope', 'quality', 'term');
  await matter.one.act(by, command, { ...body, reason });
}

/** A party's own word, or what staff write down from its signed sheet. */
async function wordOf(
  matter: Matter,
  { party, state }: Asked,
  command: string,
): Promise<readonly [string, string, Record<string, unknown>]> {
  const holder = await holderOf(matter, party, state);
  const { plan } = currentRound(await matter.state()).joint ?? {};
  const word = { party, version: plan?.version ?? 1, holder };
  // The liaison stands in for a party and holds no key of their own.
  const liaison = (await matter.office()).holderOf(standInPosts.property);
  if (holder !== liaison && !matter.comes(25)) return [holder, command, word];
  const minutes = `sheet-${matter.newId('sheet').slice(0, 8)}`;
  return ['dispatcher', command, { ...word, sheet: { channel: 'visit', minutes } }];
}

/** The stand-in while one is in force, else whom the register names. */
async function holderOf(matter: Matter, party: Party, { place }: ReportedCase): Promise<string> {
  const now = new Date(matter.stage.now).toISOString();
  const standIns = currentRound(await matter.state()).joint?.standIns ?? [];
  const standIn = standIns.find((each) => each.party === party && each.until > now);
  return standIn?.person ?? (await matter.office()).keyHolder(place, party);
}
