import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { testDatabase, testKeys } from '../database/test-database.ts'
import { printWrappingKeys } from '../database/wrapping-keys.ts'
import { readSettings } from './settings.ts'
import { startServer } from './start.ts'
import { aprilStory, simulatedConfigs } from './story-network.ts'

const logger = pino({ level: 'silent' })

test('a server with its simulated world outside starts, moves its clock through all of them, and continues after a restart', async () => {
  const database = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-start-'))
  const { owner, portal, operations, sign_in } = database.urls
  const settings = {
    ...readSettings({ EVENKEEL_DATA: folder, PORT: '0' }),
    database: { owner, portal, operations, signIn: sign_in },
    encryptionKeys: printWrappingKeys(testKeys()),
  }
  const parts = { deeds: [], rooms: [], simulated: simulatedConfigs(aprilStory), logger }
  const first = await startServer(settings, parts)
  expect(await (await fetch(`${first.url}/healthz`)).json()).toEqual({ ok: true })
  expect(Object.keys(first.outsideAddresses).sort()).toEqual(['bank', 'cards', 'clearinghouse', 'payer'])
  expect(await first.world.outside.clearinghouse.list('out')).toEqual([])
  const answer = await fetch(`${first.url}/api/demonstration/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: first.url },
    body: JSON.stringify({ until: 'next_day' }),
  })
  const { now } = (await answer.json()) as { now: string }
  expect(now).toBe('2026-04-09T13:00:00.000Z')
  for (const address of Object.values(first.outsideAddresses)) {
    expect(await (await fetch(`${address}/clock`)).json()).toMatchObject({ now })
  }
  await first.stop()
  await expect(fetch(`${first.url}/healthz`)).rejects.toThrow()

  const second = await startServer(settings, parts)
  expect(second.world.clock.now()).toBe(now)
  expect(second.world.operator).toBe(first.world.operator)
  await second.stop()
  await database.close()
  rmSync(folder, { recursive: true })
})

test('a database that does not answer stops the start after the patience it was given', async () => {
  const settings = {
    ...readSettings({ EVENKEEL_DATABASE_PATIENCE_SECONDS: '0.2', PORT: '0' }),
    database: { owner: 'postgres://nobody:x@127.0.0.1:1/nowhere' },
  }
  await expect(startServer(settings, { deeds: [], logger })).rejects.toThrow('The database does not answer')
})
