/**
 * What browsers and other clients may know of the kernel: the uniform interface of every proceeding.
 * Types only; nothing here reaches node, pg or fastify.
 */
import type { Names } from './access/directory.ts';
import type { Danger, Subject } from './procedures/declare.ts';
import type { DeadlineState } from './procedures/context.ts';

export type Language = 'kk' | 'ru' | 'en';

export interface StepView {
  readonly name: string;
  /** Text key of its title: `<procedure>.step.<name>`; and the title in the caller's language. */
  readonly title: string;
  /** JSON Schema `{ "$ref": "/api/schemas/…" }`; immutable, cacheable for ever. */
  readonly input: { readonly $ref: string };
  /** Where to POST, with `Idempotency-Key` and `If-Match`. */
  readonly href: string;
}

export interface DeadlineView {
  readonly key: string;
  readonly term: string;
  readonly title: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly state: DeadlineState;
  readonly pausedUntil: string | null;
  /** The rule behind it: source and standing of the term that applied. */
  readonly basis: { readonly source: string; readonly standing: string; readonly since: string } | null;
}

export interface Responsible {
  readonly organisation: { readonly id: string; readonly names: Names };
  readonly role: string;
  readonly worker: { readonly appointment: string; readonly name: string; readonly phone: string | null } | null;
  readonly escalatedTo: { readonly appointment: string; readonly name: string; readonly phone: string | null } | null;
}

/** A document that the caller may have drawn now: GET {href}?language=kk answers a PDF. */
export interface DocumentView {
  readonly name: string;
  readonly title: string;
  readonly href: string;
}

/** One line of the story: an entry of the journal, its content where the caller may read its class. */
export interface StoryLine {
  /** The entry's id: by it GET /api/journal/inclusion proves that it is sealed. */
  readonly entry: string;
  readonly sequence: number;
  readonly step: string;
  readonly title: string;
  readonly at: string;
  readonly actor: { readonly role: string; readonly name: string | null };
  readonly from: string | null;
  readonly to: string;
  readonly input: Readonly<Record<string, unknown>> | null;
}

export interface LinkView {
  readonly id: string;
  readonly procedure: string;
  readonly title: string;
  readonly link: string;
  readonly label: string;
  readonly stage: string;
  readonly final: boolean;
}

/** GET /api/proceedings/{id}. ETag is `"<sequence>"`. */
export interface ProceedingView {
  readonly id: string;
  readonly procedure: string;
  readonly title: string;
  readonly version: string;
  readonly subject: Subject;
  readonly stage: string;
  readonly stageTitle: string;
  readonly final: boolean;
  readonly outcome: string | null;
  readonly sequence: number;
  readonly danger: Danger;
  /** Danger to a child is weighed here. Where it is not, none is shown. */
  readonly weighed: boolean;
  readonly label: string;
  readonly region: string;
  readonly district: string | null;
  readonly responsible: Responsible;
  readonly deadlines: readonly DeadlineView[];
  /** Content by class of field; only the classes that are the caller's. */
  readonly records: Readonly<Record<string, unknown>>;
  /** The newest lines, newest first. A last line above 1 has earlier ones: GET /api/proceedings/{id}/story?before={its sequence}. */
  readonly story: readonly StoryLine[];
  readonly links: readonly LinkView[];
  readonly steps: readonly StepView[];
  /** Where the caller may add a file now, of which media types, and how many megabytes at most; null where he may not. */
  readonly attach: { readonly href: string; readonly types: readonly string[]; readonly largest: number } | null;
  readonly documents: readonly DocumentView[];
  /** Seen by the caller's break-glass alone, to read, until then; null: by right. */
  readonly breakGlass: { readonly proceeding: string; readonly until: string } | null;
  /** Appointments, organisations, districts and regions that the records and the story name by id: how people call them. */
  readonly names: Readonly<Record<string, Names>>;
  readonly openedAt: string;
  readonly closedAt: string | null;
  /** The time for keeping it was over and its content was destroyed: what stays are stages, times and who answered. */
  readonly erased: boolean;
}

/** GET /api/proceedings/{id}/story?before=…: lines before a sequence, newest first; the last page ends with sequence 1. */
export interface StoryPage {
  readonly story: readonly StoryLine[];
  readonly names: Readonly<Record<string, Names>>;
}

/** What a line of the story `attach` holds; the file itself is at GET /api/proceedings/{id}/files/{file}. Size in bytes. */
export interface AttachedFile {
  readonly file: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Of the bytes as they are stored, hex. */
  readonly sha256: string;
}

/** Answer to a step that ended one's right to see the proceeding. */
export interface Receipt {
  readonly receipt: true;
  readonly id: string;
  readonly sequence: number;
  readonly stage: string;
}

/** One line of my day. */
export interface DayItem {
  readonly proceeding: string;
  readonly procedure: string;
  readonly title: string;
  readonly label: string;
  readonly stage: string;
  readonly stageTitle: string;
  readonly danger: Danger;
  /** Danger to a child is weighed here. Where it is not, none is shown. */
  readonly weighed: boolean;
  readonly term: string | null;
  readonly termTitle: string | null;
  readonly due: string | null;
  /** The rule behind that term, and since when it runs here; null where no term runs, and in lists that name none. */
  readonly basis: (NonNullable<DeadlineView['basis']> & { readonly startedAt: string }) | null;
  /** The first step that the acting appointment may take now, or null where it waits for others. */
  readonly step: { readonly name: string; readonly title: string } | null;
  /** Mine by name, mine because a term of someone else was breached, or another's for whom I stand in. */
  readonly why: 'mine' | 'escalated' | 'substitute';
  /** Whose it is, where I stand in. */
  readonly of: { readonly appointment: string; readonly name: string } | null;
  readonly district: string | null;
}

/** GET /api/my-day?after=…&limit=… */
export interface DayPage {
  readonly at: string;
  readonly items: readonly DayItem[];
  /** Pass as `after` for the next page; null at the end. */
  readonly next: string | null;
}

/** Somebody else's proceeding that grew out of one of mine and is not finished. */
export interface WaitingItem {
  readonly proceeding: string;
  readonly procedure: string;
  readonly title: string;
  readonly label: string;
  readonly stageTitle: string;
  /** When it was asked of them. */
  readonly since: string;
  readonly due: string | null;
  /** A term of theirs has passed. */
  readonly late: boolean;
  readonly organisation: Names;
  readonly worker: { readonly name: string; readonly phone: string | null } | null;
  /** Whose wait it is, where I stand in. */
  readonly of: { readonly appointment: string; readonly name: string } | null;
  /** Mine, that waits. */
  readonly from: { readonly proceeding: string; readonly label: string };
}

/** GET /api/my-day/waiting: the most urgent first, at most a hundred. */
export interface WaitingPage {
  readonly at: string;
  readonly items: readonly WaitingItem[];
}

/** One line of a hand-over sheet. `urgent`: in danger, late, or due before the next shift ends. `told`: who was told of a breach. */
export interface HandOverLine {
  readonly proceeding: string;
  readonly title: string;
  readonly label: string;
  readonly stageTitle: string;
  readonly danger: Danger;
  readonly weighed: boolean;
  readonly due: string | null;
  readonly termTitle: string | null;
  readonly late: boolean;
  readonly urgent: boolean;
  readonly worker: { readonly name: string; readonly phone: string | null } | null;
  readonly told: { readonly name: string; readonly phone: string | null } | null;
}
/** GET /api/hand-over: one page. `until`: how far ahead it looks. `left`: how many did not fit; `more`: at least so many. */
export interface HandOver {
  readonly at: string;
  readonly until: string;
  /** Who hands over. */
  readonly by: string;
  readonly urgent: readonly HandOverLine[];
  readonly other: readonly HandOverLine[];
  readonly left: { readonly urgent: number; readonly other: number; readonly more: boolean };
}

/**
 * What happened for me: a proceeding came to me, its term was missed and it was told to me, a term of mine is near or has
 * passed, somebody left an entry in one of mine (an answer to a referral among them), I stand in for somebody, nobody is on duty, a commission has no members.
 */
export type NoticeKind = 'came' | 'told' | 'near' | 'passed' | 'news' | 'deputy' | 'roster-gap' | 'no-members';

export interface Notice {
  /** Stays the same as long as it is the same that happened. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly at: string;
  readonly read: boolean;
  /** Danger to a child, or something to be done within hours: told whatever the budget of the day. */
  readonly pressing: boolean;
  /** Null where it is about none. */
  readonly proceeding: { readonly id: string; readonly title: string; readonly label: string; readonly stageTitle: string; readonly danger: Danger; readonly weighed: boolean; readonly due: string | null } | null;
  /** What was done (the step of an entry), or which role has a gap, or which commission nobody is a member of; null where the kind says it. */
  readonly what: string | null;
  /** Who did it, or for whom I stand in. */
  readonly who: string | null;
  /** Of a stretch of time: when I stand in, when nobody is on duty, since when there are no members. */
  readonly from: string | null;
  readonly until: string | null;
}

/** GET /api/notices: the newest first. `more`: of days on which more happened than is told one by one. */
export interface NoticePage {
  readonly at: string;
  readonly items: readonly Notice[];
  readonly more: readonly { readonly day: string; readonly count: number }[];
}

/** GET /api/digest: whether letters are sent at all, and where mine go; nowhere until the address is confirmed. */
export interface DigestView {
  readonly offered: boolean;
  readonly address: string | null;
  readonly confirmed: boolean;
}

/**
 * GET /api/push. `key`: by which a browser tells its service who sends; null: nobody's device is pushed to here. `devices`: of
 * the acting appointment, each by the SHA-256 of its endpoint. PUT takes `{ endpoint }`.
 */
export interface PushState {
  readonly key: string | null;
  readonly devices: readonly string[];
}

/** POST /api/proceedings/{id}/writing takes `{ step, over? }`: who else has a form of this proceeding open, by name alone. */
export interface Writers {
  readonly others: readonly { readonly appointment: string; readonly name: string; readonly step: string }[];
}

/** POST /api/proceedings/by-number takes `{ number }`: what is called by this number and may be seen. */
export interface NumberedPage {
  readonly items: readonly { readonly proceeding: string; readonly title: string; readonly label: string; readonly stageTitle: string; readonly final: boolean }[];
}

/** GET /api/procedures: what the caller may start. */
export interface StartView {
  readonly procedure: string;
  readonly title: string;
  readonly version: string;
  readonly input: { readonly $ref: string };
  readonly href: string;
}

/** GET /api/team: one person and what he carries. `escalated`: terms of his that were breached and told upwards. */
export interface TeamMember {
  readonly appointment: string;
  readonly name: string;
  readonly role: string;
  readonly roleTitle: string;
  readonly organisation: Names;
  readonly phone: string | null;
  readonly onDuty: boolean;
  readonly away: boolean;
  /** Of an absence that is under way or to come. */
  readonly awayFrom: string | null;
  readonly awayUntil: string | null;
  readonly substitute: string | null;
  /** Away, and nobody at the desk stands in. */
  readonly unattended: boolean;
  /** The caller may say when this person is away, and end the appointment. */
  readonly mayManage: boolean;
  readonly level: string;
  readonly open: number;
  readonly dangerous: number;
  readonly escalated: number;
  readonly nextDue: string | null;
}

/** RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly fields?: readonly { readonly path: string; readonly code: string; readonly detail: string }[];
}

/** GET /api/session. */
export interface SessionView {
  readonly appointment: string;
  readonly person: string;
  readonly name: string;
  readonly role: string;
  readonly roleTitle: string;
  readonly organisation: { readonly id: string; readonly names: Names };
  readonly region: string | null;
  readonly district: string | null;
  readonly demo: boolean;
}

/** GET /api/session/demo. POST /api/session/demo takes `{ appointment }`. */
export interface DemoAppointment {
  readonly appointment: string;
  readonly name: string;
  readonly role: string;
  readonly roleTitle: string;
  readonly organisation: Names;
  readonly district: Names | null;
  readonly region: Names | null;
}

/** GET /api/journal/inclusion. Hashes in base64; `data` is what the leaf is the hash of, after a zero byte. */
export interface InclusionProof {
  readonly leaf: string;
  readonly data: string;
  readonly number: number;
  readonly size: number;
  readonly proof: readonly string[];
}

/** GET /api/journal/consistency. */
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly proof: readonly string[];
}

/** POST /api/session, and whatever else opens or renews one. `token` is for programs without cookies: a browser's answer has none. */
export interface SessionOpened {
  readonly token: string;
  readonly appointment: string;
}

/** GET /api/session/appointments: what one may act as. POST /api/session/appointment takes `{ appointment }`. */
export interface OwnAppointment {
  readonly appointment: string;
  readonly role: string;
  readonly roleTitle: string;
  readonly organisation: Names;
}

/** GET /api/session/device-key: what seals on this device, 32 bytes in base64; without a word with the server it is forgotten at `until`. */
export interface DeviceKey {
  readonly key: string;
  readonly until: string;
}

/** GET /api/session/list: one's own sessions, this one first. */
export interface OwnSession {
  readonly id: string;
  /** What the browser called itself; null in the demo. */
  readonly device: string | null;
  readonly way: string | null;
  readonly appointment: OwnAppointment | null;
  readonly createdAt: string;
  readonly lastUsed: string;
  readonly current: boolean;
}

/** GET /api/users: people of a house, for who lets them in. */
export interface HouseUser {
  readonly appointment: string;
  readonly name: string;
  readonly role: string;
  readonly roleTitle: string;
  readonly state: 'none' | 'invited' | 'active' | 'locked';
}
export interface HouseUsers {
  readonly organisation: { readonly id: string; readonly names: Names };
  readonly users: readonly HouseUser[];
  /** Roles that may be given here. */
  readonly roles: readonly { readonly role: string; readonly title: string }[];
}

/** POST /api/users/invitations: `link` is a path of this program, to be handed over by a way of one's own. */
export interface InvitationMade {
  readonly link: string;
  readonly until: string;
  readonly name: string;
}

/** POST /api/invitations/look. */
export interface InvitationView {
  readonly name: string;
  readonly login: string | null;
  readonly until: string;
  readonly works: readonly { readonly roleTitle: string; readonly organisation: Names }[];
  /** For the application that shows codes: a picture (the path of an SVG `size` wide), or the secret typed in. */
  readonly totp: { readonly secret: string; readonly uri: string; readonly picture: { readonly size: number; readonly path: string } };
}

/** POST /api/invitations/accept: signed in, and the codes for a lost telephone, shown this once. */
export interface InvitationAccepted extends SessionOpened {
  readonly recovery: readonly string[];
}

/** GET /api/session/passkeys. */
export interface OwnPasskey {
  readonly id: string;
  /** The browser it was made with. */
  readonly device: string | null;
  readonly createdAt: string;
  readonly usedAt: string | null;
}
