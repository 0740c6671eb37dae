import type { FieldGroup } from '@threekeys/auth';
import type { Role } from '@threekeys/domain';
import type { Caller } from './caller';

/** What a request shows of who sends it. */
export type Credentials =
  { readonly kind: 'session'; readonly token: string } | { readonly kind: 'bearer'; readonly token: string };

/** Who calls, and what they may do. The permission table is behind it. */
export abstract class Access {
  /** Undefined: nobody we know, or no longer. */
  abstract callerOf(credentials: Credentials): Promise<Caller | undefined>;
  /** The same for who has been let in before and does nothing now: it prolongs no session. */
  abstract callerStillOf(credentials: Credentials): Promise<Caller | undefined>;
  /** Whether some case, or none, would allow it: what the guard asks before anything is read. */
  abstract mayEver(caller: Caller, what: string): boolean;
  /** In which role they may do it, standing so to what it is about. Undefined: not at all. */
  abstract roleFor(caller: Caller, what: string, relations: readonly string[]): Role | undefined;
  /** What of a case is shown to them, standing so to it; the rest is absent, not hidden. */
  abstract sees(caller: Caller, relations: readonly string[]): ReadonlySet<FieldGroup>;
  /** Everything that {@link mayEver} allows. */
  abstract everything(caller: Caller): readonly string[];
}
