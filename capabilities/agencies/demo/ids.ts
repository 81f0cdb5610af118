/** Ids of the demo country: the same name gives the same UUID on every machine and at every start, so links stay true. */
import { createHash } from 'node:crypto';

/** UUID of version 8 (RFC 9562) from the SHA-256 of `qorgan demo <name>`. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`qorgan demo ${name}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
