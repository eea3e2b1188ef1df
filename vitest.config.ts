import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{business,libraries,database,server,portals,simulation,tools}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    globalSetup: ['database/test-cluster.ts'],
  },
})
