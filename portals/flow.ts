import { test } from 'vitest'
import type { FlowHouse } from './flow-house.ts'
import { type Walk, type Walker, walkAlong } from './walker.ts'

const everyWalk: Walk[] = (['mouse', 'keyboard'] as const).flatMap((hand) =>
  (['light', 'dark'] as const).flatMap((scheme) => ([1440, 390] as const).map((width) => ({ hand, scheme, width }))),
)

// Two walks that differ in everything see each hand, scheme and width once; `npm run flows` walks all eight.
const shortRun = everyWalk.filter(
  ({ hand, scheme, width }) =>
    (hand === 'mouse' && scheme === 'light' && width === 1440) ||
    (hand === 'keyboard' && scheme === 'dark' && width === 390),
)

export const walks: readonly Walk[] = process.env.EVENKEEL_FLOWS === 'all' ? everyWalk : shortRun

/**
 * A flow of the portals as a test: walked by mouse and by keyboard, light and dark, on a desktop's width and a phone's. All
 * walks share the house, so a flow takes what no other walk has taken: `turn` counts them.
 */
export function flow(
  title: string,
  house: () => FlowHouse,
  steps: (walker: Walker, turn: number) => Promise<void>,
): void {
  for (const [turn, walk] of walks.entries()) {
    const { hand, scheme, width } = walk
    test(
      `${title} (${hand}, ${scheme}, ${width} px)`,
      () => walkAlong(house(), walk, (walker) => steps(walker, turn)),
      300_000,
    )
  }
}
