/** An answer that must not tell by its time how it was found goes out on a beat counted from its arrival. */

/** Milliseconds; longer than the work usually takes, too short to be felt. */
export const beat = 25;

const oneBeat = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, beat));

/** The answer, or the failure, of `work` at the first beat after it is there. */
export async function onBeat<T>(work: Promise<T>): Promise<T> {
  let there = false;
  const done = (): void => void (there = true);
  work.then(done, done);
  do await oneBeat();
  while (!there);
  return work;
}
