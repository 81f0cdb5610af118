/**
 * HTML as a value: whatever is put into a template is escaped unless it is a template itself. Pure, and the only
 * place where text becomes markup. Attributes must stand in double quotes in the template.
 */
import { cleanText } from '#kernel/texts/clean.ts';

export interface Html {
  readonly markup: string;
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => cleanText(text).replace(/[&<>"']/g, (c) => entities[c] ?? '');

const isHtml = (piece: unknown): piece is Html => typeof piece === 'object' && piece !== null && 'markup' in piece;

function write(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (isHtml(piece)) return piece.markup;
  if (typeof piece === 'object') return piece.map(write).join('');
  return escapeHtml(String(piece));
}

/** `` html`<p>${text}</p>` `` */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  markup: strings.reduce((all, part, i) => all + write(pieces[i - 1]) + part),
});

/** Text with its line breaks, as it was typed. */
export const lines = (text: string): Html => ({ markup: escapeHtml(text).replace(/\r\n|\r|\n/g, '<br>') });
