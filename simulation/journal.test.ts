import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openJournal, writeDurably } from './journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'journal-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('what was journaled is there after a restart, in order', () => {
  const file = join(folder, 'order', 'journal.ndjson')
  const first = openJournal<{ n: number }>(file)
  first.append({ n: 1 })
  first.append({ n: 2 })
  first.close()
  const second = openJournal<{ n: number }>(file)
  expect(second.events).toEqual([{ n: 1 }, { n: 2 }])
  second.append({ n: 3 })
  second.close()
  expect(readFileSync(file, 'utf8')).toBe('{"n":1}\n{"n":2}\n{"n":3}\n')
})

test('wherever a kill cuts the last line, the events before it stand and the next one follows cleanly', () => {
  const lines = '{"text":"one"}\n{"text":"zwei – 二"}\n'
  const bytes = Buffer.from(lines)
  fc.assert(
    fc.property(fc.nat({ max: bytes.length }), (cut) => {
      const file = join(folder, `torn-${cut}`)
      writeFileSync(file, bytes.subarray(0, cut))
      const whole = bytes.subarray(0, cut).filter((byte) => byte === 0x0a).length
      const journal = openJournal<{ text: string }>(file)
      expect(journal.events.length).toBe(whole)
      journal.append({ text: 'next' })
      journal.close()
      const again = openJournal<{ text: string }>(file)
      expect(again.events.map(({ text }) => text)).toEqual([...['one', 'zwei – 二'].slice(0, whole), 'next'])
      again.close()
    }),
  )
})

test('a broken line that is not the last stops the start', () => {
  const file = join(folder, 'broken')
  writeFileSync(file, '{"n":1}\n')
  appendFileSync(file, '{"n":\n{"n":3}\n')
  expect(() => openJournal(file)).toThrow('broken:2 is no event')
})

test('a file is written whole, over an older one too, and leaves nothing beside it', () => {
  const out = mkdtempSync(join(folder, 'out-'))
  writeDurably(join(out, 'a.txt'), 'old')
  writeDurably(join(out, 'a.txt'), Buffer.from('new'))
  expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe('new')
  expect(readdirSync(out)).toEqual(['a.txt'])
})
