/** Whether a file at hand is one that left, unchanged, and which: told by its hash, which the journal holds too. The file stays where it is. */
import { useState, type ReactNode } from 'react';
import type { ExportView } from '#cap/exports/contract.ts';
import { formatDateTime } from '#kernel/texts/format.ts';
import { Field } from '#design/components/Field.tsx';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');

/** Null where the browser has no means: a page without https. */
const hashing = (): SubtleCrypto | null => (globalThis.crypto as Crypto | undefined)?.subtle ?? null;

type Found = { readonly name: string; readonly hash: string } | { readonly name: string; readonly unread: true };

export function ExportCheck({ exports }: { readonly exports: readonly ExportView[] }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const [found, setFound] = useState<Found | null>(null);
  const subtle = hashing();
  if (subtle === null) return null;

  const look = async (file: File): Promise<void> => {
    try {
      setFound({ name: file.name, hash: hex(await subtle.digest('SHA-256', await file.arrayBuffer())) });
    } catch {
      // Moved, locked by another program, or on a stick that is gone: the person is told what to do.
      setFound({ name: file.name, unread: true });
    }
  };
  const said = ({ name, ...rest }: Found): string => {
    if ('unread' in rest) return t('web.exports.check-unread', { name });
    const one = exports.find((e) => e.sha256 === rest.hash);
    return one === undefined ? t('web.exports.check-none', { name }) : t('web.exports.check-same', { name, number: one.number, at: formatDateTime(one.at, language) });
  };
  return (
    <section className="export-check stack measure">
      <h2>{t('web.exports.check')}</h2>
      <Field label={t('web.exports.check-file')} hint={t('web.exports.check-how')}>
        {(ids) => (
          <input
            {...ids}
            className="input file-input"
            type="file"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) void look(file);
            }}
          />
        )}
      </Field>
      <p role="status">{found === null ? '' : said(found)}</p>
    </section>
  );
}
