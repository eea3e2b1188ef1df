import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { readX12 } from './read-x12.ts'
import { SegmentReader } from './segment-reader.ts'
import { joinSegments, segmentsIn } from './segments-in.ts'
import { X12Reader } from './x12-reader.ts'

const own = join(import.meta.dirname, 'cases')
const outside = join(import.meta.dirname, '../../../shared')

/** The library's own cases, and those beside the project where they are present. */
function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []))
}

const valid = filesIn(join(own, 'ok'), join(outside, 'cases/x12/ok'))
const faulty = filesIn(join(own, 'bad'), join(outside, 'cases/x12/bad'))
const samples = filesIn(
  ...['270', '271', '276', '277', '277ca', '835', '837p', '999'].map((set) => join(outside, 'samples/x12', set)),
)

const errorsOf = (findings: Finding[]) => findings.filter((finding) => finding.severity === 'error')

test.each(valid)('%s is read without error', (file) => {
  const { findings, transactions } = readX12(readFileSync(file))
  expect(errorsOf(findings)).toEqual([])
  expect(transactions.length).toBeGreaterThan(0)
})

test.each(faulty)('%s is refused', (file) => {
  expect(errorsOf(readX12(readFileSync(file)).findings)).not.toEqual([])
})

/** Where each fault lies: the code, the segment, and the element when one is meant. */
const faults: [string, string, string, number | null][] = [
  ['837_clm02_sum.edi', 'claim_charge', 'CLM', 2],
  ['837_icd_dot.edi', 'diagnosis_code', 'HI', 1],
  ['837_no_HI.edi', 'missing_segment', 'HI', null],
  ['837_pointer_oob.edi', 'diagnosis_pointer', 'SV1', 7],
  ['CAS_odd.edi', 'missing_element', 'CAS', 3],
  ['GE01_count.edi', 'ge_count', 'GE', 1],
  ['IEA01_count.edi', 'iea_count', 'IEA', 1],
  ['ISA_short.edi', 'bad_isa', 'ISA', null],
  ['SE02_control.edi', 'st_control_number', 'SE', 2],
  ['amount_3dec.edi', 'bad_amount', 'CLP', 4],
  ['amount_text.edi', 'bad_amount', 'CLP', 3],
  ['date.edi', 'bad_date', 'DTM', 2],
  ['dup_ST02.edi', 'duplicate_control_number', 'ST', 2],
  ['garbage.edi', 'no_interchange', '', null],
  ['hl_parent_837.edi', 'hierarchy_parent', 'HL', 2],
  ['missing_IEA.edi', 'missing_iea', 'IEA', null],
  ['missing_SE.edi', 'missing_se', 'SE', null],
  ['svc_unbalanced_claim_ok.edi', 'line_balance', 'SVC', 3],
  ['unknown_segment.edi', 'unknown_segment', 'ZZZ', null],
]

test.each(faults)('the fault of %s is %s at %s %s', (name, code, segment, element) => {
  const file = faulty.find((each) => each.endsWith(`/${name}`))
  if (file === undefined) return
  const { findings } = readX12(readFileSync(file))
  expect(errorsOf(findings)).toContainEqual(expect.objectContaining({ code, segment, element }))
})

/** The library's own cases are named after their fault: code@SEGMENT-element. */
test.each(filesIn(join(own, 'bad')))('%s has the fault it is named after', (file) => {
  const [code = '', place = ''] = basename(file, '.edi').split('@')
  const [segment, element = ''] = place.split('-')
  const wanted = { code, segment, ...(/^\d+$/.test(element) ? { element: Number(element) } : {}) }
  expect(errorsOf(readX12(readFileSync(file)).findings)).toContainEqual(expect.objectContaining(wanted))
})

test.each(samples)('%s is read without a crash and its segments come back byte for byte', (file) => {
  const bytes = readFileSync(file)
  expect(readX12(bytes)).toBeDefined()
  expect(Buffer.from(joinSegments(segmentsIn([bytes]))).equals(bytes)).toBe(true)
})

test.each([...valid, ...faulty])('%s comes back byte for byte from its segments', (file) => {
  const bytes = readFileSync(file)
  expect(Buffer.from(joinSegments(segmentsIn([bytes]))).toString('latin1')).toBe(bytes.toString('latin1'))
})

/** Everything a reader tells, as text. */
function eventsOf(pieces: Uint8Array[]): string {
  const events: unknown[] = []
  const reader = new X12Reader({
    interchange: (each) => events.push(each),
    transaction: (each) => events.push(each),
    claim: (each) => events.push(each),
    finding: (each) => events.push(each),
  })
  for (const piece of pieces) reader.push(piece)
  reader.end()
  return JSON.stringify(events)
}

function piecesOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.slice(at, at + size))
  return pieces
}

/** Everything the first layer tells, as text: whatever stands above sees only this. */
function segmentsOf(pieces: Uint8Array[]): string {
  let told = ''
  const reader = new SegmentReader({
    segment: (segment) => {
      const { byteOffset, line, named, wrapped, latin1, controlIn } = segment
      told += `${byteOffset} ${line} ${named} ${wrapped} ${latin1} ${controlIn} ${segment.raw()}|${segment.before()}|\n`
    },
    notice: (kind, { byteOffset, line }, value) => {
      told += `${kind} ${byteOffset} ${line} ${value}\n`
    },
  })
  for (const piece of pieces) reader.push(piece)
  reader.end()
  return told + reader.after
}

const someSizes = [1, 2, 3, 7, 31, 80, 105, 106, 107, 199]

test.each([...valid, ...faulty])('%s tells the same whatever pieces it comes in', (file) => {
  const bytes = readFileSync(file)
  const segments = segmentsOf([bytes])
  for (let size = 1; size <= 200; size++) expect(segmentsOf(piecesOf(bytes, size))).toBe(segments)
  const events = eventsOf([bytes])
  for (const size of someSizes) expect(eventsOf(piecesOf(bytes, size))).toBe(events)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 20 }), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length]
      const pieces = at.slice(1).map((cut, index) => bytes.subarray(at[index], cut))
      expect(eventsOf(pieces)).toBe(events)
    }),
    { numRuns: 20 },
  )
})
