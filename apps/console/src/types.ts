/** What the console reads of the server's answers. */
export interface NamesOf {
  readonly zh: string;
  readonly en: string;
}

export interface Me {
  readonly username: string;
  readonly roles: readonly { readonly role: string; readonly scope?: string }[];
  readonly posts: readonly string[];
  /** Commands and routes that some case or none may allow. */
  readonly may: readonly string[];
}

export interface Category {
  readonly category: string;
  readonly names: NamesOf;
  readonly kind: string;
  readonly urgency: string;
}

export interface Community {
  readonly compounds: readonly {
    readonly compound: string;
    readonly names: NamesOf;
    readonly buildings: readonly {
      readonly building: string;
      readonly names: NamesOf;
      readonly entrances: readonly { readonly entrance: string; readonly doors: number }[];
    }[];
  }[];
  readonly units: readonly { readonly unit: string; readonly level: string; readonly names: NamesOf }[];
  readonly posts: readonly {
    readonly post: string;
    readonly unit: string;
    readonly names: NamesOf;
    readonly holder?: string;
  }[];
  readonly categories: readonly Category[];
  readonly grounds: Readonly<
    Record<'decline' | 'return' | 'reopeningRefusal' | 'override' | 'release' | 'transfer', readonly string[]>
  >;
}

export interface Place {
  readonly compound: string;
  readonly building?: string | undefined;
  readonly entrance?: string | undefined;
  readonly spot?: string | undefined;
  readonly door?: string | undefined;
  readonly address?: string | undefined;
}

export interface Flags {
  readonly supervised: boolean;
  readonly imported: boolean;
  readonly exhausted: boolean;
  readonly returned: number;
  readonly reworked: number;
  readonly reopened: number;
}

export interface CaseLine {
  readonly caseId: string;
  readonly number: string;
  readonly status: string;
  readonly category?: string;
  readonly urgency: string;
  readonly summary?: string;
  readonly place: Place;
  readonly accountable: { readonly post: string; readonly person: string };
  readonly reportedAt: string;
  readonly nextDueAt?: string;
  readonly overdue: boolean;
  readonly confidential: boolean;
  readonly flags: Flags;
}

export interface CasePageOf {
  readonly cases: readonly CaseLine[];
  readonly next?: string;
}

export interface Recorded {
  readonly caseId?: string;
  readonly number?: string;
  readonly trackingCode?: string;
  readonly revision: number;
  readonly position: string;
}

export interface RequesterOf {
  readonly requesterId: string;
  readonly relation: 'self' | 'proxy';
  readonly anonymous: boolean;
  /** Masked unless revealed. */
  readonly name?: string;
  readonly phone?: string;
  readonly callBack?: boolean;
  readonly withdrawn: boolean;
}

export interface OfferOf {
  readonly offerId: string;
  readonly volunteerId: string;
  readonly status: string;
  readonly expiresAt?: string;
  readonly window: { readonly from: string; readonly to: string };
}

export interface OrderOf {
  readonly workOrderId: string;
  readonly part: 'lead' | 'support';
  readonly status: string;
  readonly assignee: {
    readonly kind: string;
    readonly post?: string;
    readonly person?: string;
    readonly organisation?: string;
  };
  readonly offers: readonly OfferOf[];
}

export interface DeadlineOf {
  readonly name: string;
  readonly dueAt: string;
  readonly warnAt: string;
}

/** A case as it was after some step. */
export type CaseState = Pick<
  CaseDetail,
  'status' | 'accountable' | 'category' | 'urgency' | 'place' | 'requesters' | 'orders' | 'deadlines'
>;

export interface CaseDetail extends CaseLine {
  readonly revision: number;
  readonly round: number;
  /** What this caller may do now. */
  readonly allowed: readonly string[];
  readonly requesters: readonly RequesterOf[];
  readonly orders: readonly OrderOf[];
  readonly deadlines: readonly DeadlineOf[];
  readonly reopeningRequestId?: string;
  readonly origin?: string;
  readonly externalId?: string;
  readonly externalParent?: string;
}

export interface HistoryEvent {
  readonly id: string;
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly actor: { readonly id: string; readonly role: string };
  readonly causationId?: string;
  readonly leafHash: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface History {
  readonly caseId: string;
  readonly number: string;
  readonly status: string;
  readonly events: readonly HistoryEvent[];
}
