/** The whole program behind its HTTP door, without a socket: for proofs that speak as any client does. */
import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Appointment } from '#kernel/access/directory.ts';
import type { MasterKey } from '#kernel/journal/keys.ts';
import type { Role } from '#kernel/access/roles.ts';
import type { Mail, Mailed } from '#kernel/outgoing/mail.ts';
import type { Language } from '#kernel/contract.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes, type Changes } from '../../apps/server/changes.ts';
import { pushFrom, type Push } from '../../apps/server/push.ts';
import { secret, testProgram, type TestProgram } from '../setup/program.ts';

export interface Call {
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly token?: string | null;
  readonly language?: string;
  /** `undefined` in a header takes it away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** An object is sent as JSON; text as it is. */
  readonly body?: unknown;
  readonly key?: string;
  readonly match?: number | string;
}
export type Answer = LightMyRequestResponse;

export interface TestServer extends TestProgram {
  readonly app: FastifyInstance;
  readonly push: Push;
  /** What tells open pages that something changed. */
  readonly changes: Changes;
  /** Letters that were sent; `trouble` set, the mail server refuses. */
  readonly mail: { readonly letters: Mailed[]; trouble: boolean; readonly send: Mail };
  call(call: Call): Promise<Answer>;
  /** The appointments of a role, in a fixed order. */
  staff(role: Role, fits?: (a: Appointment) => boolean): Promise<readonly Appointment[]>;
  /** A session without an end, so that the clock may jump; its token goes with each call. */
  signIn(appointment: string): Promise<string>;
  as(role: Role, fits?: (a: Appointment) => boolean): Promise<{ token: string; appointment: Appointment }>;
}

/** `services`: of browsers, to which pushes go; this machine counts, by http. */
export async function testServer(at?: string, masters?: () => readonly MasterKey[], services: readonly string[] = []): Promise<TestServer> {
  const program = await testProgram(at, masters);
  const told = changes();
  const letters: Mailed[] = [];
  const mail = {
    letters, trouble: false,
    send: async (letter: Mailed): Promise<void> => {
      if (mail.trouble) throw new Error('the mail server does not answer');
      letters.push(letter);
    },
  };
  const push = pushFrom({ push: services, address: null, inside: [], demo: true }, { push: () => secret('push'), clock: program.clockToken });
  const app = await buildApp({ runtime: { ...program.runtime, changed: told.tell }, demo: true, changes: told, mail: mail.send, ...(push.offer === null ? {} : { push: push.offer }) });
  await app.ready();

  const call = (c: Call): Promise<Answer> => {
    const method = c.method ?? (c.body === undefined ? 'GET' : 'POST');
    const headers: Record<string, string> = {};
    if (c.language !== undefined) headers['accept-language'] = c.language;
    if (c.token != null) headers['authorization'] = `Bearer ${c.token}`;
    if (method !== 'GET') headers['idempotency-key'] = c.key ?? randomUUID();
    if (c.match !== undefined) headers['if-match'] = typeof c.match === 'number' ? `"${c.match}"` : c.match;
    const payload = c.body === undefined || typeof c.body === 'string' ? c.body : JSON.stringify(c.body);
    if (payload !== undefined) headers['content-type'] = 'application/json';
    const sent = Object.fromEntries(Object.entries({ ...headers, ...c.headers }).filter(([, value]) => value !== undefined));
    return app.inject({ method, url: c.url, headers: sent, payload } as InjectOptions);
  };

  const staff: TestServer['staff'] = async (role, fits = () => true) =>
    (await program.runtime.directory(null)).data.appointments.filter((a) => a.role === role && fits(a));

  const tokens = new Map<string, Promise<string>>();
  const begin = async (appointment: string): Promise<string> => {
    const token = createHash('sha256').update(`${appointment} ${randomUUID()}`).digest();
    const { rowCount } = await program.owner.query(
      `insert into kernel.session (hash, role, person, appointment, created_at, until) select $1, role, person, id, $3, 'infinity' from kernel.appointment where id = $2`,
      [createHash('sha256').update(token).digest(), appointment, program.clock.now()]);
    if (rowCount !== 1) throw new Error(`no appointment ${appointment}`);
    return token.toString('base64url');
  };
  const signIn = (appointment: string): Promise<string> => {
    const known = tokens.get(appointment) ?? begin(appointment);
    tokens.set(appointment, known);
    return known;
  };

  return {
    ...program,
    app,
    push,
    changes: told,
    mail,
    call,
    staff,
    signIn,
    as: async (role, fits) => {
      const [appointment] = await staff(role, fits);
      if (appointment === undefined) throw new Error(`nobody is ${role} there`);
      return { appointment, token: await signIn(appointment.id) };
    },
    close: async () => {
      await app.close();
      await program.close();
    },
  };
}

export const languages: readonly Language[] = ['kk', 'ru', 'en'];
