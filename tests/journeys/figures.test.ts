/** What the pages weigh: the promise on script is kept by every change; times are judged by `npm run bench -- web` on a machine that is at rest. */
import { expect, test } from 'vitest';
import { smallWeb, web } from '../../bench/web.ts';

const positive = expect.toSatisfy((n: number) => Number.isFinite(n) && n > 0);

test('the first pages take no more script than was promised, and their times can be measured', { timeout: 300_000 }, async () => {
  const lines = await web(smallWeb);
  expect(lines.map((line) => `${line.measure} ${line.page}`)).toEqual([
    'script staff', 'paint staff', 'paint staff', 'script public', 'paint public', 'paint public', 'answer 111 queue', 'answer my day',
  ]);
  for (const line of lines) expect(line).toMatchObject({ bench: 'web', ours: positive, limit: positive });
  expect(lines.filter((line) => line.measure === 'script' && !line.holds)).toEqual([]);
});
