import type { Accounts, FieldGroup, Sessions, Tokens } from '@threekeys/auth';
import {
  everythingOf,
  isOperatorToken,
  mayEver,
  operatorGrants,
  roleFor,
  visibleFields,
} from '@threekeys/auth';
import type { Organisation, Role, TermOfOffice } from '@threekeys/domain';
import { isInOffice } from '@threekeys/domain';
import { Clock, RulesSource } from '@threekeys/event-store';
import { Access } from './access';
import type { Credentials } from './access';
import type { Caller, Grant } from './caller';

/** Which volunteer an account belongs to. */
export abstract class VolunteerAccounts {
  abstract volunteerOf(account: string): Promise<string | undefined>;
}

/** Who is there: by the session of a browser, the token of a script, or the operator's file. */
export interface SignedIn {
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly accounts: Pick<Accounts, 'isEnabled'>;
  readonly operatorToken: string;
}

interface Standing {
  readonly grants: readonly (Grant & TermOfOffice)[];
  readonly posts: Caller['posts'];
}
const nobody: Standing = { grants: [], posts: [] };

/** Sessions and tokens say who it is, the organisation which roles and posts they have, the table the rest. */
export class TableAccess extends Access {
  private known: { readonly of: Organisation; readonly people: ReadonlyMap<string, Standing> } | undefined;

  constructor(
    private readonly signedIn: SignedIn,
    private readonly rules: RulesSource,
    private readonly volunteers: VolunteerAccounts,
    private readonly clock: Clock,
  ) {
    super();
  }

  async callerOf({ kind, token }: Credentials): Promise<Caller | undefined> {
    return kind === 'bearer'
      ? this.bearer(token)
      : this.enabled(await this.signedIn.sessions.usernameOf(token));
  }

  async callerStillOf({ kind, token }: Credentials): Promise<Caller | undefined> {
    return kind === 'bearer'
      ? this.bearer(token)
      : this.enabled(await this.signedIn.sessions.holderOf(token));
  }

  mayEver({ grants }: Caller, what: string): boolean {
    return mayEver(grants, what);
  }

  roleFor({ grants }: Caller, what: string, relations: readonly string[]): Role | undefined {
    return roleFor(grants, what, relations);
  }

  sees({ grants }: Caller, relations: readonly string[]): ReadonlySet<FieldGroup> {
    return visibleFields(grants, relations);
  }

  everything({ grants }: Caller): readonly string[] {
    return everythingOf(grants);
  }

  /** Somebody whom nobody has to recognise any more. */
  async callerNamed(id: string): Promise<Caller> {
    const { organisation } = await this.rules.current();
    const { grants: granted, posts } = this.people(organisation).get(id) ?? nobody;
    const grants = inOffice(granted, this.clock.now());
    const isVolunteer = grants.some(({ role }) => role === 'volunteer');
    const volunteerId = isVolunteer ? await this.volunteers.volunteerOf(id) : undefined;
    return { id, grants, posts, ...(volunteerId === undefined ? {} : { volunteerId }) };
  }

  private async bearer(token: string): Promise<Caller | undefined> {
    const { tokens, operatorToken } = this.signedIn;
    return isOperatorToken(token, operatorToken)
      ? operator
      : this.accountHolder(await tokens.accountOf(token));
  }

  /** A session of an account that was disabled opens nothing, whoever ended or did not end it. */
  private async enabled(id: string | undefined): Promise<Caller | undefined> {
    const isIn = id !== undefined && (await this.signedIn.accounts.isEnabled(id));
    return isIn ? this.callerNamed(id) : undefined;
  }

  private async accountHolder(id: string | undefined): Promise<Caller | undefined> {
    return id === undefined ? undefined : this.callerNamed(id);
  }

  /** Made once for each state of the organisation. */
  private people(organisation: Organisation): ReadonlyMap<string, Standing> {
    if (this.known?.of !== organisation) this.known = { of: organisation, people: peopleIn(organisation) };
    return this.known.people;
  }
}

const operator: Caller = {
  id: 'operator',
  grants: operatorGrants as Caller['grants'],
  posts: [],
  isOperator: true,
};

/** 任期: asked at each request, so that a term that is over is noticed without a restart. */
function inOffice(grants: Standing['grants'], now: string): readonly Grant[] {
  return grants.flatMap(({ from, until, ...grant }) => (isInOffice({ from, until }, now) ? [grant] : []));
}

/** Which roles and posts somebody has by the rules of an instant. */
export function standingAt(
  id: string,
  organisation: Organisation,
  now: string,
): Pick<Caller, 'grants' | 'posts'> {
  const { grants, posts } = peopleIn(organisation).get(id) ?? nobody;
  return { grants: inOffice(grants, now), posts };
}

function peopleIn({ posts, grants }: Organisation): ReadonlyMap<string, Standing> {
  const people = new Map<string, Standing>();
  for (const { person, ...grant } of grants) {
    const before = people.get(person) ?? nobody;
    people.set(person, { ...before, grants: [...before.grants, grant] });
  }
  const held = Object.entries(posts).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [post, { holder, unit }] of held) {
    if (holder === undefined) continue;
    const before = people.get(holder) ?? nobody;
    people.set(holder, { ...before, posts: [...before.posts, { post, unit }] });
  }
  return people;
}
