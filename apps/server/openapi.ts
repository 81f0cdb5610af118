/** OpenAPI 3.1 of the whole interface, made from the declarations and contracts themselves. */
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { publishedSchemas, schemaHash } from '#kernel/procedures/schemas.ts';
import { say } from '#kernel/texts/text.ts';
import { described, type Described } from './openapi-routes.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: Record<string, unknown>;
}

const problem = { description: 'A problem, RFC 9457, in the language of Accept-Language.', content: { 'application/problem+json': {} } };
const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } };
const match = { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } };
const prefer = { name: 'Prefer', in: 'header', required: false, schema: { type: 'string' }, description: 'return=minimal answers 204 without the representation (RFC 7240).' };
const acting = { name: 'X-Qorgan-As', in: 'header', required: false, schema: { type: 'string', format: 'uuid' }, description: 'The appointment under which the call was written: 409 other-appointment where the session acts under another, 401 where nobody is signed in.' };
/** What any write may meet before its own rules: no body that can be read, a session that is not the one it was written under, another site's page, too much, another kind of content. */
const anyWrite = [400, 401, 403, 409, 413, 415] as const;
/** What any call may meet: it came by plain http, was meant for another address, was one too many, or the database is away. */
const anyCall = [403, 421, 429, 503] as const;
const failures = (method: Described['method'], statuses: readonly number[]): Record<string, unknown> =>
  Object.fromEntries([...statuses, ...(method === 'get' ? [] : anyWrite), ...anyCall].map((s) => [String(s), problem]));

const inPath = (path: string): readonly unknown[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string', ...(name === 'id' || name === 'file' ? { format: 'uuid' } : {}) } }));

function parametersIn(place: 'query' | 'header', of: TSchema | undefined): readonly unknown[] {
  const { properties = {}, required = [] } = (of ?? {}) as { properties?: Record<string, unknown>; required?: readonly string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: place, required: required.includes(name), schema }));
}

const jsonBody = (schema: unknown): unknown => ({ required: true, content: { 'application/json': { schema } } });
const rawBody = (types: readonly string[]): unknown => ({ required: true, content: Object.fromEntries(types.map((type) => [type, { schema: {} }])) });

function operation(d: Described): Operation {
  const parameters = [...inPath(d.path), ...parametersIn('query', d.query), ...parametersIn('header', d.headers), ...(d.key === true ? [key] : []), ...(d.match === true ? [match] : []), ...(d.method === 'get' ? [] : [acting])];
  const types = typeof d.type === 'object' ? d.type : [d.type ?? 'application/json'].filter((type) => type !== '');
  return {
    operationId: `${d.method} ${d.path}`,
    summary: d.summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(d.body === undefined ? {} : { requestBody: jsonBody(d.body) }),
    ...(d.raw === undefined ? {} : { requestBody: rawBody(d.raw) }),
    responses: { [d.status]: { description: d.answer, ...(types.length === 0 ? {} : { content: Object.fromEntries(types.map((type) => [type, {}])) }) }, ...failures(d.method, d.failures) },
  };
}

export function openApi(runtime: Runtime): { openapi: string; info: { title: string; version: string }; paths: Record<string, Record<string, Operation>> } {
  const { registry, texts } = runtime;
  const paths: Record<string, Record<string, Operation>> = {};
  for (const d of described) (paths[d.path] ??= {})[d.method] = operation(d);
  for (const p of registry.procedures) {
    const base = `/api/${p.id.replace('.', '/')}`;
    const body = (step: string, schema: object): unknown => jsonBody({ $ref: `/api/schemas/${p.id}.${step}.${schemaHash(schema)}` });
    const told = (status: number): Record<string, unknown> => ({ [status]: { description: 'The proceeding, or a receipt.', content: { 'application/json': {} } } });
    const post = (path: string, name: string, more: Pick<Operation, 'parameters' | 'requestBody' | 'responses'>): void => {
      paths[path] = { post: { operationId: `post ${path}`, summary: `${say(texts, 'en', p.id)}: ${name}`, ...more } };
    };
    if (p.start !== undefined) {
      post(base, 'start', { parameters: [key, acting], requestBody: body('start', p.start.input), responses: { ...told(201), ...failures('post', [401, 404, 409, 422]) } });
    }
    for (const [name, step] of Object.entries(p.steps)) {
      const path = `${base}/{id}/${name}`;
      post(path, name, { parameters: [...inPath(path), key, match, prefer, acting], requestBody: body(name, step.input), responses: { ...told(200), 204: { description: 'Done; ETag is the sequence.' }, ...failures('post', [401, 404, 409, 412, 422, 428]) } });
    }
  }
  return { openapi: '3.1.0', info: { title: 'Qorgan', version: '1' }, paths };
}

export function mountOpenApi(app: FastifyInstance, runtime: Runtime): void {
  const document = openApi(runtime);
  app.get('/api/openapi.json', () => document);
  // Kept here so that a published schema never disappears while somebody holds its address.
  if (publishedSchemas(runtime.registry.procedures).size === 0) throw new Error('no procedure declares an input');
}
