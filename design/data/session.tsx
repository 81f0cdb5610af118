/** Who is signed in, for any page. */
import { createContext, use } from 'react';
import type { SessionView } from '#kernel/contract.ts';
import { isRole, roles } from '#kernel/access/roles.ts';
import type { Level } from '#kernel/access/roles.ts';

const SessionContext = createContext<SessionView | null>(null);
export const SessionProvider = SessionContext;

export function useSession(): SessionView {
  const session = use(SessionContext);
  if (session === null) throw new Error('nobody is signed in');
  return session;
}

/** Over which territory a role acts; the narrowest where the role is not known. */
export const levelOf = (role: string): Level => (isRole(role) ? roles[role].level : 'organisation');
