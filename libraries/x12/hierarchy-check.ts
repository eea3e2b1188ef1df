import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { LoopSpec, SegmentSpec } from './loop-table.ts'
import type { Segment } from './segment.ts'

/** Checks that HL segments count from 1, name the level above, and tell truly whether levels below follow. */
export class HierarchyCheck {
  #count = 0
  #open = new Map<LoopSpec, string>()
  #before: { loop: LoopSpec; place: Place; children: string } | null = null

  check(log: FindingLog, segment: Segment, spec: SegmentSpec): void {
    this.#count++
    const number = segment.element(1)
    if (number !== String(this.#count)) {
      log.at('hierarchy_number', segment, { element: 1, value: number, expected: String(this.#count) })
      if (/^\d{1,9}$/.test(number)) this.#count = Number(number)
    }
    const above = spec.loop.parent?.parent === null ? '' : (this.#open.get(spec.loop.parent as LoopSpec) ?? '')
    const named = segment.element(2)
    if (named !== above) log.at('hierarchy_parent', segment, { element: 2, value: named, expected: above })
    this.#tellChildren(log, spec.loop)
    this.#open.set(spec.loop, number)
    this.#before = { loop: spec.loop, place: log.placeOf(segment), children: segment.element(4) }
  }

  /** The set is over: the last level has none below. */
  end(log: FindingLog): void {
    this.#tellChildren(log, null)
  }

  #tellChildren(log: FindingLog, next: LoopSpec | null): void {
    const before = this.#before
    if (before === null || before.children === '') return
    const has = next !== null && next.parent === before.loop
    if ((before.children === '1') === has) return
    log.place('hierarchy_child', before.place, { element: 4, value: before.children, expected: has ? '1' : '0' })
  }
}
