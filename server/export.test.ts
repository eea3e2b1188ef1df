import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHours, calendarDate, instantAt } from '../libraries/calendar/index.ts'
import { appWithStory, type StoryHouse } from './app-with-story.ts'
import { readZip } from './read-zip.ts'
import { groupPractice, soloPractice, zone } from './story-network.ts'

let house: StoryHouse
beforeAll(async () => {
  house = await appWithStory()
})
afterAll(() => house?.close())

type Manifest = { what: string; of: string; files: { name: string; rows: number; sha256: string }[] }

async function exported(userId: string, url: string) {
  const { cookie } = await house.login(userId)
  const answer = await house.app.inject({ url, headers: { cookie } })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip'])
  const files = readZip(answer.rawPayload)
  const manifest = JSON.parse(String(files.get('manifest.json'))) as Manifest
  for (const { name, sha256 } of manifest.files)
    expect([
      name,
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex'),
    ]).toEqual([name, sha256])
  return { files, manifest }
}
const mayaId = soloPractice.members[0]?.userId ?? ''

test('the owner takes everything of the practice along: JSON lines and CSV, with the hash of every file', async () => {
  const maya = await house.login(mayaId)
  const startsAt = instantAt(calendarDate('2026-04-14'), '10:00', zone)
  const client = soloPractice.clients[0]?.id ?? ''
  const times = { startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' }
  await maya.post(`/api/practices/${soloPractice.id}/sessions`, {
    personId: client,
    memberId: soloPractice.members[0]?.id,
    ...times,
  })
  const { files, manifest } = await exported(mayaId, `/api/practices/${soloPractice.id}/export.zip`)
  expect(manifest).toMatchObject({ what: 'everything of a practice', of: soloPractice.id })
  const people = String(files.get('clients.person.ndjson'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(people.map(({ person_id }) => person_id).sort()).toEqual(soloPractice.clients.map(({ id }) => id).sort())
  expect(String(files.get('clients.person.csv')).split('\r\n')[0]).toContain('given_name')
  expect(manifest.files.find(({ name }) => name === 'sessions.session.ndjson')?.rows).toBe(1)
  // A neighbour's rows are nowhere in it.
  for (const content of files.values())
    for (const { id } of groupPractice.clients) expect(String(content)).not.toContain(id)
})

test('each client of it reads in their own portal that a copy was made', async () => {
  const events = await house.as((db) =>
    db.selectFrom('audit.event').select('person_id').where('action', 'like', '%/export.zip').execute(),
  )
  expect(new Set(events.map(({ person_id }) => person_id))).toEqual(new Set(soloPractice.clients.map(({ id }) => id)))
})

test('a client takes everything of theirs along, and nothing of anybody else', async () => {
  const [one, other] = [await house.someClient(), await house.someClient()]
  const { files, manifest } = await exported(one.userId, `/api/clients/${one.personId}/export.zip`)
  expect(manifest.what).toBe('everything of a client')
  expect(String(files.get('clients.person.ndjson'))).toContain(one.personId)
  for (const content of files.values()) expect(String(content)).not.toContain(other.personId)
})
