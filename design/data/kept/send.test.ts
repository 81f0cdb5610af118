import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Call, Question } from '../call.ts';
import { following, movedOn, type Kept, type WrittenStep } from './kept.ts';
import { send } from './send.ts';
import { memoryShelf } from './shelf.ts';

const written = { fileId: 'f', path: '/api/schools/concern', input: { name: 'x' }, pictureName: null, title: 'Алаңдау', about: 'x', step: null };
const kept = (more: Partial<Kept> = {}): Kept => ({ id: 'k', appointment: 'a', at: '2026-11-23T05:00:00.000Z', value: written, bytes: null, ...more });
const withPicture = { value: { ...written, pictureName: 'сурет.jpg' }, bytes: new ArrayBuffer(4) };
const step: WrittenStep = { proceeding: 'p', procedure: 'cases.protection', name: 'visit', sequence: 2, draft: {}, before: null };
const visit = (more: Partial<Kept> = {}): Kept => kept({ value: { ...written, path: '/api/cases/protection/p/visit', step }, ...more });
const view = { id: 'p', sequence: 3, attach: { href: '/api/proceedings/p/files', types: [], largest: 10 } };
const ok = (data: unknown, entry: number | null = null): Answer<never> => ({ ok: true, status: 201, data: data as never, date: null, entry });
const no = (status: number, refused: boolean, code = 'x'): Answer<never> => ({ ok: false, status, refused, problem: { type: '', title: '', detail: '', status, code } });
const otherPost = no(409, true, 'other-appointment');

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
    expect(await send(call, kept())).toMatchObject({ state: 'arrived', proceeding: 'p', pictureLost: false });
    expect(asked.map((a) => a.question?.key)).toEqual(['k', 'k']);
  });

  it.each([[no(0, false), 'waits'], [no(503, false), 'waits'], [no(429, false), 'waits'], [no(401, true), 'waits'], [no(400, true), 'refused'], [no(404, true), 'refused']] as const)('%j → %s', async (answer, state) => {
    expect((await send(server(answer).call, kept())).state).toBe(state);
  });

  it.each([[no(0, false), 'waits'], [no(401, true), 'waits'], [no(409, true), 'refused'], [no(412, true), 'changed']] as const)('of a step: %j → %s', async (answer, state) => {
    expect((await send(server(answer).call, visit())).state).toBe(state);
  });

  it('says as whom it was written, start, step and picture, and waits where the session acts as another', async () => {
    for (const one of [kept(withPicture), visit({ value: { ...visit().value, pictureName: 'сурет.jpg' }, bytes: new ArrayBuffer(4) })]) {
      const { call, asked } = server(otherPost, ok(view), otherPost, ok(view), ok({}));
      expect(await send(call, one)).toEqual({ state: 'waits' });
      expect(await send(call, one)).toEqual({ state: 'waits' });
      expect(await send(call, one)).toMatchObject({ state: 'arrived', pictureLost: false });
      expect(asked.map((a) => a.question?.as)).toEqual(['a', 'a', 'a', 'a', 'a']);
    }
  });

  it('a step that is not there is gone for whoever is signed in, and waits for whoever is not', async () => {
    expect((await send(server(no(404, true), ok({})).call, visit())).state).toBe('gone');
    expect((await send(server(no(404, true), no(401, true)).call, visit())).state).toBe('waits');
  });

  it('takes its picture along, with the sequence of the answer; a lost network between repeats both', async () => {
    const { call, asked } = server(ok(view), no(0, false), ok(view), ok({}));
    expect(await send(call, kept(withPicture))).toEqual({ state: 'waits' });
    expect(await send(call, kept(withPicture))).toMatchObject({ state: 'arrived', proceeding: 'p', pictureLost: false });
    expect(asked.map((a) => [a.path, a.question?.key, a.question?.sequence])).toEqual([
      ['/api/schools/concern', 'k', undefined], [view.attach.href, 'f', 3], ['/api/schools/concern', 'k', undefined], [view.attach.href, 'f', 3],
    ]);
  });

  it('arrives without its picture where it went to another house, or the picture is none', async () => {
    expect(await send(server(ok({ id: 'p', receipt: true })).call, kept(withPicture))).toMatchObject({ state: 'arrived', proceeding: 'p', pictureLost: true });
    expect(await send(server(ok(view), no(415, true)).call, kept(withPicture))).toMatchObject({ state: 'arrived', proceeding: 'p', pictureLost: true });
    expect(await send(server(ok(view), no(412, true)).call, kept(withPicture))).toEqual({ state: 'waits' });
  });

  it('says where a step led, also when its answer was lost and others came after it', async () => {
    expect(await send(server(ok(view, 3)).call, visit())).toMatchObject({ state: 'arrived', sequence: 3 });
    expect(await send(server(ok({ ...view, sequence: 9 }, 3)).call, visit())).toMatchObject({ state: 'arrived', sequence: 3 });
  });

  it('a picture joins one’s own step, or stands after what others did since', async () => {
    const picture = { value: { ...visit().value, pictureName: 'сурет.jpg' }, bytes: new ArrayBuffer(4) };
    const alone = server(ok(view, 3), ok({ ...view, sequence: 4 }, 4));
    expect(await send(alone.call, visit(picture))).toMatchObject({ state: 'arrived', sequence: 4 });
    const others = server(ok({ ...view, sequence: 6 }, 3), no(412, true), ok({ ...view, sequence: 7 }, 7));
    expect(await send(others.call, visit(picture))).toMatchObject({ state: 'arrived', sequence: 3, pictureLost: false });
    expect(others.asked.map((a) => a.question?.sequence)).toEqual([2, 3, 6]);
  });
});

describe('what was written on the same sight', () => {
  const at = (id: string, proceeding: string, sequence: number): Kept => visit({ id, value: { ...written, step: { ...step, proceeding, sequence } } });

  it('goes on from where the first one led; others’ do not', () => {
    const moved = following([at('1', 'p', 2), at('2', 'p', 5), at('3', 'q', 2), kept()], { proceeding: 'p', from: 2, to: 4 });
    expect(moved.map((k) => [k.id, k.value.step?.sequence])).toEqual([['1', 4]]);
  });

  it('is led on once, however often the answer is repeated', () => {
    fc.assert(fc.property(fc.nat(20), fc.integer({ min: 1, max: 5 }), fc.nat(30), (from, by, sequence) => {
      const move = { proceeding: 'p', from, to: from + by };
      const once = movedOn([move], 'p', sequence);
      expect(movedOn([move, move], 'p', once)).toBe(once);
      expect(once).toBe(sequence === from ? from + by : sequence);
    }));
  });
});

describe('a shelf', () => {
  it('gives each appointment its own in their order, and counts the others’', async () => {
    const shelf = memoryShelf<Kept['value']>();
    await shelf.put(kept({ id: 'k3' }));
    await shelf.put(kept());
    await shelf.put(kept({ id: 'k2', appointment: 'b' }));
    expect((await shelf.of('a')).map((k) => k.id)).toEqual(['k', 'k3']);
    expect(await shelf.others('a')).toBe(1);
    await shelf.remove('k');
    expect((await shelf.of('a')).map((k) => k.id)).toEqual(['k3']);
  });
});
