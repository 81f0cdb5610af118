/** The public pages: no script needed, no cookie, nothing kept on the device or in an address. */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Language } from '#kernel/contract.ts';
import { isUuid } from '#kernel/http/call.ts';
import { languageFor, pickLanguage, sendPage } from '#kernel/http/form.ts';
import { logFailure } from '#kernel/http/log.ts';
import { requestLanguage } from '#kernel/http/problem.ts';
import { isRefusal, type Refusal } from '#kernel/problems/refusal.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import type { Term } from '#kernel/terms/term.ts';
import { formatAmount } from '#kernel/texts/format.ts';
import { applicantStep, lookUp, takeAppeal } from './api.ts';
import type { AppealInput } from './contract.ts';
import { followForm, helpForm, learnForm, type HelpForm } from './public-form.ts';
import { rightsAt } from './rights.ts';
import { firstRead } from './terms.ts';
import { entryPage, talkPage, type TalkView } from './ui/public/follow.ts';
import { donePage, emptyDraft, helpPage, type HelpView } from './ui/public/help.ts';
import type { EntryView } from '#design/public/entry.ts';
import { paths } from '#design/public/layout.ts';
import { homePage, nextPage, rightsPage, troublePage, type Carried } from './ui/public/learn.ts';
import { leaveScript, style } from '#design/public/style.ts';

/** As long as the contract allows; a form must not be cut short silently, so the page says it. */
const longest = { text: 8000, where: 500, contact: 300 } as const;

async function schoolOf(runtime: Runtime, id: string | null, language: Language): Promise<HelpView['school']> {
  if (id === null || !isUuid(id)) return null;
  const school = (await runtime.directory(null)).organisation(id);
  return school?.kind !== 'school' || (school.endedAt != null && school.endedAt <= runtime.clock()) ? null : { id, name: school.names[language] };
}

/** What is made of the form; `who` is asked only where no school's code tells that a pupil writes. */
const appealOf = (form: HelpForm, language: Language, school: string | null): AppealInput => ({
  text: form.draft.text.trim(),
  language,
  channel: school === null ? 'web' : 'school-qr-text',
  who: school === null && form.draft.who === 'third-party' ? 'third-party' : 'child',
  ...(school === null ? {} : { school }),
  ...(form.draft.answer === null ? {} : { safeToAnswer: form.draft.answer === 'write' }),
  ...(form.draft.where.trim() === '' ? {} : { place: { words: form.draft.where.trim() } }),
  ...(form.draft.contact.trim() === '' ? {} : { contact: form.draft.contact.trim() }),
});

const helpError = (form: HelpForm): HelpView['error'] => {
  const { text, where, contact } = form.draft;
  if (text.trim() === '') return 'error.empty';
  const tooLong = text.trim().length > longest.text || where.length > longest.where || contact.length > longest.contact;
  return tooLong ? 'error.long' : null;
};

const errorOf = (refusal: Refusal): Exclude<HelpView['error'], null> => (refusal.code === 'key-reused' ? 'error.sent-before' : 'error.trouble');

export function mountPages(app: FastifyInstance, runtime: Runtime, demo: boolean): void {
  const figure = (term: Term) => runtime.registry.terms.value(term, runtime.clock());
  const length = (language: Language): string => {
    const { value, unit } = figure(firstRead);
    return formatAmount(value, unit, language);
  };
  /** Read from anywhere, or from a page with something in hand that must not be lost. */
  const learn: Readonly<Record<string, (view: { readonly language: Language; readonly demo: boolean; readonly carried: Carried | null }) => string>> = {
    '/rights': (view) => rightsPage({ ...view, rights: rightsAt((term) => figure(term).value) }),
    '/what-next': (view) => nextPage({ ...view, length: length(view.language) }),
  };

  // Its own room, so that whatever goes wrong here is told in a page, not in JSON.
  void app.register((pages, _options, done) => {
    pages.setErrorHandler((error: FastifyError, request, reply) => {
      const status = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 503;
      if (status === 503) logFailure(request, runtime.clock(), error);
      return sendPage(reply, status, troublePage({ language: languageFor(request), demo }));
    });

    for (const [path, type, text] of [
      [paths.style, 'text/css; charset=utf-8', style],
      [paths.leave, 'text/javascript; charset=utf-8', leaveScript],
    ] as const) {
      pages.get(path, (_request, reply) => reply.header('cache-control', 'no-store').type(type).send(text));
    }

    pages.get('/', (request, reply) => sendPage(reply, 200, homePage({ language: languageFor(request), demo })));
    for (const [path, page] of Object.entries(learn)) {
      pages.get(path, (request, reply) => sendPage(reply, 200, page({ language: languageFor(request), demo, carried: null })));
      pages.post(path, (request, reply) => {
        const { switchTo, current, carried } = learnForm(request.body);
        return sendPage(reply, 200, page({ language: switchTo ?? current ?? requestLanguage(request), demo, carried }));
      });
    }

    /** The address on a school's wall. */
    pages.get<{ Params: { school: string } }>('/s/:school', (request, reply) => {
      const { school } = request.params;
      const lang = pickLanguage((request.query as { lang?: unknown }).lang);
      return reply.header('cache-control', 'no-store').redirect(`/help?${isUuid(school) ? `school=${school}&` : ''}lang=${lang ?? requestLanguage(request)}`, 303);
    });

    pages.get('/help', async (request, reply) => {
      const language = languageFor(request);
      const { school } = request.query as { school?: unknown };
      const from = await schoolOf(runtime, typeof school === 'string' ? school : null, language);
      return sendPage(reply, 200, helpPage({ language, demo, key: randomUUID(), school: from, draft: emptyDraft, error: null }));
    });

    pages.post('/help', async (request, reply) => {
      const form = helpForm(request.body);
      const language = form.switchTo ?? form.current ?? requestLanguage(request);
      const again = async (status: number, error: HelpView['error'], key: string): Promise<FastifyReply> => {
        const school = await schoolOf(runtime, form.school, language).catch(() => null);
        return sendPage(reply, status, helpPage({ language, demo, key, school, draft: form.draft, error }));
      };
      if (form.switchTo !== null) return again(200, null, form.key);
      const error = helpError(form);
      if (error !== null) return again(400, error, form.key);
      try {
        const school = await schoolOf(runtime, form.school, language);
        const input = appealOf(form, language, school?.id ?? null);
        const taken = await takeAppeal(runtime, { token: null, key: form.key, method: 'POST', address: '/help', input });
        // Another text under the key of one that arrived: this one gets a key of its own.
        if (isRefusal(taken)) return await again(taken.status, errorOf(taken), taken.code === 'key-reused' ? randomUUID() : form.key);
        return sendPage(reply, 201, donePage({ language, demo, number: taken.number, code: taken.code, length: length(language), silent: form.draft.answer === 'none' }));
      } catch (failure) {
        logFailure(request, runtime.clock(), failure);
        return again(503, 'error.trouble', form.key);
      }
    });

    pages.get('/follow', (request, reply) =>
      sendPage(reply, 200, entryPage({ language: languageFor(request), demo, number: '', code: '', trouble: null })),
    );

    pages.post('/follow', async (request, reply) => {
      const form = followForm(request.body);
      const { number, code } = form;
      const language = form.switchTo ?? form.current ?? requestLanguage(request);
      const entry = (status: number, trouble: EntryView['trouble']): FastifyReply => sendPage(reply, status, entryPage({ language, demo, number, code, trouble }));
      const refused = (refusal: Refusal): FastifyReply => entry(refusal.status, refusal.code === 'words-wait' ? 'wait' : 'wrong');
      if (form.atEntry && form.switchTo !== null) return entry(200, null);

      const talk = async (status: number, with_: Partial<Pick<TalkView, 'note' | 'error' | 'draft' | 'key'>>): Promise<FastifyReply> => {
        const found = await lookUp(runtime, number, code, language, 'POST /follow');
        if (isRefusal(found)) return refused(found);
        const { id: _, ...state } = found;
        return sendPage(reply, status, talkPage({ language, demo, now: runtime.clock(), number, code, key: randomUUID(), state, draft: '', note: null, error: null, ...with_ }));
      };
      if (form.switchTo !== null) return talk(200, { draft: form.text, key: form.key });
      if (form.act === 'look') return talk(200, {});

      const text = form.text.trim();
      if (form.act === 'write' && text === '') return talk(400, { error: 'error.empty' });
      if (text.length > longest.text) return talk(400, { error: 'error.long', draft: form.text, key: form.key });
      const input = form.act === 'write' ? { text } : {};
      const refusal = await applicantStep(runtime, { key: form.key, method: 'POST', address: `/follow/${form.act}`, input }, { number, code }, form.act);
      if (refusal === null) return talk(200, { note: form.act === 'write' ? 'talk.sent' : null });
      if (refusal.code === 'not-found' || refusal.code === 'words-wait') return refused(refusal);
      if (refusal.code === 'key-reused') return talk(422, { error: 'error.sent-before', draft: form.text });
      return talk(refusal.status, { note: 'talk.not-now', draft: form.text });
    });
    done();
  });
}
