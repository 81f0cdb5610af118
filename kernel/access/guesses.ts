/** Guesses at the four words that belong to a number: of all public pages together, in this process. */
import { toMillis } from '../clock.ts';
import { refuse, type Refusal } from '../problems/refusal.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { wordsTries, wordsWait } from '../signin/terms.ts';
import { plainNumber } from './code.ts';
import { tries, type Tries } from './tries.ts';

const kept = new WeakMap<Runtime, Tries>();
function of(runtime: Runtime): Tries {
  const { terms } = runtime.registry;
  const found = kept.get(runtime) ?? tries((at) => ({ free: terms.value(wordsTries, at).value, waitMs: toMillis(terms.due(wordsWait, at)) - toMillis(at) }));
  kept.set(runtime, found);
  return found;
}

/** What `find` finds by number and words (null: nothing, or not these words); the refusal where one must wait before the next guess. */
export async function guessed<T>(runtime: Runtime, number: string, find: () => Promise<T | null>): Promise<T | Refusal> {
  const at = runtime.clock();
  const what = plainNumber(number);
  const wait = of(runtime).wait(what, at);
  if (wait > 0) return refuse('words-wait', 429, {}, { extra: { wait } });
  const found = await find();
  if (found === null) of(runtime).failed(what, at);
  else of(runtime).succeeded(what);
  return found ?? refuse('not-found', 404);
}
