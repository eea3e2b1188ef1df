import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyBooks } from '../../business/payouts/verify-books-flow.ts'
import { asOperations } from '../../database/act-as.ts'
import { instant } from '../../libraries/calendar/index.ts'
import { practices } from '../story-network.ts'
import { playMonths } from './play-months.ts'

test('a week is played live: sessions are planned, confirmed, locked, billed and taken by their payers, and the books hold', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-week-'))
  const until = instant('2025-10-15T12:00:00Z')
  const played = await playMonths(folder, { until, say: () => undefined }, async ({ databases, world }) => {
    const { operations } = databases
    const troubles = await operations.selectFrom('house.trouble').select(['deed', 'message']).execute()
    const events = await operations.selectFrom('claims.event').select(['kind', 'practice_id']).execute()
    const confirmed = await operations.selectFrom('sessions.confirmation').select('practice_id').execute()
    const { faults } = await asOperations(operations, { user: null, now: world.clock.now() }, (db) =>
      verifyBooks(db, world),
    )
    return { now: world.clock.now(), troubles, events, confirmed, faults }
  })
  rmSync(folder, { recursive: true })
  expect([played.now, played.troubles, played.faults]).toEqual([until, [], []])
  expect(played.confirmed.length).toBeGreaterThan(15)
  for (const { id } of practices) {
    const kinds = played.events.filter(({ practice_id }) => practice_id === id).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['sent', 'file_accepted', 'accepted']))
  }
}, 300_000)
