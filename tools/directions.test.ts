import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cruise } from './cruise.ts'

// Each row: the rule that must speak, a file, and what that file imports. All others of the planted tree are in order.
const wrong: [rule: string, from: string, to: string][] = [
  ['no-unresolvable', 'libraries/money/lost.ts', './nowhere.ts'],
  ['libraries-know-nothing-of-us', 'libraries/money/curious.ts', '../../business/claims/plan-claim.ts'],
  ['rules-are-pure', 'business/claims/read-rows.ts', './claim-store.ts'],
  ['rules-are-pure', 'business/claims/read-tables.ts', '../../database/connect.ts'],
  ['rules-are-pure', 'business/claims/read-world.ts', '../world.ts'],
  ['rules-need-no-package', 'business/claims/read-disk.ts', 'node:fs'],
  ['stores-know-rules-and-the-database-only', 'business/claims/busy-store.ts', './send-claim-flow.ts'],
  ['flows-are-called-and-do-not-call-up', 'business/claims/upward-flow.ts', './claim-routes.ts'],
  ['other-rooms-by-their-door', 'business/claims/burglar-flow.ts', '../ledger/posting-store.ts'],
  ['own-door-is-for-others', 'business/claims/guest-flow.ts', './index.ts'],
  ['no-later-room-from-claims', 'business/claims/hasty-flow.ts', '../payouts/index.ts'],
  ['business-knows-no-surroundings', 'business/claims/server-flow.ts', '../../server/app.ts'],
  ['business-knows-no-surroundings', 'business/claims/portal-flow.ts', '../../portals/page.tsx'],
  ['database-knows-no-business', 'database/knowing.ts', '../business/claims/plan-claim.ts'],
  ['what-is-handed-in-knows-no-room', 'business/jobs.ts', './claims/plan-claim.ts'],
  ['nobody-imports-the-server', 'simulation/run.ts', '../server/app.ts'],
  ['portals-see-rules-and-http-only', 'portals/rows.tsx', '../business/claims/claim-store.ts'],
  ['portals-see-rules-and-http-only', 'portals/tables.tsx', '../database/connect.ts'],
  ['portals-have-no-machine', 'portals/disk.tsx', 'node:fs'],
  ['simulation-is-a-stranger', 'simulation/insider.ts', '../business/claims/plan-claim.ts'],
  ['simulation-is-a-stranger', 'simulation/neighbour.ts', '../server/app.ts'],
  ['nobody-imports-the-simulation', 'server/cheat.ts', '../simulation/bank.ts'],
  ['nobody-imports-tools', 'server/tool.ts', '../tools/check.ts'],
]

const inOrder: Record<string, string[]> = {
  'libraries/money/index.ts': [],
  'database/connect.ts': ['../libraries/money/index.ts'],
  'business/world.ts': ['../database/connect.ts', '../libraries/money/index.ts'],
  'business/ledger/posting-store.ts': ['../../database/connect.ts', '../world.ts'],
  'business/ledger/index.ts': ['./posting-store.ts'],
  'business/claims/plan-claim.ts': ['../../libraries/money/index.ts', '../payouts/pay-date.ts', 'node:crypto'],
  'business/claims/claim-store.ts': ['./plan-claim.ts', '../../database/connect.ts'],
  'business/claims/send-claim-flow.ts': ['./claim-store.ts', '../ledger/index.ts', '../world.ts'],
  'business/claims/claim-routes.ts': ['./send-claim-flow.ts'],
  'business/claims/index.ts': ['./send-claim-flow.ts'],
  'business/claims/claim-routes.test.ts': ['../../server/app.ts', '../ledger/posting-store.ts'],
  'business/payouts/pay-date.ts': [],
  'business/payouts/index.ts': ['./pay-date.ts'],
  'server/app.ts': ['../business/claims/claim-routes.ts'],
  'portals/page.tsx': ['../business/claims/plan-claim.ts'],
  'simulation/bank.ts': ['../libraries/money/index.ts'],
  'tools/check.ts': [],
}

const circle = { 'libraries/npi/one.ts': ['./two.ts'], 'libraries/npi/two.ts': ['./one.ts'] }

function plant(files: Record<string, string[]>): string {
  const root = mkdtempSync(join(tmpdir(), 'directions-'))
  afterAll(() => rmSync(root, { recursive: true }))
  for (const [file, imports] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), `${imports.map((path) => `import '${path}'\n`).join('')}export const here = true\n`)
  }
  return root
}

const planted = cruise(
  plant({ ...inOrder, ...circle, ...Object.fromEntries(wrong.map(([, from, to]) => [from, [to]])) }),
)

test.each(wrong)('%s stops %s from importing %s', (rule, from) => {
  expect(
    planted.violations.filter(({ words }) => words.startsWith(`${from} `)).map((violation) => violation.rule),
  ).toContain(rule)
})

test('modules that import each other in a circle are found', () => {
  expect(planted.violations.filter(({ rule }) => rule === 'no-circle')).toHaveLength(1)
})

test('naming a type makes nothing impure and closes no circle', () => {
  const root = plant(inOrder)
  writeFileSync(
    join(root, 'business/claims/derive-status.ts'),
    `import type { here } from './status-store.ts'\nexport type Status = typeof here\n`,
  )
  writeFileSync(
    join(root, 'business/claims/status-store.ts'),
    `import './derive-status.ts'\nexport const here = true\n`,
  )
  expect(cruise(root).violations).toEqual([])
})

test('imports that follow the directions pass, and are really read', () => {
  expect(cruise(plant(inOrder))).toEqual({ modules: Object.keys(inOrder).length, violations: [] })
})
