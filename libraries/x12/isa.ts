import type { Delimiters } from './model-envelope.ts'

/** An ISA as found: its text without line ends, its marks, and whether it is as it should be. */
export type IsaFound = {
  text: string
  end: number
  length: number
  delimiters: Delimiters
  wellFormed: boolean
  distinct: boolean
  wrapped: boolean
}

const separatorsAt = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]
const longestIsa = 260

/** The next place from which an ISA may start; 'more' when only further bytes can tell. */
export function findIsa(text: string, from: number, ending: boolean): { kind: 'isa' | 'more'; at: number } {
  let at = from
  for (;;) {
    at = text.indexOf('ISA', at)
    if (at === -1) return { kind: 'more', at: ending ? text.length : Math.max(from, withoutPrefix(text)) }
    if (at + 7 > text.length) return { kind: 'more', at: ending ? text.length : at }
    const mark = text.charAt(at + 3)
    if (!/[A-Za-z0-9\s]/.test(mark) && text.startsWith(mark, at + 6)) return { kind: 'isa', at }
    at += 1
  }
}

function withoutPrefix(text: string): number {
  if (text.endsWith('IS')) return text.length - 2
  return text.endsWith('I') ? text.length - 1 : text.length
}

/**
 * Reads the ISA at `at` by counting its sixteen separators, so that a header of the wrong length still gives up its
 * marks. Line ends inside it are passed over, except where the terminator stands.
 */
export function readIsa(text: string, at: number, ending: boolean): IsaFound | 'more' | 'unreadable' {
  const mark = text.charAt(at + 3)
  const fixed = text.slice(at, at + 105)
  if (isInPlace(fixed, mark) && text.length > at + 105 && !/[\r\n]/.test(fixed)) {
    return isaFound(fixed, at + 106, mark, text.charAt(at + 105), false)
  }
  let taken = ''
  let separators = 0
  let index = at
  let wrapped = false
  for (; index < text.length && separators < 16 && taken.length < longestIsa; index++) {
    const character = text.charAt(index)
    if (character === '\r' || character === '\n') {
      wrapped = true
      continue
    }
    taken += character
    if (character === mark) separators++
  }
  const tooShort = index + 2 > text.length
  if (tooShort && !ending && taken.length < longestIsa) return 'more'
  const counted =
    separators === 16 && !tooShort ? { component: text.charAt(index), segment: text.charAt(index + 1) } : null
  if (counted !== null && taken.length === 104) {
    return isaFound(`${taken}${counted.component}`, index + 2, mark, counted.segment, wrapped)
  }
  if (!ending && text.length - at < longestIsa) return 'more'
  return repaired(text, at, mark) ?? 'unreadable'
}

function isaFound(text: string, end: number, mark: string, terminator: string, wrapped: boolean): IsaFound {
  const elements = text.split(mark)
  const inPlace = isInPlace(text, mark)
  const repetition = inPlace ? text.charAt(82) : (elements[11] ?? '')
  const component = inPlace ? text.charAt(104) : (elements[16] ?? '')
  const delimiters = {
    element: mark,
    repetition: repetition.length === 1 && !/[A-Za-z0-9 ]/.test(repetition) ? repetition : '',
    component,
    segment: terminator,
  }
  const marks = [mark, component, terminator, ...(delimiters.repetition === '' ? [] : [delimiters.repetition])]
  const distinct = new Set(marks).size === marks.length && marks.every((each) => !/[A-Za-z0-9 ]/.test(each))
  return { text, end, length: text.length + 1, delimiters, wellFormed: inPlace, distinct, wrapped }
}

function isInPlace(text: string, mark: string): boolean {
  return text.length === 105 && separatorsAt.every((position) => text[position] === mark)
}

/** A header of the wrong length: its terminator is what stands before the segment that follows. */
function repaired(text: string, at: number, mark: string): IsaFound | null {
  const within = text.slice(at, at + longestIsa)
  const escaped = mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const next = new RegExp(`([^A-Za-z0-9 ])[\\r\\n ]*(?:GS|TA1|IEA)${escaped}`).exec(within)
  if (next === null) return null
  const header = within.slice(0, next.index).replace(/[\r\n]/g, '')
  const found = isaFound(header, at + next.index + 1, mark, next[1] ?? '', false)
  const component = found.delimiters.component.length === 1 ? found.delimiters.component : ':'
  return { ...found, delimiters: { ...found.delimiters, component }, wellFormed: false, distinct: true }
}
