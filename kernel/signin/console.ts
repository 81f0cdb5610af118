/** What the console of the machine does for people, with the owner's login: the first person of an installation has nobody to invite him. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '../access/roles.ts';
import { roles } from '../access/roles.ts';
import type { Instant } from '../clock.ts';
import { normalLogin } from './common.ts';

export interface NewPerson {
  readonly name: string;
  readonly role: Role;
  /** Null: the only house of the role's kind, which is made if there is none. */
  readonly organisation: string | null;
}

export interface Listed {
  readonly name: string;
  readonly login: string | null;
  readonly role: string;
  readonly organisation: string;
  readonly state: 'none' | 'invited' | 'active' | 'locked';
}

/** Throws with a sentence for whoever sits at the console. */
async function houseFor(client: pg.Client, { role, organisation }: NewPerson, houseName: string | null): Promise<string> {
  const { kind } = roles[role];
  const { rows } = organisation === null
    ? await client.query<{ id: string; kind: string }>('select id, kind from kernel.organisation where kind = $1 and ended_at is null order by id', [kind])
    : await client.query<{ id: string; kind: string }>('select id, kind from kernel.organisation where id = $1', [organisation]);
  const [first, ...more] = rows;
  if (first === undefined && organisation === null && houseName !== null) {
    const id = randomUUID();
    await client.query('insert into kernel.organisation (id, kind, kk, ru, en) values ($1, $2, $3, $3, $3)', [id, kind, houseName]);
    return id;
  }
  if (first === undefined) throw new Error(organisation === null ? `There is no organisation of the kind ${kind}: name it with --house "…"` : `There is no organisation ${organisation}`);
  if (first.kind !== kind) throw new Error(`${role} works in a ${kind}, and ${first.id} is a ${first.kind}`);
  if (more.length > 0) throw new Error(`There are ${rows.length} organisations of the kind ${kind}: choose one with --organisation ID`);
  return first.id;
}

/** A person with an appointment; who has the same name in the same role at the same house is the same one. */
export async function appointPerson(client: pg.Client, person: NewPerson, houseName: string | null, at: Instant): Promise<string> {
  const house = await houseFor(client, person, houseName);
  const known = await client.query<{ id: string }>(
    'select p.id from kernel.person p join kernel.appointment a on a.person = p.id where p.name = $1 and a.role = $2 and a.organisation = $3 and (a.until is null or $4 < a.until)',
    [person.name, person.role, house, at]);
  if (known.rows.length > 1) throw new Error('Several people have this name, role and house: invite by --login');
  if (known.rows[0] !== undefined) return known.rows[0].id;
  const id = randomUUID();
  await client.query('insert into kernel.person (id, name) values ($1, $2)', [id, person.name]);
  await client.query(
    `insert into kernel.appointment (id, person, role, organisation, region, district, since)
     select $1, $2, $3, id, region, district, $5 from kernel.organisation where id = $4`, [randomUUID(), id, person.role, house, at]);
  return id;
}

export async function personOfLogin(client: pg.Client, login: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select id from kernel.person where login = $1', [normalLogin(login)]);
  if (rows[0] === undefined) throw new Error(`Nobody has the login ${login}`);
  return rows[0].id;
}

export async function inviteFromConsole(client: pg.Client, person: string, hash: Buffer, at: Instant, until: Instant): Promise<void> {
  await client.query('update kernel.invitation set revoked_at = $2 where person = $1 and used_at is null and revoked_at is null', [person, at]);
  await client.query('insert into kernel.invitation (id, hash, person, created_at, until) values ($1, $2, $3, $4, $5)', [randomUUID(), hash, person, at, until]);
  await client.query(`insert into kernel.security_event (at, what, person, way) values ($1, 'invited', $2, 'console')`, [at, person]);
}

export async function lockFromConsole(client: pg.Client, person: string, at: Instant): Promise<void> {
  await client.query('update kernel.credential set locked_at = coalesce(locked_at, $2) where person = $1', [person, at]);
  await client.query('update kernel.session set ended_at = $2 where person = $1 and ended_at is null', [person, at]);
  await client.query('update kernel.invitation set revoked_at = $2 where person = $1 and used_at is null and revoked_at is null', [person, at]);
  await client.query(`insert into kernel.security_event (at, what, person, way) values ($1, 'locked', $2, 'console')`, [at, person]);
}

/** Those who can sign in, could, or were invited. */
export async function listFromConsole(client: pg.Client, at: Instant): Promise<readonly Listed[]> {
  const { rows } = await client.query<Listed>(
    `select p.name, p.login, a.role, o.kk as organisation,
       case when c.locked_at is not null then 'locked' when i.id is not null then 'invited' when c.person is not null then 'active' else 'none' end as state
     from kernel.person p join kernel.appointment a on a.person = p.id and (a.until is null or $1 < a.until) join kernel.organisation o on o.id = a.organisation
       left join kernel.credential c on c.person = p.id
       left join kernel.invitation i on i.person = p.id and i.used_at is null and i.revoked_at is null and $1 < i.until
     where c.person is not null or i.id is not null order by o.kk, a.role, p.name`, [at]);
  return rows;
}
