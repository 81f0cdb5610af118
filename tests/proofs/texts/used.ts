/** Which messages are asked for and not there, and which are there and never asked for. Pure. */
import { kernelSteps } from '#kernel/procedures/common.ts';
import type { Texts } from '#kernel/texts/text.ts';
import type { Finding } from './finding.ts';
import type { Said } from './sources.ts';

/** Beginnings that belong to messages and to nothing else: whatever is written out with them must be one. */
const onlyMessages = /^(web|problem|role|field|danger|unit|standing|term)\.[\w-]+(\.[\w-]+)*$/;

/** A part that was put into a key stands somewhere by itself, as a name, a value or a number. */
const isWord = (said: Said, part: string): boolean => part.split(/[^\p{L}\d]+/u).every((word) => word === '' || /^\d+$/.test(word) || said.words.has(word));

const isMade = (said: Said, key: string): boolean =>
  [...said.made.values()].some((pattern) => {
    const parts = pattern.exec(key)?.slice(1);
    return parts !== undefined && parts.every((part) => isWord(said, part));
  });

/**
 * Labels that the generic page finds by convention (design/records/facts.ts): of a class of fields, of a field by its
 * own name, of a value under its field's name (or under that alone: `category.neglect`). They count as used where class
 * and value are words of the program, and the field is one.
 */
function isLabel(said: Said, key: string, procedures: readonly string[]): boolean {
  const procedure = procedures.find((id) => key.startsWith(`${id}.`));
  const capability = key.split('.')[0] ?? '';
  if (procedure !== undefined) {
    const [kind, ...rest] = key.slice(procedure.length + 1).split('.');
    if (kind === 'step' && kernelSteps.has(rest.join('.'))) return true;
    return kind !== 'step' && kind !== 'stage' && kind !== 'outcome' && rest.length > 0 && rest.every((part) => isWord(said, part));
  }
  const [first = '', kind = '', ...rest] = key.split('.');
  if (said.fields.has(first) && rest.length === 0) return isWord(said, kind);
  const named = ['record', 'field', 'input'].includes(kind) || said.fields.has(kind);
  return procedures.some((id) => id.startsWith(`${capability}.`)) && named && rest.length > 0 && rest.every((part) => isWord(said, part));
}

export interface Declared {
  /** Keys that the declarations name, and where. */
  readonly wanted: ReadonlyMap<string, string>;
  readonly procedures: readonly string[];
}

export function missingFindings(said: Said, texts: Texts, { wanted }: Declared): readonly Finding[] {
  const asked = new Map([
    ...[...said.strings].filter((text) => onlyMessages.test(text)).map((key) => [key, 'a source'] as const),
    ...wanted,
    ...said.asked,
    ...[...said.refused].flatMap(([code, file]) => ['title', 'detail'].map((part) => [`problem.${code}.${part}`, file] as const)),
  ]);
  return [...asked].filter(([key]) => !(key in texts)).map(([key, where]) => ({ rule: 'missing', key, what: `asked for by ${where}` }));
}

export function unusedFindings(said: Said, texts: Texts, { wanted, procedures }: Declared): readonly Finding[] {
  return Object.keys(texts)
    .filter((key) => !wanted.has(key) && !said.strings.has(key) && !isMade(said, key) && !isLabel(said, key, procedures))
    .map((key) => ({ rule: 'unused', key, what: `nobody asks for it: ${texts[key]?.en ?? ''}` }));
}
