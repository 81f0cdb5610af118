/** OpenAPI 3.1 of the uniform interface, made from the declarations themselves. */
import type { FastifyInstance } from 'fastify';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { publishedSchemas, schemaHash } from '#kernel/procedures/schemas.ts';
import { say } from '#kernel/texts/text.ts';

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: Record<string, unknown>;
}

const problem = { description: 'A problem, RFC 9457, in the language of Accept-Language.', content: { 'application/problem+json': {} } };
const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } };
const match = { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const failures = (...statuses: number[]): Record<string, unknown> => Object.fromEntries(statuses.map((s) => [String(s), problem]));

export function openApi(runtime: Runtime): Record<string, unknown> {
  const { registry, texts } = runtime;
  const paths: Record<string, Record<string, Operation>> = {
    '/api/session': { get: { summary: 'Who is signed in', responses: { 200: { description: 'The session.' }, ...failures(401) } } },
    '/api/my-day': { get: { summary: 'What the acting appointment must do, by danger and time', responses: { 200: { description: 'A page.' }, ...failures(400, 401) } } },
    '/api/proceedings': { get: { summary: 'Open proceedings of a scope', responses: { 200: { description: 'A page.' }, ...failures(400, 401) } } },
    '/api/procedures': { get: { summary: 'What the caller may start', responses: { 200: { description: 'Procedures.' } } } },
    '/api/proceedings/{id}': { get: { summary: 'One proceeding, with the steps the caller may take now', parameters: [id], responses: { 200: { description: 'The proceeding; ETag is its sequence.' }, ...failures(401, 404) } } },
    '/api/helpline/appeals': { post: { summary: 'An appeal to 111; answers its number and code', parameters: [key], responses: { 201: { description: 'Number and code.' }, ...failures(400, 413, 415, 422) } } },
    '/api/helpline/appeals/lookup': { post: { summary: 'Where an appeal stands, by number and code', responses: { 200: { description: 'State and messages.' }, ...failures(400, 404) } } },
  };
  for (const p of registry.procedures) {
    const base = `/api/${p.id.replace('.', '/')}`;
    const body = (step: string, schema: object) => ({ required: true, content: { 'application/json': { schema: { $ref: `/api/schemas/${p.id}.${step}.${schemaHash(schema)}` } } } });
    if (p.start !== undefined) {
      paths[base] = { post: { summary: `${say(texts, 'en', p.id)}: start`, parameters: [key], requestBody: body('start', p.start.input), responses: { 201: { description: 'The proceeding, or a receipt.' }, ...failures(400, 401, 404, 413, 415, 422, 503) } } };
    }
    for (const [name, step] of Object.entries(p.steps)) {
      paths[`${base}/{id}/${name}`] = {
        post: { summary: `${say(texts, 'en', p.id)}: ${name}`, parameters: [id, key, match], requestBody: body(name, step.input), responses: { 200: { description: 'The proceeding, or a receipt.' }, ...failures(400, 401, 404, 409, 412, 413, 415, 422, 428, 503) } },
      };
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
