/** Whole human stories in a real browser: one after the other, each with time enough for a slow machine. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'journeys',
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/setup/postgres.ts'],
    fileParallelism: false,
    testTimeout: 400_000,
    hookTimeout: 180_000,
  },
});
