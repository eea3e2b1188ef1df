import { crc32 } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

type Chunk = { type: string; data: Buffer }

/**
 * One animated PNG of several PNGs of one size and kind, each shown for so many milliseconds, again and again. A reader that
 * knows no animation shows the first. (PNG, third edition, W3C 2025-06-24, 11.3.5: acTL, fcTL and fdAT.)
 */
export function joinFrames(frames: readonly Buffer[], { shownMs }: { shownMs: number }): Buffer {
  const all = frames.map(chunksOf)
  const [head, ...others] = all.map(headOf)
  if (head === undefined) throw new RangeError('an animation needs a frame')
  if (others.some((other) => !other.equals(head))) throw new RangeError('the frames are not of one size and kind')
  let number = 0
  const numbered = (rest: Buffer) => Buffer.concat([uint32(number++), rest])
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const chunks: Chunk[] = [
    { type: 'IHDR', data: head },
    { type: 'acTL', data: Buffer.concat([uint32(frames.length), uint32(0)]) },
  ]
  for (const [at, frame] of all.entries()) {
    chunks.push({ type: 'fcTL', data: numbered(control(width, height, shownMs)) })
    for (const { data } of frame.filter(({ type }) => type === 'IDAT')) {
      chunks.push(at === 0 ? { type: 'IDAT', data } : { type: 'fdAT', data: numbered(data) })
    }
  }
  return Buffer.concat([signature, ...[...chunks, { type: 'IEND', data: Buffer.alloc(0) }].map(written)])
}

// Whole frames that replace what stood there: no offset, no disposal, no blending.
function control(width: number, height: number, shownMs: number): Buffer {
  const times = Buffer.alloc(6)
  times.writeUInt16BE(shownMs, 0)
  times.writeUInt16BE(1000, 2)
  return Buffer.concat([uint32(width), uint32(height), uint32(0), uint32(0), times])
}

/** The chunks of a PNG; throws RangeError for anything else. */
export function chunksOf(png: Buffer): Chunk[] {
  if (!png.subarray(0, 8).equals(signature)) throw new RangeError('this is no PNG')
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at)
    const body = png.subarray(at + 4, at + 8 + length)
    if (png.readUInt32BE(at + 8 + length) !== crc32(body)) throw new RangeError('a chunk of this PNG is broken')
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) })
    at += 12 + length
  }
  return chunks
}

function headOf(chunks: readonly Chunk[]): Buffer {
  const head = chunks.find(({ type }) => type === 'IHDR')
  if (head === undefined) throw new RangeError('this PNG has no header')
  return head.data
}

function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
