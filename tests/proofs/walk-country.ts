/** The demo country as life is: people leave, fall ill with and without a substitute, and a clinic loses everybody. */
import { plusMillis, type Instant } from '#kernel/clock.ts';
import type { Appointment, DirectoryData } from '#kernel/access/directory.ts';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';

const day = 86_400_000;

export function walkCountry(at: Instant): DirectoryData {
  const data = demoDirectoryData(at);
  const [emptied] = data.organisations.filter((o) => o.kind === 'clinic');
  const place = new Map<string, number>();
  const appointments = data.appointments.map((a): Appointment => {
    const desk = `${a.organisation}/${a.role}`;
    const n = place.get(desk) ?? 0;
    place.set(desk, n + 1);
    if (a.organisation === emptied?.id) return { ...a, until: plusMillis(at, 9 * day) };
    // The first of every desk of case managers leaves after a week; the second of the police is ill with nobody in his place.
    if (a.role === 'case-manager' && n === 0) return { ...a, until: plusMillis(at, 7 * day) };
    if (a.role === 'police-inspector' && n === 1) return { ...a, awayFrom: plusMillis(at, 2 * day), awayUntil: plusMillis(at, 20 * day) };
    if (a.role === 'operator' && n === 0) {
      const other = data.appointments.find((b) => b.role === 'operator' && b.id !== a.id);
      return { ...a, awayFrom: plusMillis(at, day), awayUntil: plusMillis(at, 12 * day), substitute: other?.id ?? null };
    }
    if (a.role === 'committee-duty' && n === 0) return { ...a, until: plusMillis(at, 15 * day) };
    return a;
  });
  return { ...data, appointments };
}
