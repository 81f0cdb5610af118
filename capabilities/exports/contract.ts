/** Exports: what leaves the program as a file, by whom, for what. */
import { Type, type Static } from 'typebox';
import type { Role } from '#kernel/access/roles.ts';

/** For what something may be taken out; named in every file that leaves. */
export const purposes = ['court', 'prosecutor', 'other-body', 'meeting', 'report', 'person'] as const;
export type Purpose = (typeof purposes)[number];

/** `mine`: my day, as its page shows it; the others as the page of all cases does. */
export const scopes = ['mine', 'desk', 'district', 'region', 'country'] as const;
export const formats = ['xlsx', 'csv'] as const;
export type Format = (typeof formats)[number];

/** One of `proceeding` and `scope`: one proceeding’s file, or the open ones of a list as its page shows it. */
export const ExportInput = Type.Object(
  {
    proceeding: Type.Optional(Type.String({ format: 'uuid' })),
    scope: Type.Optional(Type.Unsafe<(typeof scopes)[number]>({ type: 'string', enum: [...scopes] })),
    procedure: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    /** An appointment: of a list only what this person carries. */
    worker: Type.Optional(Type.String({ format: 'uuid' })),
    /** Of a list; CSV without it. */
    format: Type.Optional(Type.Unsafe<Format>({ type: 'string', enum: [...formats] })),
    purpose: Type.Unsafe<Purpose>({ type: 'string', enum: [...purposes] }),
    words: Type.String({ minLength: 3, maxLength: 500 }),
  },
  { additionalProperties: false },
);
export type ExportInput = Static<typeof ExportInput>;

/** Who may take out what. Whoever is not here takes nothing out: not the operators of 111, nor administrators. */
const ofOne: readonly Role[] = ['guardianship-specialist', 'case-manager', 'district-head', 'region-head', 'committee-duty', 'prosecutor', 'commissioner'];
const ofLists: readonly Role[] = ['district-head', 'region-head', 'committee-duty', 'prosecutor', 'commissioner'];
export const mayExport = (role: string, what: 'proceeding' | 'list'): boolean => ((what === 'list' ? ofLists : ofOne) as readonly string[]).includes(role);

/** A line of GET /api/exports. `file`: where to fetch it; null where it is somebody else’s, or gone. */
export interface ExportView {
  readonly id: string;
  readonly number: string;
  readonly at: string;
  readonly by: string;
  readonly own: boolean;
  readonly what: 'proceeding' | 'list';
  readonly scope: (typeof scopes)[number] | null;
  readonly purpose: Purpose;
  readonly words: string;
  /** Proceedings in it. */
  readonly rows: number;
  readonly until: string;
  readonly file: string | null;
  /** How often it can still be fetched. */
  readonly left: number;
  /** Of the file that left, hex: who holds a file can see whether it is this one, unchanged. */
  readonly sha256: string;
}
export interface ExportList {
  readonly exports: readonly ExportView[];
}
/** POST /api/exports. `password`: shown this once, kept nowhere; null where the same key was sent again. */
export interface ExportMade extends ExportView {
  readonly password: string | null;
}
