/** Notes and checkpoints: what was signed opens, anything else does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journalSigner, openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { noteSigner, notesIn, openNote, readKey, signNote, writeKey } from './note.ts';

const signer = journalSigner(Buffer.alloc(32, 7));
const other = journalSigner(Buffer.alloc(32, 8));
const root = Buffer.alloc(32, 3);
const note = signCheckpoint({ size: 42, root }, signer);

describe('a checkpoint', () => {
  it('has the lines that the format prescribes', () => {
    const lines = note.split('\n');
    expect(lines.slice(0, 4)).toEqual([signer.name, '42', root.toString('base64'), '']);
    expect(lines[4]).toMatch(/^— qorgan\.journal\/[0-9a-f]{16} [A-Za-z0-9+/]{91}=$/);
    expect(lines.slice(5)).toEqual(['']);
  });

  it('opens with its key, and with no other', () => {
    expect(openCheckpoint(note, signer)).toEqual({ size: 42, root });
    expect(openCheckpoint(note, other)).toBeNull();
    expect(openCheckpoint(note, noteSigner(signer.name, Buffer.alloc(32, 8)))).toBeNull();
    expect(openCheckpoint(signNote(`${other.name}\n42\n${root.toString('base64')}\n`, signer), signer)).toBeNull();
    for (const text of ['', '42\n', `${signer.name}\n042\n${root.toString('base64')}\n`, `${signer.name}\n42\n${root.toString('base64')}\nmore\n`, `${signer.name}\n42\nAAAA\n`, `${signer.name}\n-1\n${root.toString('base64')}\n`]) {
      expect([text, text === '' ? null : openCheckpoint(signNote(text, signer), signer)]).toEqual([text, null]);
    }
  });

  it('does not open when a byte of it was changed', { timeout: 60_000 }, () => {
    const bytes = Buffer.from(note);
    fc.assert(fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at]! ^= by;
      expect(openCheckpoint(changed.toString(), signer)).toBeNull();
    }), { numRuns: 2_000 });
  });

  it('opens beside signatures of others, and not beside a wrong one of its own key', () => {
    const witnessed = `${note}${signNote('x\n', other).split('\n')[2] ?? ''}\n`;
    expect(openCheckpoint(witnessed, signer)).toEqual({ size: 42, root });
    const wrong = `${note}${signNote('x\n', signer).split('\n')[2] ?? ''}\n`;
    expect(openCheckpoint(wrong, signer)).toBeNull();
  });

  it('is kept with others in one file', () => {
    const notes = [1, 2, 3].map((size) => signCheckpoint({ size, root }, signer));
    expect(notesIn(notes.map((n) => `${n}\n`).join(''))).toEqual(notes);
    expect(notesIn(notes.join(''))).toEqual(notes);
    expect(notesIn('')).toEqual([]);
  });
});

describe('a key', () => {
  it('is handed on as text, and read back only whole', () => {
    const text = writeKey(signer);
    expect(readKey(text)).toEqual({ name: signer.name, id: signer.id, publicKey: signer.publicKey });
    for (const wrong of ['', text.slice(1), text.slice(0, -2), text.replace('+', '-'), text.replace(/\+(.)/, (_, c: string) => `+${c === '0' ? '1' : '0'}`)]) expect(readKey(wrong)).toBeNull();
  });

  /** The example of golang.org/x/mod/sumdb/note, which the format comes from. */
  it('and a note of the format’s first implementation open', () => {
    const key = readKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    expect(key).not.toBeNull();
    const text = 'If you think cryptography is the answer to your problem,\nthen you don\'t know what your problem is.\n';
    const signed = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
    expect(openNote(signed, key!)).toBe(text);
    expect(openNote(signed.replace('think', 'thank'), key!)).toBeNull();
  });
});
