/** Whole numbers above zero that came before: sixteen bytes each at most, where a Set takes sixty. */
export interface NumberSet {
  has(n: number): boolean;
  add(n: number): void;
}

export function numberSet(): NumberSet {
  let slots = new Float64Array(1024);
  let held = 0;
  /** Where it is, or where it belongs: 0 is a free place. */
  const place = (n: number): number => {
    let at = n % slots.length;
    while (slots[at] !== 0 && slots[at] !== n) at = (at + 1) % slots.length;
    return at;
  };
  const put = (n: number): void => {
    const at = place(n);
    if (slots[at] === n) return;
    slots[at] = n;
    held += 1;
  };
  return {
    has: (n) => slots[place(n)] === n,
    add: (n) => {
      put(n);
      if (held * 2 < slots.length) return;
      const before = slots;
      slots = new Float64Array(before.length * 2);
      held = 0;
      for (const one of before) if (one !== 0) put(one);
    },
  };
}
