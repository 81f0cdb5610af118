/** Incidents: what others may know of them. Runs in browsers. */
import type { Danger } from '#kernel/procedures/declare.ts';
import type { ChildSketch, IncidentKind } from '#cap/helpline/contract.ts';

export const procedures = {
  'bus-expulsion': 'incidents.bus-expulsion',
  'harmful-content': 'incidents.harmful-content',
  'child-labour': 'incidents.child-labour',
} as const satisfies Record<IncidentKind, string>;

/** Names of the facts that incidents leave. Where an appeal brought the incident, the link between them is called `incident`. */
export const facts = {
  /** Data: ChildAtRisk. The guardianship body must look after a child. */
  childAtRisk: 'incidents.child-at-risk',
  /** Data: IncidentClosed. */
  closed: 'incidents.closed',
} as const;

export interface ChildAtRisk {
  readonly incident: string;
  readonly kind: IncidentKind;
  readonly region: string;
  /** KATO code; null: not known yet. */
  readonly district: string | null;
  /** As far as the child is known; null: nothing is. */
  readonly child: ChildSketch | null;
  readonly summary: string;
  readonly danger: Danger;
  /** Signs of an offence against the child: the police must know too. */
  readonly offence: boolean;
}
export interface IncidentClosed {
  readonly incident: string;
  readonly kind: IncidentKind;
  readonly outcome: BusOutcome | ContentOutcome | LabourOutcome;
}

/** What may be decided of a child put off a bus. The first three say that somebody answers for it. */
export const liable = ['driver-fined', 'warned', 'carrier-ordered'] as const;
export const decisions = [...liable, 'not-confirmed', 'not-under-16', 'with-parent'] as const;
export type BusDecision = (typeof decisions)[number];
type BusOutcome = BusDecision | 'passed-to-another-body';

export const contentOutcomes = ['removed', 'blocked', 'not-harmful', 'passed-to-police'] as const;
type ContentOutcome = (typeof contentOutcomes)[number];

/** Class `child` of both procedures. `none`: no child of its own is known to be harmed. */
export interface ChildRecord {
  readonly child: ChildSketch | null;
  readonly safety: {
    readonly state: 'none' | 'unknown' | 'safe' | 'at-risk' | 'not-traceable';
    readonly whereabouts: Whereabouts | null;
    readonly injured: boolean | null;
    /** Who said or saw it, in words. */
    readonly confirmedBy: string | null;
    readonly words: string | null;
    readonly at: string;
  };
}
export const whereabouts = ['home', 'not-home'] as const;
type Whereabouts = (typeof whereabouts)[number];

/** Class `reporter`: nobody who is complained of, and no carrier, ever reads it. */
export interface ReporterRecord {
  readonly through: 'helpline' | 'report';
  readonly role: string | null;
  readonly name: string | null;
  readonly organisation: string | null;
}

export const companies = ['alone', 'other-adult', 'parent', 'not-known'] as const;
/** What happened on the bus. Dates `YYYY-MM-DD`, time `HH:MM` of Asia/Almaty; `age` in whole years on that day. */
export interface BusEvent {
  readonly date: string;
  readonly time: string | null;
  readonly route: string;
  readonly vehicle: string | null;
  readonly stop: string | null;
  readonly accompanied: (typeof companies)[number];
  readonly born: string | null;
  readonly age: number | null;
  readonly weather: string | null;
  readonly reason: string | null;
}
export const admissions = ['yes', 'partly', 'no'] as const;
export interface BusRecord {
  readonly summary: string;
  readonly event: BusEvent | null;
  /** In words, and as an organisation of the directory where it is one. */
  readonly carrier: string | null;
  readonly organisation: string | null;
  readonly asked: { readonly question: string; readonly at: string } | null;
  readonly answer: { readonly answer: string; readonly admits: (typeof admissions)[number] | null; readonly at: string } | null;
  readonly passed: { readonly body: string; readonly why: string; readonly at: string } | null;
}
export interface Fine {
  /** In monthly calculation indices. */
  readonly mrp: number;
  /** In tenge; null where the index of that year is not in the book. */
  readonly tenge: number | null;
  readonly year: string;
  readonly standing: 'sourced' | 'default' | 'unknown';
}
export interface DecisionRecord {
  readonly decision: BusDecision;
  readonly why: string;
  /** Article of the Code, as the inspector wrote it. The article was not read by us: its standing is unknown. */
  readonly article: string | null;
  readonly articleStanding: 'unknown' | null;
  readonly order: string | null;
  readonly fine: Fine | null;
  readonly at: string;
  readonly remedy: { readonly what: string; readonly document: string | null; readonly at: string } | null;
}
export interface BusRecords {
  readonly incident: BusRecord;
  readonly child: ChildRecord;
  readonly reporter: ReporterRecord;
  readonly decision?: DecisionRecord;
}

export const matters = ['sexual', 'suicide', 'violence', 'drugs', 'cyberbullying', 'recruiting', 'other'] as const;
type Matter = (typeof matters)[number];
export const goneHow = ['removed', 'blocked'] as const;
/** Class `incident`: where it stands, without what the content shows. */
export interface ContentRecord {
  readonly summary: string;
  readonly matter: Matter | null;
  readonly harmful: boolean | null;
  readonly offence: boolean;
  readonly experts: { readonly question: string; readonly at: string; readonly extended: string | null } | null;
  readonly gone: { readonly how: (typeof goneHow)[number]; readonly at: string } | null;
  readonly passed: { readonly officer: string; readonly number: string; readonly at: string } | null;
}
/** Class `content`: where it can be found. Only whoever works on it reads it. */
interface AddressRecord {
  readonly address: string | null;
  readonly finding: string | null;
  readonly orders: readonly { readonly to: string; readonly number: string | null; readonly at: string }[];
}
export interface ContentRecords {
  readonly incident: ContentRecord;
  readonly content: AddressRecord;
  readonly child: ChildRecord;
  readonly reporter: ReporterRecord;
}

/** What may be decided of a child found at work. The first two say that the employer answers for it. */
export const employerLiable = ['employer-fined', 'employer-ordered'] as const;
export const labourDecisions = [...employerLiable, 'lawful', 'not-confirmed'] as const;
export type LabourDecision = (typeof labourDecisions)[number];
type LabourOutcome = LabourDecision | 'passed-to-police' | 'passed-to-another-body';

/** What kind of work it is; all but the first three are forbidden before eighteen. */
export const works = ['light', 'performance', 'other', 'heavy-or-hazardous', 'gambling', 'night-entertainment', 'alcohol-or-tobacco'] as const;
export type Work = (typeof works)[number];
export const schoolings = ['pupil', 'basic-secondary', 'not-at-school'] as const;
/** What labour law forbids of a child's work; `domain/labour-rule.ts` finds them. */
export const breaches = ['too-young', 'forbidden-work', 'no-contract', 'no-consent', 'hours', 'night', 'overtime'] as const;
export type Breach = (typeof breaches)[number];

/** What an inspector found. `date` and `born` are `YYYY-MM-DD`, `age` whole years on that day, `weeklyHours` as worked. */
export interface WorkFound {
  readonly date: string;
  readonly place: string;
  readonly work: Work;
  readonly born: string | null;
  readonly age: number | null;
  readonly schooling: (typeof schoolings)[number];
  readonly contract: boolean;
  /** Written, of one legal representative. */
  readonly consent: boolean;
  readonly weeklyHours: number;
  readonly night: boolean;
  readonly overtime: boolean;
  readonly employerSays: string;
}
export interface LabourRecord {
  readonly summary: string;
  readonly employer: string | null;
  readonly organisation: string | null;
  readonly found: WorkFound | null;
  /** null: the age was not established. */
  readonly breaches: readonly Breach[] | null;
  /** Made to work by force, threats or debt. */
  readonly forced: boolean | null;
  readonly passed: { readonly officer: string; readonly number: string; readonly at: string } | { readonly body: string; readonly why: string; readonly at: string } | null;
}
export interface LabourDecisionRecord {
  readonly decision: LabourDecision;
  readonly why: string;
  /** Article and amount as the inspector wrote them: the Code was not read by us, so the standing is unknown. */
  readonly article: string | null;
  readonly articleStanding: 'unknown' | null;
  readonly finedMrp: number | null;
  readonly employerOrder: string | null;
  readonly at: string;
  readonly remedy: { readonly what: string; readonly document: string | null; readonly at: string } | null;
}
export interface LabourRecords {
  readonly incident: LabourRecord;
  readonly child: ChildRecord;
  readonly reporter: ReporterRecord;
  readonly decision?: LabourDecisionRecord;
}
