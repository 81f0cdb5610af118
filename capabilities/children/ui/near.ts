/** Puts an answer into what was sent, where the child stands in it. Pure. */
type Tree = Readonly<Record<string, unknown>> | readonly unknown[];

/** `path`: a JSON pointer of names and places in lists. Ids that were answered before stay answered. */
export function answered(input: unknown, path: string, answer: { readonly child: string } | { readonly not: readonly string[] }): unknown {
  const [name, ...rest] = path.split('/').slice(1);
  if (name === undefined) {
    const own = (input ?? {}) as Readonly<Record<string, unknown>>;
    return 'not' in answer ? { ...own, not: [...new Set([...((own.not ?? []) as readonly string[]), ...answer.not])] } : { ...own, ...answer };
  }
  const below = rest.map((part) => `/${part}`).join('');
  const tree = (input ?? {}) as Tree;
  if (Array.isArray(tree)) return tree.map((item: unknown, i) => (String(i) === name ? answered(item, below, answer) : item));
  return { ...tree, [name]: answered((tree as Readonly<Record<string, unknown>>)[name], below, answer) };
}
