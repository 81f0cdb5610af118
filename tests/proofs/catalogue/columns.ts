/**
 * What every column holds, seen from an erasure (docs/adr/0010). `gone`: emptied, or its row deleted, when the key of the
 * subject is destroyed. `sealed`: ciphertext that this key opened. Everything else is `kept`, with the reason why it may
 * stay. A new column is named here before it comes to be: is it something of a child, an applicant, a family?
 */
export interface Columns {
  readonly gone?: string;
  readonly sealed?: string;
  readonly kept?: string;
  /** Why what is kept may stay. */
  readonly why?: string;
}

const directory = 'the directory: places, bodies, and who works there';
const signIn = 'of those who sign in to work: nothing of a child';
const ids = 'ids, times, stages and coarse places: what happened, and nothing of whom';
const journal = 'hashes, ids and times of the journal, which must verify afterwards';
const program = 'the program’s own';
const staff = 'of workers: who was here, or rested, and when';

export const columns: Readonly<Record<string, Columns>> = {
  'agencies.change': { kept: 'id at subject what organisation by_appointment by_person before after', why: 'changes of rosters and of appointments' },
  'agencies.service': { kept: 'id organisation kind kk ru en age_from age_until capacity ended_at', why: directory },
  'calendar.feed': { kept: 'hash appointment person role organisation language created_at ended_at', why: 'who has a calendar of his deadlines, and a hash of its address' },
  'children.child': { gone: 'born born_precision sex iin iin_reason language sign_language interpreter warnings died_on', kept: 'id region district created_at', why: ids },
  'children.child_group': { gone: 'child name since until' },
  'children.child_name': { gone: 'id child kind family given patronymic script at' },
  'children.clash': { gone: 'child other at' },
  'children.index_place': { kept: 'id code', why: directory },
  'children.index_state': { kept: 'one fold_version', why: program },
  'children.known_name': { gone: 'id part key bearers' },
  'children.name_key': { gone: 'part key name alias' },
  'children.name_spelling': { gone: 'name part spelling hashes' },
  'children.pointer': { gone: 'child family given patronymic mother father born region district iin_end sex precision' },
  'children.list': { gone: 'plan', kept: 'id organisation appointment person at file phase state cursor fresh known looked failed failures holder held_until until', why: 'who handed in which list, and counts: it must stay to be answered for' },
  'children.list_failed': { gone: 'list phase first sealed' },
  'children.list_file': { kept: 'id list sha256 at', why: 'a hash of the file as it came, by which it is known again' },
  'children.list_part': { gone: 'file number list sealed' },
  'children.likeness': { gone: 'one other weight reasons likely model found_at source' },
  'children.not_same': { gone: 'one other at ended_at proceeding numbers' },
  'children.parents_unread': { gone: 'child at' },
  'children.pair': { kept: 'proceeding one other', why: ids },
  'children.relation': {
    gone: 'id child kind name phone guardian household household_from household_until valid_from valid_until died died_on at', kept: 'other', why: 'in another child’s row, by its id alone',
  },
  'children.relation_before': {
    gone: 'id relation child kind name phone guardian household household_from household_until valid_from valid_until died died_on at until', kept: 'other', why: 'in another child’s row, by its id alone',
  },
  'children.matching_model': { kept: 'version children pairs same look classes shares', why: 'figures over the whole register: nobody stands in them' },
  'children.matching_pass': { kept: 'began_at model rows done compared found ended_at', why: 'how far a pass came' },
  'children.matching_weight': { kept: 'model place field level weight likely', why: 'figures over the whole register: nobody stands in them' },
  'children.source': { gone: 'organisation row_hash child list reference looks_like at' },
  'children.same_child': { kept: 'child same at ended_at proceeding', why: ids },
  'exports.content': { gone: 'export until file' },
  'exports.export': {
    gone: 'words request', kept: 'id number at role appointment person organisation what scope purpose rows until most taken sha256 key', why: 'who took out what, when, for what: it must stay to be answered for',
  },
  'exports.item': { kept: 'export proceeding', why: ids },
  'helpline.appeal': { gone: 'number source_ref', kept: 'proceeding channel region school received_at', why: 'what is counted' },
  'helpline.contact': { gone: 'proceeding contact' },
  'helpline.pause': { kept: 'proceeding appointment since until', why: staff },
  'helpline.presence': { kept: 'appointment seen_at', why: staff },
  'kernel.access_grant': { gone: 'proceeding organisation purpose until' },
  'kernel.appointment': { kept: 'id person role organisation region district since until substitute away_from away_until version substitute_since', why: directory },
  'kernel.break_glass': { kept: 'proceeding subject appointment procedures kinds since until ended_at', why: 'who opened what in an emergency, by ids: it must stay to be answered for' },
  'kernel.ceremony': { kept: 'hash kind person data until', why: signIn },
  'kernel.checkpoint': { kept: 'size at note edge', why: journal },
  'kernel.conflict': { kept: 'proceeding person organisation at', why: 'keeps what is left closed to whoever was accused; persons and houses of the directory' },
  'kernel.credential': { kept: 'person password totp totp_step locked_at changed_at totp_master', why: signIn },
  'kernel.deadline': { kept: 'id proceeding key term started_at due_at state met_at paused_until pause_reason paused_at due_before', why: 'times; a reason is a word of the term, and only while it pauses' },
  'kernel.directory_version': { kept: 'version', why: program },
  'kernel.district': { kept: 'code region kk ru en', why: directory },
  'kernel.duty': { kept: 'id role organisation appointment deputy phone starts ends version', why: directory },
  'kernel.entry': { sealed: 'payload', kept: 'id proceeding sequence at header prev hash', why: journal },
  'kernel.erasure': { kept: 'subject at decided_in', why: 'that it was erased: a restored backup erases it again by this' },
  'kernel.fact': { kept: 'id name proceeding entry at', why: ids },
  'kernel.file': { sealed: 'sealed', kept: 'id proceeding kind sequence at', why: ids },
  'kernel.idempotency': { kept: 'actor key request status proceeding sequence at', why: 'ids, and a hash of a call, for thirty days' },
  'kernel.invitation': { kept: 'id hash person by_person created_at until used_at revoked_at iin', why: signIn },
  'kernel.leaf': { kept: 'number entry look event salt hash', why: journal },
  'kernel.link': { kept: 'source target name', why: ids },
  'kernel.look': { kept: 'id at role appointment person what target route found break_glass purpose', why: 'who looked, at which id: it must stay to be answered for' },
  'kernel.master_key': { kept: 'one id', why: program },
  'kernel.node': { kept: 'level index hash', why: journal },
  'kernel.digest': { kept: 'appointment address language code code_until tries asked_on asked confirmed_at sent_on', why: 'where a worker wants a letter each morning; the address goes when he wants it no more' },
  'kernel.notice_read': { kept: 'appointment key at', why: staff },
  'kernel.organisation': { kept: 'id kind parent region district kk ru en phone ended_at', why: directory },
  'kernel.outside_identity': { kept: 'issuer subject person created_at', why: signIn },
  'kernel.passkey': { kept: 'id person public_key counter transports device created_at used_at handle', why: signIn },
  'kernel.person': { kept: 'id name phone login', why: directory },
  'kernel.proceeding': {
    gone: 'label',
    kept: 'id procedure version subject_kind subject stage final outcome sequence head region district organisation role worker sealed danger due due_term level escalated_to opened_at closed_at reporter worker_since told_since',
    why: ids,
  },
  'kernel.push_subscription': { kept: 'id appointment endpoint since pushed_at tries next_at', why: staff },
  'kernel.push_wait': { kept: 'proceeding subscription kind whose came', why: 'ids, until a device was pushed to, hours at most' },
  'kernel.record': { gone: 'proceeding kind body' },
  'kernel.recovery_code': { kept: 'person hash used_at', why: signIn },
  'kernel.region': { kept: 'code kato kk ru en population_2026', why: directory },
  'kernel.role_rule': { kept: 'role by_organisation by_district by_region by_country by_own kinds', why: program },
  'kernel.secret': { kept: 'one inside outside', why: program },
  'kernel.security_event': { kept: 'id at what person by_person way address', why: signIn },
  'kernel.session': {
    kept: 'hash role person appointment proceeding created_at until ended_at id way device last_used absolute_until stepped_up_at',
    why: 'of those who sign in to work; of an applicant the hash of his number and code, ended with the erasure',
  },
  'kernel.setting': { kept: 'name value', why: program },
  'kernel.sign_in_try': { kept: 'kind hash failures last_at blocked_until', why: signIn },
  'kernel.subject_key': { gone: 'wrapped', kept: 'subject master destroyed_at', why: 'that there was a key, and when it was destroyed' },
  'kernel.unsealed': { kept: 'entry look event', why: journal },
  'kernel.writer': { kept: 'proceeding appointment step until', why: staff },
  'migrations.kysely_migration': { kept: 'name timestamp', why: program },
  'migrations.kysely_migration_lock': { kept: 'id is_locked', why: program },
  'schools.pupil': { gone: 'proceeding school side key name class at' },
  'representatives.bar': { gone: 'id proceeding child kind relation household representative iin since until ended_at' },
  'representatives.checked': { gone: 'proceeding child relation household with_suspected iin at' },
  'representatives.receipt': { gone: 'number', kept: 'proceeding region district received_at answered_at', why: ids },
  'representatives.release': { gone: 'proceeding place at kind words until taken_back_at' },
  'retention.item': { kept: 'proceeding subject main closed_at state until', why: ids },
};
