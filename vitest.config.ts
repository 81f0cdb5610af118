/** Two kinds of tests: plain ones, and those that need a PostgreSQL (`*.db.test.ts`). Journeys have their own file. */
import { defineConfig } from 'vitest/config';

const places = '{kernel,capabilities,apps,design,tests/proofs,bench,scripts}';
const never = ['**/node_modules/**', '**/dist/**'];
/**
 * What asks about the program and not about the version of a database, and takes minutes: seen once, on our PostgreSQL.
 * QORGAN_NIGHTLY=1 has it seen on another one as well.
 */
const once = ['tests/proofs/matrix', 'tests/proofs/crash', 'tests/proofs/tamper', 'tests/proofs/replay', 'tests/proofs/fuzz', 'kernel/db/embedded'].map((file) => `${file}.db.test.ts`);
const second = process.env['QORGAN_TEST_POSTGRES'] !== undefined && process.env['QORGAN_NIGHTLY'] !== '1';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${places}/**/*.test.{ts,tsx}`],
          exclude: [...never, '**/*.db.test.ts'],
          // For what hangs: how fast a machine is, no test judges.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: [`${places}/**/*.db.test.ts`],
          exclude: second ? [...never, ...once] : never,
          globalSetup: ['tests/setup/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
