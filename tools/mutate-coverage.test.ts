import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutantsOf } from './mutants-of.ts'

test('a rule is changed in one thing at a time, and each change is named by its place', () => {
  const source = 'export const isOld = (days: number, never: boolean) => !never && days > 30\n'
  const changes = mutantsOf(source, 'is-old.ts').map(({ change, text }) => [
    change,
    text.slice(text.indexOf('=>') + 2).trim(),
  ])
  expect(changes).toEqual([
    ['&& -> ||', '!never || days > 30'],
    ['!never -> never', 'never && days > 30'],
    ['> -> >=', '!never && days >= 30'],
  ])
})

test('a change of the billing decision, drawn by a seed, turns one of its tests red', () => {
  const seed = Math.floor(Date.now() / 1000) % 100_000
  const run = spawnSync(
    process.execPath,
    ['tools/mutate-coverage.ts', '--seed', String(seed), '--count', '3', '--only', 'rules'],
    {
      cwd: join(import.meta.dirname, '..'),
      encoding: 'utf8',
    },
  )
  expect(run.stdout).toContain('3 of 3 changes turned a test red')
  expect(run.status).toBe(0)
})
