/** A file in a story: its name, which fetches it, its kind and size. It is saved, never opened in our pages. */
import type { ReactNode } from 'react';
import type { AttachedFile } from '#kernel/contract.ts';
import { formatNumber } from '#kernel/texts/format.ts';
import { useLanguage, useText } from '#design/texts/TextProvider.tsx';
import { fileApi } from './paths.ts';

/** What a line `attach` holds; null where the reader may not see it. */
export const attachedFile = (input: Readonly<Record<string, unknown>> | null): AttachedFile | null =>
  input !== null && typeof input['file'] === 'string' && typeof input['name'] === 'string' && typeof input['size'] === 'number' && typeof input['type'] === 'string'
    ? (input as unknown as AttachedFile)
    : null;

const kilobyte = 1024;

export function FileLink({ proceeding, file }: { readonly proceeding: string; readonly file: AttachedFile }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const kilobytes = Math.max(1, Math.round(file.size / kilobyte));
  const size =
    kilobytes < kilobyte
      ? t('web.attach.kilobytes', { size: formatNumber(kilobytes, language) })
      : t('web.attach.megabytes', { size: formatNumber(kilobytes / kilobyte, language, 1) });
  return (
    <p className="file-link">
      <a href={fileApi(proceeding, file.file)} download={file.name}>
        {file.name}
      </a>{' '}
      <span className="soft">{size}</span>
    </p>
  );
}
