import { Buffer } from 'node:buffer'
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { X12Parser } from 'node-x12'
import { Schema, X12grouper, X12parser } from 'x12-parser'
import { Composer } from '../libraries/x12/composer.ts'
import { readX12, SetStream, type Transaction, X12Reader } from '../libraries/x12/index.ts'
import { usualDelimiters } from '../libraries/x12/render.ts'
import { SegmentReader } from '../libraries/x12/segment-reader.ts'
import { writeRemittance } from '../libraries/x12/write-835.ts'
import { writeBatch } from '../libraries/x12/write-837p.ts'

// One contestant in a process of its own: `node x12-contestant.ts NAME FILE WARM-UP-FILE RUNS`. One JSON a run.

/** What a contestant saw, so that nobody is fast by leaving out. A writer says what it wrote, and how long that took. */
type Seen = {
  segments: number
  claims: number
  findings: number
  bytes?: number | undefined
  writingSeconds?: number | undefined
}

const nothing = (): Seen => ({ segments: 0, claims: 0, findings: 0 })

function pieces(file: string, size: number, take: (piece: Buffer) => void): void {
  const open = openSync(file, 'r')
  const buffer = Buffer.allocUnsafe(size)
  for (;;) {
    const count = readSync(open, buffer, 0, size, null)
    if (count === 0) break
    take(buffer.subarray(0, count))
  }
  closeSync(open)
}

/** The ceiling: looks at every byte once, notes where elements begin, adds up one amount of each claim. */
function lazyTokenizer(file: string): Seen {
  const seen = nothing()
  const open = openSync(file, 'r')
  const bytes = Buffer.allocUnsafe(1 << 20)
  const starts = new Int32Array(256)
  let kept = 0
  let cents = 0
  for (;;) {
    const count = readSync(open, bytes, kept, bytes.length - kept, null)
    const end = kept + count
    let begin = 0
    for (;;) {
      while (begin < end && (bytes[begin] as number) <= 32) begin++
      let at = begin
      let elements = 0
      starts[0] = begin
      for (; at < end; at++) {
        const code = bytes[at]
        if (code === 42) starts[++elements] = at + 1
        else if (code === 126) break
      }
      if (at >= end) break
      starts[elements + 1] = at + 1
      seen.segments++
      if (bytes[begin] === 67 && bytes[begin + 1] === 76 && (bytes[begin + 2] === 80 || bytes[begin + 2] === 77)) {
        seen.claims++
        for (let digit = starts[2] as number; digit < (starts[3] as number) - 1; digit++)
          cents += bytes[digit] as number
      }
      begin = at + 1
    }
    kept = end - begin
    bytes.copyWithin(0, begin, end)
    if (count === 0) break
  }
  closeSync(open)
  return cents === 0 ? nothing() : seen
}

function indexOfTerminators(file: string): Seen {
  const seen = nothing()
  let rest = ''
  pieces(file, 1 << 20, (piece) => {
    const text = rest + piece.toString('latin1')
    let begin = 0
    for (let end = text.indexOf('~'); end !== -1; end = text.indexOf('~', begin)) {
      while (text.charCodeAt(begin) <= 32) begin++
      seen.segments++
      if (text.startsWith('CLP*', begin) || text.startsWith('CLM*', begin)) seen.claims++
      begin = end + 1
    }
    rest = text.slice(begin)
  })
  return seen
}

function split(file: string): Seen {
  const seen = nothing()
  for (const segment of readFileSync(file, 'latin1').split('~')) {
    const [name = ''] = segment.split('*')
    seen.segments++
    if (name.endsWith('CLP') || name.endsWith('CLM')) seen.claims++
  }
  return seen
}

function ourSegments(file: string): Seen {
  const seen = nothing()
  const reader = new SegmentReader({
    segment: ({ id }) => {
      seen.segments++
      if (id === 'CLP' || id === 'CLM') seen.claims++
    },
    notice: () => seen.findings++,
  })
  pieces(file, 1 << 17, (piece) => reader.push(piece))
  reader.end()
  return seen
}

function ourClaims(file: string): Seen {
  const seen = nothing()
  const reader = new X12Reader({ claim: () => seen.claims++, finding: () => seen.findings++ }, false)
  pieces(file, 1 << 17, (piece) => reader.push(piece))
  reader.end()
  return seen
}

function beginning(file: string, size: number): Buffer {
  const open = openSync(file, 'r')
  const bytes = Buffer.alloc(size)
  const read = readSync(open, bytes, 0, size, 0)
  closeSync(open)
  return bytes.subarray(0, read)
}

/** As many bytes as the file holds, written set by set from some that were read. */
function writer(file: string, write: (sets: ToWrite[], seen: Wrote) => void): Seen {
  const seen = { ...nothing(), bytes: 0 }
  const { transactions } = readX12(beginning(file, 500_000))
  const sets = transactions.slice(0, -1).filter((each) => each.set === '835' || each.set === '837P')
  const size = statSync(file).size
  const began = process.cpuUsage()
  while (seen.bytes < size) write(sets, seen)
  const { user, system } = process.cpuUsage(began)
  return { ...seen, writingSeconds: (user + system) / 1e6 }
}

type ToWrite = Extract<Transaction, { set: '835' | '837P' }>
type Wrote = { claims: number; findings: number; bytes: number }

/** Laid out only: what writing costs without the checks. */
function layOut(sets: ToWrite[], seen: Wrote): void {
  const to = new Composer(usualDelimiters, '\n')
  for (const each of sets) {
    if (each.set === '835') writeRemittance(to, each.remittance)
    else writeBatch(to, each.batch)
    seen.bytes += to.take().length
    seen.claims += claimsOf(each)
  }
}

/** Each set is checked with every check before it is given out. */
function giveOut(sets: ToWrite[], seen: Wrote): void {
  const envelope = {
    ...{ senderQualifier: 'ZZ', senderId: 'EVERGREEN', receiverQualifier: 'ZZ', receiverId: 'LAKESIDE' },
    ...{ createdOn: '2026-04-18', createdAt: '06:00', usage: 'T' as const },
    ...{ interchangeControlNumber: '1', groupControlNumber: '1' },
  }
  const stream = new SetStream(envelope, sets[0]?.set ?? '835', (bytes) => {
    seen.bytes += bytes.length
  })
  for (const each of sets) {
    seen.findings += stream.add(each).length
    seen.claims += claimsOf(each)
  }
  stream.end()
}

function claimsOf(each: ToWrite): number {
  if (each.set === '835') return each.remittance.claims.length
  return each.batch.billingProviders.flatMap(({ subscribers }) => subscribers.flatMap(({ claims }) => claims)).length
}

async function peerSegments(file: string): Promise<Seen> {
  const seen = nothing()
  for await (const segment of createReadStream(file).pipe(new X12parser())) {
    seen.segments++
    if (segment.name.endsWith('CLP') || segment.name.endsWith('CLM')) seen.claims++
  }
  return seen
}

async function peerClaims(file: string): Promise<Seen> {
  const seen = nothing()
  const schema = new Schema('005010X221A1', {
    ...{ start: 'CLP', name: '2100', terminators: ['SE', 'PLB', 'LX'] },
    groups: [{ start: 'SVC', name: '2110' }],
  })
  for await (const each of createReadStream(file).pipe(new X12parser()).pipe(new X12grouper(schema))) {
    seen.segments++
    if (each.isGroup === true) seen.claims++
  }
  return seen
}

async function otherPeer(file: string): Promise<Seen> {
  const seen = nothing()
  for await (const segment of createReadStream(file, 'utf8').pipe(new X12Parser())) {
    seen.segments++
    if (segment.tag === 'CLP' || segment.tag === 'CLM') seen.claims++
  }
  return seen
}

const contestants: Record<string, (file: string) => Seen | Promise<Seen>> = {
  'lazy tokenizer': lazyTokenizer,
  'latin1 and indexOf': indexOfTerminators,
  split,
  segments: ourSegments,
  'typed and checked': ourClaims,
  'laid out': (file) => writer(file, layOut),
  'written and checked': (file) => writer(file, giveOut),
  'x12-parser segments': peerSegments,
  'x12-parser claims': peerClaims,
  'node-x12 segments': otherPeer,
}

const [, , name = '', file = '', warmUp = '', runs = '1'] = process.argv
const run = contestants[name]
if (run === undefined) throw new Error(`There is no contestant ${name}`)
if (warmUp !== '') for (let time = 0; time < 3; time++) await run(warmUp)
for (let time = 0; time < Number(runs); time++) {
  const began = performance.now()
  const before = process.cpuUsage()
  const seen = await run(file)
  const { user, system } = process.cpuUsage(before)
  const answer = {
    ...seen,
    bytes: seen.bytes ?? statSync(file).size,
    processorSeconds: seen.writingSeconds ?? (user + system) / 1e6,
    wallSeconds: (performance.now() - began) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }
  console.log(JSON.stringify(answer))
}
