/** Every capability of the program, in one list one can read. A new one is added here and, with routes of its own, in `mounts`. */
import type { FastifyInstance } from 'fastify';
import type { NoticeSource } from '#kernel/http/notices.ts';
import type { Capability } from '#kernel/procedures/registry.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { agencies } from '#cap/agencies/index.ts';
import { mountAgencies } from '#cap/agencies/api.ts';
import { calendar } from '#cap/calendar/index.ts';
import { mountCalendar } from '#cap/calendar/api.ts';
import { rosterGaps } from '#cap/agencies/notices.ts';
import { cases } from '#cap/cases/index.ts';
import { mountCases } from '#cap/cases/api.ts';
import { children } from '#cap/children/index.ts';
import { duplicates } from '#cap/children/tick.ts';
import { mountChildren } from '#cap/children/api.ts';
import { mountDuplicates } from '#cap/children/duplicates-api.ts';
import { mountLists } from '#cap/children/lists/api.ts';
import { listing } from '#cap/children/lists/tick.ts';
import { readingParents } from '#cap/children/parents.ts';
import { commission } from '#cap/commission/index.ts';
import { commissionsWithoutMembers } from '#cap/commission/notices.ts';
import { mountCommission } from '#cap/commission/api.ts';
import { exports } from '#cap/exports/index.ts';
import { expiring, mountExports } from '#cap/exports/api.ts';
import { helpline } from '#cap/helpline/index.ts';
import { mountHelpline } from '#cap/helpline/api.ts';
import { mountPages } from '#cap/helpline/pages.ts';
import { here, presence, shiftEnd } from '#cap/helpline/presence.ts';
import { incidents } from '#cap/incidents/index.ts';
import { mountOversight } from '#cap/oversight/api.ts';
import { oversight } from '#cap/oversight/index.ts';
import { rounds } from '#cap/oversight/rounds.ts';
import { ending } from '#cap/prevention/ending.ts';
import { prevention } from '#cap/prevention/index.ts';
import { referrals } from '#cap/referrals/index.ts';
import { representatives } from '#cap/representatives/index.ts';
import { mountRepresentatives } from '#cap/representatives/pages.ts';
import { retention } from '#cap/retention/index.ts';
import { retaining } from '#cap/retention/tick.ts';
import { mountSchools } from '#cap/schools/api.ts';
import { schools } from '#cap/schools/index.ts';
import { plans } from '#cap/schools/tick.ts';

export const capabilities: readonly Capability[] = [agencies, calendar, cases, children, commission, exports, helpline, incidents, oversight, prevention, referrals, representatives, retention, schools];

/** Routes beyond the uniform ones. */
export const mounts: readonly ((app: FastifyInstance, runtime: Runtime, demo: boolean) => void)[] = [mountAgencies, mountCalendar, mountCases, mountChildren, mountCommission, mountDuplicates, mountLists, mountExports, mountHelpline, mountOversight, mountPages, mountRepresentatives, mountSchools];

/** What capabilities do by the clock beside their deadlines; each is made once, and run at every tick. */
export const ticks: readonly ((runtime: Runtime, clockToken: Buffer) => () => Promise<unknown>)[] = [presence, shiftEnd, retaining, rounds, expiring, duplicates, listing, readingParents, plans, ending];

/** Told while a signed-in page is open: at its opening, every twenty seconds, at its end. */
export const whileOpen: readonly ((runtime: Runtime, token: Buffer) => Promise<void>)[] = [here];

/** What people are told of beside their proceedings. */
export const noticeSources: readonly NoticeSource[] = [rosterGaps, commissionsWithoutMembers];
