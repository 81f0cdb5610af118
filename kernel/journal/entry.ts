/**
 * Entry format 1 (docs/adr/0002). The header is canonical JSON (RFC 8785), stored as the exact text that was hashed;
 * it names the payload by the SHA-256 of its ciphertext and the entry before it by its hash. So a chain verifies
 * without any key, also after a subject's key was destroyed.
 */
import { createHash } from 'node:crypto';
import type { EntryDraft } from '../procedures/draft.ts';
import { canonical } from './canonical.ts';
import { seal, unseal } from './keys.ts';

export interface Header {
  readonly format: 1;
  readonly id: string;
  readonly proceeding: string;
  readonly procedure: string;
  readonly version: string;
  readonly sequence: number;
  readonly at: string;
  readonly step: string;
  readonly from: string | null;
  readonly to: string;
  readonly role: string;
  readonly appointment: string | null;
  readonly region: string;
  readonly district: string | null;
  readonly danger: number;
  readonly outcome: string | null;
  /** SHA-256 of the payload's ciphertext, hex. */
  readonly payload: string;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly prev: string;
}

export interface EntryRow {
  readonly id: string;
  readonly proceeding: string;
  readonly sequence: number;
  readonly at: string;
  readonly header: string;
  /** base64 */
  readonly payload: string;
  readonly prev: string;
  readonly hash: string;
}

export const firstPrev = '0'.repeat(64);
const prefix = 'qorgan-entry-1\n';

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

export const hashHeader = (header: string): string => sha256(prefix + header);

export function sealEntry(
  key: Buffer,
  of: { id: string; proceeding: string; procedure: string; version: string; sequence: number; at: string; prev: string },
  draft: EntryDraft,
): EntryRow {
  const plain = Buffer.from(JSON.stringify({ input: draft.input ?? null, records: draft.records }));
  const payload = seal(key, plain, of.id);
  const header: Header = {
    format: 1,
    ...of,
    step: draft.step,
    from: draft.from,
    to: draft.to,
    role: draft.actor.role,
    appointment: draft.actor.appointment,
    region: draft.place.region,
    district: draft.place.district,
    danger: draft.danger,
    outcome: draft.outcome,
    payload: sha256(payload),
  };
  const text = canonical(header);
  return { id: of.id, proceeding: of.proceeding, sequence: of.sequence, at: of.at, header: text, payload: payload.toString('base64'), prev: of.prev, hash: hashHeader(text) };
}

export interface Payload {
  readonly input: Readonly<Record<string, unknown>> | null;
  readonly records: Readonly<Record<string, unknown>>;
}

export const openPayload = (key: Buffer, id: string, payload: string): Payload =>
  JSON.parse(unseal(key, Buffer.from(payload, 'base64'), id).toString('utf8')) as Payload;

export type ChainFault = { readonly sequence: number; readonly fault: 'header' | 'hash' | 'payload' | 'prev' | 'sequence' };

/** Verifies one proceeding's chain, entries in the order of their sequence. Needs no key. */
export function verifyChain(entries: readonly Omit<EntryRow, 'id' | 'proceeding' | 'at'>[], head: string): ChainFault[] {
  const faults: ChainFault[] = [];
  let prev = firstPrev;
  entries.forEach((entry, index) => {
    const sequence = index + 1;
    let header: Header | null = null;
    try {
      header = JSON.parse(entry.header) as Header;
    } catch {
      faults.push({ sequence, fault: 'header' });
    }
    if (entry.sequence !== sequence || (header !== null && header.sequence !== sequence)) faults.push({ sequence, fault: 'sequence' });
    if (hashHeader(entry.header) !== entry.hash) faults.push({ sequence, fault: 'hash' });
    if (header !== null && sha256(Buffer.from(entry.payload, 'base64')) !== header.payload) faults.push({ sequence, fault: 'payload' });
    if (entry.prev !== prev || (header !== null && header.prev !== prev)) faults.push({ sequence, fault: 'prev' });
    prev = entry.hash;
  });
  if (prev !== head) faults.push({ sequence: entries.length, fault: 'hash' });
  return faults;
}
