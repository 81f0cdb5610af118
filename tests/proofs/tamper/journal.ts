/** A small real journal: cases opened, read, noted and moved through the HTTP door, sealed now and then, with a witness who looks each time. */
import { sealAll } from '#kernel/journal/sealer.ts';
import { openCheckpoint, type Checkpoint } from '#kernel/journal/checkpoint.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import type { TestServer } from '../server.ts';

/** What the witness holds at the end. What comes after is written, and in part sealed, but not yet under it. */
export async function makeJournal(s: TestServer, cases: number): Promise<Checkpoint[]> {
  const { token } = await s.as('guardianship-specialist');
  const held: Checkpoint[] = [];
  const seal = async (): Promise<Checkpoint> => {
    s.clock.add(60_000);
    await sealAll({ pool: s.runtime.pool, clockToken: s.clockToken, signer: s.runtime.journal }, s.clock.now());
    const checkpoint = openCheckpoint((await s.call({ url: '/api/journal/checkpoint' })).body, s.runtime.journal);
    if (checkpoint === null) throw new Error('the checkpoint that is served is not signed');
    return checkpoint;
  };
  const work = async (n: number): Promise<void> => {
    const opened = await s.call({ url: '/api/cases/protection', token, body: { children: [{ name: `Айша ${n}`, age: 7 }], category: 'physical', danger: 'violence', summary: 'көкесі ұрады' } });
    if (opened.statusCode !== 201) throw new Error(opened.body);
    let view = opened.json<ProceedingView>();
    for (let i = 0; i < 4; i += 1) {
      s.clock.add(1_000);
      const noted = await s.call({ url: `/api/cases/protection/${view.id}/note`, token, match: view.sequence, body: { text: `белгі ${i}` } });
      if (noted.statusCode !== 200) throw new Error(noted.body);
      view = noted.json<ProceedingView>();
    }
    await s.call({ url: `/api/proceedings/${view.id}`, token });
    await s.call({ url: '/api/my-day', token });
    const door = await s.call({ url: '/api/session', body: { login: `nobody-${n}`, password: 'not his password', code: '000000' } });
    if (door.statusCode !== 401) throw new Error(door.body);
    await s.call({ url: '/api/helpline/appeals', body: { text: 'мені ұрады', channel: 'web' } });
  };
  for (let n = 0; n < cases; n += 1) {
    await work(n);
    held.push(await seal());
  }
  await work(cases);
  await seal();
  await work(cases + 1);
  return held;
}
