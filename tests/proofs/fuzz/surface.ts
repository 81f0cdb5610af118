/** Everything the program says it answers to, out of its own OpenAPI document, and the public pages beside it. */
import type { TestServer } from '../server.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: object;
}
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The schema of its input, resolved; null where it takes none. */
  readonly body: object | null;
  /** Media types of a body that is no JSON. */
  readonly raw: readonly string[];
  /** Content types by status; none where the answer is empty. */
  readonly answers: ReadonlyMap<number, readonly string[]>;
  /** Answers with a page, and takes a form. */
  readonly page: boolean;
}

interface Documented {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

/** Fields of the forms that need no script. */
const words = { type: 'string', maxLength: 300 };
const oneOf = (...values: string[]): object => ({ type: 'string', enum: values });
const always = { key: { type: 'string', format: 'uuid' }, lang: oneOf('', '', 'kk', 'ru'), current: oneOf('kk', 'ru', 'en') };
const forms: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  '/help': { ...always, text: words, answer: oneOf('write', 'none'), who: oneOf('child', 'third-party'), where: words, contact: words, school: { type: 'string', format: 'organisation' } },
  '/follow': { ...always, number: words, code: words, text: words, act: oneOf('look', 'write', 'withdraw'), at: oneOf('entry', 'talk') },
  '/rights': { ...always, number: words, code: words },
  '/what-next': { ...always, text: words, answer: oneOf('write', 'none'), where: words },
  '/representatives': { ...always, name: words, relation: oneOf('mother', 'guardian', 'other'), childName: words, childBorn: { type: 'string', format: 'date' }, district: { type: 'string', format: 'district' }, asks: words, contact: words },
  '/representatives/follow': { ...always, number: words, code: words, at: oneOf('entry', 'talk') },
};
const html = ['text/html'];
const json = ['application/problem+json'];
const pages: readonly Operation[] = [
  ...['/', ...Object.keys(forms)].map((path): Operation => ({
    method: 'GET', path, body: null, raw: [], page: true, answers: new Map([[200, html], [421, json]]),
    parameters: ['lang', 'school'].map((name) => ({ name, in: 'query', required: false, schema: { type: 'string' } })),
  })),
  { method: 'GET', path: '/s/{id}', body: null, raw: [], page: true, answers: new Map<number, readonly string[]>([[303, []], [404, json], [421, json]]), parameters: [] },
  ...Object.entries(forms).map(([path, fields]): Operation => ({
    method: 'POST', path, page: true, raw: [], parameters: [], answers: new Map([[421, json], ...[200, 201, 400, 404, 409, 413, 415, 422, 429].map((status) => [status, html] as const)]),
    body: { type: 'object', properties: fields, required: Object.keys(fields).filter((name) => !(name in always)) },
  })),
];

export async function surface(server: TestServer): Promise<readonly Operation[]> {
  const { paths } = (await server.call({ url: '/api/openapi.json' })).json<{ paths: Record<string, Record<string, Documented>> }>();
  const found: Operation[] = [];
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, told] of Object.entries(methods)) {
      const schema = told.requestBody?.content['application/json']?.schema;
      const body = schema?.$ref === undefined ? schema : (await server.call({ url: schema.$ref })).json<object>();
      const answers = new Map(Object.entries(told.responses).map(([status, r]) => [Number(status), Object.keys(r.content ?? {})]));
      const raw = Object.keys(told.requestBody?.content ?? {}).filter((type) => type !== 'application/json');
      found.push({ method: method.toUpperCase() as Operation['method'], path, parameters: told.parameters ?? [], body: body ?? null, raw, answers, page: false });
    }
  }
  return [...found, ...pages];
}
