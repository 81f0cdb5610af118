/**
 * One small typed call to our own API. A problem is a value, never an exception: the screen must say
 * what happened and what is safe, so every outcome has a shape.
 */
import type { Language, Problem } from '#kernel/contract.ts';

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** In place of a body: a file, sent as it is. What it is, the server finds out by itself. */
  readonly file?: File;
  /** Required on every write that may be repeated; one key per attempt, see `attempt.ts`. */
  readonly key?: string;
  /** The sequence a step was written on; becomes `If-Match: "7"`. */
  readonly sequence?: number;
  /** The appointment under which it was written; under another the server does not do it. */
  readonly as?: string;
  readonly signal?: AbortSignal;
}

/** The problem document with any extra members (`extra` of a refusal). */
export type ProblemDocument = Problem & Readonly<Record<string, unknown>>;

export type Answer<T> =
  /** `entry`: of a write, the sequence that it led to; the data may be of a later one where the write is repeated. */
  | { readonly ok: true; readonly status: number; readonly data: T; readonly date: string | null; readonly entry: number | null }
  | {
      readonly ok: false;
      readonly status: number;
      readonly problem: ProblemDocument;
      /** The server answered and refused, so nothing was changed. False: the outcome is not known. */
      readonly refused: boolean;
    };

export type Call = <T>(path: string, question?: Question) => Promise<Answer<T>>;

/** Problems the client itself finds. Texts: `web.problem.<code>.title` and `.detail`. */
export type OwnCode = 'no-network' | 'not-understood' | 'server-trouble' | 'no-passkey' | 'organisation-refused';

export function ownProblem(code: OwnCode, status: number): ProblemDocument {
  return { type: 'about:blank', title: '', detail: '', status, code };
}

export interface CallSettings {
  readonly fetch: typeof globalThis.fetch;
  readonly language: () => Language;
  /** Told of every answer that was not kept by a cache: the server's clock. */
  readonly onDate?: (date: string) => void;
  /** Told when the server no longer knows the session. */
  readonly onSignedOut?: () => void;
}

/** A path of our own API, so that a href from an answer can never send the cookie's holder elsewhere. */
const ours = (path: string): boolean => /^\/api\/[^\s\\]*$/.test(path) && !path.includes('/../');

function headersOf(question: Question, language: Language): Record<string, string> {
  const write = question.method !== undefined && question.method !== 'GET';
  return {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': language,
    ...(write ? { 'X-Qorgan': '1' } : {}),
    ...(question.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(question.file === undefined ? {} : { 'Content-Type': 'application/octet-stream', 'File-Name': encodeURIComponent(question.file.name) }),
    ...(question.key === undefined ? {} : { 'Idempotency-Key': question.key }),
    ...(question.sequence === undefined ? {} : { 'If-Match': `"${question.sequence}"` }),
    ...(question.as === undefined ? {} : { 'X-Qorgan-As': question.as }),
  };
}

function isProblem(value: unknown): value is ProblemDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { code?: unknown }).code === 'string' &&
    'status' in value
  );
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function callWith(settings: CallSettings): Call {
  return async <T>(path: string, question: Question = {}): Promise<Answer<T>> => {
    if (!ours(path)) throw new Error(`not a path of the API: ${path}`);
    let response: Response;
    let body: unknown;
    try {
      response = await settings.fetch(path, {
        method: question.method ?? 'GET',
        headers: headersOf(question, settings.language()),
        credentials: 'same-origin',
        ...(question.body === undefined ? {} : { body: JSON.stringify(question.body) }),
        ...(question.file === undefined ? {} : { body: question.file }),
        ...(question.signal === undefined ? {} : { signal: question.signal }),
      });
      body = await bodyOf(response);
    } catch (error) {
      if (question.signal?.aborted === true) throw error;
      return { ok: false, status: 0, problem: ownProblem('no-network', 0), refused: false };
    }
    const date = response.headers.get('Date');
    if (date !== null && !path.startsWith('/api/schemas/')) settings.onDate?.(date);
    const entry = response.headers.get('Entry-Sequence');
    if (response.ok && body !== undefined) return { ok: true, status: response.status, data: body as T, date, entry: entry === null ? null : Number(entry) };
    // Who is refused at the door had no session that could have ended.
    if (response.status === 401 && !(isProblem(body) && body.code === 'sign-in-failed')) settings.onSignedOut?.();
    const refused = !response.ok && response.status < 500 && response.status !== 429;
    const fallback = ownProblem(response.status >= 500 ? 'server-trouble' : 'not-understood', response.status);
    return { ok: false, status: response.status, problem: isProblem(body) ? body : fallback, refused };
  };
}
