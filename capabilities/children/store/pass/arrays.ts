/** Typed arrays that grow. */

type Typed = Uint8Array | Int32Array | Float64Array;

export interface Growing<T extends Typed> {
  push(n: number): void;
  length(): number;
  /** As long as it became. */
  end(): T;
}

export function growing<T extends Typed>(kind: { new (length: number): T }): Growing<T> {
  let array = new kind(1 << 16);
  let length = 0;
  return {
    push(n) {
      if (length === array.length) {
        const wider = new kind(Math.ceil(array.length * 1.6));
        wider.set(array);
        array = wider;
      }
      array[length] = n;
      length += 1;
    },
    length: () => length,
    end: () => array.slice(0, length) as T,
  };
}
