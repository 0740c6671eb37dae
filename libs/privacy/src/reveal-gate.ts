import type { Actor, SealedAt } from '@threekeys/domain';
import type { Clock } from '@threekeys/event-store';
import { Recent } from '@threekeys/event-store';
import { createHash } from 'node:crypto';
import type { AccessLog, AccessRecord, Purpose } from './access-log';
import type { Opener } from './opener';

export interface RevealRequest {
  readonly stream: string;
  readonly caseId?: string;
  /** Names of the fields, which are recorded, with the values, which are not. */
  readonly fields: readonly { readonly name: string; readonly value: SealedAt }[];
  readonly actor: Actor;
  readonly purpose: Purpose;
}

/** A link to one thing of a case. `fields` name the thing, and whether the link was made or opened. */
export interface LinkOpened extends Pick<RevealRequest, 'stream' | 'actor' | 'purpose'> {
  readonly caseId: string;
  readonly fields: readonly string[];
}

/** What is done to an account: `password`, `token/<name>` … */
export interface AccountAct {
  readonly actor: Actor;
  readonly account: string;
  readonly what: string;
}

export interface RevealedField {
  readonly name: string;
  /** Undefined: erased. */
  readonly value: string | undefined;
}

/** The access could not be recorded, so nothing leaves. */
export class AccessNotRecorded extends Error {
  constructor(cause: unknown) {
    super('The access could not be recorded, so nothing was opened.', { cause });
    this.name = 'AccessNotRecorded';
  }
}

const remembered = 50_000;

/**
 * The one gate through which personal data is opened for somebody. The first opening per actor, case, purpose, set of
 * fields and hour is durably recorded before anything leaves; it covers its repeats within that hour.
 */
export class RevealGate {
  private readonly covered = new Recent<Promise<void>>(remembered);

  constructor(
    private readonly opener: Opener,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  /** @throws AccessNotRecorded */
  async reveal(request: RevealRequest): Promise<readonly RevealedField[]> {
    if (request.fields.length === 0) return [];
    await this.recorded(accessOf(request, this.clock.now()));
    return Promise.all(
      request.fields.map(async ({ name, value }) => ({ name, value: await this.opener.open(value) })),
    );
  }

  /** A search for a person is an opening too, recorded by the HMAC of what was searched for. @throws AccessNotRecorded */
  async searched(actor: Actor, queryHmac: string, purpose: Purpose): Promise<void> {
    await this.recorded({ at: this.clock.now(), actor, stream: 'search', fields: [], purpose, queryHmac });
  }

  /** Somebody is given a link, or opens one: what it opens is theirs to see. @throws AccessNotRecorded */
  async linked({ fields, ...link }: LinkOpened): Promise<void> {
    const { stream, caseId, actor, purpose } = link;
    await this.recorded({ at: this.clock.now(), actor, stream, caseId, fields: [...fields], purpose });
  }

  /** Somebody gives an account a password or a token, or takes one: what it opens is in their hands. @throws AccessNotRecorded */
  async administered({ actor, account, what }: AccountAct): Promise<void> {
    const access = { at: this.clock.now(), actor, stream: `account-${account}`, fields: [what] };
    try {
      await this.log.record({ ...access, purpose: 'administration' });
    } catch (error) {
      throw new AccessNotRecorded(error);
    }
  }

  private async recorded(access: AccessRecord): Promise<void> {
    const key = coverOf(access);
    const recording = this.covered.get(key) ?? this.log.record(access);
    this.covered.set(key, recording);
    try {
      await recording;
    } catch (error) {
      this.covered.delete(key);
      throw new AccessNotRecorded(error);
    }
  }
}

function accessOf({ stream, caseId, fields, actor, purpose }: RevealRequest, at: string): AccessRecord {
  const names = [...new Set(fields.map(({ name }) => name))].sort();
  return { at, actor, stream, ...(caseId === undefined ? {} : { caseId }), fields: names, purpose };
}

/** Who, what, why, and in which hour. */
function coverOf({ at, actor, stream, fields, purpose, queryHmac }: AccessRecord): string {
  const parts = [actor.id, actor.role, stream, purpose, queryHmac ?? '', at.slice(0, 13), ...fields];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
