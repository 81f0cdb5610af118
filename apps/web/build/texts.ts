/**
 * Texts of the whole program, one language a file: `virtual:texts/kk`. A browser loads the language it shows and no
 * other. Gathers kernel/texts/texts.ts (`kernelTexts`), apps/web/texts.ts (`webTexts`) and capabilities/<cap>/texts.ts (`texts`).
 */
import { existsSync, readdirSync } from 'node:fs';
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
      const language = languages.find((l) => id === `\0${prefix}${l}`);
      if (language === undefined) return null;
      const all = await (read ??= readTexts(root));
      const one = Object.fromEntries(Object.entries(all).map(([key, text]) => [key, text[language]]));
      // A string to parse: browsers read JSON faster than the same as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(one))});`;
    },
  };
}
