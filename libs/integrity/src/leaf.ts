/** What a leaf says: the stored form of one event (ADR: leaf). Absent keys are left out, never null. */
export interface LeafContent {
  readonly id: string;
  readonly stream: string;
  /** 0-based, contiguous within the stream. */
  readonly revision: number;
  readonly type: string;
  readonly schema: number;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly actor: Readonly<Record<string, string>>;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly commandId: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Keys of personal data first used by this event: `commitment` = hex SHA-256("kc/v1|" ‖ kid ‖ key). */
  readonly keys?: readonly { readonly kid: string; readonly commitment: string }[];
  /** Hex leaf hash of the stream's previous event; 64 zeros for the first. */
  readonly prev: string;
}
