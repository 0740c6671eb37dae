import type { Actor, CaseCommand, Need } from '@threekeys/domain';
import { derivedId } from '@threekeys/integrity';
import { trackingCode } from '@threekeys/privacy';
import type { GeneratedPost } from './community';
import { buildings, compounds, entrances, gridOf, theDesk } from './community';
import { Random } from './random';
import { volunteerIds } from './volunteers';
import { invented } from './words';

/** One command of a case's life, by whom, and so many minutes after the one before. */
export interface Step {
  readonly command: CaseCommand;
  readonly by: Actor;
  readonly afterMinutes: number;
}

export interface CaseScript {
  readonly caseId: string;
  readonly requesterId: string;
  readonly stream: string;
  /** Epoch milliseconds of the report. */
  readonly startsAt: number;
  readonly steps: readonly Step[];
}

export interface ScriptOptions {
  readonly seed: number;
  readonly startsAt: number;
  /** Share of cases that stop somewhere on their way, in percent. */
  readonly openPercent: number;
  /** What the home makes its tracking codes with. */
  readonly trackingSecret: Buffer;
}

const minuteMs = 60_000;
const clerk: Actor = { id: theDesk.person, role: 'intake-clerk', post: theDesk.post };
const dispatcher: Actor = { id: 'dispatcher', role: 'dispatcher' };
const checker: Actor = { id: 'courtyard-head', role: 'courtyard-head' };
const dispatchService: Actor = { id: 'dispatch', role: 'service' };
const workerOf = ({ person, post, unit }: GeneratedPost): Actor => ({
  id: person,
  role: 'grid-worker',
  post,
  unit,
});

const categoriesByWay = {
  post: ['other', 'smoke-alarm', 'road-surface', 'drain'],
  volunteers: ['lighting', 'water-leak', 'errand'],
} as const;

/** The whole life of one case, the same for the same seed and number. */
export function scriptOf(number: number, options: ScriptOptions): CaseScript {
  return new Life(number, options).script();
}

class Life {
  private readonly random: Random;
  private readonly steps: Step[] = [];
  private readonly compound: string;
  private readonly grid: GeneratedPost;
  private atMs: number;

  constructor(
    private readonly number: number,
    private readonly options: ScriptOptions,
  ) {
    this.random = new Random(options.seed * 1_000_003 + number);
    this.compound = this.random.pick(compounds);
    this.grid = gridOf(this.compound);
    this.atMs = options.startsAt;
  }

  script(): CaseScript {
    const caseId = this.id('case');
    const staysOpen = this.random.chance(this.options.openPercent);
    this.live(staysOpen);
    const steps = staysOpen ? this.steps.slice(0, this.random.between(2, this.steps.length - 1)) : this.steps;
    return {
      caseId,
      requesterId: this.id('requester'),
      stream: `case-${caseId}`,
      startsAt: this.options.startsAt,
      steps,
    };
  }

  private live(staysOpen: boolean): void {
    const way = staysOpen ? this.random.between(32, 99) : this.random.between(0, 99);
    this.report();
    if (way < 14) this.decline();
    else if (way < 32) this.answerAtOnce();
    else this.work(way < 46);
  }

  private report(): void {
    const subject = {
      subjectId: this.id('subject'),
      name: invented.name(this.random),
      phone: invented.phone(this.random),
    };
    this.step(clerk, 0, {
      type: 'ReportCase',
      data: {
        caseId: this.id('case'),
        number: `2025-${String(this.number + 1).padStart(6, '0')}`,
        requester: {
          requesterId: this.id('requester'),
          relation: 'self',
          subject,
          callBack: true,
          confidential: false,
          trackingCode: trackingCode(this.options.trackingSecret, this.id('requester')),
        },
        channel: this.random.pick(['desk', 'phone', 'web']),
        place: {
          compound: this.compound,
          building: this.random.pick(buildings),
          entrance: this.random.pick(entrances),
          door: String(this.random.between(101, 1204)),
        },
        summary: invented.complaint(this.random),
        confidential: false,
        accountable: { post: theDesk.post, person: theDesk.person },
      },
    });
  }

  private decline(): void {
    this.step(clerk, 60, {
      type: 'DeclineCase',
      data: { ground: 'not-our-matter', words: '请联系供电公司。' },
    });
    this.answer('decline');
  }

  private answerAtOnce(): void {
    this.step(clerk, 5, { type: 'AcceptCase', data: { category: 'question' } });
    this.step(clerk, 5, {
      type: 'AnswerDirectly',
      data: { channel: 'phone', words: '带身份证到居委会办理即可。' },
    });
    this.followUp();
  }

  private work(byVolunteers: boolean): void {
    const category = this.random.pick(categoriesByWay[byVolunteers ? 'volunteers' : 'post']);
    this.step(clerk, 30, { type: 'AcceptCase', data: { category } });
    if (this.random.chance(40)) this.contact();
    this.step(dispatchService, 1, { type: 'FileCase', data: { level: 'grid-branch', unit: this.grid.unit } });
    if (byVolunteers) this.volunteersWork();
    else this.postWorks();
    this.step(checker, 600, {
      type: 'CheckResult',
      data: { checkId: this.id('check'), passed: true, found: invented.remark(this.random) },
    });
    this.answer('result');
    this.followUp();
    this.step(clerk, 20, { type: 'CloseCase', data: {} });
  }

  private contact(): void {
    this.step(clerk, 20, {
      type: 'RecordContact',
      data: {
        contactId: this.id('contact'),
        requesterId: this.id('requester'),
        purpose: 'clarify',
        channel: 'phone',
        reached: true,
        words: invented.complaint(this.random),
      },
    });
  }

  private postWorks(): void {
    const workOrderId = this.id('order');
    const worker = workerOf(this.grid);
    const { post, person } = this.grid;
    this.step(dispatchService, 1, {
      type: 'DispatchWorkOrder',
      data: { order: { workOrderId, part: 'lead', assignee: { kind: 'post', post, person } } },
    });
    this.step(worker, 120, { type: 'AcknowledgeWorkOrder', data: { workOrderId } });
    if (this.random.chance(50)) this.step(worker, 300, { type: 'StartHandling', data: { workOrderId } });
    this.progress(worker, workOrderId);
    this.result(worker, workOrderId);
  }

  private volunteersWork(): void {
    const workOrderId = this.id('order');
    const need = this.need();
    this.step(dispatchService, 1, {
      type: 'DispatchWorkOrder',
      data: { order: { workOrderId, part: 'lead', assignee: { kind: 'volunteers' }, need } },
    });
    const first = this.random.between(0, volunteerIds.length - 2);
    const [busy, willing] = [volunteerIds[first] ?? '', volunteerIds[first + 1] ?? ''];
    const refused = { workOrderId, offerId: this.id('offer-1') };
    const taken = { workOrderId, offerId: this.id('offer-2') };
    this.offer(refused, busy, need);
    this.offer(taken, willing, need);
    const speaker: Actor = { id: willing, role: 'volunteer' };
    this.step({ id: busy, role: 'volunteer' }, 20, { type: 'DeclineOffer', data: refused });
    this.step(speaker, 40, { type: 'AcceptOffer', data: taken });
    this.step(dispatchService, 0, {
      type: 'AssignVolunteer',
      data: { ...taken, bookingId: this.id('booking') },
    });
    this.step(speaker, 1400, { type: 'CheckInVolunteer', data: taken });
    this.result(speaker, workOrderId);
  }

  private need(): Need {
    const from = this.atMs + 1440 * minuteMs;
    return {
      skills: ['electrics'],
      interests: ['repairing'],
      certificates: [],
      seats: 1,
      place: { compound: this.compound },
      windows: [{ from: instantOf(from), to: instantOf(from + 120 * minuteMs) }],
      minutes: 60,
    };
  }

  private offer(
    offer: { workOrderId: string; offerId: string },
    volunteerId: string,
    { windows }: Need,
  ): void {
    const window = windows[0];
    if (!window) throw new Error('an order for volunteers has a window');
    this.step(dispatchService, 1, {
      type: 'OfferToVolunteer',
      data: { ...offer, volunteerId, window, wave: 1, basis: 'offer' },
    });
  }

  private progress(by: Actor, workOrderId: string): void {
    if (!this.random.chance(50)) return;
    const data = { workOrderId, itemId: this.id('progress'), words: invented.remark(this.random) };
    this.step(by, 240, { type: 'ReportProgress', data });
  }

  private result(by: Actor, workOrderId: string): void {
    const data = {
      workOrderId,
      outcome: 'done',
      words: invented.remark(this.random),
      minutes: this.random.between(20, 200),
    } as const;
    this.step(by, this.random.between(30, 1440), { type: 'ReportResult', data });
  }

  private answer(subjectOf: 'decline' | 'result'): void {
    const data = {
      answerId: this.id('answer'),
      requesterId: this.id('requester'),
      subjectOf,
      channel: 'phone',
    } as const;
    this.step(clerk, 60, { type: 'AnswerRequester', data: { ...data, words: invented.remark(this.random) } });
  }

  private followUp(): void {
    const data = {
      followUpId: this.id('follow-up'),
      requesterId: this.id('requester'),
      outcome: 'reached',
      channel: 'phone',
    } as const;
    this.step(dispatcher, 1440, {
      type: 'RecordFollowUp',
      data: { ...data, solved: true, outcomeScore: 5, serviceScore: 4 },
    });
  }

  private step(by: Actor, afterMinutes: number, command: CaseCommand): void {
    this.atMs += afterMinutes * minuteMs;
    this.steps.push({ by, afterMinutes, command });
  }

  private id(of: string): string {
    return generatedId(this.options.seed, this.number, of);
  }
}

/** Of a generated case: `case`, `requester`, `order` … */
export function generatedId(seed: number, number: number, of: string): string {
  return derivedId('generated', String(seed), String(number), of);
}

export function instantOf(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
