/** A document of one proceeding, from the view of whoever makes it: it cannot hold more than he sees. Pure but for the drawing. */
import type { Instant } from '../clock.ts';
import type { Language, ProceedingView } from '../contract.ts';
import { recordsFor, type DocumentDeclaration, type Paper } from '../procedures/documents.ts';
import { formatDate, formatDateTime } from '../texts/format.ts';
import { numberOf } from '../texts/number.ts';
import { say, type Texts } from '../texts/text.ts';
import { layoutOf, type Layout } from './layout.ts';

export interface Maker {
  readonly name: string;
  readonly role: string;
  readonly house: string;
}

export interface Made {
  readonly texts: Texts;
  readonly language: Language;
  readonly now: Instant;
  readonly view: ProceedingView;
  readonly document: DocumentDeclaration;
  readonly maker: Maker;
}

export function paperOf({ texts, language, now, view, document }: Omit<Made, 'maker'>): Paper {
  const { organisation, worker } = view.responsible;
  return {
    language, now, procedure: view.procedure, label: view.label, stage: view.stage, final: view.final, outcome: view.outcome, openedAt: view.openedAt, closedAt: view.closedAt,
    house: organisation.names[language], worker: worker === null ? null : { name: worker.name, phone: worker.phone }, records: recordsFor(document, view.records),
    say: (key, params) => say(texts, language, key, params),
    first: (keys) => keys.map((key) => texts[key]?.[language]).find((text) => text !== undefined) ?? null,
  };
}

export function documentLayout(made: Made): Layout {
  const { texts, language, now, view, document, maker } = made;
  const words = (key: string, params?: Readonly<Record<string, string | number>>): string => say(texts, language, key, params);
  const number = `№ ${numberOf(view.id)}`;
  const version = words('kernel.document.entry-of', { sequence: view.sequence });
  const by = [maker.name, words(`role.${maker.role}`), maker.house].filter((word) => word !== '').join(', ');
  const at = formatDateTime(now, language);
  return layoutOf(document.draw(paperOf(made)), {
    language, now, title: words(`${view.procedure}.document.${document.name}`), house: view.responsible.organisation.names[language],
    facts: [
      [words('kernel.document.number'), number],
      [words('kernel.document.opened'), formatDate(view.openedAt, language)],
      [words('kernel.document.made-at'), at],
      [words('kernel.document.made-by'), by],
      [words('kernel.document.entry'), version],
    ],
    mark: `Qorgan ${number} · ${version} · ${by} · ${at}`,
    page: (page, of) => words('kernel.document.page', { page, of }),
    signature: { sign: words('kernel.document.sign'), date: words('kernel.document.date') },
  });
}

/** Under what name it is kept, if it is: it names no child. */
export const documentFile = ({ view, document }: Pick<Made, 'view' | 'document'>): string => `qorgan-${document.name}-${numberOf(view.id)}-${view.sequence}.pdf`;
