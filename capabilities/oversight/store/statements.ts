/** SQL of what a decision of oversight writes. The last value of the first is the program's key. */
export const statements: Readonly<Record<string, string>> = {
  'oversight.break-glass': `select kernel.open_glass($6, $1, children.household_of($6, $2), $3, $4, $5)`,
  'oversight.give-up': `update kernel.break_glass set ended_at = kernel.word('at')::timestamptz where proceeding = $1 and ended_at is null`,
};
