/**
 * HTML as a value: whatever is put into a template is escaped unless it is a template itself. Pure, and the only
 * place where text becomes markup. Attributes must stand in double quotes in the template.
 */
export interface Html {
  readonly markup: string;
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that no page may hold (HTML forbids them), and halves of a pair of surrogates. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

/** Text without what neither a page nor the database can hold. Nothing one can see is lost. */
export const cleanText = (text: string): string => text.toWellFormed().replace(forbidden, '');

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
