import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive: its name with slashes, and its bytes as they come. */
export type ZipEntry = { name: string; chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

type Written = { name: Uint8Array; crc: number; packed: number; size: number; offset: number }

const largest = 0xffff_ffff

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.10) as its bytes come, one entry after another, nothing held but the directory:
 * deflated, names in UTF-8, sizes after the data. Throws RangeError beyond 4 GiB or 65,535 entries; every entry carries
 * the first of January 1980, so that the same content gives the same bytes.
 */
export async function* writeZip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let offset = 0
  const take = (bytes: Uint8Array) => {
    offset += bytes.length
    if (offset > largest) throw new RangeError('An archive beyond 4 GiB needs Zip64')
    return bytes
  }
  for await (const { name, chunks } of entries) {
    const entry: Written = { name: new TextEncoder().encode(name), crc: 0, packed: 0, size: 0, offset }
    yield take(localHeader(entry))
    for await (const part of deflated(counted(entry, chunks))) {
      entry.packed += part.length
      yield take(part)
    }
    yield take(descriptor(entry))
    written.push(entry)
  }
  const begins = offset
  for (const entry of written) yield take(directoryEntry(entry))
  if (written.length > 0xffff) throw new RangeError('An archive of more than 65,535 files needs Zip64')
  yield directoryEnd(written.length, offset - begins, begins)
}

async function* counted(entry: Written, chunks: ZipEntry['chunks']): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    entry.crc = crc32(chunk, entry.crc)
    entry.size += chunk.length
    yield chunk
  }
}

async function* deflated(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw()
  const fed = (async () => {
    try {
      for await (const chunk of chunks) {
        if (!packer.write(chunk)) await new Promise<void>((resolve) => packer.once('drain', () => resolve()))
      }
      packer.end()
    } catch (error) {
      packer.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  })()
  yield* packer as AsyncIterable<Uint8Array>
  await fed
}

const flags = 0x0808
const deflate = 8
const firstDay = 0x0021

function localHeader({ name }: Written): Uint8Array {
  const bytes = Buffer.alloc(30)
  bytes.writeUInt32LE(0x04034b50, 0)
  bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(flags, 6)
  bytes.writeUInt16LE(deflate, 8)
  bytes.writeUInt16LE(firstDay, 12)
  bytes.writeUInt16LE(name.length, 26)
  return Buffer.concat([bytes, name])
}

function descriptor({ crc, packed, size }: Written): Uint8Array {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(size, 12)
  return bytes
}

function directoryEntry({ name, crc, packed, size, offset }: Written): Uint8Array {
  const bytes = Buffer.alloc(46)
  bytes.writeUInt32LE(0x02014b50, 0)
  bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(20, 6)
  bytes.writeUInt16LE(flags, 8)
  bytes.writeUInt16LE(deflate, 10)
  bytes.writeUInt16LE(firstDay, 14)
  bytes.writeUInt32LE(crc, 16)
  bytes.writeUInt32LE(packed, 20)
  bytes.writeUInt32LE(size, 24)
  bytes.writeUInt16LE(name.length, 28)
  bytes.writeUInt32LE(offset, 42)
  return Buffer.concat([bytes, name])
}

function directoryEnd(count: number, size: number, offset: number): Uint8Array {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}
