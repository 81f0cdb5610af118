/** Appeals to 111: what goes in, what comes out, and the facts other capabilities may react to. Runs in browsers. */
import { Type, type Static } from 'typebox';
import { accusedRelations, type AccusedRelation } from '#cap/representatives/contract.ts';
import type { Names } from '#kernel/access/directory.ts';
import type { Danger } from '#kernel/procedures/declare.ts';

export const channels = ['school-qr-text', 'phone', 'web', 'chat', 'agency'] as const;
export type Channel = (typeof channels)[number];

const text = (title: string, maxLength = 8000) => Type.String({ title, minLength: 1, maxLength, format: 'multiline' });
const language = Type.Unsafe<'kk' | 'ru' | 'en'>({ type: 'string', enum: ['kk', 'ru', 'en'], title: 'helpline.input.language', 'x-enum-text': 'language' });

/** Where it happens, as far as it is known. */
export const PlaceInput = Type.Object(
  {
    region: Type.Optional(Type.String({ title: 'helpline.input.region', pattern: /^KZ-\d{2}$/.source })),
    district: Type.Optional(Type.String({ title: 'helpline.input.district', maxLength: 20 })),
    words: Type.Optional(Type.String({ title: 'helpline.input.place-words', maxLength: 500 })),
  },
  { additionalProperties: false, title: 'helpline.input.place' },
);

/** POST /api/helpline/appeals. Nothing is asked of the child but the words; by phone not even these. */
export const AppealInput = Type.Object(
  {
    text: Type.Optional(Type.String({ title: 'helpline.input.text', maxLength: 8000, format: 'multiline' })),
    language: Type.Optional(language),
    channel: Type.Unsafe<Channel>({ type: 'string', enum: [...channels], title: 'helpline.input.channel', 'x-enum-text': 'helpline.channel' }),
    school: Type.Optional(Type.String({ title: 'helpline.input.school', format: 'organisation' })),
    place: Type.Optional(PlaceInput),
    contact: Type.Optional(Type.String({ title: 'helpline.input.contact', maxLength: 300 })),
    safeToAnswer: Type.Optional(Type.Boolean({ title: 'helpline.input.safe' })),
    /** A child himself, or someone else: they are told different things (domain.md §3.2a). */
    who: Type.Optional(Type.Unsafe<Applicant>({ type: 'string', enum: ['child', 'third-party', 'professional'], title: 'helpline.input.who', 'x-enum-text': 'helpline.who' })),
    /** The number of an earlier appeal, when he has it. */
    earlier: Type.Optional(Type.String({ title: 'helpline.input.earlier', maxLength: 40 })),
    sourceRef: Type.Optional(Type.String({ title: 'helpline.input.source-ref', maxLength: 100 })),
  },
  { additionalProperties: false },
);
export type AppealInput = Static<typeof AppealInput>;
export type Applicant = 'child' | 'third-party' | 'professional';

/** POST /api/helpline/appeals/lookup */
export const LookupInput = Type.Object(
  { number: Type.String({ minLength: 1, maxLength: 40 }), code: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);

export const TextInput = Type.Object({ text: text('helpline.input.text') }, { additionalProperties: false });
export const ReplyInput = Type.Object({ text: text('helpline.input.reply') }, { additionalProperties: false });
export const EmptyInput = Type.Object({}, { additionalProperties: false });
export const WithdrawInput = Type.Object(
  { why: Type.Optional(Type.String({ title: 'helpline.input.why', maxLength: 1000 })) },
  { additionalProperties: false },
);

export const urgencies = ['danger', 'violence', 'rights', 'consultation'] as const;
export type Urgency = (typeof urgencies)[number];
export const dangerOf: Readonly<Record<Urgency, Danger>> = { danger: 3, violence: 2, rights: 1, consultation: 0 };

export const GradeInput = Type.Object(
  {
    category: Type.String({ title: 'helpline.input.category', maxLength: 60, 'x-enum-text': 'helpline.category' }),
    urgency: Type.Unsafe<Urgency>({ type: 'string', enum: [...urgencies], title: 'helpline.input.urgency', 'x-enum-text': 'helpline.urgency' }),
    note: Type.Optional(Type.String({ title: 'helpline.input.note', maxLength: 4000, format: 'multiline' })),
    /** An adult victim: each of her children is asked about (111 serves families too). */
    adultVictim: Type.Optional(Type.Boolean({ title: 'helpline.input.adult-victim' })),
    warnings: Type.Optional(Type.String({ title: 'helpline.input.warnings', maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type GradeInput = Static<typeof GradeInput>;

/** A child as the applicant could describe it; nothing of it is required. */
export const ChildSketch = Type.Object(
  {
    child: Type.Optional(Type.String({ title: 'helpline.input.child-known', format: 'child' })),
    name: Type.Optional(Type.String({ title: 'helpline.input.child-name', maxLength: 400 })),
    age: Type.Optional(Type.Integer({ title: 'helpline.input.child-age', minimum: 0, maximum: 17 })),
    sex: Type.Optional(Type.Unsafe<'male' | 'female'>({ type: 'string', enum: ['male', 'female'], title: 'helpline.input.child-sex', 'x-enum-text': 'sex' })),
    words: Type.Optional(Type.String({ title: 'helpline.input.child-words', maxLength: 500 })),
  },
  { additionalProperties: false, title: 'helpline.input.child' },
);
export type ChildSketch = Static<typeof ChildSketch>;

const accused = Type.Optional(
  Type.Object(
    {
      person: Type.Optional(Type.String({ title: 'helpline.input.accused-person', format: 'uuid' })),
      organisation: Type.Optional(Type.String({ title: 'helpline.input.accused-organisation', format: 'organisation' })),
      words: Type.Optional(Type.String({ title: 'helpline.input.accused-words', maxLength: 500 })),
      relation: Type.Optional(Type.Unsafe<AccusedRelation>({ type: 'string', enum: [...accusedRelations], title: 'helpline.input.accused-relation', 'x-enum-text': 'helpline.relation' })),
      household: Type.Optional(Type.Boolean({ title: 'helpline.input.accused-household' })),
      representative: Type.Optional(Type.Boolean({ title: 'helpline.input.accused-representative' })),
    },
    { additionalProperties: false, title: 'helpline.input.accused' },
  ),
);

export const RouteCaseInput = Type.Object(
  {
    district: Type.String({ title: 'helpline.input.district', maxLength: 20, format: 'district' }),
    children: Type.Array(ChildSketch, { title: 'helpline.input.children', minItems: 1, maxItems: 20 }),
    summary: text('helpline.input.summary', 4000),
    tellPolice: Type.Optional(Type.Boolean({ title: 'helpline.input.tell-police' })),
    accused,
  },
  { additionalProperties: false },
);
export type RouteCaseInput = Static<typeof RouteCaseInput>;

export const agencyNeeds = ['material-help', 'family-support', 'psychologist', 'health', 'leisure', 'school-bullying-protocol', 'police', 'other'] as const;
export type AgencyNeed = (typeof agencyNeeds)[number];

export const RouteAgencyInput = Type.Object(
  {
    need: Type.Unsafe<AgencyNeed>({ type: 'string', enum: [...agencyNeeds], title: 'helpline.input.need', 'x-enum-text': 'helpline.need' }),
    organisation: Type.Optional(Type.String({ title: 'helpline.input.organisation', format: 'organisation' })),
    district: Type.String({ title: 'helpline.input.district', maxLength: 20, format: 'district' }),
    summary: text('helpline.input.summary', 4000),
    child: Type.Optional(ChildSketch),
  },
  { additionalProperties: false },
);
export type RouteAgencyInput = Static<typeof RouteAgencyInput>;

/** Short procedures of their own (capability incidents). */
export const incidentKinds = ['bus-expulsion', 'harmful-content', 'child-labour'] as const;
export type IncidentKind = (typeof incidentKinds)[number];
export const RouteIncidentInput = Type.Object(
  {
    kind: Type.Unsafe<IncidentKind>({ type: 'string', enum: [...incidentKinds], title: 'helpline.input.incident-kind', 'x-enum-text': 'helpline.incident' }),
    district: Type.String({ title: 'helpline.input.district', maxLength: 20, format: 'district' }),
    summary: text('helpline.input.summary', 4000),
    child: Type.Optional(ChildSketch),
  },
  { additionalProperties: false },
);
export type RouteIncidentInput = Static<typeof RouteIncidentInput>;

export const emergencyServices = ['102', '103', '112'] as const;
export const HandOverInput = Type.Object(
  {
    service: Type.Unsafe<(typeof emergencyServices)[number]>({ type: 'string', enum: [...emergencyServices], title: 'helpline.input.service', 'x-enum-text': 'helpline.service' }),
    where: Type.String({ title: 'helpline.input.where', minLength: 1, maxLength: 1000 }),
    what: text('helpline.input.what', 2000),
  },
  { additionalProperties: false },
);
/** A hand-over is done only when a named human took it. */
export const HandOverTakenInput = Type.Object(
  {
    name: Type.String({ title: 'helpline.input.taker', minLength: 1, maxLength: 200 }),
    incident: Type.String({ title: 'helpline.input.incident', minLength: 1, maxLength: 100 }),
  },
  { additionalProperties: false },
);
export const HandOverFailedInput = Type.Object(
  {
    why: Type.String({ title: 'helpline.input.why', minLength: 1, maxLength: 1000 }),
    next: Type.Unsafe<(typeof emergencyServices)[number]>({ type: 'string', enum: [...emergencyServices], title: 'helpline.input.next-service', 'x-enum-text': 'helpline.service' }),
  },
  { additionalProperties: false },
);

export const marks = ['spam', 'wrong-number', 'silence', 'joke'] as const;
export type Mark = (typeof marks)[number];
export const MarkInput = Type.Object(
  {
    mark: Type.Unsafe<Mark>({ type: 'string', enum: [...marks], title: 'helpline.input.mark', 'x-enum-text': 'helpline.mark' }),
    why: Type.String({ title: 'helpline.input.why', minLength: 1, maxLength: 1000 }),
  },
  { additionalProperties: false },
);
export const CloseInput = Type.Object(
  {
    answer: text('helpline.input.answer', 4000),
    /** Asked of an adult victim: no child lives with her. */
    noChildren: Type.Optional(Type.Boolean({ title: 'helpline.input.no-children' })),
  },
  { additionalProperties: false },
);

export const ConsultInput = Type.Object(
  {
    answer: text('helpline.input.answer', 4000),
    /** The contact centre's psychologist supported him in the talk: counted apart from information. */
    psychologist: Type.Optional(Type.Boolean({ title: 'helpline.input.psychologist' })),
    /** Asked of an adult victim: no child lives with her. */
    noChildren: Type.Optional(Type.Boolean({ title: 'helpline.input.no-children' })),
  },
  { additionalProperties: false },
);

/** Records of an appeal, by class of field. */
export interface Message {
  readonly from: 'applicant' | 'operator' | 'system';
  readonly at: string;
  /** Text as written, or a text key for what the system says. */
  readonly text?: string;
  readonly key?: string;
  readonly params?: Readonly<Record<string, string>>;
}
export interface AppealRecord {
  readonly number: string;
  readonly channel: Channel;
  readonly language: 'kk' | 'ru' | 'en';
  readonly who: Applicant;
  readonly text: string;
  readonly school: string | null;
  readonly placeWords: string | null;
  readonly earlier: string | null;
  readonly signs: { readonly danger: Danger; readonly topics: readonly string[]; readonly category: string; readonly others: boolean; readonly doNotTellHome: boolean };
  readonly category: string | null;
  readonly urgency: Urgency | null;
  readonly warnings: string | null;
  /** An adult is the victim: each of her children is asked about before it closes. */
  readonly adultVictim: boolean;
  readonly handOver: { readonly service: string; readonly since: string; readonly takenBy: string | null; readonly incident: string | null } | null;
  readonly mark: { readonly mark: Mark; readonly by: string } | null;
  /** By the id of a case or a referral: no machine writes to the applicant until then (a death, a hold of the police). */
  readonly quiet?: Readonly<Record<string, string>>;
  /** Whose pause and debrief this talk has opened: appointments. One talk, one pause for each who held it. */
  readonly rested?: readonly string[];
  /** `child`: a child was described to whoever got it. */
  readonly routed: readonly { readonly to: 'case' | 'agency' | 'incident' | 'emergency'; readonly need: string | null; readonly at: string; readonly child?: true }[];
}
export interface ReporterRecord {
  readonly contact: string | null;
  readonly safeToAnswer: boolean | null;
}
export interface TalkRecord {
  readonly messages: readonly Message[];
  /** What he may know of where it stands: received, read, helping, closed. */
  readonly state: 'received' | 'read' | 'helping' | 'closed';
}
export interface AppealRecords {
  readonly appeal: AppealRecord;
  readonly reporter: ReporterRecord;
  readonly talk: TalkRecord;
}

/** The lead's talk with an operator after a grave appeal. Nothing of the appeal is in it: neither words nor number. */
export const HoldInput = Type.Object(
  { agreed: Type.Optional(Type.String({ title: 'helpline.input.agreed', maxLength: 2000, format: 'multiline' })) },
  { additionalProperties: false },
);
export type HoldInput = Static<typeof HoldInput>;
export const CannotHoldInput = Type.Object(
  { why: Type.String({ title: 'helpline.input.why', minLength: 1, maxLength: 1000, format: 'multiline' }) },
  { additionalProperties: false },
);
export interface DebriefRecords {
  /** Read by shift leads alone: what was said there is not for colleagues. */
  readonly debrief: { readonly agreed: string | null; readonly why: string | null };
  /** Read by the house: that he rests, and until when. `operator`: his appointment. */
  readonly pause: { readonly operator: string; readonly since: string; readonly until: string };
}

/** Facts. `children` are sketches; what a case learns is what the operator wrote, never the talk itself. */
export interface RoutedToCase {
  readonly appeal: string;
  readonly number: string;
  readonly district: string;
  readonly children: readonly ChildSketch[];
  readonly summary: string;
  readonly category: string;
  readonly danger: Danger;
  readonly tellPolice: boolean;
  readonly warnings: string | null;
  readonly accused: RouteCaseInput['accused'];
}
export interface RoutedToAgency {
  readonly appeal: string;
  readonly need: AgencyNeed;
  readonly organisation: string | null;
  readonly district: string;
  readonly summary: string;
  readonly child: ChildSketch | null;
  readonly danger: Danger;
}
/** The school that answers by its own protocol: the one the operator named, or the one the appeal came from. Null: none, or something else is asked. */
export function bullyingSchool(records: object, asked: RoutedToAgency): string | null {
  const { appeal } = records as { readonly appeal?: Partial<AppealRecord> };
  return asked.need === 'school-bullying-protocol' ? (asked.organisation ?? appeal?.school ?? null) : null;
}
export interface RoutedToIncident {
  readonly appeal: string;
  readonly kind: IncidentKind;
  readonly district: string;
  readonly summary: string;
  readonly child: ChildSketch | null;
  readonly danger: Danger;
}
export const facts = {
  routedToCase: 'helpline.routed-to-case',
  routedToAgency: 'helpline.routed-to-agency',
  routedToIncident: 'helpline.routed-to-incident',
} as const;

/** Answer to lookup. */
export interface AppealState {
  readonly number: string;
  readonly state: TalkRecord['state'];
  readonly stateText: string;
  readonly messages: readonly { readonly from: Message['from']; readonly at: string; readonly text: string }[];
  readonly sequence: number;
  readonly final: boolean;
}

/** GET /api/helpline/repeat?proceeding=…[&said=…]: is it somebody who came before. For operators. */
export interface RepeatAppeal {
  readonly id: string;
  /** His number, his contact, or only the same school on the same day. */
  readonly why: 'number' | 'contact' | 'school';
  readonly label: string;
  readonly stage: string;
  readonly stageTitle: string;
  readonly final: boolean;
  readonly danger: Danger;
  readonly channel: Channel;
  readonly receivedAt: string;
}
export interface Repeat {
  readonly appeals: readonly RepeatAppeal[];
  /** Open cases of these appeals: that there is one, and whom to call. Nothing else of it. */
  readonly cases: readonly { readonly worker: string; readonly phone: string | null; readonly onDuty: boolean }[];
  /** What operators wrote; `!home`: asked not to tell those at home; `!unsafe`: asked not to be contacted. */
  readonly warnings: readonly string[];
}

/** GET /api/helpline/queue: the desk of 111, the most dangerous and the most pressing first. */
export interface QueueItem {
  readonly proceeding: string;
  readonly label: string;
  readonly stage: string;
  readonly stageTitle: string;
  readonly danger: Danger;
  readonly due: string;
  readonly termTitle: string;
  /** Name of who has it, or whose turn it is. */
  readonly worker: string;
  readonly mine: boolean;
  readonly channel: Channel;
  readonly school: Names | null;
  readonly receivedAt: string;
}
export interface DeskQueue {
  readonly at: string;
  /** Who needs a person now. */
  readonly items: readonly QueueItem[];
  /** Help that is on its way and only followed. */
  readonly followed: readonly QueueItem[];
  /** There are more than these. */
  readonly more: boolean;
  /** By the roster, now. */
  readonly shift: readonly { readonly role: 'operator' | 'shift-lead'; readonly name: string; readonly me: boolean; readonly until: string; readonly resting: boolean }[];
  /** The caller's own pause, while it runs. */
  readonly rest: Rest | null;
}
export interface Rest {
  /** The debrief it belongs to: its step `end-pause` ends it. */
  readonly proceeding: string;
  readonly sequence: number;
  readonly until: string;
  /** No other operator is on duty or present: danger does not wait for him, a claim goes through. */
  readonly alone: boolean;
}
