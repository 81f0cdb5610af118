/** Rows the contact centre keeps beside the proceeding: what is counted, and where a repeated source is known again, who rests. */
export const statements: Readonly<Record<string, string>> = {
  'helpline.insert-appeal': `insert into helpline.appeal (proceeding, number, channel, region, school, source_ref, received_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
  'helpline.insert-pause': `insert into helpline.pause (proceeding, appointment, since, until) values ($1, $2, $3, $4)`,
  'helpline.end-pause': `update helpline.pause set until = $2 where proceeding = $1`,
  'helpline.take': `select helpline.take($1, $2)`,
  'helpline.insert-contact': `insert into helpline.contact (proceeding, contact) values ($1, $2)`,
};
