import type { WorkingBlock } from './working-hours-on.ts'

export type WeekRefusal = { code: 'hours_overlap' | 'hours_end_before_start'; field: string; words: string }

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Whether weekly hours can stand as they were entered: each block ends after it starts, and no two overlap. */
export function checkWorkingWeek(blocks: readonly WorkingBlock[]): WeekRefusal[] {
  const refusals: WeekRefusal[] = []
  for (const [weekday, ofDay] of Map.groupBy(blocks, (block) => block.weekday)) {
    const day = days[weekday - 1] ?? ''
    const field = `blocks.${weekday}`
    for (const { starts, stops } of ofDay) {
      if (stops > starts) continue
      const words = `On ${day} the hours from ${starts} end at ${stops}, which is not later.`
      refusals.push({ code: 'hours_end_before_start', field, words })
    }
    const inOrder = ofDay.toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
    for (const [index, block] of inOrder.entries()) {
      const next = inOrder[index + 1]
      if (next === undefined || block.stops <= next.starts) continue
      const words = `On ${day} the hours from ${block.starts} to ${block.stops} overlap those from ${next.starts}.`
      refusals.push({ code: 'hours_overlap', field, words })
    }
  }
  return refusals
}
