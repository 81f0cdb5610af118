/**
 * The public pages of a representative: no script needed, no cookie, nothing kept on the device or in an address.
 * What they answer is made of the request and the directory, never of the child.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Directory } from '#kernel/access/lookup.ts';
import { applicantToken } from '#kernel/access/code.ts';
import { guessed } from '#kernel/access/guesses.ts';
import { numberAndCode } from '#kernel/access/number.ts';
import type { Language } from '#kernel/contract.ts';
import { onBeat } from '#kernel/http/beat.ts';
import { languageFor, sendPage } from '#kernel/http/form.ts';
import { logFailure } from '#kernel/http/log.ts';
import { requestLanguage } from '#kernel/http/problem.ts';
import { isRefusal, type Refusal } from '#kernel/problems/refusal.ts';
import { performStart } from '#kernel/procedures/perform.ts';
import { worldOf, type Runtime } from '#kernel/procedures/runtime.ts';
import type { Term } from '#kernel/terms/term.ts';
import { formatAmount, formatBy, formatDate } from '#kernel/texts/format.ts';
import type { EntryView } from '#design/public/entry.ts';
import { procedures } from './contract.ts';
import { capability } from './domain/opening.ts';
import type { ReleaseKind } from './inputs.ts';
import { askForm, followForm, inputOf, missingIn, tooLong, type AskForm } from './public-form.ts';
import * as terms from './terms.ts';
import { donePage, emptyDraft, formPage, type FormView } from './ui/public/form.ts';
import { entryPage, statePage, troublePage } from './ui/public/follow.ts';
import { paths } from './ui/public/shared.ts';

/** What `representatives.follow` shows. */
interface Shown {
  readonly number: string;
  readonly region: string;
  readonly district: string;
  readonly received: string;
  readonly answered: string | null;
  readonly releases: readonly { readonly at: string; readonly kind: ReleaseKind; readonly words: string }[];
}

/** Regions that have districts, each with these, as the directory orders them. */
const regionsOf = ({ data }: Directory, language: Language): FormView['regions'] =>
  data.regions
    .map((r) => ({ name: r.names[language], districts: data.districts.filter((d) => d.region === r.code).map((d) => ({ code: d.code, name: d.names[language] })) }))
    .filter((r) => r.districts.length > 0);

const officeAt = (directory: Directory, role: 'guardianship-specialist' | 'region-head', place: { region: string; district: string }, language: Language): string | null =>
  directory.desks(role, place)[0]?.names[language] ?? null;

export function mountRepresentatives(app: FastifyInstance, runtime: Runtime, demo: boolean): void {
  const { pool, registry } = runtime;
  const length = (term: Term, language: Language): string => {
    const { value, unit } = registry.terms.value(term, runtime.clock());
    return formatAmount(value, unit, language);
  };
  const by = (received: string, region: string, language: Language): string => formatBy(registry.terms.due(terms.answer, received, region), runtime.clock(), language);

  const lookUp = (number: string, code: string, language: Language): Promise<string | Refusal> => guessed(runtime, number, () => pageOf(number, code, language));
  async function pageOf(number: string, code: string, language: Language): Promise<string | null> {
    const { rows } = await pool.query<{ shown: Shown | null }>('select representatives.follow($1, $2, $3) as shown', [applicantToken(number, code), runtime.clock(), `POST ${paths.follow}`]);
    const shown = rows[0]?.shown ?? null;
    if (shown === null) return null;
    const directory = await runtime.directory(null);
    const received = new Date(shown.received).toISOString();
    const day = (at: string): string => formatDate(new Date(at).toISOString(), language);
    return statePage({
      language, demo, number: shown.number, code, received: day(received), by: by(received, shown.region, language),
      answered: shown.answered === null ? null : day(shown.answered),
      office: officeAt(directory, 'guardianship-specialist', shown, language) ?? '',
      releases: shown.releases.map((r) => ({ at: day(r.at), kind: r.kind, words: r.words })),
      shown: length(terms.shown, language), above: officeAt(directory, 'region-head', shown, language),
      complaint: length(terms.complaint, language), court: length(terms.court, language),
    });
  }

  async function ask(reply: FastifyReply, form: AskForm, language: Language, directory: Directory): Promise<FastifyReply> {
    const again = (status: number, error: FormView['error'], more: Partial<FormView> = {}): FastifyReply =>
      sendPage(reply, status, formPage({ language, demo, key: form.key, draft: form.draft, regions: regionsOf(directory, language), missing: [], error, ...more }));
    if (form.switchTo !== null) return again(200, null);
    const missing = missingIn(form.draft, new Set(directory.data.districts.map((d) => d.code)));
    if (missing.length > 0) return again(400, 'error.missing', { missing });
    if (tooLong(form.draft)) return again(400, 'error.long');
    const input = inputOf(form.draft, language);
    const done = await performStart(runtime, { token: null, key: form.key, method: 'POST', address: paths.form, input }, procedures.request);
    // Another text under the key of one that arrived: this one gets a key of its own.
    if (isRefusal(done)) return done.code === 'key-reused' ? again(done.status, 'error.sent-before', { key: randomUUID() }) : again(done.status, 'error.trouble');
    const now = runtime.clock();
    const { number, code } = numberAndCode(worldOf(runtime, directory, now, `anyone/${form.key}`).derive, capability, language);
    const region = directory.district(form.draft.district)?.region ?? '';
    const office = officeAt(directory, 'guardianship-specialist', { region, district: form.draft.district }, language) ?? '';
    return sendPage(reply, 201, donePage({ language, demo, number, code, office, by: by(now, region, language) }));
  }

  // Its own room, so that whatever goes wrong here is told in a page, not in JSON.
  void app.register((pages, _options, done) => {
    pages.setErrorHandler((error: FastifyError, request, reply) => {
      const status = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 503;
      if (status === 503) logFailure(request, runtime.clock(), error);
      return sendPage(reply, status, troublePage({ language: languageFor(request), demo }));
    });

    pages.get(paths.form, async (request, reply) => {
      const language = languageFor(request);
      const regions = regionsOf(await runtime.directory(null), language);
      return sendPage(reply, 200, formPage({ language, demo, key: randomUUID(), draft: emptyDraft, regions, missing: [], error: null }));
    });
    pages.post(paths.form, async (request, reply) => {
      const form = askForm(request.body);
      return ask(reply, form, form.switchTo ?? form.current ?? requestLanguage(request), await runtime.directory(null));
    });

    pages.get(paths.follow, (request, reply) => sendPage(reply, 200, entryPage({ language: languageFor(request), demo, number: '', code: '', trouble: null })));
    pages.post(paths.follow, async (request, reply) => {
      const { number, code, switchTo, current, atEntry } = followForm(request.body);
      const language = switchTo ?? current ?? requestLanguage(request);
      const entry = (status: number, trouble: EntryView['trouble']): FastifyReply => sendPage(reply, status, entryPage({ language, demo, number, code, trouble }));
      if (atEntry && switchTo !== null) return entry(200, null);
      // What bars a release takes longer to find where there is more of it.
      const page = await onBeat(lookUp(number, code, language));
      return isRefusal(page) ? entry(page.status, page.code === 'words-wait' ? 'wait' : 'wrong') : sendPage(reply, 200, page);
    });
    done();
  });
}
