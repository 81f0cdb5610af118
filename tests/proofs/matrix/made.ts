/** The document of access as the program of this checkout makes it. */
import { fileURLToPath } from 'node:url';
import { gatherTexts } from '#kernel/texts/text.ts';
import { kernelTexts } from '#kernel/texts/texts.ts';
import { capabilities } from '../../../apps/server/capabilities.ts';
import { described } from '../../../apps/server/openapi-routes.ts';
import { theRegistry } from '../../../apps/server/runtime.ts';
import { accessDocument } from './document.ts';

export const accessFile = fileURLToPath(new URL('../../../docs/access.md', import.meta.url));

export function theDocument(): string {
  const texts = gatherTexts([kernelTexts, ...capabilities.map((c) => c.texts)]);
  const latest = theRegistry.procedures.filter((p) => !theRegistry.procedures.some((q) => q.id === p.id && q.version > p.version));
  return accessDocument({ registry: theRegistry, texts, procedures: latest, routes: described });
}
