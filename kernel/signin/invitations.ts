/** Inviting, and what the invited does with the link. */
import { createHmac } from 'node:crypto';
import type { Instant } from '../clock.ts';
import type { InvitationMade, Language } from '../contract.ts';
import { underMaster } from '../journal/ring.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import { newIdAt } from '../procedures/runtime.ts';
import { instant, type ActorRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { uuidOfHash } from '../uuid.ts';
import { totpBound } from './factors.ts';
import { isHead, mayLetIn } from './heads.ts';
import { isLogin } from './login.ts';
import { iinHash } from './organisation.ts';
import { faultOfPassword, hashPassword } from './password.ts';
import { newRecoveryCodes, recoveryHash } from './recovery.ts';
import { openSession, type Opened } from './sessions.ts';
import { invitationLasts } from './terms.ts';
import { secretOf, stepOf, totpCard, type TotpCard } from './totp.ts';
import { after, freshToken, normalLogin, sha256, type Caller } from './common.ts';

/** Somebody who works here already, or somebody new in a role at a house. */
export type Invited = { readonly appointment: string; readonly iin?: string } | { readonly name: string; readonly iin?: string; readonly role: string; readonly organisation?: string; readonly phone?: string };

/** What follows the sign # is never sent to a server, so no server writes it down. */
export const linkOf = (token: string): string => `/app/invitation#${token}`;

/** An id that a repeat of the same request gives again. */
const idFrom = (runtime: Runtime, label: string, key: string): string => uuidOfHash(createHmac('sha256', runtime.program).update(`${label}\n${key}`).digest('hex'));

const wrong = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

interface Place {
  readonly person: string;
  readonly appointment: string;
  readonly name: string;
  readonly fresh: { readonly name: string; readonly phone: string | null; readonly role: string; readonly organisation: string } | null;
}

/** Where the invited works, if this head may say so. */
async function placeOf(runtime: Runtime, head: ActorRow, invited: Invited, key: string): Promise<Place | Refusal> {
  const directory = await runtime.directory(head.directory);
  if ('appointment' in invited) {
    const a = directory.appointment(invited.appointment);
    const house = a === undefined ? undefined : directory.organisation(a.organisation);
    if (a === undefined || house === undefined || a.person === head.person || !mayLetIn(head, a.role, house)) return refuse('not-found', 404);
    // Whoever holds the link becomes this person in everything he is, elsewhere too.
    const elsewhere = directory.data.appointments.some((other) => {
      const there = directory.organisation(other.organisation);
      return other.person === a.person && (other.until === null || runtime.clock() < other.until) && (there === undefined || !mayLetIn(head, other.role, there));
    });
    if (elsewhere) return refuse('invited-elsewhere', 409);
    return { person: a.person, appointment: a.id, name: a.name, fresh: null };
  }
  const house = directory.organisation(invited.organisation ?? head.organisation ?? '');
  if (house === undefined) return wrong('/organisation', 'organisation.unknown');
  if (!mayLetIn(head, invited.role, house)) return wrong('/role', 'not-in-list');
  const id = (label: string): string => idFrom(runtime, `${label} ${head.appointment ?? ''}`, key);
  return {
    person: id('person'), appointment: id('appointment'), name: invited.name,
    fresh: { name: invited.name, phone: invited.phone ?? null, role: invited.role, organisation: house.id },
  };
}

export async function invite(runtime: Runtime, token: Buffer | null, head: ActorRow, invited: Invited, key: string): Promise<InvitationMade | Refusal> {
  if (!isHead(head.role)) return refuse('not-found', 404);
  const place = await placeOf(runtime, head, invited, key);
  if (isRefusal(place)) return place;
  const iin = invited.iin === undefined ? {} : { iin: iinHash(runtime.program, invited.iin).toString('hex') };
  const row = { person: place.person, appointment: place.appointment, ...(place.fresh ?? {}), ...iin };
  return sendLink(runtime, token, row, place.name, after(runtime, invitationLasts, runtime.clock()));
}

/** Makes a link for this person; links he had before are worth nothing. `token` is of whoever makes it. */
export async function sendLink(runtime: Runtime, token: Buffer | null, invited: { readonly person: string; readonly appointment: string }, name: string, until: Instant): Promise<InvitationMade | Refusal> {
  const at = runtime.clock();
  const { token: link, hash } = freshToken();
  const row = { id: newIdAt(at), hash: hash.toString('hex'), until, ...invited };
  const { rows } = await runtime.pool.query<{ done: boolean | null }>('select kernel.invite($1, $2, $3, $4) as done', [runtime.program, token, at, JSON.stringify(row)]);
  const done = rows[0]?.done ?? null;
  if (done === null) return refuse('no-session', 401);
  return done ? { link: linkOf(link), until, name } : refuse('not-found', 404);
}

interface Found {
  readonly person: string;
  readonly name: string;
  readonly login: string | null;
  readonly until: string;
  readonly directory: number;
}

const tokenOfLink = (link: string): Buffer | null => (/^[\w-]{43}$/.test(link) ? Buffer.from(link, 'base64url') : null);

const gone = (): Refusal => refuse('invitation-gone', 404);

async function find(runtime: Runtime, link: string): Promise<{ readonly found: Found; readonly token: Buffer } | Refusal> {
  const token = tokenOfLink(link);
  if (token === null) return gone();
  const { rows } = await runtime.pool.query<{ found: Found | null }>('select kernel.look_invitation($1, $2, $3) as found', [runtime.program, sha256(token), runtime.clock()]);
  const found = rows[0]?.found ?? null;
  return found === null ? gone() : { found, token };
}

/** Where the person works: for the page, and as words a password may not be made of. */
async function worksOf(runtime: Runtime, { person, directory: version }: Found): Promise<readonly { readonly role: string; readonly names: Readonly<Record<Language, string>> }[]> {
  const directory = await runtime.directory(version);
  return directory.data.appointments
    .filter((a) => a.person === person)
    .map((a) => ({ role: a.role, names: directory.organisation(a.organisation)?.names ?? { kk: '', ru: '', en: '' } }));
}

export interface InvitationLook {
  readonly name: string;
  readonly login: string | null;
  readonly until: string;
  readonly works: readonly { readonly role: string; readonly names: Readonly<Record<Language, string>> }[];
  readonly totp: TotpCard;
}

export async function lookInvitation(runtime: Runtime, link: string): Promise<InvitationLook | Refusal> {
  const open = await find(runtime, link);
  if (isRefusal(open)) return open;
  const { found, token } = open;
  return {
    name: found.name,
    login: found.login,
    until: instant(found.until),
    works: await worksOf(runtime, found),
    totp: totpCard(secretOf(runtime.program, token), found.login ?? found.name),
  };
}

export interface Accepted {
  readonly link: string;
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

/** Sets everything, and signs in. The recovery codes are shown this once. */
export async function acceptInvitation(runtime: Runtime, accepted: Accepted, caller: Caller): Promise<(Opened & { readonly recovery: readonly string[] }) | Refusal> {
  const open = await find(runtime, accepted.link);
  if (isRefusal(open)) return open;
  const { person, name } = open.found;
  const at = runtime.clock();
  const login = normalLogin(accepted.login);
  const works = await worksOf(runtime, open.found);
  const secret = secretOf(runtime.program, open.token);
  const step = stepOf(secret, accepted.code, at);
  const password = faultOfPassword(accepted.password, [login, name, ...works.flatMap((w) => Object.values(w.names))]);
  const fields = [
    ...(isLogin(login) ? [] : [{ path: '/login', code: 'login.shape' }]),
    ...(password === null ? [] : [{ path: '/password', code: password }]),
    ...(step === null ? [{ path: '/code', code: 'code.wrong' }] : []),
  ];
  if (fields.length > 0 || step === null) return refuse('invalid-input', 400, {}, { fields });
  const recovery = newRecoveryCodes();
  const row = {
    login,
    password: await hashPassword(accepted.password),
    step,
    recovery: await Promise.all(recovery.map((code) => recoveryHash(person, code))),
  };
  const { rows } = await underMaster(runtime.keys, async () => {
    const { wrapped, master } = await runtime.keys.wrap(secret, totpBound(person));
    return runtime.pool.query<{ answer: { refused?: string } }>('select kernel.accept_invitation($1, $2, $3, $4) as answer', [
      runtime.program, sha256(open.token), at, JSON.stringify({ ...row, totp: wrapped.toString('base64'), master }),
    ]);
  });
  const refused = rows[0]?.answer.refused;
  if (refused === 'login-taken') return wrong('/login', 'login.taken');
  if (refused !== undefined) return gone();
  const opened = await openSession(runtime, { person, way: 'password', step, recovery: null }, login, caller, at);
  return opened === null ? refuse('no-appointment', 409) : { ...opened, recovery };
}
