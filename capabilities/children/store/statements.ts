/** SQL of what a decision writes, by the names in contract.ts. They run after the proceeding's own rows, in its transaction. */
export const statements: Readonly<Record<string, string>> = {
  'children.add': `insert into children.child (id, born, born_precision, sex, language, warnings, region, district, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
  'children.expect': `select children.expect($1)`,
  'children.detail': `update children.child set born = coalesce($2::date, born), born_precision = coalesce($3::text, born_precision),
    sex = coalesce($4::text, sex), iin_reason = case when iin is null then coalesce($5::text, iin_reason) end,
    language = coalesce($6::text, language), sign_language = coalesce($7::boolean, sign_language),
    interpreter = coalesce($8::text, interpreter), warnings = coalesce($9::text, warnings) where id = $1`,
  'children.move': `update children.child set region = $2, district = $3 where id = $1`,
  'children.iin': `select children.claim_iin($1, $2, $3)`,
  'children.name': `with added as (insert into children.child_name (id, child, kind, family, given, patronymic, script, at)
      values ($1, $2::uuid, $3, $4, $5, $6, $7, $8))
    select children.index_name($2::uuid, $9::jsonb, $10::jsonb)`,
  'children.group': `insert into children.child_group (child, name, since)
    select $1::uuid, $2::text, $3::timestamptz where not exists (select 1 from children.child_group where child = $1::uuid and name = $2::text and until is null)`,
  'children.ungroup': `update children.child_group set until = $3 where child = $1 and name = $2 and until is null`,
  'children.relation': `with added as (insert into children.relation (id, child, kind, other, name, phone, guardian, household, valid_from, valid_until, at,
      household_from, died, died_on)
    values ($1, $2::uuid, $3::text, $4, $5, $6, $7, $8, $9, $10, $11, $14, $15, $16))
    select children.index_parent($2::uuid, $3::text, $12::jsonb, $13)`,
  'children.put-by': `select children.put_by($1, $2, $3, $4)`,
  'children.change-relation': `select children.change_relation($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
  'children.strike': `select children.strike_relation($1, $2)`,
  'children.same': `select children.said_same($1, $2, $3)`,
  'children.ask-first': `select children.ask_first($1, $2, $3, $4)`,
  'children.note-near': `select children.note_near($1, $2)`,
  'children.pair': `insert into children.pair (proceeding, one, other) values ($1, $2, $3)`,
  'children.settle': `select children.settle($1, $2, $3)`,
  'children.list-open': `insert into children.list (id, organisation, appointment, person, at, state) values ($1, $2, $3, $4, $5, 'open')`,
  'children.list-take': `select children.list_take($1, $2, $3)`,
  'children.list-begin': `select children.list_begin($1, $2, $3)`,
  'children.list-run': `select children.list_begin($1, 'run', null)`,
  'children.list-state': `update children.list set state = $2 where id = $1`,
  'children.list-end': `select children.list_end($1, $2)`,
  'children.died': `update children.child set died_on = $2 where id = $1`,
};
