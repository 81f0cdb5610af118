/** The directory over HTTP. Regions and schools are public; all else is for those who work here. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Directory } from '#kernel/access/lookup.ts';
import type { Appointment } from '#kernel/access/directory.ts';
import type { Instant } from '#kernel/clock.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { say } from '#kernel/texts/text.ts';
import { queryOf, staffOf, type Staff } from './caller.ts';
import {
  AppointmentsQuery, DistrictsQuery, NoQuery, OrganisationsQuery, SchoolsQuery, ServicesQuery, placeUnknown,
  type AppointmentItem, type DistrictItem, type OrganisationItem, type Page, type RegionItem, type SchoolItem, type ServiceItem,
} from './contract.ts';
import { byName, compareText, organisationsFor, type Filter } from './domain/lists.ts';
import { servicesFor } from './store/queries.ts';
import { mountRosters } from './roster-api.ts';
import { mountStaff } from './staff-api.ts';

/** Rows in one answer; more than that is nobody's list. */
const most = 500;

const isAway = (a: Appointment, at: Instant): boolean =>
  a.awayFrom !== null && a.awayFrom <= at && (a.awayUntil === null || at < a.awayUntil);

type Answer = Page<RegionItem | DistrictItem | OrganisationItem | SchoolItem | AppointmentItem | ServiceItem>;

export function mountAgencies(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  const open = <Q>(path: string, schema: TSchema, answer: (directory: Directory, query: Q, request: FastifyRequest) => Answer): void => {
    app.get(path, async (request, reply) => {
      const query = queryOf<Q>(request, schema);
      if (isRefusal(query)) return sendProblem(request, reply, query, texts);
      const found = answer(await runtime.directory(null), query, request);
      return reply.header('cache-control', 'public, max-age=300').header('vary', 'accept-language').send(found);
    });
  };
  const closed = <Q>(path: string, schema: TSchema, answer: (staff: Staff, query: Q, request: FastifyRequest) => Answer | Promise<Answer>): void => {
    app.get(path, async (request, reply): Promise<FastifyReply> => {
      const staff = await staffOf(runtime, request);
      if (isRefusal(staff)) return sendProblem(request, reply, staff, texts);
      const query = queryOf<Q>(request, schema);
      if (isRefusal(query)) return sendProblem(request, reply, query, texts);
      return reply.header('cache-control', 'no-store').send(await answer(staff, query, request));
    });
  };

  const matching = (directory: Directory, filter: Filter, request: FastifyRequest): ReturnType<typeof organisationsFor> =>
    organisationsFor(directory.data.organisations, filter, (code) => directory.district(code)?.region).sort(byName(requestLanguage(request)));

  open<object>('/api/agencies/regions', NoQuery, (directory, _, request) => ({
    items: directory.data.regions
      .filter((region) => region.code !== placeUnknown)
      .sort(byName(requestLanguage(request)))
      .map(({ code, names }) => ({ id: code, names })),
  }));

  open<Filter>('/api/agencies/schools', SchoolsQuery, (directory, query, request) => {
    const found = matching(directory, { ...query, kind: 'school' }, request);
    return { items: found.slice(0, most).map(({ id, names }) => ({ id, names })), more: found.length > most };
  });

  closed<{ region?: string }>('/api/agencies/districts', DistrictsQuery, ({ directory }, { region }, request) => ({
    items: directory.data.districts
      .filter((d) => region === undefined || d.region === region)
      .sort(byName(requestLanguage(request)))
      .map((d) => ({ id: d.code, region: d.region, names: d.names })),
  }));

  closed<Filter>('/api/agencies/organisations', OrganisationsQuery, ({ directory }, query, request) => {
    const language = requestLanguage(request);
    const found = matching(directory, query, request);
    return {
      items: found.slice(0, most).map(({ id, kind, names, region, district, phone }) => {
        const place = district === null ? directory.region(region ?? '') : directory.district(district);
        return { id, kind, names, region, district, phone, detail: place?.names[language] ?? null };
      }),
      more: found.length > most,
    };
  });

  closed<{ organisation?: string; role?: string }>('/api/agencies/appointments', AppointmentsQuery, ({ actor, directory }, query, request) => {
    const language = requestLanguage(request);
    const at = runtime.clock();
    const house = query.organisation ?? actor.organisation;
    const items = directory.data.appointments
      .filter((a) => a.organisation === house && (query.role === undefined || a.role === query.role) && a.since <= at && (a.until === null || at < a.until))
      .map((a) => ({
        id: a.id,
        name: a.name,
        role: a.role,
        organisation: a.organisation,
        phone: a.phone,
        onDuty: directory.onDuty(house, a.role, at).some((d) => d.appointment === a.id),
        away: isAway(a, at),
        detail: say(texts, language, `role.${a.role}`),
      }))
      .sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || compareText(language, a.name, b.name));
    return { items };
  });

  closed<{ region?: string; district?: string; kind?: string }>('/api/agencies/services', ServicesQuery, async (_, query) => ({
    items: await servicesFor(runtime.pool, { region: query.region ?? null, district: query.district ?? null, kind: query.kind ?? null }),
  }));

  mountRosters(app, runtime);
  mountStaff(app, runtime);
}
