import { test } from 'vitest'
import { type Walk, type Walked, type Walker, walkAlong } from './walker.ts'

const everyWalk: Walk[] = (['mouse', 'keyboard'] as const).flatMap((hand) =>
  (['light', 'dark'] as const).flatMap((scheme) => ([1440, 390] as const).map((width) => ({ hand, scheme, width }))),
)

const all = process.env.EVENKEEL_FLOWS === 'all'

// In the suite a flow is walked once, by turns in two ways that differ in everything; `npm run flows` walks all eight.
const byTurns = everyWalk.filter(
  ({ hand, scheme, width }) =>
    (hand === 'mouse' && scheme === 'light' && width === 1440) ||
    (hand === 'keyboard' && scheme === 'dark' && width === 390),
)

/** How often each flow is walked. */
export const walksOfEach = all ? everyWalk.length : 1

let declared = 0
const walksOfNext = (): readonly Walk[] => (all ? everyWalk : byTurns.slice(declared++ % 2).slice(0, 1))

/**
 * A flow of the portals as a test: walked by mouse or by keyboard, light or dark, on a desktop's width or a phone's. All
 * walks share the house, so a flow takes what no other walk has taken: `turn` counts them. `mayBeSaid` is what the browser
 * says by itself where a flow takes the connection away or lets a session end.
 */
export function flow(
  title: string,
  house: () => Walked,
  steps: (walker: Walker, turn: number) => Promise<void>,
  mayBeSaid?: RegExp,
): void {
  for (const [turn, walk] of walksOfNext().entries()) {
    const { hand, scheme, width } = walk
    test(
      `${title} (${hand}, ${scheme}, ${width} px)`,
      () => walkAlong(house(), walk, (walker) => steps(walker, turn), mayBeSaid),
      300_000,
    )
  }
}
