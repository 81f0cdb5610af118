/** Whole human stories in a real browser: two beside each other, the longest first, each with time enough for a slow machine. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each looks at every page there is; begun last, one of them would be waited for alone. */
const longest = /axe-..\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => longest.test(file.moduleId)), ...sorted.filter((file) => !longest.test(file.moduleId))];
  }
}

export default defineConfig({
  test: {
    name: 'journeys',
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/setup/postgres.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 400_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
