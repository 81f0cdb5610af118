/** HMAC-SHA256, the whole 32 bytes: a shortened one is no proof here. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const hmac = (key: Buffer, text: string | Buffer): Buffer => createHmac('sha256', key).update(text).digest();

/** Compared in a time that tells nothing. */
export const hmacMatches = (key: Buffer, text: string | Buffer, tag: Buffer): boolean => tag.length === 32 && timingSafeEqual(hmac(key, text), tag);
