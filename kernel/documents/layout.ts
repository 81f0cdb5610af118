/** How documents look: one face for all of them. Pure: what is given is what stands there. */
import { toMillis, type Instant } from '../clock.ts';
import type { Language } from '../contract.ts';
import type { Block } from '../procedures/documents.ts';
import { cleanText } from '../texts/clean.ts';

/** Around a document's blocks. */
export interface Frame {
  readonly language: Language;
  readonly now: Instant;
  readonly title: string;
  /** The house it comes from. */
  readonly house: string;
  /** Number, dates, who made it. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** At the foot of every page, beside its number. */
  readonly mark: string;
  /** `Бет: 1 / 2`. */
  page(number: number, of: number): string;
  readonly signature: { readonly sign: string; readonly date: string };
}

/** A piece as pdfmake takes it. */
export type Piece = Readonly<Record<string, unknown>>;
export type Layout = Piece;

/** What turns the line round is not seen by whoever signs. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** A word longer than any line may break after so many letters (a blank of no width): to look for the place letter by letter takes seconds. */
const longest = /\S{40}(?=\S)/gu;
const words = (text: string): string => cleanText(text).replaceAll('\r\n', '\n').replaceAll('\t', ' ').replace(turning, '').replace(longest, '$&\u200b');

const soft = '#444444';
const rule = '______________________';
const noLines = { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0, paddingRight: () => 8, paddingTop: () => 1, paddingBottom: () => 3 };
const thinLines = { hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => '#999999', paddingLeft: () => 4, paddingRight: () => 4, paddingTop: () => 4, paddingBottom: () => 4 };

const factsOf = (facts: readonly (readonly [string, string])[]): Piece => ({
  table: { widths: ['34%', '*'], body: facts.map(([label, value]) => [{ text: words(label), color: soft }, { text: words(value) }]) },
  layout: noLines,
  margin: [0, 2, 0, 8],
});

function pieceOf(block: Block, { signature }: Frame): Piece {
  switch (block.kind) {
    case 'heading':
      return { text: words(block.text), bold: true, fontSize: 12, margin: [0, 8, 0, 4] };
    case 'text':
      return { text: words(block.text), margin: [0, 0, 0, 6] };
    case 'note':
      return { text: words(block.text), fontSize: 9, color: soft, margin: [0, 2, 0, 6] };
    case 'facts':
      return factsOf(block.facts);
    case 'table':
      return {
        table: {
          headerRows: 1,
          widths: block.widths?.map((share) => `${share}%`) ?? block.head.map(() => '*'),
          body: [block.head.map((text) => ({ text: words(text), bold: true, fontSize: 10 })), ...block.rows.map((row) => row.map((text) => ({ text: words(text), fontSize: 10 })))],
        },
        layout: thinLines,
        margin: [0, 2, 0, 10],
      };
    case 'signatures':
      return {
        unbreakable: true,
        margin: [0, 14, 0, 0],
        stack: block.who.map((who) => ({
          columns: [
            { width: '40%', text: words(who), margin: [0, 0, 8, 0] },
            { width: '35%', text: `${rule}\n${words(signature.sign)}`, fontSize: 9, color: soft },
            { width: '*', text: `${rule}\n${words(signature.date)}`, fontSize: 9, color: soft },
          ],
          margin: [0, 0, 0, 12],
        })),
      };
  }
}

export function layoutOf(blocks: readonly Block[], frame: Frame): Layout {
  const title = words(frame.title);
  return {
    pageSize: 'A4',
    pageMargins: [62, 48, 42, 62],
    language: frame.language,
    displayTitle: true,
    version: '1.7',
    info: { title, creator: 'Qorgan', producer: 'Qorgan', creationDate: new Date(toMillis(frame.now)) },
    defaultStyle: { font: 'Noto', fontSize: 11, lineHeight: 1.2 },
    footer: (page: number, of: number) => ({
      columns: [{ text: words(frame.mark), width: '*' }, { text: frame.page(page, of), width: 'auto', noWrap: true, alignment: 'right', margin: [12, 0, 0, 0] }],
      fontSize: 8, color: soft, margin: [62, 12, 42, 0],
    }),
    content: [
      { text: words(frame.house), color: soft, margin: [0, 0, 0, 14] },
      { text: title, bold: true, fontSize: 15, margin: [0, 0, 0, 8] },
      factsOf(frame.facts),
      ...blocks.map((block) => pieceOf(block, frame)),
    ],
  };
}
