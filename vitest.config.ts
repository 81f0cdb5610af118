/** Two kinds of tests: plain ones, and those that need a PostgreSQL (`*.db.test.ts`). Journeys have their own file. */
import { defineConfig } from 'vitest/config';

const places = '{kernel,capabilities,apps,design,tests/proofs,bench,scripts}';
const never = ['**/node_modules/**', '**/dist/**'];

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
          exclude: never,
          globalSetup: ['tests/setup/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
