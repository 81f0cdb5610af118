/** The name a file is kept and handed out under: what people called it, and the ending of what it truly is. */
import { cut } from '../texts/text.ts';
import { endings, type FileType } from './take.ts';

const longest = 120;
/** What no system of files takes, what leads elsewhere, and what is not seen or turns the line round (U+202E makes `gpj.exe` of `exe.jpg`). */
const unfit = /[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu;

export function fileName(given: string, type: FileType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const bare = last.replace(unfit, '').replace(/\s+/g, ' ').replace(/\.[A-Za-z0-9]{1,8}$/, '').replace(/^[. ]+|[. ]+$/g, '');
  return `${bare === '' ? 'file' : cut(bare, longest).trimEnd()}.${endings[type]}`;
}

/** RFC 6266: never shown in its place, and the name as everybody's browser reads it. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const coded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
