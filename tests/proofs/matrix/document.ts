/** docs/access.md: who sees what and who may do what, as a lawyer can read it. Made from the declarations and the sentences that the matrix holds. */
import { roles, type ActorRole, type Role } from '#kernel/access/roles.ts';
import { isHead } from '#kernel/access/heads.ts';
import { rulesOf, sees } from '#kernel/access/rules.ts';
import type { Procedure, Reader } from '#kernel/procedures/declare.ts';
import type { Registry } from '#kernel/procedures/registry.ts';
import { kernelSteps } from '#kernel/procedures/common.ts';
import { without } from '#kernel/procedures/testing.ts';
import { say, type Texts } from '#kernel/texts/text.ts';
import { facts, keepsRegister, searches } from './oracle.ts';

interface Source {
  readonly registry: Registry;
  readonly texts: Texts;
  readonly procedures: readonly Procedure[];
  /** Routes beside those of procedures, as the interface's document says them. */
  readonly routes: readonly { readonly method: string; readonly path: string; readonly summary: string }[];
}

const reach: Readonly<Record<Reader['scope'], string>> = {
  own: 'only his own: an appeal whose code he holds, a report he made himself',
  organisation: 'what lies at his own house',
  district: 'his district',
  region: 'his region',
  country: 'the country',
};
const row = (...cells: readonly string[]): string => `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [row(...head), row(...head.map(() => '---')), ...rows.map((r) => row(...r)), ''];
const list = (items: readonly string[], none = '—'): string => (items.length === 0 ? none : items.join(', '));
const small = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** Where a record lies, against how far one reads: asked of the predicate itself. */
function positions(): string[] {
  const id = 'record';
  const here = { organisation: 'house', district: 'district', region: 'region' };
  const record = { id, procedure: 'p', organisation: 'elsewhere', district: 'another', region: 'another', sealed: false, escalatedTo: null as string | null, reporter: null as string | null, subject: { kind: 'child' as const, id: 's' }, final: false };
  const scopes = ['own', 'organisation', 'district', 'region', 'country'] as const;
  const cases: readonly (readonly [string, Partial<typeof record>, { granted?: true; conflicted?: true }])[] = [
    ['his own (he reported it, or holds its code)', { reporter: 'me' }, {}],
    ['at his own house', { ...here }, {}],
    ['at his own house, sealed', { ...here, sealed: true }, {}],
    ['at another house of his district', { district: here.district, region: here.region }, {}],
    ['the same, sealed', { district: here.district, region: here.region, sealed: true }, {}],
    ['in another district of his region', { region: here.region }, {}],
    ['in another region', {}, {}],
    ['in another region, sealed', { sealed: true }, {}],
    ['anywhere, and he was told of its missed term', { escalatedTo: 'me', sealed: true }, {}],
    ['anywhere, and granted to his house until a date that has not come', {}, { granted: true }],
    ['his own and at his house, and he or a house he works in has an interest in it', { ...here, reporter: 'me', escalatedTo: 'me' }, { granted: true, conflicted: true }],
  ];
  const actor = { ...without('case-manager'), appointment: 'me', person: 'me', ...here };
  const seen = (scope: Reader['scope'], at: Partial<typeof record>, how: { granted?: true; conflicted?: true }): string => {
    const rules = rulesOf([{ id: 'p', version: '', basis: [], subject: 'child', classes: ['c'], stages: {}, steps: {}, outcomes: [], readers: [{ role: 'case-manager', scope, classes: ['c'] }] }]);
    const moved = { ...record, ...at };
    return sees(rules, { actor, own: null, conflicted: new Set(how.conflicted ? [id] : []), granted: new Set(how.granted ? [id] : []) }, moved) ? 'sees' : '·';
  };
  return table(['The record lies …', 'own', 'house', 'district', 'region', 'country'], cases.map(([name, at, how]) => [name, ...scopes.map((scope) => seen(scope, at, how))]));
}

export function accessDocument({ registry, texts, procedures, routes }: Source): string {
  const en = (key: string): string => say(texts, 'en', key);
  const three = (key: string): string => `${say(texts, 'kk', key)} · ${say(texts, 'ru', key)}`;
  const stepTitle = (p: Procedure, step: string): string => en(`${p.id}.step.${step}` in texts || !kernelSteps.has(step) ? `${p.id}.step.${step}` : `kernel.step.${step}`);
  const classTitle = (p: Procedure, c: string): string => en(`${p.id}.class.${c}`);

  const ofRole = (role: ActorRole): string[] => {
    const rows = procedures.flatMap((p) => {
      const readers = p.readers.filter((r) => r.role === role);
      const steps = Object.entries(p.steps).filter(([, s]) => s.by.includes(role)).map(([name]) => small(stepTitle(p, name)));
      const starts = p.start?.by.includes(role) === true;
      if (readers.length === 0 && !starts && steps.length === 0) return [];
      return [[
        en(p.id),
        readers.length === 0 ? 'nothing: he gets a receipt' : [...new Set(readers.map((r) => reach[r.scope]))].join('; '),
        readers.length === 0 ? '—' : list([...new Set(readers.flatMap((r) => r.classes))].map((c) => small(classTitle(p, c))), 'no words: where it stands, who answers, by when'),
        list([...(starts ? ['**starts it**'] : []), ...steps]),
      ]];
    });
    return rows.length === 0 ? ['Reads no proceeding and takes no step in any.', ''] : table(['Procedure', 'How far', 'Reads', 'May do'], rows);
  };

  const appointed = (Object.keys(roles) as Role[]).flatMap((role) => {
    const more = [
      ...(keepsRegister.includes(role) ? ['Keeps the register of children: sees the card of a child about whom he sees a proceeding, and may search.'] : []),
      ...(searches.includes(role) && !keepsRegister.includes(role) ? ['May ask whether a child is known; is told which desk to ask, and sees no card.'] : []),
      ...(isHead(role) ? ['Heads a house: keeps its roster, says who is away, lets its people in.'] : []),
      ...(role === 'teacher' ? ['Reports, and hears what became of it. Sees nothing else of his school, not even what was granted to it. Adds a picture to his own concern until it is read, and takes none out.'] : []),
      ...(role === 'administrator' ? ['Lets people in where no head of ours does. Sees no case, not even one that was granted to his house.'] : []),
    ];
    return [`### ${en(`role.${role}`)}`, '', `${three(`role.${role}`)} · \`${role}\``, '', ...(more.length === 0 ? [] : [more.join(' '), '']), ...ofRole(role)];
  });

  const classes = procedures.flatMap((p) => [
    `**${en(p.id)}** (${three(p.id)})`, '',
    ...table(['Class of field', 'Read by'], p.classes.map((c) => {
      const readers = p.readers.filter((r) => r.classes.includes(c));
      return [`${classTitle(p, c)} (${three(`${p.id}.class.${c}`)})`, list(readers.map((r) => `${r.role === 'applicant' ? 'the applicant' : small(en(`role.${r.role}`))} (${r.scope === 'organisation' ? 'house' : r.scope})`), 'nobody')];
    })),
  ]);

  return [
    '# Who sees what, and who may do what', '',
    'Made by `npm run access` from what the program declares and enforces; a test fails when it is not what is made. Do not edit it: change the declaration (`readers`, `by`, `class` of a procedure).', '',
    `Nobody sees anything unless a line here says so. The database holds it as well as the program, and \`tests/proofs/matrix.db.test.ts\` tries it: every role by every route by every position of a record, ${procedures.length} procedures. What is not one’s own is, to the byte, what is not there, and the attempt is written down.`, '',
    '## Where a record lies, and how far one reads', '',
    'The heads of the columns are the words under “How far” below. A record moves: it lies at the desk that answers for it now.', '',
    ...positions(),
    'Which *classes of field* one reads of what he sees is declared beside it; the label, the stage, the term and the desk that answers lie open to whoever sees the record. Steps are for the roles named, on what they see. A grant gives a house the record by name, for a purpose and until a date, with the classes that the role reads anyhow.', '',
    '## Sentences that hold whatever is declared', '',
    'Written by hand from domain.md §5 and the law, and held against every declared rule, so that a wrong rule cannot agree with itself.', '',
    ...facts.map((f) => `- ${f.says.charAt(0).toUpperCase()}${f.says.slice(1)}.`), '',
    '## By role', '',
    ...appointed,
    '### An applicant, with the number and code of his appeal', '', ...ofRole('applicant'),
    '### Anyone, without signing in', '', ...ofRole('anyone'),
    '## By class of field', '',
    'In brackets: how far.', '',
    ...classes,
    '## What else can be asked', '',
    `Every procedure is read at \`/api/proceedings/{id}\` and moved at \`/api/…/{id}/<step>\`: ${registry.procedures.reduce((n, p) => n + Object.keys(p.steps).length, 0)} steps, each for the roles above. Beside these:`, '',
    ...table(['Route', 'What it gives'], routes.map((r) => [`\`${r.method.toUpperCase()} ${r.path}\``, r.summary])),
  ].join('\n').replace(/\n+$/, '\n');
}
