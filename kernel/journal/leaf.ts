/** What a leaf of the tree is made of (docs/adr/0005): an entry by its hash, which binds all of it; a look and a security event by all their words and a salt. */
import { canonical } from './canonical.ts';

export interface SealedEntry {
  readonly entry: string;
  readonly hash: string;
}

/** As kernel.look_line gives it. */
export interface LookLine {
  readonly id: string;
  readonly at: string;
  readonly role: string;
  readonly appointment: string | null;
  readonly person: string | null;
  readonly what: string;
  readonly target: string | null;
  readonly route: string;
  readonly found: number | null;
  /** The break-glass it was seen by, and for what it was asked; absent in journals written before there were any. */
  readonly breakGlass?: string | null;
  readonly purpose?: string | null;
}

/** As kernel.event_line gives it: somebody signed in, failed to, was invited, locked … */
export interface EventLine {
  readonly id: string;
  readonly at: string;
  readonly what: string;
  readonly person: string | null;
  readonly byPerson: string | null;
  readonly way: string | null;
  readonly address: string | null;
}

export const entryLeaf = ({ entry, hash }: SealedEntry): string => `qorgan-entry-leaf-1\n${canonical({ hash, id: entry })}`;

/** `salt` in hex. */
export const lookLeaf = (look: LookLine, salt: string): string => {
  const { id, at, role, appointment, person, what, target, route, found, breakGlass = null, purpose = null } = look;
  if (breakGlass !== null || purpose !== null) {
    return `qorgan-look-2\n${canonical({ id, at, role, appointment, person, what, target, route, found, breakGlass, purpose, salt })}`;
  }
  return `qorgan-look-1\n${canonical({ id, at, role, appointment, person, what, target, route, found, salt })}`;
};

/** `salt` in hex. */
export const eventLeaf = ({ id, at, what, person, byPerson, way, address }: EventLine, salt: string): string =>
  `qorgan-event-1\n${canonical({ id, at, what, person, byPerson, way, address, salt })}`;
