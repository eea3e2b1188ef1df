/**
 * A QR code (ISO/IEC 18004:2015, model 2) of a text: byte mode, error correction L, the smallest version of 1 to 10 that
 * holds it. Answers the modules row by row, true is dark, without the quiet zone of four; throws RangeError beyond 271 bytes.
 */
export function qrCode(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  const version = versions.find(({ data }) => bytes.length + 3 <= data)
  if (version === undefined) throw new RangeError(`${bytes.length} bytes do not fit into a QR code of version 10`)
  const codewords = withCorrection(codewordsOf(bytes, version), version)
  const drawings = masks.map((_, mask) => draw(codewords, version, mask))
  return drawings.reduce((best, next) => (penaltyOf(next) < penaltyOf(best) ? next : best))
}

type Version = { number: number; data: number; correction: number; blocks: number; alignment: number[] }

// Table 9 (data and correction codewords of level L) and annex E (centres of the alignment patterns).
const versions: Version[] = [
  { number: 1, data: 19, correction: 7, blocks: 1, alignment: [] },
  { number: 2, data: 34, correction: 10, blocks: 1, alignment: [6, 18] },
  { number: 3, data: 55, correction: 15, blocks: 1, alignment: [6, 22] },
  { number: 4, data: 80, correction: 20, blocks: 1, alignment: [6, 26] },
  { number: 5, data: 108, correction: 26, blocks: 1, alignment: [6, 30] },
  { number: 6, data: 136, correction: 18, blocks: 2, alignment: [6, 34] },
  { number: 7, data: 156, correction: 20, blocks: 2, alignment: [6, 22, 38] },
  { number: 8, data: 194, correction: 24, blocks: 2, alignment: [6, 24, 42] },
  { number: 9, data: 232, correction: 30, blocks: 2, alignment: [6, 26, 46] },
  { number: 10, data: 274, correction: 18, blocks: 4, alignment: [6, 28, 50] },
]

/** Mode, length, bytes, end, and padding to the whole of the data codewords. */
function codewordsOf(bytes: Uint8Array, { number, data }: Version): number[] {
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let at = length - 1; at >= 0; at -= 1) bits.push((value >> at) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, number < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  push(0, Math.min(4, data * 8 - bits.length))
  while (bits.length % 8 !== 0) bits.push(0)
  const codewords = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  )
  for (let pad = 0xec; codewords.length < data; pad ^= 0xec ^ 0x11) codewords.push(pad)
  return codewords
}

/** Divided into blocks, each with its correction, and woven together codeword by codeword. */
function withCorrection(data: number[], { blocks, correction }: Version): number[] {
  const short = Math.floor(data.length / blocks)
  const long = data.length % blocks
  let from = 0
  const parts = Array.from({ length: blocks }, (_, at) => {
    const length = short + (at >= blocks - long ? 1 : 0)
    from += length
    return data.slice(from - length, from)
  })
  const corrections = parts.map((part) => remainderOf(part, correction))
  return [...woven(parts), ...woven(corrections)]
}

function woven(parts: number[][]): number[] {
  const longest = Math.max(...parts.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => part.slice(at, at + 1))).flat()
}

// The field of 256 elements over x^8 + x^4 + x^3 + x^2 + 1.
const powers: number[] = []
for (let at = 0, value = 1; at < 255; at += 1) {
  powers.push(value)
  value = value < 128 ? value * 2 : (value * 2) ^ 0x11d
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (powers[(powers.indexOf(a) + powers.indexOf(b)) % 255] ?? 0)
}

/** The Reed-Solomon correction of a block: the remainder by the generator whose roots are the first powers of two. */
export function remainderOf(block: readonly number[], length: number): number[] {
  let generator = [1]
  for (let root = 0; root < length; root += 1) {
    const shifted = [...generator, 0]
    generator = shifted.map((value, at) => value ^ times(at === 0 ? 0 : (generator[at - 1] ?? 0), powers[root] ?? 0))
  }
  const rest = [...block, ...Array<number>(length).fill(0)]
  for (let at = 0; at < block.length; at += 1) {
    const factor = rest[at] ?? 0
    for (const [offset, value] of generator.entries())
      rest[at + offset] = (rest[at + offset] ?? 0) ^ times(value, factor)
  }
  return rest.slice(block.length)
}

const masks: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

type Grid = (boolean | null)[][]

function draw(codewords: readonly number[], version: Version, mask: number): boolean[][] {
  const size = 17 + 4 * version.number
  const grid: Grid = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null))
  const set = (row: number, column: number, dark: boolean) => {
    const line = grid[row]
    if (line !== undefined && column >= 0 && column < size) line[column] = dark
  }
  drawFinders(set, size)
  drawAlignments(set, grid, version)
  for (let at = 8; at < size - 8; at += 1) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
  drawFormat(set, size, mask)
  if (version.number >= 7) drawVersion(set, size, version.number)
  fill(grid, codewords, mask)
  return grid.map((line) => line.map((module) => module === true))
}

type SetModule = (row: number, column: number, dark: boolean) => void

function drawFinders(set: SetModule, size: number): void {
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const) {
    for (let row = -1; row <= 7; row += 1) {
      for (let column = -1; column <= 7; column += 1) {
        const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3))
        set(top + row, left + column, ring !== 2 && ring !== 4)
      }
    }
  }
}

function drawAlignments(set: SetModule, grid: Grid, { alignment }: Version): void {
  for (const row of alignment) {
    for (const column of alignment) {
      if (grid[row]?.[column] !== null) continue
      for (let down = -2; down <= 2; down += 1) {
        for (let right = -2; right <= 2; right += 1) {
          set(row + down, column + right, Math.max(Math.abs(down), Math.abs(right)) !== 1)
        }
      }
    }
  }
}

/** The fifteen bits that say level and mask: five with their BCH remainder, under the mask of 7.9.1. */
export function formatBits(mask: number): number {
  const data = (0b01 << 3) | mask
  let rest = data << 10
  for (let at = 14; at >= 10; at -= 1) if ((rest >> at) & 1) rest ^= 0b10100110111 << (at - 10)
  return ((data << 10) | rest) ^ 0b101010000010010
}

function drawFormat(set: SetModule, size: number, mask: number): void {
  const bits = formatBits(mask)
  for (let at = 0; at < 15; at += 1) {
    const dark = ((bits >> at) & 1) === 1
    if (at < 6) set(at, 8, dark)
    else if (at < 8) set(at + 1, 8, dark)
    else set(size - 15 + at, 8, dark)
    if (at < 8) set(8, size - 1 - at, dark)
    else if (at === 8) set(8, 7, dark)
    else set(8, 14 - at, dark)
  }
  set(size - 8, 8, true)
}

function drawVersion(set: SetModule, size: number, number: number): void {
  let rest = number << 12
  for (let at = 17; at >= 12; at -= 1) if ((rest >> at) & 1) rest ^= 0b1111100100101 << (at - 12)
  const bits = (number << 12) | rest
  for (let at = 0; at < 18; at += 1) {
    const dark = ((bits >> at) & 1) === 1
    set(Math.floor(at / 3), size - 11 + (at % 3), dark)
    set(size - 11 + (at % 3), Math.floor(at / 3), dark)
  }
}

/** The codewords' bits in the columns' zigzag from the lower right, through what is still free. */
function fill(grid: Grid, codewords: readonly number[], mask: number): void {
  const size = grid.length
  const hides = masks[mask] ?? (() => false)
  let bit = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1) {
      const isUpward = ((right + 1) & 2) === 0
      const row = isUpward ? size - 1 - step : step
      for (const column of [right, right - 1]) {
        const line = grid[row]
        if (line === undefined || line[column] !== null) continue
        const value = ((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1
        line[column] = (value === 1) !== hides(row, column)
        bit += 1
      }
    }
  }
}

/** 7.8.3.1: what makes a drawing hard to read. */
function penaltyOf(grid: readonly boolean[][]): number {
  const lines = [...grid, ...grid.map((_, column) => grid.map((line) => line[column] === true))]
  let penalty = 0
  for (const line of lines) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('')
    for (const run of text.match(/0+|1+/g) ?? []) if (run.length >= 5) penalty += run.length - 2
    penalty += 40 * ((text.match(/(?=10111010000)/g) ?? []).length + (text.match(/(?=00001011101)/g) ?? []).length)
  }
  for (let row = 1; row < grid.length; row += 1) {
    for (let column = 1; column < grid.length; column += 1) {
      const same = [grid[row]?.[column - 1], grid[row - 1]?.[column], grid[row - 1]?.[column - 1]]
      if (same.every((module) => module === grid[row]?.[column])) penalty += 3
    }
  }
  const dark = grid.flat().filter(Boolean).length
  return penalty + 10 * Math.floor(Math.abs((dark * 20) / grid.length ** 2 - 10))
}
