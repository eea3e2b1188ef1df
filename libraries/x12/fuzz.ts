import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { CodeSets } from './code-sets.ts'
import { type Finding, findingCodes } from './finding.ts'
import { readX12 } from './read-x12.ts'
import { writeX12 } from './write-x12.ts'
import { X12Reader } from './x12-reader.ts'

/**
 * Breaks the library's own cases at random and reads them in random pieces: no crash, no hang, flat memory, and the
 * same findings for the same seed. `node fuzz.ts [--rounds N] [--seed N]`; prints the codes it reached.
 */
export type FuzzResult = {
  seed: number
  rounds: number
  bytes: number
  reached: Map<string, number>
  slowestMs: number
}

/** A generator of whole numbers below a limit that gives the same row for the same seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

export function fuzz({ seed, rounds, clock }: { seed: number; rounds: number; clock: () => number }): FuzzResult {
  const folder = join(import.meta.dirname, 'cases')
  const cases = ['ok', 'bad'].flatMap((kind) =>
    readdirSync(join(folder, kind))
      .sort()
      .map((name) => readFileSync(join(folder, kind, name))),
  )
  const random = randomFrom(seed)
  const reached = new Map<string, number>()
  let bytes = 0
  let slowestMs = 0
  for (let round = 0; round < rounds; round++) {
    const original = cases[random(cases.length)] ?? Buffer.alloc(0)
    const broken = breakUp(original, random)
    bytes += broken.length
    const begun = clock()
    const told = ({ code }: Finding) => reached.set(code, (reached.get(code) ?? 0) + 1)
    const reader = new X12Reader({ finding: told }, round % 2 === 0, round % 8 === 0 ? nothingInForce : {})
    for (let at = 0; at < broken.length; ) {
      const size = 1 + random(random(4) === 0 ? 8 : 4096)
      reader.push(broken.subarray(at, at + size))
      at += size
    }
    reader.end()
    slowestMs = Math.max(slowestMs, clock() - begun)
    if (round % 4 === 1) writeBack(broken, told)
  }
  return { seed, rounds, bytes, reached, slowestMs }
}

/** What can be read can be handed to the writers, which refuse it or write it, and never throw. */
function writeBack(bytes: Uint8Array, told: (finding: Finding) => void): void {
  const file = readX12(bytes)
  for (const transaction of file.transactions) {
    if (transaction.set === '835') transaction.remittance.trace.number += 'A~'
    if (transaction.set === '837P') transaction.batch.batchReference += '*'
  }
  const written = writeX12(file)
  if (!written.ok) for (const finding of written.findings) told(finding)
}

/** Code lists that hold nothing. */
const nothingInForce: CodeSets = { carc: () => false, rarc: () => false, diagnosis: () => false }

const insertions = '~|*|:|^|\n|ISA*|IEA*1*1~|SE*1*0001~|HL*|-|9|.|\0|Ñ|~~~|*********|*CAS*OA*94*0~|\ufeff'.split('|')

/** One to four injuries: bytes changed, cut out, doubled, swapped segments, another file's piece, text put in. */
function breakUp(original: Buffer, random: (below: number) => number): Buffer {
  let broken: Buffer = Buffer.from(original)
  for (let injury = 1 + random(4); injury > 0; injury--) {
    const at = random(broken.length + 1)
    const until = Math.min(broken.length, at + random(random(3) === 0 ? 400 : 12))
    switch (random(7)) {
      case 0:
        if (at < broken.length) broken[at] = random(256)
        break
      case 1:
        broken = Buffer.concat([broken.subarray(0, at), broken.subarray(until)])
        break
      case 2:
        broken = Buffer.concat([broken.subarray(0, until), broken.subarray(at)])
        break
      case 3:
        broken = swapSegments(broken, random)
        break
      case 4:
        broken = broken.subarray(0, at)
        break
      case 5: {
        const word = Buffer.from(insertions[random(insertions.length)] ?? '')
        broken = Buffer.concat([broken.subarray(0, at), word, broken.subarray(at)])
        break
      }
      case 6:
        broken = changeDigit(broken, random)
        break
    }
  }
  return broken
}

function swapSegments(bytes: Buffer, random: (below: number) => number): Buffer {
  const segments = bytes.toString('latin1').split('~')
  const one = random(segments.length)
  const other = random(segments.length)
  const kept = segments[one] ?? ''
  segments[one] = segments[other] ?? ''
  segments[other] = kept
  return Buffer.from(segments.join('~'), 'latin1')
}

function changeDigit(bytes: Buffer, random: (below: number) => number): Buffer {
  for (let tries = 0; tries < 20; tries++) {
    const at = random(Math.max(1, bytes.length))
    const code = bytes[at] ?? 0
    if (code < 48 || code > 57) continue
    bytes[at] = 48 + random(10)
    return bytes
  }
  return bytes
}

/** Bytes of the heap that something still holds. */
export function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

function option(name: string, usual: number): number {
  const at = process.argv.indexOf(name)
  return at === -1 ? usual : Number(process.argv[at + 1])
}

if (import.meta.main) {
  const seed = option('--seed', Date.now() % 1_000_000_000)
  const clock = () => performance.now()
  fuzz({ seed, rounds: 500, clock })
  const before = heldBytes()
  const { reached, rounds, bytes, slowestMs } = fuzz({ seed, rounds: option('--rounds', 20_000), clock })
  const after = heldBytes()
  const all = Object.keys(findingCodes)
  const never = all.filter((code) => !reached.has(code))
  for (const [code, times] of [...reached].sort((a, b) => b[1] - a[1]))
    console.log(`${String(times).padStart(9)}  ${code}`)
  console.log(`seed ${seed}: ${rounds} files, ${(bytes / 1e6).toFixed(1)} MB, slowest ${slowestMs.toFixed(1)} ms`)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`held ${(before / 1e6).toFixed(1)} MB before and ${(after / 1e6).toFixed(1)} MB after, peak ${peak} MB`)
  console.log(`${reached.size} of ${all.length} finding codes reached; not reached: ${never.join(', ')}`)
}
