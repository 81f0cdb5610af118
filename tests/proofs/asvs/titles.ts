/** The titles of the tests of a file, read from its source: those that run, not those that are skipped for good. */
import ts from 'typescript';

const never = new Set(['skip', 'todo', 'fails']);

/** `it.each(rows)` → it, each; null where it is no test. */
function wordsOf(expression: ts.Expression): readonly string[] | null {
  if (ts.isIdentifier(expression)) return ['it', 'test'].includes(expression.text) ? [expression.text] : null;
  if (ts.isCallExpression(expression)) return wordsOf(expression.expression);
  if (!ts.isPropertyAccessExpression(expression)) return null;
  const before = wordsOf(expression.expression);
  return before === null ? null : [...before, expression.name.text];
}

/** What a template puts in is written `…`. */
function titleOf(node: ts.Node | undefined): string | null {
  if (node === undefined) return null;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map((span) => `…${span.literal.text}`)].join('') : null;
}

export function titlesIn(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const words = wordsOf(node.expression);
      const title = words === null || words.some((word) => never.has(word)) ? null : titleOf(node.arguments[0]);
      if (title !== null) found.add(title);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.test.ts', source, ts.ScriptTarget.Latest));
  return found;
}
