/** What the pages of signing in share. */
import { useQueryClient } from '@tanstack/react-query';
import type { ProblemDocument } from '#design/data/call.ts';

/** What is wrong with one field, in the reader's language. */
export const faultOf = (problem: ProblemDocument | null, path: string): string | null =>
  problem?.fields?.find((field) => field.path === path)?.detail ?? null;

/** A problem of the whole, not of single fields. */
export const wholeProblem = (problem: ProblemDocument | null): ProblemDocument | null => (problem?.fields === undefined ? problem : null);

/** Somebody came in, or acts as another: what the one before saw must not be seen by the next. */
export function useEntered(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    client.removeQueries({ queryKey: ['pick'] });
    client.removeQueries({ queryKey: ['receipt'] });
    await client.resetQueries({ queryKey: ['read'] });
  };
}
