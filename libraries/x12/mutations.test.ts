import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { readX12 } from './read-x12.ts'

const folder = join(import.meta.dirname, 'cases/ok')
const files = readdirSync(folder)
  .filter((name) => name.startsWith('claims-with') || name.startsWith('remittance') || name.startsWith('one-line'))
  .map((name) => join(folder, name))

const errorsOf = (text: string): Finding[] =>
  readX12(Buffer.from(text)).findings.filter((finding) => finding.severity === 'error')

/** The elements whose amount is counted somewhere, so that another amount must be found out. */
const counted: Record<string, number[]> = {
  BPR: [2],
  CLP: [3, 4, 5],
  SVC: [2, 3],
  CAS: [3, 6],
  PLB: [4],
  CLM: [2],
  SV1: [2],
  SVD: [2],
}

const segmentsOf = (text: string) => text.split('~').map((each) => each.trim())

test.each(files)('%s: one changed amount is found out in the claim it belongs to', (file) => {
  const segments = segmentsOf(readFileSync(file, 'latin1'))
  const places = segments.flatMap((segment, index) => {
    const elements = segment.split('*')
    const wanted = counted[elements[0] ?? ''] ?? []
    return wanted.filter((element) => (elements[element] ?? '') !== '').map((element) => ({ index, element }))
  })
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 99_999 }), ({ index, element }, more) => {
      const elements = (segments[index] ?? '').split('*')
      const cents = Math.round(Number(elements[element]) * 100) + more
      elements[element] = String(cents / 100)
      const errors = errorsOf(segments.with(index, elements.join('*')).join('~'))
      const claim = claimAround(segments, index)
      expect(errors.length).toBeGreaterThan(0)
      expect(errors.some((error) => error.claim === claim || error.segment === 'BPR')).toBe(true)
      expect(errors.some((error) => Math.abs(error.difference ?? 0) === more)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

function claimAround(segments: string[], index: number): string | null {
  for (let at = index; at >= 0; at--) {
    const [id, control] = (segments[at] ?? '').split('*')
    if (id === 'CLP' || id === 'CLM') return control ?? null
    if (id === 'ST' || id === 'PLB') return null
  }
  return null
}

test.each(files)('%s: a dropped segment is found out, at the latest by the count of its set', (file) => {
  const segments = segmentsOf(readFileSync(file, 'latin1'))
  for (let index = 0; index < segments.length - 1; index++) {
    const errors = errorsOf(segments.toSpliced(index, 1).join('~'))
    expect(errors.length, segments[index]).toBeGreaterThan(0)
  }
})

/** Segments that may stand in any order among themselves: same name, same loop. */
test.each(files)('%s: two neighbours swapped are found out unless they may stand in any order', (file) => {
  const segments = segmentsOf(readFileSync(file, 'latin1'))
  for (let index = 0; index < segments.length - 2; index++) {
    const [one = '', other = ''] = [segments[index], segments[index + 1]]
    if (one.split('*')[0] === other.split('*')[0]) continue
    const swapped = segments
      .with(index, other)
      .with(index + 1, one)
      .join('~')
    const errors = errorsOf(swapped)
    expect(errors.length, `${one} ${other}`).toBeGreaterThan(0)
    const near = errors.some((error) => Math.abs(error.segmentNumber - (index + 1)) <= 3)
    expect(near, `${one} ${other}: ${errors.map((error) => `${error.code} ${error.segmentNumber}`)}`).toBe(true)
  }
})
