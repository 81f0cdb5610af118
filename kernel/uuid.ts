/** Ids and keys that the same words give again: a repeat finds what the first made. */
import { createHash } from 'node:crypto';

/** UUID of version 8 (RFC 9562) from a hash in hex, of which it keeps the first 32 digits but for version and variant. */
export const uuidOfHash = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

export const uuidOf = (text: string): string => uuidOfHash(createHash('sha256').update(text).digest('hex'));
