/** What every reader of a kind of file works with: it gives back a clean copy, or says what is wrong. */

/** A copy without anything that is not the picture or the page itself. */
export interface Clean {
  readonly bytes: Buffer;
  /** Of a picture, as a reader would draw it; null where there are none (a PDF). */
  readonly pixels: number | null;
}

/** `kind`: of a kind that is not taken (a moving picture). `damaged`: it breaks off, or breaks the rules of its own kind. */
export type Fault = 'kind' | 'damaged';

export const isFault = (read: Clean | Fault): read is Fault => typeof read === 'string';
