/** What somebody complained of is to the child, in the words of the register; for all whose forms ask it. */
import { relationKinds, texts as childTexts } from '#cap/children/contract.ts';
import type { Texts } from '#kernel/texts/text.ts';

const outside = { kk: 'Отбасының да, үйдің де адамы емес', ru: 'Не из семьи и не из дома ребёнка', en: 'Neither of the family nor of the home' };

/** Under a prefix, as a form or a story names the values. */
export const accusedRelationTexts = (prefix: string): Texts =>
  Object.fromEntries([
    ...relationKinds.flatMap((kind) => {
      const text = childTexts[`children.relation-kind.${kind}`];
      return text === undefined ? [] : [[`${prefix}.${kind}`, text]];
    }),
    [`${prefix}.outside`, outside],
  ]);
