/** One call: mostly right, and wrong somewhere. */
import fc from 'fast-check';
import type { Role } from '#kernel/access/roles.ts';
import { arbitraryInput } from '../arbitrary-input.ts';
import type { Chance } from './chance.ts';
import { brokenText, mutated } from './mutate.ts';
import { inHeader, nasty } from './nasty.ts';
import type { Operation, Parameter } from './surface.ts';
import type { Seen, World } from './world.ts';

export interface Shot {
  readonly operation: Operation | null;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
  /** Whose session it carries; null where it carries none that is good. */
  readonly role: Role | null;
  /** Ended after the call: calls about sessions get one of their own. */
  readonly own: boolean;
}

/** Inputs that fit a schema, a handful at a time: making them costs more than breaking them. */
export function inputs(world: World, c: Chance): (schema: object) => unknown {
  const made = new Map<object, unknown[]>();
  const directory = world.server.runtime.directory(null);
  let data: Awaited<typeof directory>['data'] | null = null;
  void directory.then((d) => (data = d.data));
  return (schema) => {
    let some = made.get(schema) ?? [];
    if (some.length === 0) {
      if (data === null) return {};
      const known = { directory: data, now: world.server.clock.now(), children: world.children, texts: world.server.runtime.texts, near: [] };
      some = fc.sample(arbitraryInput(schema, known), { numRuns: 12, seed: c.below(2 ** 31) });
      made.set(schema, some);
    }
    return structuredClone(some.pop());
  };
}

const odd = (c: Chance): string => encodeURIComponent(c.one(nasty).toWellFormed()).slice(0, 3_000);

function inPath(operation: Operation, name: string, seen: Seen | null, world: World, c: Chance): string {
  if (c.in(0.1)) return odd(c) || '%20';
  if (name === 'name') return c.one(['cases.protection.start.0123456789abcdef', 'none', '..%2f..', '__proto__']);
  if (name === 'size') return String(c.one([1, 2, 7, 0, -1, 1e15, 2 ** 53]));
  if (seen !== null && c.in(0.8)) return seen.id;
  return c.in(0.8) && world.uuids.length > 0 ? c.one(world.uuids) : c.uuid();
}

function inQuery(parameters: readonly Parameter[], world: World, make: (schema: object) => unknown, c: Chance): string {
  const parts: string[] = [];
  for (const { name, schema } of parameters.filter((p) => p.in === 'query')) {
    if (c.in(0.35)) continue;
    const times = c.in(0.06) ? c.one([2, 3, 50]) : 1;
    for (let i = 0; i < times; i += 1) {
      const value = c.in(0.3) ? odd(c) : c.in(0.2) && world.uuids.length > 0 ? c.one(world.uuids) : encodeURIComponent(String(make(schema)).toWellFormed());
      parts.push(`${c.in(0.04) ? `${name}[${c.one(['0', 'a', '__proto__', ''])}]` : name}${c.in(0.03) ? '' : `=${value}`}`);
    }
  }
  if (c.in(0.06)) parts.push(`${odd(c)}=${odd(c)}`);
  if (c.in(0.03)) parts.push(c.one(['&&&', '=', '%', '__proto__=1', 'constructor=1', `${'a=1&'.repeat(2_000)}`, '#', '?', ';', '%00=1']));
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

function payloadOf(operation: Operation, world: World, make: (schema: object) => unknown, c: Chance): { text: string; type: string } {
  const fits = operation.body === null ? {} : make(operation.body);
  let value = fits;
  if (typeof fits === 'object' && fits !== null && 'number' in fits && 'code' in fits && world.codes.length > 0 && c.in(0.7)) value = { ...fits, ...c.one(world.codes) };
  const broken = c.next();
  if (broken < 0.45) for (let i = 1 + c.below(2); i > 0; i -= 1) value = mutated(value, c);
  if (operation.page) {
    const fields = Object.entries((value ?? {}) as Record<string, unknown>).map(([k, v]) => `${encodeURIComponent(k.toWellFormed())}=${encodeURIComponent((typeof v === 'string' ? v : JSON.stringify(v) ?? '').toWellFormed())}`);
    return { text: c.in(0.06) ? brokenText(fields.join('&'), c) : fields.join('&'), type: 'application/x-www-form-urlencoded' };
  }
  const text = JSON.stringify(value);
  return { text: broken > 0.9 ? brokenText(text, c) : text, type: 'application/json' };
}

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** The beginnings of the kinds that are taken, and of some that are not. */
const beginnings: readonly Buffer[] = [png, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('RIFF\0\0\0\0WEBPVP8 '), Buffer.from('%PDF-1.7\n'), Buffer.from('PK\x03\x04'), Buffer.from('<svg onload="alert(1)">'), Buffer.from('\0\0\0\x18ftypheic'), Buffer.from('MZ'), Buffer.alloc(0)];

/** Bytes of a file: whole, cut, with a few of them changed, or of no kind at all. */
function bytesOf(c: Chance): Buffer {
  if (c.in(0.4)) return png;
  const bytes = Buffer.concat([c.one(beginnings), Buffer.from(Array.from({ length: c.below(400) }, () => c.below(256)))]);
  for (let i = c.below(6); i > 0 && bytes.length > 0; i -= 1) bytes[c.below(bytes.length)] = c.below(256);
  return c.in(0.2) ? bytes.subarray(0, c.below(bytes.length + 1)) : bytes;
}

const types: readonly string[] = [
  'application/json; charset=utf-8', 'application/json;charset=koi8-r', 'APPLICATION/JSON', 'text/plain', 'text/html', 'application/xml', 'multipart/form-data; boundary=a', 'application/x-www-form-urlencoded', 'application/problem+json', 'application/json, text/html', '', ';', 'application/json; charset="',
];
/** Headers that a stranger may send, one or two at a time. */
const strange = (c: Chance, world: World): readonly (readonly [string, string])[] => {
  const any = inHeader(c.one(nasty));
  return [
    ['accept-language', any], ['accept-language', 'kk;q=0.1, ru;q=abc, *'], ['accept', any], ['prefer', any], ['prefer', 'return=minimal'], ['cookie', any], ['cookie', `qorgan=${any}; qorgan=${any}`], ['cookie', '__Host-qorgan=a; qorgan-way=b'],
    ['authorization', any], ['authorization', `Bearer ${'a'.repeat(200)}`], ['authorization', 'Basic OjE='], ['x-forwarded-for', any], ['x-forwarded-for', '203.0.113.9, 10.0.0.1'], ['x-forwarded-proto', 'https'], ['x-forwarded-proto', any], ['x-forwarded-host', any],
    ['host', any], ['origin', any], ['origin', 'https://evil.kz'], ['origin', 'null'], ['sec-fetch-site', c.one(['cross-site', 'same-origin', any])], ['referer', any], ['user-agent', any], ['content-encoding', c.one(['gzip', 'br', any])], ['content-type', c.one(types)],
    ['content-type', any], ['x-http-method-override', 'DELETE'], ['range', 'bytes=0-1'], ['if-none-match', '*'], ['if-match', any], ['if-match', c.one(['*', '"1"', 'W/"1"', '0', '"999999999"'])], ['idempotency-key', any], ['accept-encoding', c.one(['gzip', 'br', '*;q=0', any])],
    ['idempotency-key', world.keys.length === 0 ? '' : c.one(world.keys)], ['x-qorgan-away', '1'], ['x-qorgan-as', c.in(0.5) ? c.uuid() : any], ['x-original-url', '/api/users'], ['accept-version', any],
  ];
};

/** Not a good route at all, or one in odd dress. */
const elsewhere = (c: Chance, operation: Operation): { method: string; url: string } => {
  const plain = operation.path.replace(/\{\w+\}/g, 'x');
  return c.one([
    { method: c.one(['PUT', 'PATCH', 'OPTIONS', 'HEAD', 'DELETE', 'POST', 'GET']), url: plain }, { method: 'GET', url: `/${odd(c)}` }, { method: 'GET', url: `/api/${odd(c)}` }, { method: 'POST', url: plain.toUpperCase() }, { method: 'GET', url: `${plain}/` },
    { method: 'POST', url: plain.replace('/api', '/%61pi') }, { method: 'GET', url: plain.replace('/api', '/api//') }, { method: 'GET', url: `/app/${odd(c)}` }, { method: 'GET', url: c.one(['/.env', '/.git/config', '/metrics/../api/users', '/server-status', '/api/..%2f..%2fpackage.json', '/app/..%2f..%2fpackage.json']) },
  ]);
};

const isStep = ({ path }: Operation): boolean => /\{id\}\/[\w-]+$/.test(path);

/** `ownToken`: of a session for this call alone. */
export async function shot(world: World, operations: readonly Operation[], deal: () => Operation, make: (schema: object) => unknown, c: Chance, ownToken: () => Promise<string>): Promise<Shot> {
  let seen = world.seen.length === 0 ? null : c.one(world.seen);
  let url: string | null = null;
  // Half of them follow what the program itself offers, so that calls get beyond the door.
  const offered = seen === null || seen.steps.length === 0 || c.in(0.55) ? null : c.one(seen.steps).href;
  const told = offered === null ? undefined : operations.find((o) => o.path === offered.replace(seen?.id ?? '', '{id}'));
  // Otherwise all in turn; those that are no steps more often, since most steps lead nowhere without their proceeding.
  const operation = told ?? (c.in(0.5) ? deal() : c.one(operations.filter((o) => !isStep(o))));
  if (told !== undefined && c.in(0.9)) url = offered;
  if (told === undefined) {
    const fit = world.seen.filter((s) => operation.path.startsWith(`/api/${s.procedure.replace('.', '/')}/`));
    if (fit.length > 0) seen = c.one(fit);
  }
  const aboutSession = /^\/api\/session(?!\/demo)/.test(operation.path) && operation.method !== 'GET';
  const stays = operation.path === '/api/events';
  const may = world.starts.get(operation.path);
  const role = stays || operation.page || c.in(0.12) ? null 
    : may !== undefined && c.in(0.7) ? c.one(may) : seen !== null && c.in(0.8) ? seen.role : c.one([...world.tokens.keys()]);
  const token = role === null ? (c.in(0.5) ? null : 'x'.repeat(43)) : aboutSession ? await ownToken() : (world.tokens.get(role) ?? '');

  let { method } = operation as { method: string };
  url ??= operation.path.replace(/\{(\w+)\}/g, (_, name: string) => inPath(operation, name, seen, world, c)) + inQuery(operation.parameters, world, make, c);
  const away = c.in(0.04);
  if (away) ({ method, url } = elsewhere(c, operation));

  const headers: Record<string, string> = { 'accept-language': c.one(['kk', 'ru', 'en']) };
  if (token !== null) headers[c.in(0.15) ? 'cookie' : 'authorization'] = '';
  if (token !== null) for (const name of Object.keys(headers)) if (headers[name] === '') headers[name] = name === 'cookie' ? `qorgan=${token}` : `Bearer ${token}`;
  let payload: string | Buffer | undefined;
  if (method !== 'GET' && method !== 'HEAD') {
    if (c.in(0.96)) headers['idempotency-key'] = c.uuid();
    if (seen !== null && c.in(0.92)) headers['if-match'] = `"${c.in(0.9) ? seen.sequence : c.below(40)}"`;
    for (const { name } of operation.parameters.filter((p) => p.in === 'header' && !(p.name.toLowerCase() in headers))) if (c.in(0.5) && !['Prefer', 'If-Match', 'Idempotency-Key', 'X-Qorgan-As'].includes(name)) headers[name.toLowerCase()] = c.in(0.5) ? odd(c) : inHeader(c.one(nasty));
    if (operation.raw.length > 0) {
      payload = bytesOf(c);
      headers['content-type'] = c.in(0.9) ? c.one(operation.raw) : c.one(types);
    } else if (c.in(operation.body === null ? 0.1 : 0.96)) {
      const sent = payloadOf(operation, world, make, c);
      payload = sent.text;
      headers['content-type'] = c.in(0.97) ? sent.type : c.one(types);
      if (c.in(0.03)) delete headers['content-type'];
    }
  }
  if (c.in(0.25)) for (let i = 1 + c.below(2); i > 0; i -= 1) {
    const [name, value] = c.one(strange(c, world));
    headers[name] = value;
  }
  const key = headers['idempotency-key'];
  if (key !== undefined && world.keys.length < 50) world.keys.push(key);
  return { operation: away ? null : operation, method, url, headers, ...(payload === undefined ? {} : { payload }), role, own: aboutSession };
}
