import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { verifyBooks } from '../../business/payouts/verify-books-flow.ts'
import { asOperations } from '../../database/act-as.ts'
import { instant } from '../../libraries/calendar/index.ts'
import { readSettings } from '../settings.ts'
import { type RunningServer, startServer } from '../start.ts'
import { demonstrationParts } from './demonstration-parts.ts'
import { openNetwork } from './open-network.ts'

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-network-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const settings = readSettings({ EVENKEEL_DATA: folder, PORT: '0' })
const say = () => undefined

const serve = () => startServer(settings, { ...demonstrationParts(settings), logger: pino({ level: 'silent' }) })

const stands = ({ databases, world }: RunningServer) =>
  asOperations(databases.operations, { user: null, now: world.clock.now() }, async (db) => ({
    now: world.clock.now(),
    faults: (await verifyBooks(db, world)).faults,
    sessions: (await db.selectFrom('sessions.session').select('id').execute()).length,
    logins: (await databases.operations.selectFrom('practices.member').select('id').execute()).length,
  }))

test('a new data folder has half a year behind it, goes on from there, stays as it was left, and goes back to the beginning when told so', async () => {
  const network = await openNetwork(settings, say)
  const first = await serve()
  const begun = await stands(first)
  expect(begun).toMatchObject({ now: '2026-04-08T22:00:00.000Z', faults: [] })
  expect(begun.sessions).toBeGreaterThan(450)

  // The partners continue where they stood, too: their files and ours still fit each other after days.
  await first.advance(instant('2026-04-11T16:00:00Z'))
  const later = await stands(first)
  expect(later).toMatchObject({ now: '2026-04-11T16:00:00.000Z', faults: [] })
  await first.stop()
  writeFileSync(join(folder, 'things-tried.json'), '["confirm"]')
  await network.letGo()

  // At the next start everything is as it was left.
  const again = await openNetwork(settings, say)
  const second = await serve()
  expect(await stands(second)).toEqual(later)
  await second.stop()

  await again.startOver?.()
  expect(existsSync(join(folder, 'things-tried.json'))).toBe(false)
  const third = await serve()
  expect(await stands(third)).toEqual(begun)
  await third.stop()
  await again.letGo()
}, 300_000)
