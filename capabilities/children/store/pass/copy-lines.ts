/** Rows of PostgreSQL's COPY in text form, as they arrive. An empty text and no value are the same here. */
import { StringDecoder } from 'node:string_decoder';

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const plain = (value: string): string => (value === '\\N' ? '' : value.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter));

/** What takes the chunks; its answer is the error that `take` threw, or null. */
export function copyLines(take: (row: readonly string[]) => void): (chunk: Buffer) => Error | null {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return (chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    try {
      for (const line of lines) {
        const row = line.split('\t');
        take(line.includes('\\') ? row.map(plain) : row);
      }
      return null;
    } catch (error) {
      return error as Error;
    }
  };
}
