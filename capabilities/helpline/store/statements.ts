/** Rows the contact centre keeps beside the proceeding: what is counted, and where a repeated source is known again. */
export const statements: Readonly<Record<string, string>> = {
  'helpline.insert-appeal': `insert into helpline.appeal (proceeding, number, channel, region, school, source_ref, received_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
  'helpline.insert-contact': `insert into helpline.contact (proceeding, contact) values ($1, $2)`,
};
