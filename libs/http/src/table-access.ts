import type { FieldGroup, Sessions, Tokens } from '@threekeys/auth';
import {
  everythingOf,
  isOperatorToken,
  mayEver,
  operatorGrants,
  roleFor,
  visibleFields,
} from '@threekeys/auth';
import type { Organisation, Role } from '@threekeys/domain';
import { RulesSource } from '@threekeys/event-store';
import { Access } from './access';
import type { Credentials } from './access';
import type { Caller } from './caller';

/** Which volunteer an account belongs to. */
export abstract class VolunteerAccounts {
  abstract volunteerOf(account: string): Promise<string | undefined>;
}

/** Who is there: by the session of a browser, the token of a script, or the operator's file. */
export interface SignedIn {
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly operatorToken: string;
}

type Standing = Pick<Caller, 'grants' | 'posts'>;
const nobody: Standing = { grants: [], posts: [] };

/** Sessions and tokens say who it is, the organisation which roles and posts they have, the table the rest. */
export class TableAccess extends Access {
  private known: { readonly of: Organisation; readonly people: ReadonlyMap<string, Standing> } | undefined;

  constructor(
    private readonly signedIn: SignedIn,
    private readonly rules: RulesSource,
    private readonly volunteers: VolunteerAccounts,
  ) {
    super();
  }

  async callerOf({ kind, token }: Credentials): Promise<Caller | undefined> {
    return kind === 'bearer'
      ? this.bearer(token)
      : this.accountHolder(await this.signedIn.sessions.usernameOf(token));
  }

  async callerStillOf({ kind, token }: Credentials): Promise<Caller | undefined> {
    return kind === 'bearer'
      ? this.bearer(token)
      : this.accountHolder(await this.signedIn.sessions.holderOf(token));
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

  private async bearer(token: string): Promise<Caller | undefined> {
    const { tokens, operatorToken } = this.signedIn;
    return isOperatorToken(token, operatorToken)
      ? operator
      : this.accountHolder(await tokens.accountOf(token));
  }

  private async accountHolder(id: string | undefined): Promise<Caller | undefined> {
    if (id === undefined) return undefined;
    const { organisation } = await this.rules.current();
    const standing = this.people(organisation).get(id) ?? nobody;
    const isVolunteer = standing.grants.some(({ role }) => role === 'volunteer');
    const volunteerId = isVolunteer ? await this.volunteers.volunteerOf(id) : undefined;
    return { id, ...standing, ...(volunteerId === undefined ? {} : { volunteerId }) };
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
