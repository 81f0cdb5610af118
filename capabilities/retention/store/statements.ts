/** Rows of a list beside the proceeding that decides about it; and the erasure itself, in the clock's step. */
export const statements: Readonly<Record<string, string>> = {
  'retention.list': `insert into retention.item (proceeding, subject, main, closed_at, state) values ($1, $2, $3, $4, 'listed')`,
  'retention.keep': `update retention.item set state = 'kept', until = $3 where proceeding = $1 and subject = $2`,
  'retention.approve': `update retention.item set state = 'approved' where proceeding = $1 and state = 'listed'`,
  'retention.erase': `select retention.erase($1, $2)`,
  'retention.known': `select retention.known($1)`,
};
