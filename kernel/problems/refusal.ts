/**
 * A refusal is a value, not an exception: a stable code, an HTTP status, and what the sentence
 * needs to be written in the reader's language (texts `problem.<code>`).
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly status: number;
  readonly params: Readonly<Record<string, string | number>>;
  /** Where in the input the trouble is, as JSON pointers, each with a code of its own. */
  readonly fields?: readonly { readonly path: string; readonly code: string }[];
  /** Extra members of the problem document, e.g. both versions on a stale sequence. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export function refuse(
  code: string,
  status: number,
  params: Refusal['params'] = {},
  more: Pick<Refusal, 'fields' | 'extra'> = {},
): Refusal {
  return { refused: true, code, status, params, ...more };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
