import { defineConfig } from 'vitest/config';

// Read by libuv when the test processes start: a running DuckDB query holds one of these threads.
process.env['UV_THREADPOOL_SIZE'] ??= '16';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'test/run-folder.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          // A process for every file, with all that it imports, costs more than most of the tests.
          isolate: false,
          // Against what hangs: nothing here is a measure of speed, and machines differ.
          testTimeout: 180_000,
          hookTimeout: 300_000
        }
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // One browser and one server at a time; pages of two tests would slow each other past their timeouts.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000
        }
      }
    ]
  }
});
