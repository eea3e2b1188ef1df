import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { chunksOf, joinFrames } from './join-frames.ts'

const uint32 = (value: number) =>
  Buffer.from([value >>> 24, value >>> 16, value >>> 8, value].map((byte) => byte & 255))
function chunk(type: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(type), data])
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))])
}
/** A grey picture of one row. */
function picture(...greys: number[]) {
  const head = Buffer.concat([uint32(greys.length), uint32(1), Buffer.from([8, 0, 0, 0, 0])])
  const data = deflateSync(Buffer.from([0, ...greys]))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}
const frames = [picture(1, 2), picture(3, 4), picture(5, 6)]

test('the frames stand in their order, each with its time, numbered without a gap, and the first is the still picture', () => {
  const chunks = chunksOf(joinFrames(frames, { shownMs: 5500 }))
  expect(chunks.map(({ type }) => type)).toEqual([
    'IHDR',
    'acTL',
    'fcTL',
    'IDAT',
    'fcTL',
    'fdAT',
    'fcTL',
    'fdAT',
    'IEND',
  ])
  expect(chunks[1]?.data).toEqual(Buffer.concat([uint32(3), uint32(0)]))
  const numbered = chunks.filter(({ type }) => type === 'fcTL' || type === 'fdAT')
  expect(numbered.map(({ data }) => data.readUInt32BE(0))).toEqual([0, 1, 2, 3, 4])
  expect(chunks[2]?.data.readUInt16BE(20)).toBe(5500)
  const contents = chunks.filter(({ type }) => type === 'IDAT' || type === 'fdAT')
  const own = contents.map(({ type, data }) => (type === 'IDAT' ? data : data.subarray(4)))
  expect(own).toEqual(frames.map((frame) => chunksOf(frame)[1]?.data))
})

test('pictures of different sizes, and what is no picture, are refused in words', () => {
  expect(() => joinFrames([picture(1), picture(1, 2)], { shownMs: 1 })).toThrow('not of one size')
  expect(() => joinFrames([], { shownMs: 1 })).toThrow('needs a frame')
  expect(() => joinFrames([Buffer.from('<svg>')], { shownMs: 1 })).toThrow('no PNG')
  const broken = Buffer.from(picture(1, 2))
  broken[broken.length - 20] = (broken[broken.length - 20] ?? 0) ^ 1
  expect(() => joinFrames([broken], { shownMs: 1 })).toThrow('broken')
})

test('the tour of the README is a whole animation of a minute, and small', () => {
  const file = join(import.meta.dirname, '..', 'docs', 'screenshots', 'tour.png')
  expect(existsSync(file)).toBe(true)
  const bytes = readFileSync(file)
  const shown = chunksOf(bytes).filter(({ type }) => type === 'fcTL')
  const seconds = shown.reduce((total, { data }) => total + data.readUInt16BE(20) / 1000, 0)
  expect(seconds).toBeGreaterThan(50)
  expect(seconds).toBeLessThan(70)
  expect(bytes.length).toBeLessThan(3_000_000)
})
