/** The tree that fastify prints, as `METHOD /path`. */
export function mounted(tree: string): string[] {
  const stack: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^((?:│ {3}| {4})*)[├└]── (.+?) \(([A-Z, ]+)\)$/.exec(line);
    if (found === null) return [];
    const depth = (found[1] ?? '').length / 4;
    stack.length = depth;
    const path = stack.join('') + (found[2] ?? '');
    stack.push(found[2] ?? '');
    return (found[3] ?? '').split(', ').filter((m) => m !== 'HEAD').map((m) => `${m} ${path}`);
  });
}
