/** SQL of what a decision writes. `may-release` and `expect` refuse the step. */
export const statements: Readonly<Record<string, string>> = {
  'representatives.receive': `insert into representatives.receipt (proceeding, number, region, district, received_at) values ($1, $2, $3, $4, $5)`,
  'representatives.move': `update representatives.receipt set region = $2, district = $3 where proceeding = $1`,
  'representatives.answer': `update representatives.receipt set answered_at = coalesce(answered_at, $2) where proceeding = $1`,
  'representatives.check': `insert into representatives.checked (proceeding, child, relation, household, with_suspected, iin, at) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (proceeding) do update set child = excluded.child, relation = excluded.relation, household = excluded.household,
      with_suspected = excluded.with_suspected, iin = excluded.iin, at = excluded.at`,
  'representatives.expect': `select representatives.expect($1, $2, $3)`,
  'representatives.may-release': `select representatives.may_release($1, $2)`,
  'representatives.release': `insert into representatives.release (proceeding, place, at, kind, words, until) values ($1, $2, $3, $4, $5, $6)`,
  'representatives.take-back': `update representatives.release set taken_back_at = $3 where proceeding = $1 and place = $2`,
  'representatives.suspect': `insert into representatives.bar (id, proceeding, child, kind, relation, household, representative, iin, since)
    values ($1, $2, $3, 'suspicion', $4, $5, $6, $7, $8)`,
  'representatives.clear': `update representatives.bar set ended_at = $2 where proceeding = $1 and kind = 'suspicion' and ended_at is null`,
  'representatives.hold': `insert into representatives.bar (id, proceeding, child, kind, representative, since, until) values ($1, $2, $3, 'hold', false, $4, $5)`,
  'representatives.end-hold': `update representatives.bar set ended_at = $2 where proceeding = $1 and kind = 'hold' and ended_at is null`,
};
