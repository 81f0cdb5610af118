import { describe, expect, it } from 'vitest';
import type { Answer, Call, Question } from '../call.ts';
import { memoryShelf, type Kept } from './kept.ts';
import { send } from './send.ts';

const kept = (more: Partial<Kept> = {}): Kept => ({ id: 'k', fileId: 'f', appointment: 'a', at: '2026-11-23T05:00:00.000Z', path: '/api/schools/concern', input: { name: 'x' }, picture: null, ...more });
const picture = { name: 'сурет.jpg', content: new ArrayBuffer(4) };
const view = { id: 'p', sequence: 3, attach: { href: '/api/proceedings/p/files', types: [], largest: 10 } };
const ok = (data: unknown): Answer<never> => ({ ok: true, status: 201, data: data as never, date: null });
const no = (status: number, refused: boolean): Answer<never> => ({ ok: false, status, refused, problem: { type: '', title: '', detail: '', status, code: 'x' } });

function server(...answers: readonly Answer<never>[]) {
  const asked: { path: string; question: Question | undefined }[] = [];
  const left = [...answers];
  const call: Call = (path, question) => {
    asked.push({ path, question });
    return Promise.resolve(left.shift() ?? no(0, false)) as never;
  };
  return { call, asked };
}

describe('sending what was kept', () => {
  it('goes out under its own key every time', async () => {
    const { call, asked } = server(no(0, false), ok(view));
    expect(await send(call, kept())).toEqual({ state: 'waits' });
    expect(await send(call, kept())).toEqual({ state: 'arrived', proceeding: 'p', pictureLost: false });
    expect(asked.map((a) => a.question?.key)).toEqual(['k', 'k']);
  });

  it.each([[no(0, false), 'waits'], [no(503, false), 'waits'], [no(429, false), 'waits'], [no(401, true), 'waits'], [no(400, true), 'refused'], [no(404, true), 'refused']] as const)('%j → %s', async (answer, state) => {
    expect((await send(server(answer).call, kept())).state).toBe(state);
  });

  it('takes its picture along, with the sequence of the answer; a lost network between repeats both', async () => {
    const { call, asked } = server(ok(view), no(0, false), ok(view), ok({}));
    expect(await send(call, kept({ picture }))).toEqual({ state: 'waits' });
    expect(await send(call, kept({ picture }))).toEqual({ state: 'arrived', proceeding: 'p', pictureLost: false });
    expect(asked.map((a) => [a.path, a.question?.key, a.question?.sequence])).toEqual([
      ['/api/schools/concern', 'k', undefined], [view.attach.href, 'f', 3], ['/api/schools/concern', 'k', undefined], [view.attach.href, 'f', 3],
    ]);
  });

  it('arrives without its picture where it went to another house, or the picture is none', async () => {
    expect(await send(server(ok({ id: 'p', receipt: true })).call, kept({ picture }))).toEqual({ state: 'arrived', proceeding: 'p', pictureLost: true });
    expect(await send(server(ok(view), no(415, true)).call, kept({ picture }))).toEqual({ state: 'arrived', proceeding: 'p', pictureLost: true });
    expect(await send(server(ok(view), no(412, true)).call, kept({ picture }))).toEqual({ state: 'waits' });
  });
});

describe('a shelf', () => {
  it('gives each appointment its own, and counts the others’', async () => {
    const shelf = memoryShelf();
    await shelf.put(kept());
    await shelf.put(kept({ id: 'k2', appointment: 'b' }));
    expect((await shelf.of('a')).map((k) => k.id)).toEqual(['k']);
    expect(await shelf.others('a')).toBe(1);
    await shelf.remove('k');
    expect(await shelf.of('a')).toEqual([]);
  });
});
