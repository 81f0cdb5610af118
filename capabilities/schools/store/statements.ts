/** SQL of what a decision writes. */
export const statements: Readonly<Record<string, string>> = {
  'schools.pupils': `select schools.put_pupils($1, $2, $3, $4)`,
};
