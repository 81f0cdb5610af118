/** What is wrong with an answer, in one line; null where it is as the document says. */
import type { Problem } from '#kernel/contract.ts';
import type { Texts } from '#kernel/texts/text.ts';
import type { Answer } from '../server.ts';
import { leak } from './leak.ts';
import type { Shot } from './shot.ts';

/** What anybody may keep: no person in it. */
const keepable = /^\/(?:api\/(?:schemas|openapi\.json|agencies\/(?:regions|schools)|journal\/(?:key|checkpoint|checkpoints|consistency))|app)(?:[/?]|$)/;

const typeOf = (answer: Answer): string | null => {
  const type = answer.headers['content-type'];
  return type === undefined ? null : String(type).split(';')[0] ?? null;
};

function problemFault(answer: Answer, texts: Texts): string | null {
  if (typeOf(answer) !== 'application/problem+json') return `a refusal as ${typeOf(answer) ?? 'nothing'}`;
  if (answer.headers['content-encoding'] !== undefined) return null;
  let problem: Problem;
  try {
    problem = answer.json<Problem>();
  } catch {
    return 'a refusal that is no JSON';
  }
  if (problem.status !== answer.statusCode) return 'a refusal of another status';
  if (!(`problem.${problem.code}.title` in texts)) return `a refusal without words: ${problem.code}`;
  if (answer.headers['cache-control'] !== 'no-store') return 'a refusal that may be kept';
  const unknown = (problem.fields ?? []).find((f) => !(`field.${f.code}` in texts));
  return unknown === undefined ? null : `a field without words: ${unknown.code}`;
}

function headerFault(shot: Shot, answer: Answer): string | null {
  const { headers } = answer;
  if (headers.server !== undefined || headers['x-powered-by'] !== undefined) return 'tells what runs here';
  if (headers['x-content-type-options'] !== 'nosniff') return 'no nosniff';
  if (!/default-src 'none'/.test(String(headers['content-security-policy'])) || /unsafe/.test(String(headers['content-security-policy']))) return 'no strict content-security-policy';
  if (Object.values(headers).some((value) => /[\r\n]/.test(String(value)))) return 'a header with a line break';
  if (headers['access-control-allow-origin'] !== undefined) return 'open to other origins';
  if (headers['set-cookie'] !== undefined && !/^\/api\/(?:session|invitations)/.test(shot.url)) return 'a cookie where nobody signs in';
  if (headers.location !== undefined && !/^\/(?!\/)/.test(String(headers.location))) return `leads elsewhere: ${String(headers.location)}`;
  if (headers['cache-control'] !== 'no-store' && answer.statusCode !== 204 && !keepable.test(shot.url)) return `may be kept: ${String(headers['cache-control'])}`;
  return null;
}

export function judge(shot: Shot, answer: Answer, texts: Texts): string | null {
  const { statusCode } = answer;
  if (statusCode >= 500) return 'a failure of ours';
  if (leak.test(answer.body)) return `tells our insides: ${leak.exec(answer.body)?.[0] ?? ''}`;
  const wrong = headerFault(shot, answer);
  if (wrong !== null) return wrong;
  const { operation } = shot;
  if (operation === null) {
    if (shot.method === 'HEAD' || shot.url.startsWith('/app/') || statusCode < 400) return null;
    return typeOf(answer) === 'text/html' ? null : problemFault(answer, texts);
  }
  if (!operation.answers.has(statusCode)) return 'a status nobody told of';
  if (statusCode >= 400 && !operation.page) return problemFault(answer, texts);
  // Refused before a page could speak: what no form of ours sends.
  if (statusCode === 415 && operation.page && typeOf(answer) === 'application/problem+json') return problemFault(answer, texts);
  const told = operation.answers.get(statusCode) ?? [];
  if (statusCode === 204 && answer.body !== '') return 'words where there are none';
  return told.length === 0 || told.includes(typeOf(answer) ?? '') ? null : `${typeOf(answer) ?? 'nothing'} in place of ${told.join(', ')}`;
}
