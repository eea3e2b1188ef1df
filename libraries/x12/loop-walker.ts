import { checkElements } from './check-elements.ts'
import type { FindingLog } from './finding-log.ts'
import type { Found, LoopSpec, LoopTable, SegmentSpec, Step, TableName } from './loop-table.ts'
import type { Segment } from './segment.ts'

/** A loop that is open: how often each of its parts has come, and how far in its order it has got. */
type OpenLoop = { spec: LoopSpec; counts: Uint32Array; order: number; checked: number }

/**
 * Segments to loops: finds the place of each segment of one transaction set in its table, from the innermost open loop
 * outwards, and reports what is missing, misplaced, repeated too often or unknown. It goes on after every fault.
 */
export class LoopWalker {
  #log: FindingLog
  #told: { opened: (segment: Segment) => void; closed: (loop: LoopSpec) => void }
  #stack: OpenLoop[] = []
  #depth = 0
  #names: Map<number, TableName>
  /** The segment that the walk stands at: it alone tells which loops are open and how far they have got. */
  #last: SegmentSpec | null = null

  constructor(
    table: LoopTable,
    log: FindingLog,
    told: { opened: (segment: Segment) => void; closed: (loop: LoopSpec) => void },
  ) {
    this.#log = log
    this.#told = told
    this.#names = table.names
    this.#push(table.root, 0)
  }

  /** The segment's meaning, or null when it has none here. */
  walk(segment: Segment): SegmentSpec | null {
    const found = knownStep(this.#last, segment) ?? this.#search(segment)
    if (found === null) return null
    const spec = found.own ?? this.#open(found, segment)
    if (found.own !== null) this.#take(found, found.own, segment)
    if (spec !== null) {
      this.#log.loop = spec.loopName
      checkElements(this.#log, segment, spec)
    }
    return spec
  }

  /** The set is over at this segment: closes what is open. */
  end(segment: Segment): void {
    this.#closeTo(0, segment)
    const root = this.#stack[0]
    if (root !== undefined) this.#require(root, Number.POSITIVE_INFINITY, segment)
  }

  #search(segment: Segment): Found | null {
    const name = this.#names.get(segment.key)
    if (name === undefined) return this.#unknown(segment)
    const code = codeFor(name, segment)
    const found = this.#find(name.index, code)
    if (found === null) return this.#findInside(name.index, code, segment) ?? this.#stray(name.index, segment)
    const steps = this.#last?.steps
    if (found.depth >= 0 && steps !== undefined && steps.length < mostSteps) {
      steps.push({ key: segment.key, code, name, found })
    }
    return found
  }

  #find(name: number, code: number): Found | null {
    let backward: Found | null = null
    for (let depth = this.#depth; depth >= 0; depth--) {
      const open = this.#stack[depth]
      const entry = open?.spec.byName[name]
      if (open === undefined || entry === undefined) continue
      for (const own of entry.own) {
        if (!matches(own, code)) continue
        if (own.order >= open.order || depth === this.#depth) return { depth, own, opens: null }
        backward ??= { depth: -1, own, opens: null }
      }
      for (const opens of entry.opens) {
        const first = opens.segments[0]
        if (first === undefined || !matches(first, code)) continue
        if (opens.order >= open.order) return { depth, own: null, opens }
        backward ??= { depth: -1, own: first, opens: null }
      }
    }
    return backward
  }

  /** The segment may belong into a loop whose first segment is missing. */
  #findInside(name: number, code: number, segment: Segment): Found | null {
    for (let depth = this.#depth; depth >= 0; depth--) {
      const open = this.#stack[depth]
      if (open === undefined) continue
      for (const inner of open.spec.loops) {
        const entry = inner.order < open.order ? undefined : inner.byName[name]
        const own = entry?.own.find((spec) => matches(spec, code)) ?? null
        const opens =
          entry?.opens.find((loop) => loop.segments[0] !== undefined && matches(loop.segments[0], code)) ?? null
        const begins = inner.segments[0]
        if ((own === null && opens === null) || begins === undefined) continue
        this.#closeTo(depth, segment)
        this.#advance(open, inner.order, inner.slot, segment)
        this.#push(inner, depth + 1)
        this.#log.at('missing_segment', segment, { segment: begins.id, loop: inner.id, expected: begins.name })
        const opened = this.#stack[depth + 1]
        if (opened !== undefined) opened.counts[begins.slot] = 1
        return { depth: depth + 1, own, opens }
      }
    }
    return null
  }

  #unknown(segment: Segment): null {
    this.#log.at('unknown_segment', segment, { value: segment.id, expected: this.#expectedHere() })
    return null
  }

  #stray(name: number, segment: Segment): null {
    const log = this.#log
    for (let depth = this.#depth; depth >= 0; depth--) {
      const entry = this.#stack[depth]?.spec.byName[name]
      const specs =
        entry === undefined ? [] : [...entry.own, ...entry.opens.flatMap((loop) => loop.segments.slice(0, 1))]
      const spec = specs[0]
      if (spec === undefined || spec.qualifiedBy === 0) continue
      const expected = [...new Set(specs.flatMap((each) => [...(each.qualifiers ?? [])]))].join(', ')
      const value = segment.component(spec.qualifiedBy, 1)
      log.at('bad_code', segment, { element: spec.qualifiedBy, value, expected })
      return null
    }
    log.at('misplaced_segment', segment, { value: segment.id, expected: this.#expectedHere() })
    return null
  }

  #expectedHere(): string | null {
    const open = this.#stack[this.#depth]
    if (open === undefined) return null
    const next = [...open.spec.segments, ...open.spec.loops.flatMap((loop) => loop.segments.slice(0, 1))]
    return [
      ...new Set(next.filter((each) => each.loop !== open.spec || each.order >= open.order).map((each) => each.id)),
    ].join(', ')
  }

  #open(found: Found, segment: Segment): SegmentSpec | null {
    const loop = found.opens
    const outer = this.#stack[found.depth]
    if (loop === null || outer === undefined) return null
    this.#closeTo(found.depth, segment)
    const times = this.#advance(outer, loop.order, loop.slot, segment)
    if (times === loop.repeat + 1) {
      this.#log.loop = loop.id
      this.#log.at('too_many_loops', segment, { value: String(times), expected: String(loop.repeat) })
    }
    this.#told.opened(segment)
    const opened = this.#push(loop, found.depth + 1)
    opened.counts[0] = 1
    opened.order = loop.segments[0]?.order ?? 0
    this.#last = loop.segments[0] ?? null
    return this.#last
  }

  #take(found: Found, spec: SegmentSpec, segment: Segment): void {
    const open = this.#stack[found.depth]
    if (open === undefined) {
      this.#log.at('misplaced_segment', segment, { value: segment.id, expected: spec.name })
      return
    }
    if (this.#depth > found.depth) this.#closeTo(found.depth, segment)
    this.#log.loop = spec.loopName
    if (spec.order >= open.order) this.#last = spec
    else this.#log.at('misplaced_segment', segment, { value: segment.id, expected: `${spec.name} comes earlier` })
    const times = this.#advance(open, spec.order, spec.slot, segment)
    if (times === spec.repeat + 1) {
      this.#log.at('too_many_segments', segment, { value: String(times), expected: String(spec.repeat) })
    }
  }

  /** Moves an open loop forward in its order, and tells what was left out on the way. */
  #advance(open: OpenLoop, order: number, slot: number, segment: Segment): number {
    if (order > open.order) {
      if (open.checked < open.spec.requirements.length) this.#require(open, order, segment)
      open.order = order
    }
    const times = (open.counts[slot] as number) + 1
    open.counts[slot] = times
    return times
  }

  #require(open: OpenLoop, before: number, segment: Segment): void {
    const requirements = open.spec.requirements
    for (; open.checked < requirements.length; open.checked++) {
      const each = requirements[open.checked]
      if (each === undefined || each.order >= before) return
      if ((open.counts[each.slot] ?? 0) > 0) continue
      const loop = open.spec.id === '' ? null : open.spec.id
      if ('segments' in each) {
        const first = each.segments[0]?.id ?? ''
        this.#log.at('missing_loop', segment, { segment: first, loop: each.id, expected: `${each.id} ${each.name}` })
      } else this.#log.at('missing_segment', segment, { segment: each.id, loop, expected: each.name })
    }
  }

  #closeTo(depth: number, segment: Segment): void {
    while (this.#depth > depth) {
      const open = this.#stack[this.#depth]
      if (open !== undefined) {
        if (open.checked < open.spec.requirements.length) this.#require(open, Number.POSITIVE_INFINITY, segment)
        this.#told.closed(open.spec)
      }
      this.#depth--
    }
  }

  #push(spec: LoopSpec, depth: number): OpenLoop {
    this.#depth = depth
    const known = this.#stack[depth]
    if (known !== undefined && known.counts.length >= spec.slots) {
      known.spec = spec
      for (let slot = 0; slot < spec.slots; slot++) known.counts[slot] = 0
      known.order = 0
      known.checked = 0
      return known
    }
    const open = { spec, counts: new Uint32Array(Math.max(spec.slots, 48)), order: 0, checked: 0 }
    this.#stack[depth] = open
    return open
  }
}

/** A table has some hundred ways from one segment to the next; codes that match no list could make more. */
const mostSteps = 32

/** Where this segment belongs when it came behind the same one before. */
function knownStep(last: SegmentSpec | null, segment: Segment): Found | null {
  if (last === null) return null
  const { steps } = last
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index] as Step
    if (step.key === segment.key && step.code === codeFor(step.name, segment)) return step.found
  }
  return null
}

/** The code that tells this segment from others of its name, as a number. */
function codeFor({ qualifiedBy, byPart }: TableName, segment: Segment): number {
  if (qualifiedBy === 0) return 0
  return byPart ? segment.firstCode(qualifiedBy) : segment.code(qualifiedBy)
}

function matches(spec: SegmentSpec, code: number): boolean {
  return spec.qualifiers === null || spec.qualifierCodes.has(code)
}
