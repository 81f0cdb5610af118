/** What stands behind the name of a bench. */

export interface Options {
  readonly small: boolean;
  /** What follows `--name`, each time it stands there. */
  all(name: string): readonly string[];
  one(name: string): string | null;
  /** A whole number above zero. */
  number(name: string, otherwise: number): number;
}

/** Throws with a sentence where something is not understood. */
export function optionsOf(args: readonly string[]): Options {
  const given = new Map<string, string[]>();
  let small = false;
  for (let i = 0; i < args.length; i += 1) {
    const [arg = '', value] = [args[i], args[i + 1]];
    if (arg === '--small') small = true;
    else if (arg.startsWith('--') && value !== undefined && !value.startsWith('--')) {
      given.set(arg.slice(2), [...(given.get(arg.slice(2)) ?? []), value]);
      i += 1;
    } else throw new Error(`not understood: ${arg}`);
  }
  const all = (name: string): readonly string[] => given.get(name) ?? [];
  return {
    small, all,
    one: (name) => all(name)[0] ?? null,
    number(name, otherwise) {
      const n = Number(all(name)[0] ?? otherwise);
      if (!Number.isInteger(n) || n < 1) throw new Error(`--${name} must be a whole number above zero`);
      return n;
    },
  };
}
