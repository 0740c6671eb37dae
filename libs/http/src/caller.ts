import type { Actor, Role } from '@threekeys/domain';

/** A role that somebody holds, and for what: a unit, a compound, a party; everything where nothing is named. */
export interface Grant {
  readonly role: Role;
  readonly scope?: string;
  readonly party?: 'branch' | 'owners' | 'property';
}

/** Who sends a request. */
export interface Caller {
  /** The account's name, and the person's everywhere in the log. */
  readonly id: string;
  readonly grants: readonly Grant[];
  /** Posts they hold, in the order of their codes; with the unit of each. */
  readonly posts: readonly { readonly post: string; readonly unit: string }[];
  /** Of the register of volunteers, where the account belongs to one. */
  readonly volunteerId?: string;
  /** The requester of one case, where a link or their code says that it is they. */
  readonly requesterId?: string;
  /** They have not signed in: a link in their hands says who they are, for one thing. */
  readonly channel?: 'link';
  /** Who asked for that link. */
  readonly linkedBy?: string;
  /** Signed in by the operator's token of this machine. */
  readonly isOperator?: boolean;
}

/** As the log names who acted, in the role that allowed it. */
export function actorOf({ id, posts, channel }: Caller, role: Role): Actor {
  const [held] = posts;
  return {
    ...{ id, role },
    ...(held ? { post: held.post, unit: held.unit } : {}),
    ...(channel ? { channel } : {}),
  };
}
