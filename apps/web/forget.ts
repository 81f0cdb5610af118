/** Once nobody is signed in, nothing that anybody read stays in the memory of the page. */
import type { QueryClient } from '@tanstack/react-query';

/** `path`: of the question who is signed in, which stays. What a page on the screen is just asking is not touched. */
export const forgetAll = (client: QueryClient, path: string): void =>
  client.removeQueries({ predicate: (query) => query.queryKey[1] !== path && query.getObserversCount() === 0 });
