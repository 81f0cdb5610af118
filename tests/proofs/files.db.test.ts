/** Files of proceedings: who adds and takes them, what is left of them at rest, and that nothing of a broken one remains. */
import { createHash, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttachedFile, ProceedingView } from '#kernel/contract.ts';
import { exif, jpeg, pdf, planted, png, segment } from '#kernel/files/pictures.fixture.ts';
import { scanBy } from '#kernel/files/scan.ts';
import { standIn } from '#kernel/files/scanner.fixture.ts';
import { largestFile } from '#kernel/files/terms.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { everythingStored, expectProblem } from './problems.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

let s: TestServer;
let specialist: string;
let operator: string;
let opened: ProceedingView;

interface Sent {
  readonly bytes: Buffer;
  readonly token?: string | null;
  readonly id?: string;
  readonly type?: string;
  readonly name?: string;
  readonly key?: string;
  readonly match?: number | null;
}
const read = async (id = opened.id, token: string | null = specialist): Promise<ProceedingView> => (await s.call({ url: `/api/proceedings/${id}`, token })).json<ProceedingView>();
async function send({ bytes, token = specialist, id = opened.id, type = 'image/jpeg', name = 'үй.jpg', key = randomUUID(), match }: Sent): Promise<Answer> {
  const sequence = match === undefined ? (await read(id)).sequence : match;
  return s.app.inject({
    method: 'POST', url: `/api/proceedings/${id}/files`, payload: bytes,
    headers: {
      'content-type': type, 'file-name': encodeURIComponent(name), 'idempotency-key': key, 'accept-language': 'kk',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(sequence === null ? {} : { 'if-match': `"${sequence}"` }),
    },
  });
}
const fileOf = (answer: Answer): AttachedFile => {
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(201);
  const [line] = answer.json<ProceedingView>().story;
  expect(line?.step).toBe('attach');
  return line?.input as unknown as AttachedFile;
};
const fetchFile = (file: string, token: string | null = specialist, id = opened.id): Promise<Answer> => s.call({ url: `/api/proceedings/${id}/files/${file}`, token });
const kept = async (): Promise<number> => (await s.owner.query<{ n: number }>('select count(*)::int as n from kernel.file')).rows[0]?.n ?? -1;

beforeAll(async () => {
  s = await testServer();
  ({ token: specialist } = await s.as('guardianship-specialist'));
  ({ token: operator } = await s.as('operator'));
  const answer = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Айша', age: 7 }], category: 'physical', danger: 'violence', summary: 'a' } });
  expect(answer.statusCode, answer.body).toBe(201);
  opened = answer.json<ProceedingView>();
});
afterAll(() => s.close());

describe('a file', () => {
  it('in which the scanner finds something is not kept, nor any while it does not answer', async () => {
    const clamd = await standIn(null);
    const failures: unknown[] = [];
    const app = await buildApp({ runtime: { ...s.runtime, scan: scanBy(clamd.place, (error) => failures.push(error)) }, demo: true, changes: changes() });
    const attach = async (bytes: Buffer): Promise<Answer> => app.inject({
      method: 'POST', url: `/api/proceedings/${opened.id}/files`, payload: bytes,
      headers: { 'content-type': 'image/jpeg', 'file-name': 'a.jpg', 'idempotency-key': randomUUID(), authorization: `Bearer ${specialist}`, 'if-match': `"${(await read()).sequence}"` },
    });
    const before = await kept();
    // In a remark, which would not even have been kept.
    const infected = planted(jpeg, segment(0xfe, 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'));
    const refused = async (bytes: Buffer): Promise<unknown[]> => {
      const answer = await attach(bytes);
      return [answer.statusCode, answer.json<{ code: string }>().code];
    };
    expect(await refused(infected)).toEqual([400, 'file-infected']);
    expect([clamd.seen.at(-1)?.equals(infected), await kept()]).toEqual([true, before]);
    expect((await attach(jpeg)).statusCode).toBe(201);
    clamd.close();
    expect(await refused(jpeg)).toEqual([503, 'file-unscanned']);
    expect([await kept(), failures.length]).toEqual([before + 1, 1]);
    await app.close();
  });
});

describe('a photograph with the place where it was taken', () => {
  it('is kept without it, under the chain, sealed, and comes back as an attachment that nothing of ours draws', async () => {
    expect(opened.attach).toMatchObject({ href: `/api/proceedings/${opened.id}/files` });
    const photograph = planted(jpeg, segment(0xe1, exif(6)), segment(0xfe, 'құпия мекенжай'));
    const before = await read();
    const answer = await send({ bytes: photograph, name: '../үйге бару.png' });
    const file = fileOf(answer);
    expect(answer.headers.etag).toBe(`"${before.sequence + 1}"`);
    expect(file).toMatchObject({ name: 'үйге бару.jpg', type: 'image/jpeg', size: jpeg.length + 36 });
    const { rows } = await s.owner.query<{ sealed: Buffer; sequence: number }>('select sealed, sequence from kernel.file where id = $1', [file.file]);
    const sealed = rows[0]?.sealed ?? Buffer.alloc(0);
    expect(createHash('sha256').update(sealed).digest('hex')).toBe(file.sha256);
    expect(rows[0]?.sequence).toBe(before.sequence + 1);
    expect(sealed.includes(jpeg.subarray(100, 130))).toBe(false);

    const got = await fetchFile(file.file);
    expect(got.statusCode).toBe(200);
    for (const trace of [exif(6).subarray(-70, -40), Buffer.from('телефоны'), Buffer.from('құпия')]) expect(got.rawPayload.includes(trace)).toBe(false);
    expect(got.rawPayload.subarray(60)).toEqual(jpeg.subarray(24));
    expect(got.headers).toMatchObject({
      'content-type': 'image/jpeg', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'", 'cross-origin-resource-policy': 'same-origin',
      'content-disposition': `attachment; filename="____ ____.jpg"; filename*=UTF-8''${encodeURIComponent('үйге бару.jpg')}`,
    });
    const looks = await s.owner.query<{ what: string }>('select what from kernel.look where target = $1 and route = $2', [opened.id, `GET /api/proceedings/:id/files/:file ${file.file}`]);
    expect(looks.rows).toEqual([{ what: 'proceeding' }]);
  });

  it('sent again under its key is the first one; under another body it is none', async () => {
    const key = randomUUID();
    const { sequence } = await read();
    const first = fileOf(await send({ bytes: png, key, match: sequence }));
    const n = await kept();
    const again = await send({ bytes: png, key, match: sequence });
    expect([again.statusCode, again.headers['entry-sequence'], fileOf(again).file]).toEqual([201, String(sequence + 1), first.file]);
    expectProblem(await send({ bytes: jpeg, key, match: sequence }), s.runtime.texts, 'kk', { status: 422, code: 'key-reused' });
    expect(await kept()).toBe(n);
  });
});

describe('what is no picture and no PDF', () => {
  it('is refused with what to do, by its content alone, and leaves nothing', async () => {
    const { sequence } = await read();
    const before = await everythingStored(s);
    const largest = s.runtime.registry.terms.value(largestFile, s.clock.now()).value * 1024 * 1024;
    const cases: readonly (readonly [Partial<Sent>, number, string])[] = [
      [{ bytes: Buffer.alloc(0) }, 400, 'file-empty'],
      [{ bytes: Buffer.from('<!doctype html><script>alert(1)</script>'), type: 'image/jpeg', name: 'a.jpg' }, 415, 'file-kind'],
      [{ bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), type: 'image/png' }, 415, 'file-kind'],
      [{ bytes: jpeg, type: 'text/html' }, 415, 'unsupported-media'],
      [{ bytes: jpeg, type: 'image/svg+xml' }, 415, 'unsupported-media'],
      [{ bytes: Buffer.from('{}'), type: 'multipart/form-data; boundary=x' }, 415, 'unsupported-media'],
      [{ bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), type: 'image/heic' }, 415, 'file-heic'],
      [{ bytes: jpeg.subarray(0, 200) }, 400, 'file-damaged'],
      [{ bytes: Buffer.alloc(largest + 1) }, 413, 'file-too-large'],
      [{ bytes: png, match: sequence - 1 }, 412, 'sequence-stale'],
      [{ bytes: png, match: null }, 428, 'sequence-missing'],
      [{ bytes: png, key: 'x' }, 400, 'key-missing'],
      [{ bytes: png, token: null }, 401, 'no-session'],
    ];
    for (const [sent, status, code] of cases) expectProblem(await send({ bytes: png, match: sequence, ...sent }), s.runtime.texts, 'kk', { status, code });
    const odd = await s.app.inject({ method: 'POST', url: `/api/proceedings/${opened.id}/files`, payload: png, headers: { 'content-type': 'image/png', 'file-name': '%zz', authorization: `Bearer ${specialist}`, 'idempotency-key': randomUUID(), 'if-match': `"${sequence}"`, 'accept-language': 'kk' } });
    expectProblem(odd, s.runtime.texts, 'kk', { status: 400, code: 'invalid-input' });
    expect(await everythingStored(s)).toEqual(before);
  });

  it('a JSON body makes none, nor does the uniform address of a step', async () => {
    const { sequence } = await read();
    const before = await everythingStored(s);
    const json = await s.call({ url: `/api/proceedings/${opened.id}/files`, token: specialist, match: sequence, body: { file: randomUUID() } });
    expect(json.statusCode).toBe(415);
    const forged = await s.call({ url: `/api/cases/protection/${opened.id}/attach`, token: specialist, match: sequence, body: { file: randomUUID(), name: 'a', type: 'text/html', size: 1, sha256: '' } });
    expect(forged.statusCode).toBe(404);
    expect(await everythingStored(s)).toEqual(before);
  });

  it('a picture under another picture’s name is taken for what it is', async () => {
    expect(fileOf(await send({ bytes: png, type: 'image/jpeg', name: 'a.jpg' }))).toMatchObject({ name: 'a.png', type: 'image/png' });
    expect(fileOf(await send({ bytes: pdf, type: 'application/octet-stream', name: `${'ұзақ'.repeat(100)}.exe` }))).toMatchObject({ name: `${'ұзақ'.repeat(30)}.pdf`, type: 'application/pdf' });
  });
});

describe('whose it is not', () => {
  it('learns nothing: a file that is not there, one of another proceeding and one that is not his are the same 404', async () => {
    const file = fileOf(await send({ bytes: png }));
    const elsewhere = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Дана', age: 5 }], category: 'neglect', danger: 'violence', summary: 'b' } });
    const other = elsewhere.json<ProceedingView>().id;
    const answers = [
      await fetchFile(file.file, operator), await fetchFile(randomUUID(), operator), await fetchFile(randomUUID()), await fetchFile(file.file, specialist, other),
      await fetchFile(file.file, specialist, randomUUID()), await fetchFile('x'), await send({ bytes: png, token: operator, match: 1 }), await send({ bytes: png, id: randomUUID(), match: 1 }),
    ];
    for (const answer of answers) expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not-found']);
    expect((await fetchFile(file.file, s.clockToken.toString('base64url'))).statusCode).toBe(404);
    const { rows } = await s.owner.query<{ n: number }>(`select count(*)::int as n from kernel.look where what = 'refused' and route like $1`, [`%${file.file}`]);
    expect(rows[0]?.n).toBeGreaterThanOrEqual(3);
  });

  it('and a class of fields that is not his hides it from one who sees the proceeding', async () => {
    const file = fileOf(await send({ bytes: png }));
    await s.owner.query(`update kernel.file set kind = 'cases.protection/police' where id = $1`, [file.file]);
    const without = s.runtime.registry.rules.get('guardianship-specialist')?.kinds.has('cases.protection/police') ?? true;
    if (without) await s.owner.query(`update kernel.file set kind = 'cases.protection/nobody' where id = $1`, [file.file]);
    expect((await fetchFile(file.file)).statusCode).toBe(404);
  });
});

describe('what is changed or destroyed underneath', () => {
  it('is not handed out', async () => {
    const file = fileOf(await send({ bytes: png }));
    await s.owner.query('update kernel.file set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1) where id = $1', [file.file]);
    const answer = await fetchFile(file.file);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([500, 'internal']);
  });

  it('a file whose subject’s key is gone opens no more, and none comes to it', async () => {
    const mine = (await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Арай', age: 9 }], category: 'neglect', danger: 'violence', summary: 'c' } })).json<ProceedingView>();
    const file = fileOf(await send({ bytes: png, id: mine.id }));
    await s.owner.query('update kernel.subject_key set wrapped = null, destroyed_at = $2 where subject = $1', [mine.subject.id, s.clock.now()]);
    const answer = await fetchFile(file.file, specialist, mine.id);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'erased']);
    expect((await send({ bytes: png, id: mine.id, match: 3 })).json<{ code: string }>().code).toBe('erased');
  });
});

describe('an upload that breaks off', () => {
  it('leaves nothing, and the next one goes through', async () => {
    await s.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = s.app.server.address() as { port: number };
    const before = await everythingStored(s);
    const { sequence } = await read();
    for (let i = 0; i < 6; i += 1) {
      const socket = connect(port, '127.0.0.1');
      await new Promise<void>((sent) => {
        socket.write([`POST /api/proceedings/${opened.id}/files HTTP/1.1`, 'Host: x', 'Content-Type: image/jpeg', 'Content-Length: 100000', `Authorization: Bearer ${specialist}`,
          `Idempotency-Key: ${randomUUID()}`, `If-Match: "${sequence}"`, '', ''].join('\r\n'));
        socket.write(jpeg, () => sent());
      });
      await pause(60);
      socket.destroy();
    }
    await pause(200);
    expect(await everythingStored(s)).toEqual(before);
    fileOf(await send({ bytes: jpeg, match: sequence }));
  });
});
