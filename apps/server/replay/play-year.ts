/** Plays the published year through the contact centre, contact by contact, at their dates. May be killed and run again. */
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { plusMillis } from '#kernel/clock.ts';
import { once } from '#kernel/db/provision.ts';
import { signsOf } from '#cap/helpline/domain/opening.ts';
import { isReferral } from '#cap/referrals/contract.ts';
import { driver } from './driver.ts';
import { contactsOf, regionSplit, schoolId, schoolsOf, type Contact, type YearFile } from './year.ts';
import { wordsFor } from './words.ts';

export interface PlayOptions {
  readonly runtime: Runtime;
  readonly ownerUrl: string;
  readonly file: YearFile;
  /** First so many; all when absent. */
  readonly limit?: number;
  readonly lanes?: number;
  readonly progress: (done: number, of: number) => void;
}

/** The 7,000 schools, as organisations without staff: only their names and regions are needed to take a text in. */
async function loadSchools(ownerUrl: string, file: YearFile, regions: readonly string[]): Promise<void> {
  const rows = [...schoolsOf(regionSplit(file, regions), file.total)].flatMap(([region, n]) =>
    Array.from({ length: n }, (_, i) => ({ id: schoolId(region, i), region, name: `№ ${i + 1} (${region}, replay)` })),
  );
  await once(ownerUrl, (client) =>
    client.query(
      `insert into kernel.organisation (id, kind, region, kk, ru, en)
       select id, 'school', region, name || ' мектеп', 'Школа ' || name, 'School ' || name from jsonb_to_recordset($1) as x(id uuid, region text, name text)
       on conflict (id) do nothing`,
      [JSON.stringify(rows)],
    ),
  );
}

export async function playYear({ runtime, ownerUrl, file, limit, lanes = 8, progress }: PlayOptions): Promise<number> {
  const first = await runtime.directory(null);
  const regions = first.data.regions.map((r) => r.code).filter((code) => code !== 'KZ');
  await loadSchools(ownerUrl, file, regions);
  const contacts = contactsOf(file, regions).slice(0, limit);
  const drive = driver(runtime);
  const country = await runtime.directory(-1);
  const operators = country.data.appointments.filter((a) => a.role === 'operator');
  const lead = country.data.appointments.find((a) => a.role === 'shift-lead')?.id ?? '';
  const districtOf = new Map(country.data.districts.map((d) => [d.region, d.code]));
  const anyDistrict = country.data.districts[0]?.code ?? '';

  const play = async (c: Contact): Promise<void> => {
    const operator = operators[c.index % operators.length]?.id ?? '';
    const byPhone = c.channel === 'phone';
    const text = wordsFor(c.language, c.outcome, c.kind);
    const source = (step: string): string => `${c.sourceRef} ${step}`;
    const { proceeding: id } = await drive.start({
      as: byPhone ? operator : null,
      procedure: 'helpline.appeal',
      input: {
        text, language: c.language, channel: c.channel, who: 'child', sourceRef: c.sourceRef,
        ...(c.school === null ? { place: { region: c.region } } : { school: c.school }),
      },
      at: c.at,
      source: source('start'),
    });
    let minute = 0;
    const step = (name: string, input: unknown = {}, as = operator) => {
      minute += 1;
      return drive.step({ as, id, procedure: 'helpline.appeal', name, input, at: plusMillis(c.at, minute * 60_000), source: source(name) });
    };
    if (!byPhone) await step('claim');
    const category = c.outcome === 'jointly' ? 'education-access' : 'information';
    await step('grade', { category, urgency: c.outcome === 'jointly' ? 'rights' : 'consultation' });
    if (c.outcome === 'jointly') {
      await step('route-agency', { need: 'material-help', district: districtOf.get(c.region) ?? anyDistrict, summary: text });
      await answerReferrals(id, c);
      return;
    }
    const answer = { answer: '✓', ...(c.outcome === 'psychological-support' ? { psychologist: true } : {}) };
    // Where the marks see danger, a second person looks before it closes as a talk.
    if (signsOf(text).danger < 2) await step('consult', answer);
    else await step('consult-after-look', answer, lead);
  };

  /** The other body does its part: the referral is accepted and answered by its own worker. */
  const answerReferrals = async (appeal: string, c: Contact): Promise<void> => {
    const linked = await once(ownerUrl, (client) =>
      client.query<{ id: string; procedure: string; worker: string; final: boolean }>(
        `select p.id, p.procedure, p.worker, p.final from kernel.link l join kernel.proceeding p on p.id = l.target where l.source = $1`, [appeal]),
    );
    for (const p of linked.rows.filter((r) => isReferral(r.procedure) && !r.final)) {
      const at = (days: number) => plusMillis(c.at, days * 86_400_000);
      await drive.step({ as: p.worker, id: p.id, procedure: p.procedure, name: 'accept', at: at(0.1), source: `${c.sourceRef} accept` });
      await drive.step({ as: p.worker, id: p.id, procedure: p.procedure, name: 'answer', input: { result: 'helped', summary: '✓' }, at: at(2), source: `${c.sourceRef} answer` });
    }
  };

  let done = 0;
  let at = 0;
  const lane = async (): Promise<void> => {
    for (let c = contacts[at++]; c !== undefined; c = contacts[at++]) {
      await play(c);
      done += 1;
      if (done % 1000 === 0 || done === contacts.length) progress(done, contacts.length);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}
