import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Ran = { code: number | null; out: string; errors: string }

function evenkeel(args: string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}) {
  return new Promise<Ran>((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'evenkeel.ts'), ...args], {
      env: { ...process.env, ...env },
    })
    const ran: Ran = { code: null, out: '', errors: '' }
    child.stdout.on('data', (data) => (ran.out += data))
    child.stderr.on('data', (data) => (ran.errors += data))
    child.on('close', (code) => resolve({ ...ran, code }))
    child.stdin.end(input)
  })
}

const file = join(mkdtempSync(join(tmpdir(), 'evenkeel-x12-')), 'broken.edi')
writeFileSync(file, 'This is no X12 file.\n')

test.each([
  ['no command', []],
  ['an unknown command', ['frobnicate']],
  ['half a command', ['x12']],
  ['an unknown option', ['x12', 'check', '--loudly', file]],
  ['no file', ['x12', 'check']],
  ['a file that is not there', ['x12', 'read', '/nowhere.edi']],
  ['an option without its value', ['migrate', '--data']],
])('%s is wrong use: the usage is printed and the exit code is 2', async (_, args) => {
  const { code, out, errors } = await evenkeel(args)
  expect([code, out]).toEqual([2, ''])
  expect(errors).toContain('Usage: evenkeel')
})

test('an invalid file is the answer no, in words or as one document a line', async () => {
  const words = await evenkeel(['x12', 'check', file])
  expect([words.code, words.out]).toEqual([1, expect.stringContaining('not valid')])
  const { code, out } = await evenkeel(['x12', 'check', '--json', file])
  expect(code).toBe(1)
  const document = JSON.parse(out)
  expect(document).toMatchObject({ file, ok: false })
  expect(document.findings.map((finding: { code: string }) => finding.code)).toContain('no_interchange')
})

test('every line of facts gets one line of answer, a broken one too', async () => {
  const { code, out } = await evenkeel(['coverage', 'decide'], { input: '{"id":"a"}\nnot json\n' })
  expect(code).toBe(0)
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers).toMatchObject([
    { id: 'a', outcome: 'refused' },
    { id: null, outcome: 'refused' },
  ])
})

test('facts are read from any system: a byte order mark, ends of lines of Windows, and separators inside an address', async () => {
  const input = '\ufeff{"id":"a"}\r\n\r\n{"id":"b\u2028c"}\r\n{"id":\r"d"}'
  const { code, out } = await evenkeel(['coverage', 'decide'], { input })
  const ids = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).id)
  expect([code, ids]).toEqual([0, ['a', 'b\u2028c', 'd']])
})

test('who reads only the first decisions is not told of a trouble', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'evenkeel.ts'), 'coverage', 'decide'])
  let errors = ''
  child.stderr.on('data', (data) => (errors += data))
  child.stdout.once('data', () => child.stdout.destroy())
  // The writer meets a closed pipe too, as it would behind `| head`.
  child.stdin.on('error', () => undefined)
  child.stdin.end('{"id":"a"}\n'.repeat(200_000))
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect([code, errors]).toEqual([0, ''])
})

test('production without its settings does not start and names them all', async () => {
  const { code, errors } = await evenkeel(['serve'], { env: { EVENKEEL_MODE: 'production', DATABASE_URL: '' } })
  expect(code).toBe(2)
  expect(errors).toContain('DATABASE_URL: is missing')
  expect(errors).toContain('EVENKEEL_CARDS_SECRET: is missing')
})
