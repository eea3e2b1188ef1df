import { defineConfig } from 'vitest/config'
import { flowSummary } from './tools/flow-summary.ts'
import { LongTestsFirst } from './tools/long-tests-first.ts'

export default defineConfig({
  test: {
    include: ['{business,libraries,database,server,portals,simulation,tools}/**/*.test.{ts,tsx}'],
    testTimeout: 180_000,
    hookTimeout: 240_000,
    pool: 'forks',
    // Many tests wait for processes of their own; on two cores vitest alone would take one file at a time.
    maxWorkers: 3,
    // A process takes file after file: to read the whole product anew for each would take longer than many of the tests.
    isolate: false,
    sequence: { sequencer: LongTestsFirst },
    globalSetup: ['database/test-cluster.ts'],
    ...(process.env.EVENKEEL_FLOWS === 'all' ? { reporters: ['default', flowSummary] } : {}),
  },
})
