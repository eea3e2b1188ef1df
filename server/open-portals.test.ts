import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { keepOrBuild } from './open-portals.ts'

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-builds-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function builder(page: string) {
  const made: string[] = []
  const make = async (place: string) => {
    made.push(place)
    mkdirSync(place)
    writeFileSync(join(place, 'index.html'), page)
  }
  return { made, make }
}
const foldersThere = () =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

test('two who need the same pages at once build them once', async () => {
  const { made, make } = builder('same')
  const both = await Promise.all([keepOrBuild(folder, 'one', make), keepOrBuild(folder, 'one', make)])
  expect(made).toHaveLength(1)
  expect(both.map((open) => open.folder)).toEqual([join(folder, 'one'), join(folder, 'one')])
  for (const { letGo } of both) letGo()
})

test('a server keeps the pages that it opened while newer ones are built, and they go when it has gone', async () => {
  const older = await keepOrBuild(folder, 'older', builder('older').make)
  const newer = await keepOrBuild(folder, 'newer', builder('newer').make)
  expect(readFileSync(join(older.folder, 'index.html'), 'utf8')).toBe('older')
  older.letGo()
  const newest = await keepOrBuild(folder, 'newest', builder('newest').make)
  expect(foldersThere()).toEqual(['newer', 'newest'])
  newer.letGo()
  newest.letGo()
})

test('a build that fails leaves nothing that would be served, and the next one succeeds', async () => {
  const half = async (place: string) => {
    mkdirSync(place)
    throw new Error('the machine is out of memory')
  }
  await expect(keepOrBuild(folder, 'one', half)).rejects.toThrow('out of memory')
  expect(foldersThere()).toEqual([])
  const { folder: built, letGo } = await keepOrBuild(folder, 'one', builder('whole').make)
  expect(existsSync(join(built, 'index.html'))).toBe(true)
  letGo()
})
