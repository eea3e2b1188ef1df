import { type ElementPlan, type ElementRule, elementPlans, elementRule } from './element-rule.ts'
import { elementTypes } from './element-types.ts'
import { interned } from './odd-text.ts'
import { codeOf, keyOf } from './segment.ts'

/** One loop of a transaction set: its own segments and the loops inside it, in the order of the guide. */
export type LoopSpec = {
  id: string
  name: string
  required: boolean
  repeat: number
  /** Its number among the table's loops, and its place in the order of the loop it stands in. */
  index: number
  order: number
  slot: number
  parent: LoopSpec | null
  /** The first is the segment the loop begins with. */
  segments: SegmentSpec[]
  loops: LoopSpec[]
  /** Required segments and loops in their order, for telling which is missing. */
  requirements: (SegmentSpec | LoopSpec)[]
  slots: number
  /** What a segment of some name may be in this loop, by the name's number in the table. */
  byName: (InLoop | undefined)[]
}

export type InLoop = { own: SegmentSpec[]; opens: LoopSpec[] }

export type SegmentSpec = {
  id: string
  name: string
  required: boolean
  repeat: number
  index: number
  order: number
  slot: number
  loop: LoopSpec
  /** The loop as findings name it: null outside loops. */
  loopName: string | null
  /** The element that tells this segment from others of its name; 0 when the name is enough. */
  qualifiedBy: number
  qualifiers: ReadonlySet<string> | null
  /** The qualifiers as numbers, see `codeOf`. */
  qualifierCodes: ReadonlySet<number>
  /** From 1 on; beyond the last the segment has too many. */
  plans: (ElementPlan | null)[]
  lastRequired: number
  /** What is said of further parts of composite elements. */
  parts: ElementRule[]
  /** Elements of which both or neither are there. */
  pairs: readonly (readonly [number, number])[]
  /** Elements of which the first may not be there without the second. */
  needs: readonly (readonly [number, number])[]
  either: readonly [number, number] | null
  /** Whether anything is said of elements together, or of their parts. */
  linked: boolean
  /** Whether it holds codes whose form or check digit is looked at. */
  coded: boolean
  /** What came behind it so far, and where that belongs: found once for all files that go this way. */
  steps: Step[]
  /** '2100/CLP', or '2100/NM1:QC' with the first of its qualifiers. */
  role: string
}

/** At which depth of the open loops a segment belongs: to one of them, or to a loop that it opens there. */
export type Found = { depth: number; own: SegmentSpec | null; opens: LoopSpec | null }

/** A name and code, and where a segment that has them belongs. */
export type Step = { key: number; code: number; name: TableName; found: Found }

export type LoopTable = {
  root: LoopSpec
  loops: LoopSpec[]
  segments: SegmentSpec[]
  /** The names of its segments, counted from 0, with the element that tells those of one name apart. */
  names: Map<number, TableName>
}

export type TableName = { index: number; qualifiedBy: number; byPart: boolean }

const pairs: Record<string, [number, number][]> = {
  NM1: [[8, 9]],
  N1: [[3, 4]],
  PER: [
    [3, 4],
    [5, 6],
    [7, 8],
  ],
  BPR: [
    [6, 7],
    [12, 13],
  ],
  DMG: [[1, 2]],
  PAT: [[5, 6]],
  PLB: [
    [5, 6],
    [7, 8],
    [9, 10],
    [11, 12],
    [13, 14],
  ],
}

/** Elements of which the first may not be there without the second. */
const needs: Record<string, [number, number][]> = {
  BPR: [
    [8, 9],
    [14, 15],
  ],
}

/** Elements of which at least one is there. */
const eithers: Record<string, [number, number]> = { EQ: [1, 2] }

const coded = new Set([
  'NM1',
  'N1',
  'N4',
  'PRV',
  'REF',
  'HI',
  'SV1',
  'SVC',
  'CLM',
  'BPR',
  'DMG',
  'DTP',
  'STC',
  'PLB',
  'EQ',
  'EB',
])

/** Of these only some: the others are too many to look at for nothing. */
const codedIn: Record<string, string[]> = { REF: ['2010AA'], DTP: ['2400'], STC: ['2200D', '2220D'] }

const qualifiedBy: Record<string, number> = {
  ...{ NM1: 1, N1: 1, REF: 1, DTP: 1, DTM: 1, AMT: 1, QTY: 1, PER: 1, HL: 3, CRC: 1, HI: 1, NTE: 1, PRV: 1, LQ: 1 },
  ...{ PWK: 1, TRN: 1, CTX: 1 },
}

/** Compiles the text of a table: one line per loop or segment, one space of indentation per level. */
export function compileTable(text: string): LoopTable {
  const table: LoopTable = { root: emptyLoop('', 'Transaction set'), loops: [], segments: [], names: new Map() }
  table.loops.push(table.root)
  const stack: LoopSpec[] = [table.root]
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const depth = line.length - line.trimStart().length
    stack.length = depth + 1
    const parent = stack[depth]
    if (parent === undefined) throw new RangeError(`The table skips a level: ${line}`)
    const words = line.trim()
    if (words.startsWith('@')) reuse(table, parent, words.slice(1))
    else if (/^\d{4}/.test(words)) stack.push(addLoop(table, parent, words))
    else addSegment(table, parent, words)
  }
  for (const loop of table.loops) finish(table, loop)
  return table
}

function emptyLoop(id: string, name: string): LoopSpec {
  return {
    ...{ id, name, required: true, repeat: 1, index: 0, order: 0, slot: 0, parent: null, segments: [], loops: [] },
    ...{ requirements: [], slots: 0, byName: [] },
  }
}

function addLoop(table: LoopTable, parent: LoopSpec, words: string): LoopSpec {
  const [id = '', usage, repeat, ...name] = words.split(' ')
  const loop = emptyLoop(interned(id), name.join(' '))
  loop.required = usage === 'R'
  loop.repeat = repeat === '*' ? Number.POSITIVE_INFINITY : Number(repeat)
  loop.index = table.loops.length
  loop.parent = parent
  loop.slot = parent.slots++
  table.loops.push(loop)
  parent.loops.push(loop)
  return loop
}

/** '@2300' puts a loop that stands elsewhere in the table here as well. */
function reuse(table: LoopTable, parent: LoopSpec, id: string): void {
  const original = table.loops.find((loop) => loop.id === id)
  if (original === undefined) throw new RangeError(`The table has no loop ${id} to use again`)
  copyLoop(table, parent, original)
}

function copyLoop(table: LoopTable, parent: LoopSpec, original: LoopSpec): void {
  const loop: LoopSpec = {
    ...emptyLoop(original.id, original.name),
    required: original.required,
    repeat: original.repeat,
  }
  loop.index = table.loops.length
  loop.parent = parent
  loop.slot = parent.slots++
  table.loops.push(loop)
  parent.loops.push(loop)
  const inside = [...original.segments, ...original.loops].sort((a, b) => a.slot - b.slot)
  for (const each of inside) {
    if ('segments' in each) copyLoop(table, loop, each)
    else {
      const copy = { ...each, loop, slot: loop.slots++, index: table.segments.length, steps: [] }
      table.segments.push(copy)
      loop.segments.push(copy)
    }
  }
}

function addSegment(table: LoopTable, loop: LoopSpec, words: string): void {
  const [rules = '', name = ''] = words.split(' ; ')
  const [id = '', usage, repeat, ...elements] = rules.split(' ')
  const types = elementTypes.get(id) ?? []
  const compiled = elements.map(elementRule)
  const position = qualifiedBy[id] ?? 0
  const qualifiers = compiled.find((rule) => rule.element === position)?.codes ?? null
  const first = qualifiers === null ? '' : `:${[...qualifiers][0]}`
  const spec: SegmentSpec = {
    ...{
      id: interned(id),
      name,
      required: usage === 'R',
      repeat: repeat === '*' ? Number.POSITIVE_INFINITY : Number(repeat),
    },
    ...{ index: table.segments.length, order: 0, slot: loop.slots++, loop },
    loopName: loop.id === '' ? null : loop.id,
    plans: elementPlans(id, compiled, qualifiers === null ? 0 : position),
    lastRequired: Math.max(0, ...compiled.filter((rule) => rule.required).map((rule) => rule.element)),
    parts: compiled.filter((rule) => rule.component > 1),
    ...{ qualifiedBy: qualifiers === null ? 0 : position, qualifiers, pairs: pairs[id] ?? [], needs: needs[id] ?? [] },
    ...{ either: eithers[id] ?? null, linked: false },
    coded: coded.has(id) && (codedIn[id]?.includes(loop.id) ?? true),
    qualifierCodes: new Set([...(qualifiers ?? [])].map(codeOf)),
    ...{ role: `${loop.id}/${id}${first}`, steps: [] },
  }
  spec.linked =
    [spec.parts, spec.pairs, spec.needs].some((each) => each.length > 0) || spec.either !== null || id === 'CAS'
  table.segments.push(spec)
  loop.segments.push(spec)
  if (!table.names.has(keyOf(id))) {
    const byPart = types[position]?.kind === 'C'
    table.names.set(keyOf(id), { index: table.names.size, qualifiedBy: position, byPart })
  }
}

/** Segments of one name beside each other, and loops that begin alike, may come in any order among themselves. */
function finish(table: LoopTable, loop: LoopSpec): void {
  const inside = [...loop.segments, ...loop.loops].sort((a, b) => a.slot - b.slot)
  loop.byName = new Array<InLoop | undefined>(table.names.size).fill(undefined)
  let order = 0
  let before = ''
  for (const each of inside) {
    const name = 'segments' in each ? `loop ${each.segments[0]?.id}` : each.id
    if (name !== before || name === 'loop HL') order++
    before = name
    each.order = order
    if (each.required) loop.requirements.push(each)
    const key = keyOf('segments' in each ? (each.segments[0]?.id ?? '') : each.id)
    const index = table.names.get(key)?.index ?? 0
    const entry = loop.byName[index] ?? { own: [], opens: [] }
    loop.byName[index] = entry
    if ('segments' in each) entry.opens.push(each)
    else if (each !== loop.segments[0] || loop.parent === null) entry.own.push(each)
  }
}
