/**
 * Texts of the whole program, two files a language: `virtual:texts/kk` with the words of the first page, and
 * `virtual:texts/kk/rest`. A browser loads the language it shows and no other, and the rest when a second page is opened. Gathers kernel/texts/texts.ts (`kernelTexts`), apps/web/texts.ts (`webTexts`) and capabilities/<cap>/texts.ts (`texts`).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import type { Plugin } from 'vite';
import { gatherTexts, languages } from '../../../kernel/texts/text.ts';
import type { Texts } from '../../../kernel/texts/text.ts';

const prefix = 'virtual:texts/';

/** Files that bring texts, and the name they export them under. */
export function textFiles(root: string): readonly { readonly file: string; readonly name: string }[] {
  const capabilities = join(root, 'capabilities');
  const folders = existsSync(capabilities) ? readdirSync(capabilities).sort() : [];
  return [
    { file: join(root, 'kernel/texts/texts.ts'), name: 'kernelTexts' },
    { file: join(root, 'apps/web/texts.ts'), name: 'webTexts' },
    ...folders.map((folder) => ({ file: join(capabilities, folder, 'texts.ts'), name: 'texts' })),
  ].filter(({ file }) => existsSync(file));
}

async function readTexts(root: string): Promise<Texts> {
  const parts: Texts[] = [];
  for (const { file, name } of textFiles(root)) {
    const { module } = await runnerImport<Record<string, Texts | undefined>>(file, {
      root,
      configFile: false,
      logLevel: 'error',
    });
    const part = module[name];
    if (part === undefined) throw new Error(`${file} does not export ${name}`);
    parts.push(part);
  }
  return gatherTexts(parts);
}

/** The shell, my day and signing in; dangers, roles, and how sure a term is; a page that is not there. What the server says comes in its answers. */
const ofFirstPage = /^(web|danger|role|standing|problem\.not-found)\./;

/** Places of the menu that the capabilities bring stand on the first page too. */
function placesIn(root: string): ReadonlySet<string> {
  const files = readdirSync(join(root, 'capabilities')).map((folder) => join(root, 'capabilities', folder, 'ui/index.tsx')).filter((file) => existsSync(file));
  return new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/titleKey: '([^']+)'/g)].map((m) => m[1] ?? '')));
}

/** Whether the first page may show this text. */
export function onFirstPage(root: string): (key: string) => boolean {
  const places = placesIn(root);
  return (key) => ofFirstPage.test(key) || places.has(key);
}

/** `root` is the folder of the project. */
export function texts(root: string): Plugin {
  let read: Promise<Texts> | null = null;
  return {
    name: 'qorgan-texts',
    buildStart() {
      read = null;
      for (const { file } of textFiles(root)) this.addWatchFile(file);
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    async load(id) {
      const asked = languages.flatMap((language) => [false, true].map((rest) => ({ language, rest }))).find(({ language, rest }) => id === `\0${prefix}${language}${rest ? '/rest' : ''}`);
      if (asked === undefined) return null;
      const all = await (read ??= readTexts(root));
      const first = onFirstPage(root);
      const one = Object.fromEntries(Object.entries(all).flatMap(([key, text]) => (first(key) === asked.rest ? [] : [[key, text[asked.language]]])));
      // A string to parse: browsers read JSON faster than the same as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(one))});`;
    },
  };
}
