/**
 * What the sources say, read by the compiler's own parser: the texts between quotes, the words, the keys made of parts,
 * the keys that are asked for, and those that stand on a button. Files that only write texts down are not read: a text
 * is not used by being there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import ts from 'typescript';

export interface Source {
  /** From the project's folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

export interface Said {
  /** Texts between quotes, whole. */
  readonly strings: Set<string>;
  /** Names and numbers, and the words that strings are made of. */
  readonly words: Set<string>;
  /** Keys made of parts; each group is a part that is put in. */
  readonly made: Map<string, RegExp>;
  /** Keys that are asked for by `t()`, `say()`, a `…Key`, and the file that does. */
  readonly asked: Map<string, string>;
  /** Keys on a button, and on a link that looks like one. */
  readonly buttons: Set<string>;
  /** Names of fields: of types, of schemas, of records. */
  readonly fields: Set<string>;
  /** Codes of refusals. */
  readonly refused: Map<string, string>;
}

const root = join(import.meta.dirname, '../../..');
const rooms = ['kernel', 'capabilities', 'apps', 'design'];
const writesTexts = /(^|\/)(texts\/[^/]+|texts|[\w-]+-texts)\.tsx?$/;
const tests = /\.test\.tsx?$|\/testing\.ts$|\.fixture\.ts$/;
const read = new Set(['.ts', '.tsx', '.sql']);

/** Every source of the program itself. */
export function programSources(): readonly Source[] {
  return rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && read.has(extname(entry.name)))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path, file: relative(root, path).split(sep).join('/') }))
      .filter(({ file }) => !writesTexts.test(file) && !tests.test(file))
      .map(({ path, file }) => ({ file, text: readFileSync(path, 'utf8') })),
  );
}

const dotted = /^[a-z][\w-]*(\.[\w-]+)+$/;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const isText = (node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);

/** Keys an expression may be: through conditions and `??`, not through other calls. */
function keysOf(node: ts.Expression | undefined): readonly string[] {
  if (node === undefined) return [];
  if (isText(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return keysOf(node.expression);
  if (ts.isBinaryExpression(node)) return [...keysOf(node.left), ...keysOf(node.right)];
  return [];
}

/** `` `web.day.${part}` `` as what it can be; null where not even its beginning is known. */
function madeOf(node: ts.TemplateExpression): RegExp | null {
  if (!/^[a-z][\w-]*\./.test(node.head.text)) return null;
  return new RegExp(`^${escaped(node.head.text)}${node.templateSpans.map((span) => `(.+)${escaped(span.literal.text)}`).join('')}$`);
}

const attributesOf = (node: ts.JsxElement): readonly ts.JsxAttribute[] => node.openingElement.attributes.properties.filter(ts.isJsxAttribute);
const looksLikeButton = (node: ts.JsxElement): boolean =>
  node.openingElement.tagName.getText() === 'Button' ||
  attributesOf(node).some((a) => a.name.getText() === 'className' && a.initializer !== undefined && ts.isStringLiteral(a.initializer) && /\bbutton\b/.test(a.initializer.text));

/** In pages of the public: what stands right in a button, or in a link that looks like one. */
const publicButton = /<(?:button|a) class="(?:go|plain)"[^>]*>\$\{t\('([^']+)'/g;

function visitAll(node: ts.Node, file: string, said: Said): void {
  const word = (text: string): void => {
    for (const one of text.split(/[^\p{L}\d]+/u)) said.words.add(one);
  };
  if (isText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
    if (isText(node)) said.strings.add(node.text);
    word(node.text);
  } else if (ts.isIdentifier(node) || ts.isNumericLiteral(node)) said.words.add(node.text);
  else if (ts.isTemplateExpression(node)) {
    const made = madeOf(node);
    if (made !== null) said.made.set(made.source, made);
  } else if (ts.isCallExpression(node)) {
    const callee = node.expression.getText();
    const ask = (key: string): void => void said.asked.set(key, file);
    if (callee === 't') keysOf(node.arguments[0]).forEach(ask);
    else if (callee === 'say') keysOf(node.arguments[2]).filter((key) => dotted.test(key)).forEach(ask);
    else if (callee === 'refuse') for (const code of keysOf(node.arguments[0])) said.refused.set(code, file);
  } else if (ts.isPropertySignature(node)) said.fields.add(node.name.getText());
  else if (ts.isPropertyAssignment(node)) {
    said.fields.add(node.name.getText());
    if (/Key$/.test(node.name.getText())) for (const key of keysOf(node.initializer)) if (dotted.test(key)) said.asked.set(key, file);
  } else if (ts.isJsxElement(node) && looksLikeButton(node)) {
    for (const child of node.children) {
      if (ts.isJsxExpression(child) && child.expression !== undefined && ts.isCallExpression(child.expression) && child.expression.expression.getText() === 't') {
        for (const key of keysOf(child.expression.arguments[0])) said.buttons.add(key);
      }
    }
  }
  ts.forEachChild(node, (child) => visitAll(child, file, said));
}

export function saidIn(sources: readonly Source[]): Said {
  const said: Said = { strings: new Set(), words: new Set(), made: new Map(), asked: new Map(), buttons: new Set(), fields: new Set(), refused: new Map() };
  for (const { file, text } of sources) {
    if (file.endsWith('.sql')) {
      for (const [, quoted = ''] of text.matchAll(/'([^'\n]*)'/g)) said.strings.add(quoted);
      for (const one of text.split(/[^\p{L}\d]+/u)) said.words.add(one);
      continue;
    }
    visitAll(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS), file, said);
    for (const [, key = ''] of text.matchAll(publicButton)) said.buttons.add(key);
  }
  return said;
}
