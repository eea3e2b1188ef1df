import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the example of the README says what it promises', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  const [, code = '', said] = /```ts\n([\s\S]*?)```\n```text\n([\s\S]*?)```/.exec(readme) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'paper-readme-'))
  try {
    const file = join(folder, 'example.ts')
    writeFileSync(file, code.replace("'@evenkeel/paper'", JSON.stringify(join(import.meta.dirname, 'index.ts'))))
    const answer = execFileSync(process.execPath, [file], { encoding: 'utf8' })
    expect(answer.replaceAll('\r\n', '\n')).toBe(said)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
