import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLines } from './read-lines.ts'

/** The lines of bytes that come in pieces of a size. */
async function linesOf(text: string | Uint8Array, { piece = 65_536, longest = 1_000_000 } = {}) {
  const bytes = Buffer.from(text)
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
  const lines: (string | null)[] = []
  for await (const line of readLines(pieces(), longest)) lines.push(line)
  return lines
}

test.each([
  ['two lines', 'a\nb\n', ['a', 'b']],
  ['the last one without an end', 'a\nb', ['a', 'b']],
  ['lines that end as on Windows', 'a\r\nb\r\n', ['a', 'b']],
  ['a carriage return inside', '{"a":1,\r"b":2}\n', ['{"a":1,\r"b":2}']],
  ['separators of Unicode inside a text', '"a\u2028b\u2029c\u0085d"\nnext\n', ['"a\u2028b\u2029c\u0085d"', 'next']],
  ['a byte order mark', '\ufeffa\nb\n', ['a', 'b']],
  ['two files behind one another, each with its mark', '\ufeffa\n\ufeffb\n', ['a', 'b']],
  ['empty lines', '\n\na\n', ['', '', 'a']],
  ['nothing', '', []],
])('lines are read as they are: %s', async (_, text, lines) => {
  expect(await linesOf(text)).toEqual(lines)
  expect(await linesOf(text, { piece: 1 })).toEqual(lines)
})

test('wherever the pieces are cut, the lines are the same', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '日', '😀', '\n', '\r', ' ', '\u2028') })
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (text, piece) => {
      expect(await linesOf(text, { piece })).toEqual(await linesOf(text))
    }),
  )
})

test('a line that is too long is left out by itself, and the rest goes on', async () => {
  const text = `first\n${'x'.repeat(50)}\nexactly so\nlast`
  expect(await linesOf(text, { piece: 7, longest: 10 })).toEqual(['first', null, 'exactly so', 'last'])
})

test('bytes that are no text do not end the reading', async () => {
  expect(await linesOf(new Uint8Array([0xff, 0xfe, 0x0a, 0x61, 0x0a]))).toEqual(['\ufffd\ufffd', 'a'])
})
