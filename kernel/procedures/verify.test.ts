import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import type { Role } from '../access/roles.ts';
import { term } from '../terms/term.ts';
import type { Text, Texts } from '../texts/text.ts';
import { kernelTexts } from '../texts/texts.ts';
import type { Procedure, Reaction, Stage, Step } from './declare.ts';
import type { Capability } from './registry.ts';
import { checkRegistry, verify, type Declared } from './verify.ts';

const within = term('tales.answer', { from: '2020-01-01', value: 1, unit: 'working-days', standing: 'default', source: 'a test' });
const escalation: readonly Role[] = ['district-head', 'committee-duty'];
const words = (en: string): Text => ({ kk: `қаз ${en}`, ru: `рус ${en}`, en });

const Input = Type.Object({
  kind: Type.Unsafe<'a' | 'b'>({ type: 'string', enum: ['a', 'b'], title: 'tales.kind', 'x-enum-text': 'tales.kinds' }),
  parts: Type.Array(Type.Object({ word: Type.String({ title: 'tales.word', 'x-text': 'tales.word-hint' }) }), { title: 'tales.parts' }),
  who: Type.Union(
    [
      Type.Object({ by: Type.Literal('one'), name: Type.String({ title: 'tales.name' }) }, { title: 'tales.by-one' }),
      Type.Object({ by: Type.Literal('none') }, { title: 'tales.by-none' }),
    ],
    { title: 'tales.who' },
  ),
});
const step = (from: string[], to: string[], more: Partial<Step> = {}): Step => ({
  from, to, by: ['case-manager'], input: Type.Object({}), decide: () => ({}), ...more,
});
const open = (more: Partial<Extract<Stage, { accountable: Role }>> = {}): Stage => ({ accountable: 'case-manager', within, escalation, ...more });

const good: Procedure = {
  id: 'tales.tale',
  version: '2026-01-01',
  basis: [{ title: 'a test' }],
  subject: 'child',
  classes: ['tale', 'private'],
  stages: { begun: open(), told: open(), over: { final: true } },
  start: { by: ['anyone', 'case-manager'], input: Input, open: () => ({ procedure: '', subject: { kind: 'child', id: '' }, place: { region: 'KZ', district: null }, decision: {} }) },
  steps: { tell: step(['begun'], ['told'], { class: 'private' }), stay: step(['told'], []), end: step(['told'], ['begun', 'over']) },
  readers: [
    { role: 'case-manager', scope: 'district', classes: ['tale', 'private'] },
    { role: 'district-head', scope: 'district', classes: ['tale'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
  outcomes: ['told'],
};
const keys = [
  'tales.tale', 'tales.tale.stage.begun', 'tales.tale.stage.told', 'tales.tale.stage.over', 'tales.tale.step.tell', 'tales.tale.step.stay',
  'tales.tale.step.end', 'tales.tale.outcome.told', 'tales.tale.class.tale', 'tales.tale.class.private', 'term.tales.answer', 'tales.kind',
  'tales.kinds.a', 'tales.kinds.b', 'tales.parts', 'tales.word', 'tales.word-hint', 'tales.who', 'tales.name', 'tales.by-one', 'tales.by-none',
];
const own: Texts = Object.fromEntries(keys.map((k) => [k, words(k)]));

const check = (change: Partial<Procedure>, more: Partial<Declared> = {}): string[] =>
  verify({ procedures: [{ ...good, ...change }], reactions: [], terms: [within], texts: { ...kernelTexts, ...own }, ...more });
const stages = (begun: Partial<Extract<Stage, { accountable: Role }>>) => ({ stages: { ...good.stages, begun: open(begun) } });
const steps = (more: Record<string, Step>) => ({ steps: { ...good.steps, ...more } });
const textOf = (...names: string[]): Texts => ({ ...kernelTexts, ...own, ...Object.fromEntries(names.map((k) => [k, words(k)])) });
const inputStep = (input: Step['input']) => check(steps({ tell: step(['begun'], ['told'], { input }) }));
const reaction = (more: Partial<Reaction>): Reaction => ({ on: 'x', name: 'r', procedure: 'tales.tale', decide: () => null, ...more });

describe('verify', () => {
  it('lets a sound procedure through', () => {
    expect(check({})).toEqual([]);
  });

  describe('refuses of stages', () => {
    it('one that cannot reach an end, also through others', () => {
      expect(check({ steps: { tell: step(['begun'], ['told']), back: step(['told'], ['begun']) } }, { texts: textOf('tales.tale.step.back') })).toEqual([
        'stage-without-end tales.tale/begun',
        'stage-without-end tales.tale/told',
        'stage-unreachable tales.tale/over',
      ]);
    });
    it('one that stays for ever: a step with `to: []` leads nowhere', () => {
      expect(check({ steps: { tell: step(['begun'], ['told']), end: step(['begun'], ['over']), stay: step(['told'], []) } })).toEqual(['stage-without-end tales.tale/told']);
    });
    it('one whose only way out nobody may take', () => {
      expect(check(steps({ end: step(['told'], ['over'], { by: [] }) }))).toEqual(expect.arrayContaining(['stage-without-end tales.tale/told', 'step-nobody-may-take tales.tale.end']));
    });
    it('one nobody comes to, unless a reaction or an older version leads there', () => {
      const lost = { stages: { ...good.stages, lost: open() }, ...steps({ find: step(['lost'], ['over']) }) };
      const texts = textOf('tales.tale.stage.lost', 'tales.tale.step.find', 'tales.tale.step.r');
      expect(check(lost, { texts })).toEqual(['stage-unreachable tales.tale/lost']);
      expect(check(lost, { texts, reactions: [reaction({ to: ['lost'] })] })).toEqual([]);
      expect(check({ ...lost, moves: { old: 'lost' } }, { texts })).toEqual([]);
    });
    it('islands that lead only to each other', () => {
      const island = { stages: { ...good.stages, a: open(), b: open() }, ...steps({ ab: step(['a'], ['b']), ba: step(['b'], ['a', 'over']) }) };
      const texts = textOf('tales.tale.stage.a', 'tales.tale.stage.b', 'tales.tale.step.ab', 'tales.tale.step.ba');
      expect(check(island, { texts })).toEqual(['stage-unreachable tales.tale/a', 'stage-unreachable tales.tale/b']);
    });
    it('none at all, and an end without outcomes', () => {
      expect(check({ stages: {}, steps: {} })).toContain('no-stages tales.tale');
      expect(check({ outcomes: [] })).toEqual(['no-outcomes tales.tale']);
    });
    it.each([
      [{ accountable: undefined as unknown as Role }, ['stage-without-accountable tales.tale/begun']],
      [{ accountable: 'akim' as Role }, ['stage-without-accountable tales.tale/begun']],
      [{ accountable: 'prosecutor' as Role }, ['accountable-cannot-read tales.tale/begun: prosecutor', 'accountable-cannot-act tales.tale/begun: prosecutor']],
      [{ within: undefined as unknown as typeof within }, ['stage-without-term tales.tale/begun']],
      [{ within: term('tales.other', within.values) }, ['term-not-in-book tales.tale/begun: tales.other']],
      [{ escalation: [] }, ['stage-without-escalation tales.tale/begun']],
      [{ escalation: undefined as unknown as readonly Role[] }, ['stage-without-escalation tales.tale/begun']],
      [{ escalation: ['committee-duty', 'district-head'] as Role[] }, ['escalation-not-to-last-desk tales.tale/begun: ends at district-head']],
      [{ escalation: ['region-head', 'committee-duty'] as Role[] }, ['escalation-cannot-read tales.tale/begun: region-head']],
      [{ escalation: ['akim', 'committee-duty'] as Role[] }, ['unknown-role tales.tale/begun: akim']],
    ])('an open stage with %j', (change, says) => {
      expect(check(stages(change))).toEqual(says);
    });
    it('an escalation to a role that sees only its own house, unless it is the same house', () => {
      const readers = (role: Role) => [...good.readers.filter((r) => r.role !== 'committee-duty'), { role, scope: 'organisation' as const, classes: [] }];
      expect(check({ readers: readers('committee-duty') })).toContain('escalation-cannot-read tales.tale/begun: committee-duty');
      const house = good.readers.map((r) => (r.role === 'district-head' ? { ...r, scope: 'organisation' as const } : r));
      expect(check({ readers: house })).toEqual([]);
    });
    it('a stage whose accountable role has nothing to do', () => {
      expect(check({ stages: { ...good.stages, told: open({ accountable: 'district-head' }) } })).toEqual(['accountable-cannot-act tales.tale/told: district-head']);
    });
    it('a stage measured in things', () => {
      const count = term('tales.count', { from: '2020-01-01', value: 3, unit: 'count', standing: 'default', source: 'a test' });
      expect(check(stages({ within: count }), { terms: [within, count], texts: textOf('term.tales.count') })).toEqual(['term-not-a-time tales.tale/begun: tales.count']);
    });
  });

  describe('refuses of steps and readers', () => {
    it.each([
      [{ by: [] }, 'step-nobody-may-take tales.tale.stay'],
      [{ from: [] }, 'step-nobody-may-take tales.tale.stay'],
      [{ from: ['told', 'nowhere'] }, 'unknown-stage tales.tale.stay: nowhere'],
      [{ to: ['nowhere'] }, 'unknown-stage tales.tale.stay: nowhere'],
      [{ by: ['operator' as Role] }, 'actor-cannot-read tales.tale.stay: operator'],
      [{ by: ['applicant' as const] }, 'actor-cannot-read tales.tale.stay: applicant'],
      [{ class: 'secret' }, 'unknown-class tales.tale.stay: secret'],
    ])('a step with %j', (change, says) => {
      expect(check(steps({ stay: step(['told'], [], change) }))).toEqual([says]);
    });
    it('but not the kernel itself, nor anyone, who read nothing', () => {
      expect(check(steps({ stay: step(['told'], [], { by: ['clock', 'anyone'] }) }))).toEqual([]);
    });
    it('a reader of an unknown class, a class nobody reads, no classes', () => {
      expect(check({ readers: [...good.readers, { role: 'prosecutor', scope: 'district', classes: ['secret'] }] })).toEqual(['unknown-class tales.tale: prosecutor reads secret']);
      expect(check({ classes: [...good.classes, 'lonely'] }, { texts: textOf('tales.tale.class.lonely') })).toEqual(['class-nobody-reads tales.tale: lonely']);
      expect(check({ classes: [] })).toContain('no-classes tales.tale');
      expect(check({ start: { by: ['anyone'], input: Input, class: 'secret', open: () => ({ procedure: '', subject: { kind: 'child', id: '' }, place: { region: 'KZ', district: null }, decision: {} }) } })).toEqual(['unknown-class tales.tale.start: secret']);
    });
  });

  it('refuses files of one who reports, where he sees nothing of his own, or at no open stage', () => {
    const files = { own: ['teacher' as Role], from: ['begun'] };
    const readers = [...good.readers, { role: 'teacher' as const, scope: 'own' as const, classes: [] }];
    expect(check({ files, readers })).toEqual([]);
    expect(check({ files })).toEqual(['files-of-a-stranger tales.tale: teacher']);
    expect(check({ files: { ...files, from: ['nowhere'] }, readers })).toEqual(['files-at-no-open-stage tales.tale: nowhere']);
  });

  describe('refuses of documents', () => {
    const paper = { name: 'sheet', by: ['case-manager'] as const, classes: ['tale', 'private'], draw: () => [] };
    const says = (...documents: NonNullable<Procedure['documents']>): string[] => check({ documents }, { texts: textOf('tales.tale.document.sheet') });
    it('one whose maker does not read all that it is drawn from', () => {
      expect(says(paper)).toEqual([]);
      expect(says({ ...paper, by: ['case-manager', 'district-head'] })).toEqual(['maker-cannot-read tales.tale/sheet: district-head private']);
      expect(says({ ...paper, by: ['operator'], classes: ['tale'] })).toEqual(['maker-cannot-read tales.tale/sheet: operator tale']);
    });
    it('one that nobody makes, of nothing, of an unknown class, without a title, twice under one name', () => {
      expect(says({ ...paper, by: [] })).toEqual(['document-nobody-makes tales.tale/sheet']);
      expect(says({ ...paper, classes: [] })).toEqual(['document-of-nothing tales.tale/sheet']);
      expect(says({ ...paper, classes: ['secret'] })).toContain('unknown-class tales.tale/sheet: secret');
      expect(says(paper, paper)).toEqual(['document-name tales.tale/sheet', 'document-name tales.tale/sheet']);
      expect(check({ documents: [paper] })).toEqual(['text-missing tales.tale.document.sheet: tales.tale']);
    });
  });

  it('refuses a procedure without a basis, an id or a date', () => {
    expect(check({ basis: [] })).toEqual(['no-basis tales.tale']);
    expect(check({ version: 'now' })).toEqual(['procedure-version tales.tale: now']);
    expect(check({ id: 'tale' })).toContain('procedure-id tale');
  });

  it('refuses reactions of an unknown procedure, to an unknown stage, or that do nothing', () => {
    const texts = textOf('tales.tale.step.r', 'tales.other.step.r');
    expect(check({}, { texts, reactions: [reaction({ procedure: 'tales.other' })] })).toEqual(['unknown-procedure tales.other.r']);
    expect(check({}, { texts, reactions: [reaction({ to: ['nowhere'] })] })).toEqual(['unknown-stage tales.tale: reaction r leads to nowhere']);
    expect(check({}, { texts, reactions: [reaction({ decide: undefined })] })).toEqual(['reaction-does-nothing tales.tale.r']);
    expect(check({ moves: { old: 'nowhere' } })).toEqual(['unknown-stage tales.tale: an older version moves to nowhere']);
  });

  it('refuses a term without source or standing, and two of one id', () => {
    const faulty = (change: Record<string, unknown>) => term('tales.answer', { ...within.values[0], ...change } as (typeof within.values)[0]);
    expect(check({}, { terms: [faulty({ source: '' })] })).toEqual([expect.stringMatching(/^term-faulty tales\.answer: .*has no source/)]);
    expect(check({}, { terms: [faulty({ standing: undefined })] })).toEqual([expect.stringMatching(/^term-faulty tales\.answer: .*unknown standing/)]);
    expect(check({}, { terms: [within, within] })).toEqual(['term-twice tales.answer']);
  });

  describe('refuses of texts', () => {
    it.each(keys)('%s missing, or missing in one language', (key) => {
      const { [key]: gone, ...rest } = own;
      expect(check({}, { texts: { ...kernelTexts, ...rest } })).toEqual([expect.stringMatching(new RegExp(`^text-missing ${key.replaceAll('.', '\\.')}: `))]);
      const halves = { ...own, [key]: { ...(gone as Text), kk: ' ' } };
      expect(check({}, { texts: { ...kernelTexts, ...halves } })).toEqual([expect.stringMatching(new RegExp(`^text-empty ${key.replaceAll('.', '\\.')} kk: `))]);
    });
    it("the kernel's own steps", () => {
      const { 'kernel.step.note': _, ...rest } = kernelTexts;
      expect(check({}, { texts: { ...rest, ...own } })).toEqual(['text-missing kernel.step.note: kernel']);
    });
    it('the name under which a reaction stands in the story', () => {
      expect(check({}, { reactions: [reaction({})] })).toEqual(['text-missing tales.tale.step.r: reaction r']);
    });
    it('a field without a label, values without words', () => {
      expect(inputStep(Type.Object({ mute: Type.String() }))).toEqual(['field-without-title tales.tale.tell/mute']);
      expect(inputStep(Type.Object({ kind: Type.Unsafe({ type: 'string', enum: ['a'], title: 'tales.kind' }) }))).toEqual(['enum-without-texts tales.tale.tell/kind']);
      expect(inputStep(Type.Object({ kind: Type.Union([Type.Literal('a'), Type.Literal('b')], { title: 'tales.kind' }) }))).toEqual(['enum-without-texts tales.tale.tell/kind']);
      expect(inputStep(Type.Object({ kind: Type.String({ title: 'tales.kind', 'x-enum-text': 'tales.others' }) }))).toEqual(['text-missing tales.others.*: tales.tale.tell/kind']);
      expect(inputStep(Type.Object({ kinds: Type.Array(Type.Unsafe({ type: 'string', enum: ['a', 'c'] }), { title: 'tales.kind', 'x-enum-text': 'tales.kinds' }) }))).toEqual(['text-missing tales.kinds.c: tales.tale.tell/kinds/items']);
    });
  });
});

describe('verify, of a newer version', () => {
  const newer = (moves: Record<string, string>): string[] => verify({ procedures: [good, { ...good, version: '2026-03-01', moves }], reactions: [], terms: [within], texts: { ...kernelTexts, ...own } });
  it('lets one through that takes every open stage over, and one that takes none', () => {
    expect(newer({ begun: 'begun', told: 'begun' })).toEqual([]);
    expect(verify({ procedures: [good, { ...good, version: '2026-03-01' }], reactions: [], terms: [within], texts: { ...kernelTexts, ...own } })).toEqual([]);
  });
  it('refuses one that forgets a stage, or moves one to an end', () => {
    expect(newer({ begun: 'begun' })).toEqual(['stage-without-move tales.tale: 2026-01-01 told']);
    expect(newer({ begun: 'begun', told: 'over' })).toEqual(['move-to-end tales.tale: over']);
  });
});

describe('the registry', () => {
  const tales: Capability = { name: 'tales', procedures: [good], reactions: [], terms: [within], texts: own, statements: {} };
  it('of a sound capability is in order, with the steps every procedure has', () => {
    expect(checkRegistry([tales])).toEqual([]);
  });
  it('tells what is declared twice or under a strange name', () => {
    expect(checkRegistry([tales, { ...tales, procedures: [], terms: [] }])).toContain('text-twice tales.tale: tales');
    expect(checkRegistry([{ ...tales, procedures: [good, good] }])).toEqual(['registry procedure tales.tale@2026-01-01 is declared twice']);
    expect(checkRegistry([{ ...tales, name: 'stories' }])).toEqual(['procedure-of-another tales.tale: stories']);
    expect(checkRegistry([{ ...tales, texts: { ...own, 'kernel.step.note': words('note') } }])).toEqual(['text-twice kernel.step.note: tales']);
  });
});
