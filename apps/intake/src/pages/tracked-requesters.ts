import { Injectable } from '@nestjs/common';
import type { SealedAt } from '@threekeys/domain';
import { bigramTokens, KeyStore, Once, Opener, trackingCode } from '@threekeys/privacy';
import type { CaseRequester, CaseRow } from '@threekeys/read-models';
import { cases, ReadModels } from '@threekeys/read-models';
import type { TypedDigits } from './typed-digits';

/** A requester whom a code belongs to, in the case that they are part of now. */
export interface Tracked {
  readonly caseId: string;
  readonly requester: CaseRequester;
}

/** Finds requesters by their tracking codes, which are stored sealed. Opens phones to compare them, and shows them to nobody. */
@Injectable()
export class TrackedRequesters {
  private readonly secrets = new Once(async () => ({
    codes: await this.keys.secret('tracking-codes'),
    search: await this.keys.secret('search'),
  }));

  constructor(
    private readonly keys: KeyStore,
    private readonly models: ReadModels,
    private readonly opener: Opener,
  ) {}

  /** A code follows from the id of its requester: the index gives candidates, the secret says which of them it is. */
  async find(code: string): Promise<Tracked | undefined> {
    const { codes, search } = await this.secrets.get();
    const { rows } = await this.models.find<CaseRow>(cases.name, {
      tokens: bigramTokens(code, search),
      limit: 10,
    });
    // What was merged goes on in the other case, under the same requester.
    const goingOn = rows.filter(({ row }) => row.status !== 'merged');
    for (const { row } of [...goingOn, ...rows]) {
      const requester = row.requesters.find((each) => trackingCode(codes, each.requesterId) === code);
      if (requester) return { caseId: row.caseId, requester };
    }
    return undefined;
  }

  /** Whoever gave a phone number, or spoke for somebody, knows it; a code of no number is all that is asked for. */
  async proofOf({ requester }: Tracked, typed: TypedDigits): Promise<'digits' | 'code' | undefined> {
    const { subject, proxy } = requester;
    const sealed = [subject?.phone, proxy?.phone].filter((each): each is SealedAt => each !== undefined);
    if (sealed.length === 0) return 'code';
    const phones = await this.opener.openAll(sealed);
    return phones.some((phone) => typed.isOf(phone)) ? 'digits' : undefined;
  }
}
