/** GET /api/team: who carries how much, for heads. Everyone of the desk is shown, also who has nothing. */
import type { FastifyInstance } from 'fastify';
import type { TeamMember } from '../contract.ts';
import type { Appointment } from '../access/directory.ts';
import { manages } from '../access/heads.ts';
import { roles, type Role } from '../access/roles.ts';
import type { Directory } from '../access/lookup.ts';
import { flight, withClient } from '../db/pool.ts';
import { refuse } from '../problems/refusal.ts';
import { instant, type ActorRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { say } from '../texts/text.ts';
import { tokenOf } from './call.ts';
import { requestLanguage, sendProblem } from './problem.ts';

interface TeamAnswer {
  actor?: ActorRow;
  refused?: true;
  rows?: { worker: string; open: number; dangerous: number; escalated: number; next_due: string | null }[];
}

/** Who belongs to a head: the same house for 111, the district's or the region's guardianship for the others. */
const houses: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'shift-lead': ['operator', 'shift-lead'],
  'police-head': ['police-inspector', 'police-head'],
  'district-head': ['guardianship-specialist', 'case-manager', 'district-head'],
  'region-head': ['guardianship-specialist', 'case-manager', 'district-head', 'region-head'],
};

function membersOf(actor: ActorRow, directory: Directory, at: string): string[] {
  const wanted = houses[actor.role as Role] ?? [];
  return directory.data.appointments
    .filter((a) => (wanted as readonly string[]).includes(a.role) && a.since <= at && (a.until === null || at < a.until))
    .filter((a) => (actor.role === 'shift-lead' || actor.role === 'police-head' ? a.organisation === actor.organisation : actor.role === 'district-head' ? a.district === actor.district : a.region === actor.region))
    .map((a) => a.id);
}

/** An absence that is under way or to come; what is past is no news. */
function absenceOf(a: Appointment, directory: Directory, at: string): Pick<TeamMember, 'away' | 'awayFrom' | 'awayUntil' | 'substitute' | 'unattended'> {
  const past = a.awayFrom === null || (a.awayUntil !== null && a.awayUntil <= at);
  if (past) return { away: false, awayFrom: null, awayUntil: null, substitute: null, unattended: false };
  const substitute = a.substitute === null ? null : (directory.appointment(a.substitute)?.name ?? null);
  return { away: (a.awayFrom ?? at) <= at, awayFrom: a.awayFrom, awayUntil: a.awayUntil, substitute, unattended: directory.attends(a, at) === null };
}

export function mountTeam(app: FastifyInstance, runtime: Runtime): void {
  app.get('/api/team', async (request, reply) => {
    const at = runtime.clock();
    const answer = await withClient(runtime.pool, async (client) => {
      const answers = await flight(client, [
        { text: 'begin' },
        { name: 'team', text: 'select kernel.team($1, $2, $3) as answer', values: [tokenOf(request), at, 'GET /api/team'] },
        { text: 'commit' },
      ]);
      return (answers[1]?.rows[0] as { answer: TeamAnswer }).answer;
    });
    const { actor } = answer;
    if (actor === undefined || actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
    if (answer.refused === true) return sendProblem(request, reply, refuse('not-found', 404), runtime.texts);
    const directory = await runtime.directory(actor.directory);
    const counted = new Map((answer.rows ?? []).map((r) => [r.worker, r]));
    const language = requestLanguage(request);
    const team: TeamMember[] = [...new Set([...membersOf(actor, directory, at), ...counted.keys()])].flatMap((id) => {
      const a = directory.appointment(id);
      if (a === undefined) return [];
      const row = counted.get(id);
      return [{
        appointment: id,
        name: a.name,
        role: a.role,
        roleTitle: say(runtime.texts, language, `role.${a.role}`),
        organisation: directory.organisation(a.organisation)?.names ?? { kk: '', ru: '', en: '' },
        phone: a.phone,
        onDuty: directory.onDuty(a.organisation, a.role, at).some((d) => d.appointment === id),
        ...absenceOf(a, directory, at),
        mayManage: manages(actor, a, directory.organisation(a.organisation)),
        level: roles[a.role].level,
        open: row?.open ?? 0,
        dangerous: row?.dangerous ?? 0,
        escalated: row?.escalated ?? 0,
        nextDue: row?.next_due == null ? null : instant(row.next_due),
      }];
    });
    team.sort((x, y) => y.escalated - x.escalated || y.open - x.open || x.name.localeCompare(y.name));
    return reply.header('cache-control', 'no-store').send(team);
  });
}
