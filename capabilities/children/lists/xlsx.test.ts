/** XLSX as programs write it, and as somebody writes it who means no good. */
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { kindOf, Refused } from './take-in.ts';
import { sheetLines } from './xlsx.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const book = (more = ''): Record<string, string> => ({
  'xl/workbook.xml': `${head}<workbook xmlns:r="r">${more}<sheets><sheet name="Балалар" sheetId="1" r:id="rId7"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId7" Target="worksheets/first.xml"/></Relationships>`,
  'xl/styles.xml': `${head}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': `${head}<sst><si><t>Тегі</t></si><si><r><t>Нұр</t></r><r><t>лан</t></r></si><si><t>a;"b"</t></si></sst>`,
});
const sheet = (rows: string): Record<string, string> => ({ ...book(), 'xl/worksheets/first.xml': `${head}<worksheet><sheetData>${rows}</sheetData></worksheet>` });

async function zipped(parts: Record<string, string | Uint8Array>, options: { password?: string } = {}): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  for (const [name, text] of Object.entries(parts)) await writer.add(name, new Uint8ArrayReader(typeof text === 'string' ? Buffer.from(text) : text));
  return Buffer.from(await writer.close());
}
async function read(bytes: Buffer): Promise<string> {
  let text = '';
  for await (const chunk of sheetLines(bytes)) text += chunk.toString();
  return text;
}
const refusal = async (bytes: Buffer): Promise<string> => read(bytes).then(() => 'read', (error: unknown) => (error instanceof Refused ? error.refusal.code : `thrown ${String(error)}`));

describe('an XLSX', () => {
  it('is lines of CSV: strings, days, long numbers; a formula is its text', async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>ЖСН</t></is></c></row>
      <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>41732</v></c><c r="C3"><v>1.40403500011E11</v></c><c r="D3" s="2"><v>1</v></c></row>
      <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" t="str"><f>CMD("x")&amp;A1</f><v>асан</v></c></row>`;
    expect(await read(await zipped(sheet(rows)))).toBe('Тегі;;ЖСН\n\nНұрлан;2014-04-03;140403500011;1900-01-01\n"a;""b""";"=CMD(""x"")&A1"\n');
  });
  it('of a Mac counts its days from 1904', async () => {
    const parts = { ...sheet('<row><c s="1"><v>40270</v></c></row>'), ...{ 'xl/workbook.xml': book('<workbookPr date1904="1"/>')['xl/workbook.xml'] ?? '' } };
    expect(await read(await zipped(parts))).toBe('2014-04-03\n');
  });
  it('that is broken, locked or no workbook is refused in words', { timeout: 60_000 }, async () => {
    const whole = await zipped(sheet('<row><c><v>1</v></c></row>'));
    expect(await refusal(whole.subarray(0, whole.length - 30))).toBe('children.list-damaged');
    expect(await refusal(await zipped({ 'a.txt': 'x' }))).toBe('children.list-damaged');
    expect(await refusal(await zipped(sheet('<row><c><v>1</v>')))).toBe('children.list-damaged');
    expect(await refusal(await zipped(sheet('<row>&nowhere;</row>')))).toBe('children.list-damaged');
    expect(await refusal(await zipped(sheet('<row/>'), { password: 'x' }))).toBe('children.list-locked');
  });
  it('that grows a thousandfold is refused, and takes no memory', { timeout: 60_000 }, async () => {
    const before = process.memoryUsage().rss;
    const bomb = await zipped({ ...book(), 'xl/worksheets/first.xml': Buffer.concat([Buffer.from(`${head}<worksheet><sheetData>`), Buffer.alloc(36 * 1024 * 1024, '<row/>')]) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal(bomb)).toBe('children.list-bomb');
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });
});

describe('what a file is', () => {
  const kind = (bytes: Buffer): string => {
    try {
      return kindOf(bytes);
    } catch (error) {
      return error instanceof Refused ? error.refusal.code : String(error);
    }
  };
  it('its content says, whatever it is called', () => {
    expect(kind(Buffer.from('тегі;аты\n'))).toBe('csv');
    expect(kind(Buffer.from([0xff, 0xfe, 0x10, 0x04, 0x00, 0x00, 0x00, 0x00]))).toBe('csv');
    expect(kind(Buffer.from('PK\x03\x04'))).toBe('xlsx');
    expect(kind(Buffer.alloc(0))).toBe('file-empty');
    expect(kind(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 1]))).toBe('children.list-kind');
    expect(kind(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'))).toBe('children.list-kind');
    expect(kind(Buffer.from('%PDF-1.7'))).toBe('children.list-kind');
    expect(kind(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('children.list-locked');
  });
});
