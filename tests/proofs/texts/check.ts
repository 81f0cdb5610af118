/** Everything that is wrong with any message of the program and of the public pages. */
import { publicTexts as helplineTexts } from '#cap/helpline/ui/public/texts.ts';
import { publicTexts as representativeTexts } from '#cap/representatives/ui/public/texts.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { kernelTerms } from '#kernel/procedures/terms.ts';
import { declaredTexts } from '#kernel/procedures/verify-texts.ts';
import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { kernelTexts } from '#kernel/texts/texts.ts';
import { webTexts } from '../../../apps/web/texts.ts';
import { allCapabilities } from '../capabilities.ts';
import { kindsOf, lengthFindings } from './budget.ts';
import type { Finding } from './finding.ts';
import { languageFindings } from './language.ts';
import { programSources, saidIn, type Source } from './sources.ts';
import { missingFindings, unusedFindings, type Declared } from './used.ts';

export interface Checked {
  /** Messages there are. */
  readonly messages: number;
  readonly findings: readonly Finding[];
}

/** The public pages of a capability have a catalogue of their own. */
const readsPublic = (capability: string): RegExp => new RegExp(`^(design/public/|capabilities/${capability}/(?!ui/desk/))`);
const anyPublicPages = /^(design\/public\/|capabilities\/[^/]+\/ui\/public\/)/;

const nothingDeclared: Declared = { wanted: new Map(), procedures: [] };

function publicFindings(texts: Texts, sources: readonly Source[]): readonly Finding[] {
  const said = saidIn(sources);
  return [
    ...Object.entries(texts).flatMap(([key, text]) => languageFindings(key, text)),
    // What these pages ask for is there: their keys are a type.
    ...unusedFindings(said, texts, nothingDeclared),
    ...lengthFindings(texts, kindsOf(texts, [], { buttons: said.buttons, places: [] })),
  ];
}

export async function checkTexts(): Promise<Checked> {
  const capabilities = await allCapabilities();
  const { procedures } = registry(capabilities);
  const texts = gatherTexts([kernelTexts, webTexts, ...capabilities.map((c) => c.texts)]);
  const declaration = { procedures, reactions: capabilities.flatMap((c) => c.reactions), terms: [...kernelTerms, ...capabilities.flatMap((c) => c.terms)] };
  const declared: Declared = { wanted: declaredTexts(declaration, texts).wanted, procedures: procedures.map((p) => p.id) };
  const sources = programSources();
  const said = saidIn(sources.filter(({ file }) => !anyPublicPages.test(file)));
  const places = [...said.asked.keys()].filter((key) => sources.some(({ text }) => text.includes(`titleKey: '${key}'`)));
  const publicOf = (capability: string): readonly Source[] => sources.filter(({ file }) => readsPublic(capability).test(file));
  return {
    messages: Object.keys(texts).length + Object.keys(helplineTexts).length + Object.keys(representativeTexts).length,
    findings: [
      ...missingFindings(said, texts, declared),
      ...unusedFindings(said, texts, declared),
      ...Object.entries(texts).flatMap(([key, text]) => languageFindings(key, text)),
      ...lengthFindings(texts, kindsOf(texts, procedures, { buttons: said.buttons, places })),
      ...publicFindings(helplineTexts, publicOf('helpline')),
      ...publicFindings(representativeTexts, publicOf('representatives')),
    ],
  };
}
