/** Routes beside those of procedures, described: what the document at /api/openapi.json says of each. A test holds it to what is mounted. */
import { LooksQuery } from '#cap/oversight/inputs.ts';
import { Type, type TSchema } from 'typebox';
import { endings } from '#kernel/files/take.ts';
import { NumberInput } from '#kernel/http/by-number.ts';
import { ReadInput } from '#kernel/http/notices.ts';
import { DigestCode, DigestInput } from '#kernel/http/digest.ts';
import { PushInput } from '#kernel/http/push.ts';
import { WritingInput } from '#kernel/http/writing.ts';
import { ConsistencyQuery, InclusionQuery } from '#kernel/http/journal.ts';
import { AddDuty, AppointmentsQuery, CopyWeek, DistrictsQuery, EndAppointment, OrganisationsQuery, RemoveDuty, RostersQuery, SchoolsQuery, ServicesQuery, SetAway, SetBack } from '#cap/agencies/contract.ts';
import { AcceptInput, InviteInput, LockInput, LookInput, NoInput, OrganisationInput, PasskeyInput, SignInInput, StepUpInput, SwitchInput } from '#kernel/signin/inputs.ts';
import { SearchInput } from '#cap/children/contract.ts';
import { listTypes } from '#cap/children/lists/api.ts';
import { ExportInput } from '#cap/exports/contract.ts';
import { AppealInput, LookupInput } from '#cap/helpline/contract.ts';

export interface Described {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/api/children/{id}`. */
  readonly path: string;
  readonly summary: string;
  /** Fields of the query, as one object. */
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** Media types of a body that is no JSON. */
  readonly raw?: readonly string[];
  /** Headers of its own. */
  readonly headers?: TSchema;
  /** Takes an Idempotency-Key. */
  readonly key?: true;
  /** Takes the version that was seen, as If-Match. */
  readonly match?: true;
  readonly status: number;
  readonly answer: string;
  /** Kind of the answer's content, or kinds; JSON without it, none where it is empty. */
  readonly type?: string | readonly string[];
  readonly failures: readonly number[];
}

const text = (more: object = {}) => Type.Optional(Type.Unsafe<string>({ type: 'string', ...more }));
const page = { after: text({ description: 'next of the page before' }), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })) };
const code = { number: Type.String({ minLength: 1, maxLength: 40 }), code: Type.String({ minLength: 1, maxLength: 200 }) };
const written = [400, 413, 415, 422] as const;

export const described: readonly Described[] = [
  { method: 'get', path: '/api/session', summary: 'Who is signed in', status: 200, answer: 'The session.', failures: [401] },
  { method: 'post', path: '/api/session', summary: 'Signs in with a login, a password and a code', body: SignInInput, status: 201, answer: 'A token, also as a cookie.', failures: [400, 401, 403, 429] },
  { method: 'post', path: '/api/session/step-up', summary: 'Proves once more who is signed in; the session gets a new token', body: StepUpInput, status: 200, answer: 'The new token, also as a cookie.', failures: [400, 401, 403, 409, 429] },
  { method: 'get', path: '/api/session/appointments', summary: 'Under which appointments one may act', status: 200, answer: 'Appointments.', failures: [401] },
  { method: 'post', path: '/api/session/appointment', summary: 'Acts under another of one’s own appointments; the session gets a new token', body: SwitchInput, status: 200, answer: 'The new token, also as a cookie.', failures: [400, 401, 403, 404] },
  { method: 'post', path: '/api/session/renewal', summary: 'A link for oneself, to set password and codes anew; asks for those of now', body: StepUpInput, status: 201, answer: 'The link, for minutes; a new token.', failures: [400, 401, 403, 409, 429] },
  { method: 'get', path: '/api/session/list', summary: 'One’s own sessions', status: 200, answer: 'Sessions, this one first.', failures: [401] },
  { method: 'delete', path: '/api/session/list', summary: 'Ends all of one’s own sessions but this one', status: 204, answer: 'Ended.', type: '', failures: [401, 403] },
  { method: 'delete', path: '/api/session/list/{id}', summary: 'Ends one of one’s own sessions', status: 204, answer: 'Ended.', type: '', failures: [401, 403, 404] },
  { method: 'delete', path: '/api/session', summary: 'Signs out; may be repeated', status: 204, answer: 'Signed out.', type: '', failures: [] },
  { method: 'get', path: '/api/session/device-key', summary: 'The key under which a device of the signed-in person seals what he takes along', status: 200, answer: 'The key, and when the device forgets it.', failures: [401] },
  { method: 'get', path: '/api/session/demo', summary: 'The demo appointments; demo mode only', status: 200, answer: 'Appointments.', failures: [404] },
  { method: 'post', path: '/api/session/demo', summary: 'Signs a demo appointment in; demo mode only', body: Type.Object({ appointment: Type.String({ format: 'uuid' }) }), status: 201, answer: 'A token, also as a cookie.', failures: [400, 404] },
  { method: 'get', path: '/api/session/passkeys', summary: 'One’s own passkeys', status: 200, answer: 'Passkeys.', failures: [401] },
  { method: 'post', path: '/api/session/passkeys/options', summary: 'Begins a new passkey; asks for a step-up', body: NoInput, status: 200, answer: 'Options for the browser, and the ceremony.', failures: [400, 401, 403] },
  { method: 'post', path: '/api/session/passkeys', summary: 'Keeps a new passkey', body: PasskeyInput, status: 201, answer: 'Kept.', failures: [400, 401, 403] },
  { method: 'delete', path: '/api/session/passkeys/{id}', summary: 'Takes away one of one’s own passkeys', status: 204, answer: 'Gone.', type: '', failures: [401, 403, 404] },
  { method: 'post', path: '/api/session/passkey/options', summary: 'Begins signing in with a passkey', body: NoInput, status: 200, answer: 'Options for the browser, and the ceremony.', failures: [400, 403] },
  { method: 'post', path: '/api/session/passkey', summary: 'Signs in with a passkey', body: PasskeyInput, status: 201, answer: 'A token, also as a cookie.', failures: [400, 401, 403] },
  { method: 'post', path: '/api/session/step-up/passkey/options', summary: 'Begins proving it with a passkey', body: NoInput, status: 200, answer: 'Options for the browser, and the ceremony.', failures: [400, 401, 403] },
  { method: 'post', path: '/api/session/step-up/passkey', summary: 'Proves it with a passkey; the session gets a new token', body: PasskeyInput, status: 200, answer: 'The new token, also as a cookie.', failures: [400, 401, 403] },
  { method: 'get', path: '/api/session/organisation', summary: 'Whether one may sign in through the organisation', status: 200, answer: 'What it is called.', failures: [404] },
  { method: 'post', path: '/api/session/organisation', summary: 'Begins signing in through the organisation', body: OrganisationInput, status: 200, answer: 'Where to send the browser.', failures: [400, 403, 404, 503] },
  { method: 'get', path: '/api/session/organisation/callback', summary: 'Where the organisation’s sign-in sends the browser back', status: 303, answer: 'On to the application, signed in or not.', type: '', failures: [404] },
  { method: 'post', path: '/api/invitations/look', summary: 'What an invitation is for', body: LookInput, status: 200, answer: 'Whom it is for, and how to set up codes.', failures: [400, 403, 404] },
  { method: 'post', path: '/api/invitations/accept', summary: 'Sets login, password and codes, and signs in', body: AcceptInput, status: 201, answer: 'A token, also as a cookie, and the recovery codes, shown this once.', failures: [400, 403, 404, 409] },
  { method: 'get', path: '/api/users', summary: 'Who of a house can sign in, for its head', query: Type.Object({ organisation: text({ format: 'uuid' }) }), status: 200, answer: 'People.', failures: [400, 401, 404] },
  { method: 'post', path: '/api/users/invitations', summary: 'Invites somebody; asks for a step-up', key: true, body: InviteInput, status: 201, answer: 'The link, shown this once.', failures: [400, 401, 403, 404, 409] },
  { method: 'post', path: '/api/users/locks', summary: 'Keeps somebody out, or lets him in again; asks for a step-up', key: true, body: LockInput, status: 200, answer: 'Done.', failures: [400, 401, 403, 404] },
  { method: 'get', path: '/api/my-day', summary: 'What the acting appointment must do, by danger and time', query: Type.Object(page), status: 200, answer: 'A page.', failures: [400, 401] },
  { method: 'get', path: '/api/my-day/waiting', summary: 'What the acting appointment waits for from others', status: 200, answer: 'A list.', failures: [401] },
  { method: 'get', path: '/api/hand-over', summary: 'What a shift hands over to the next, for who hands over: what is open at the house, what cannot wait, who has it', status: 200, answer: 'One page.', failures: [401, 404] },
  { method: 'get', path: '/api/notices', summary: 'What happened for the acting appointment in the last days, within the budget of each', status: 200, answer: 'The newest first, and how many more a day had.', failures: [401] },
  { method: 'post', path: '/api/notices/read', summary: 'What of it was read; may be repeated', body: ReadInput, status: 204, answer: 'Written.', type: '', failures: [400, 401, 413, 415] },
  { method: 'get', path: '/api/digest', summary: 'Whether a letter comes each morning, and where to', status: 200, answer: 'Mine.', failures: [401] },
  { method: 'post', path: '/api/digest', summary: 'Asks for a letter each morning; a code goes to the address first', body: DigestInput, status: 204, answer: 'The code is on its way.', type: '', failures: [400, 401, 409, 413, 415, 429, 503] },
  { method: 'post', path: '/api/digest/confirm', summary: 'Proves the address by the code that went there', body: DigestCode, status: 204, answer: 'Letters come from the next morning on.', type: '', failures: [400, 401, 409, 413, 415] },
  { method: 'delete', path: '/api/digest', summary: 'No more letters; the address is forgotten; may be repeated', status: 204, answer: 'Done.', type: '', failures: [401] },
  { method: 'get', path: '/api/push', summary: 'Whether devices are pushed to, and which of the acting appointment are', status: 200, answer: 'The public key of who sends, null where nobody is; devices by the SHA-256 of their endpoints.', failures: [401] },
  { method: 'put', path: '/api/push', summary: 'Pushes to this device what presses, with nothing in it; may be repeated', body: PushInput, status: 204, answer: 'Kept.', type: '', failures: [400, 401, 413, 415, 422] },
  { method: 'delete', path: '/api/push/{device}', summary: 'Pushes to one of one’s own devices no more; may be repeated', status: 204, answer: 'It is none.', type: '', failures: [401] },
  { method: 'get', path: '/api/team', summary: 'Who carries how much, for heads', status: 200, answer: 'Figures by worker.', failures: [401, 404] },
  {
    method: 'get', path: '/api/proceedings', summary: 'Open proceedings of a scope',
    query: Type.Object({
      scope: text({ enum: ['desk', 'district', 'region', 'country'], default: 'desk' }), procedure: text(), worker: text({ format: 'uuid' }), danger: text(), raised: text(), ...page,
    }), status: 200, answer: 'A page.', failures: [400, 401],
  },
  { method: 'post', path: '/api/proceedings/by-number', summary: 'What is called by a number of twelve digits, an appeal or what grew out of it; asked in a body, so that no address holds it', body: NumberInput, status: 200, answer: 'Proceedings the caller may see.', failures: [400, 401, 413, 415] },
  { method: 'get', path: '/api/proceedings/{id}', summary: 'One proceeding, with the steps the caller may take now', status: 200, answer: 'The proceeding; ETag is its sequence.', failures: [401, 404] },
  { method: 'get', path: '/api/proceedings/{id}/along', summary: 'One proceeding to be taken along on a device; the look says so', status: 200, answer: 'The proceeding, as it is read; not what break-glass alone shows.', failures: [401, 404] },
  {
    method: 'get', path: '/api/proceedings/{id}/story', summary: 'Earlier lines of a story',
    query: Type.Object({ before: Type.Integer({ minimum: 1, description: 'sequence of the last line that is held' }) }), status: 200, answer: 'Lines, newest first.', failures: [400, 401, 404],
  },
  {
    method: 'post', path: '/api/proceedings/{id}/files', summary: 'Adds a file; what it is, its content says; a picture loses its metadata', key: true, match: true, raw: Object.keys(endings),
    headers: Type.Object({ 'File-Name': text({ maxLength: 4000, description: 'what it is called, percent-encoded UTF-8' }) }),
    status: 201, answer: 'The proceeding, or a receipt.', failures: [401, 404, 408, 409, 412, 422, 428],
  },
  { method: 'get', path: '/api/proceedings/{id}/files/{file}', summary: 'A file of a proceeding, as an attachment', status: 200, answer: 'Its bytes.', type: Object.keys(endings), failures: [401, 404, 409] },
  {
    method: 'get', path: '/api/proceedings/{id}/documents/{name}', summary: 'A document of a proceeding on paper, for whom it is declared; the proceeding names those that can be made now',
    query: Type.Object({ language: text({ enum: ['kk', 'ru', 'en'] }) }), status: 200, answer: 'A PDF, to be shown and printed.', type: 'application/pdf', failures: [400, 401, 404, 409],
  },
  { method: 'post', path: '/api/proceedings/{id}/writing', summary: 'A form of it is open here, or no more; who else has one open, by name alone', body: WritingInput, status: 200, answer: 'The others.', failures: [400, 401, 404, 413, 415] },
  { method: 'get', path: '/api/procedures', summary: 'What the caller may start', status: 200, answer: 'Procedures.', failures: [] },
  { method: 'get', path: '/api/schemas/{name}', summary: 'The schema of an input; never changes under its name', status: 200, answer: 'JSON Schema.', type: 'application/schema+json', failures: [404] },
  { method: 'get', path: '/api/openapi.json', summary: 'This document', status: 200, answer: 'OpenAPI 3.1.', failures: [] },
  { method: 'get', path: '/api/events', summary: 'Server-sent events: something changed, ask again; no content', status: 200, answer: 'A stream.', type: 'text/event-stream', failures: [401] },

  { method: 'get', path: '/api/journal/key', summary: 'The public key that signs the journal', status: 200, answer: 'A verifier key of the signed-note format.', type: 'text/plain', failures: [] },
  { method: 'get', path: '/api/journal/checkpoint', summary: 'The newest checkpoint of the journal: size and root, signed', status: 200, answer: 'A signed note.', type: 'text/plain', failures: [404] },
  { method: 'get', path: '/api/journal/checkpoints/{size}', summary: 'The checkpoint of a size', status: 200, answer: 'A signed note.', type: 'text/plain', failures: [404] },
  {
    method: 'get', path: '/api/journal/inclusion', summary: 'That an entry or a look is in the journal’s tree, for whoever may see it', query: InclusionQuery,
    status: 200, answer: 'Leaf, its number, and the hashes up to the root of that size.', failures: [400, 401, 404, 409],
  },
  {
    method: 'get', path: '/api/journal/consistency', summary: 'That one tree is the beginning of another', query: ConsistencyQuery,
    status: 200, answer: 'The hashes that lead to both roots.', failures: [400, 409],
  },

  { method: 'post', path: '/api/helpline/appeals', summary: 'An appeal to 111; answers its number and code', key: true, body: AppealInput, status: 201, answer: 'Number and code.', failures: [...written, 401, 404, 409] },
  { method: 'post', path: '/api/helpline/appeals/lookup', summary: 'Where an appeal stands, by number and code', body: LookupInput, status: 200, answer: 'State and messages.', failures: [400, 404, 429] },
  {
    method: 'post', path: '/api/helpline/appeals/write', summary: 'The applicant writes more, by number and code', key: true,
    body: Type.Object({ ...code, text: Type.String({ minLength: 1, maxLength: 8000 }) }), status: 200, answer: 'State and messages.', failures: [...written, 404, 409, 429],
  },
  {
    method: 'post', path: '/api/helpline/appeals/withdraw', summary: 'The applicant takes it back, by number and code', key: true,
    body: Type.Object({ ...code, why: text({ maxLength: 1000 }) }), status: 200, answer: 'State and messages.', failures: [...written, 404, 409, 429],
  },
  { method: 'get', path: '/api/helpline/queue', summary: 'The queue of the contact centre', status: 200, answer: 'Open appeals of the house.', failures: [401, 404] },
  {
    method: 'get', path: '/api/helpline/repeat', summary: 'Whether the applicant came before: appeals, open cases, what to beware of',
    query: Type.Object({ proceeding: Type.String({ format: 'uuid' }), said: text({ maxLength: 300 }) }), status: 200, answer: 'What is known.', failures: [401, 404],
  },
  {
    method: 'get', path: '/api/helpline/counts', summary: 'Appeals by channel, region and outcome: figures only',
    query: Type.Object({ from: text(), until: text() }), status: 200, answer: 'Counts.', failures: [400, 401, 404],
  },

  { method: 'post', path: '/api/children/search', summary: 'Who it may be: at most twenty, the likeliest first, with the reasons; asked in a body, so that no address holds a name', body: SearchInput, status: 200, answer: 'Children found.', failures: [400, 401, 404, 413, 415] },
  { method: 'get', path: '/api/children/duplicates/{id}', summary: 'Both records of a pair that may be one child', status: 200, answer: 'Both sides, and what agrees.', failures: [401, 404] },
  { method: 'get', path: '/api/children/{id}', summary: 'The card of one child', status: 200, answer: 'The card.', failures: [401, 404] },
  { method: 'get', path: '/api/children/{id}/proceedings', summary: 'What is about a child, or linked with it, as far as the caller sees it', status: 200, answer: 'Open ones first, the newest first.', failures: [401, 404] },

  { method: 'get', path: '/api/schools/mine', summary: 'Concerns and reports of bullying that the caller wrote himself, and what he was told of them', status: 200, answer: 'Reports, the newest first.', failures: [401] },
  { method: 'get', path: '/api/schools/repeats', summary: 'Pairs, pupils and classes that stand in more than one bullying file of a year', status: 200, answer: 'Of the files that the caller may read, the most often first; at most 200.', failures: [401] },
  { method: 'get', path: '/api/children/lists/{id}', summary: 'How far a list is: counts, its first rows, some rows that cannot be read', status: 200, answer: 'The list.', failures: [401, 404, 409] },
  {
    method: 'post', path: '/api/children/lists/{id}/file', summary: 'Uploads the file of a list: CSV or XLSX; what it is, its content says', key: true, match: true, raw: listTypes,
    headers: Type.Object({ 'File-Name': text({ maxLength: 4000, description: 'what it is called, percent-encoded UTF-8' }) }),
    status: 200, answer: 'The proceeding.', failures: [400, 401, 404, 408, 409, 412, 413, 415, 422, 428],
  },
  { method: 'get', path: '/api/children/lists/{id}/failed', summary: 'Rows that were not taken, with the reasons, for who opened the list', status: 200, answer: 'CSV.', type: 'text/csv', failures: [401, 404, 409, 410] },

  { method: 'get', path: '/api/cases/reports', summary: 'What the caller reported himself, and what he was told of it', status: 200, answer: 'Reports, the newest first.', failures: [401] },
  { method: 'get', path: '/api/commission/readings', summary: 'Files of the day that the caller may read now, as a member of a commission who attends its sitting', status: 200, answer: 'Readings, the newest first.', failures: [401] },

  { method: 'get', path: '/api/oversight/looks', summary: 'Who looked at a child’s files, for the commissioner, with the purpose he states', query: LooksQuery, status: 200, answer: 'Looks, the newest first.', failures: [400, 401, 404] },
  { method: 'get', path: '/api/oversight/reviews/{id}/looks', summary: 'Looks of the one who is reviewed, for his reviewer', status: 200, answer: 'Looks.', failures: [401, 404] },
  { method: 'get', path: '/api/oversight/reviews/{id}/people', summary: 'Who works in a house whose access is reviewed', status: 200, answer: 'People.', failures: [401, 404] },

  { method: 'get', path: '/api/calendar', summary: 'Whether the acting appointment has a calendar at a secret address', status: 200, answer: 'Since when; null: it is off.', failures: [401] },
  { method: 'post', path: '/api/calendar', summary: 'Switches it on, or renews its address; asks for a step-up', key: true, body: NoInput, status: 201, answer: 'The address, shown this once.', failures: [...written, 401, 403] },
  { method: 'delete', path: '/api/calendar', summary: 'Switches it off', status: 204, answer: 'The address leads nowhere any more.', type: '', failures: [401] },
  { method: 'get', path: '/api/calendar/feeds/{name}', summary: 'Deadlines of whoever switched it on, by number and kind of task: no name, no word of a case', status: 200, answer: 'iCalendar.', type: 'text/calendar', failures: [404] },

  { method: 'get', path: '/api/exports', summary: 'What one has taken out, and what one’s house has, for its head', status: 200, answer: 'Exports, the newest first.', failures: [401] },
  { method: 'post', path: '/api/exports', summary: 'Takes out a list or one proceeding as an encrypted file; asks for a step-up', key: true, body: ExportInput, status: 201, answer: 'The export and its password, shown this once.', failures: [...written, 401, 403, 404, 409] },
  { method: 'get', path: '/api/exports/{id}/file', summary: 'The file of one’s own export, a few times', status: 200, answer: 'A zip under AES-256.', type: 'application/zip', failures: [401, 404, 410] },

  { method: 'get', path: '/api/agencies/regions', summary: 'The twenty regions', status: 200, answer: 'Regions.', failures: [400] },
  { method: 'get', path: '/api/agencies/schools', summary: 'Schools by place and name', query: SchoolsQuery, status: 200, answer: 'Schools.', failures: [400] },
  { method: 'get', path: '/api/agencies/districts', summary: 'Districts', query: DistrictsQuery, status: 200, answer: 'Districts.', failures: [400, 401] },
  { method: 'get', path: '/api/agencies/organisations', summary: 'Organisations by kind, place and name', query: OrganisationsQuery, status: 200, answer: 'Organisations.', failures: [400, 401] },
  { method: 'get', path: '/api/agencies/appointments', summary: 'Who works at an organisation', query: AppointmentsQuery, status: 200, answer: 'Appointments.', failures: [400, 401] },
  { method: 'get', path: '/api/agencies/services', summary: 'Services that may be asked for', query: ServicesQuery, status: 200, answer: 'Services.', failures: [400, 401] },
  { method: 'get', path: '/api/agencies/rosters', summary: 'Who is on duty, and where nobody is', query: RostersQuery, status: 200, answer: 'Rosters.', failures: [400, 401, 404] },
  { method: 'post', path: '/api/agencies/rosters', summary: 'A line of the roster of one’s own house', key: true, body: AddDuty, status: 201, answer: 'The line.', failures: [...written, 401, 404, 409] },
  { method: 'post', path: '/api/agencies/rosters/copy', summary: 'The week before, once more', key: true, body: CopyWeek, status: 200, answer: 'How many lines were added.', failures: [...written, 401, 404, 409] },
  { method: 'post', path: '/api/agencies/rosters/{id}/change', summary: 'Changes a line that is not over; If-Match is its version', key: true, match: true, body: AddDuty, status: 200, answer: 'The line that stands now.', failures: [...written, 401, 404, 409, 412, 428] },
  { method: 'post', path: '/api/agencies/rosters/{id}/remove', summary: 'Takes back a line that has not begun, ends one that runs; If-Match is its version', key: true, match: true, body: RemoveDuty, status: 200, answer: 'The line that ended, or that it is gone.', failures: [...written, 401, 404, 409, 412, 428] },
  { method: 'get', path: '/api/agencies/rosters/{id}/changes', summary: 'Who changed a line, and when', status: 200, answer: 'Changes, the latest first.', failures: [401, 404] },
  { method: 'get', path: '/api/agencies/staff/{id}', summary: 'For the head: when somebody is away, what he carries, to whom it would go', status: 200, answer: 'The person; ETag is the version.', failures: [401, 404] },
  { method: 'post', path: '/api/agencies/staff/{id}/away', summary: 'Says when somebody is away and who stands in', key: true, match: true, body: SetAway, status: 200, answer: 'The absence.', failures: [...written, 401, 404, 409, 412, 428] },
  { method: 'post', path: '/api/agencies/staff/{id}/back', summary: 'Ends an absence', key: true, match: true, body: SetBack, status: 200, answer: 'Nobody is away.', failures: [...written, 401, 404, 409, 412, 428] },
  { method: 'post', path: '/api/agencies/staff/{id}/end', summary: 'Ends an appointment and its sessions, and hands everything over', key: true, match: true, body: EndAppointment, status: 200, answer: 'How much was handed over.', failures: [...written, 401, 404, 409, 412, 428] },
];
