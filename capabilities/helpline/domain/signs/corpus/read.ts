/** Reads corpus lines `danger|language|text`. */
import type { Danger } from '#kernel/procedures/declare.ts';

export interface Sample {
  readonly danger: Danger;
  readonly language: string;
  readonly text: string;
}

export function read(lines: string): Sample[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [danger = '', language = '', ...text] = line.split('|');
      if (!/^[0-3]$/.test(danger)) throw new Error(`corpus: ${line}`);
      return { danger: Number(danger) as Danger, language, text: text.join('|') };
    });
}
