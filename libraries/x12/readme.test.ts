import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```\n```text\n([\s\S]*?)```/g)].map(
  ([, code = '', said = '']) => ({ code, said }),
)

test.each(examples)('the example of the README says what it promises: $said', ({ code, said }) => {
  const folder = mkdtempSync(join(tmpdir(), 'x12-readme-'))
  try {
    const file = join(folder, 'example.ts')
    const door = JSON.stringify(join(import.meta.dirname, 'index.ts'))
    writeFileSync(file, code.replace("'@evenkeel/x12'", door))
    expect(execFileSync(process.execPath, [file], { cwd: import.meta.dirname, encoding: 'utf8' })).toBe(said)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the README has an example for reading, streaming, writing, writing back and answering', () => {
  expect(examples.length).toBe(5)
})
