import type { Cents } from '../../libraries/money/index.ts'

/** Something that must hold and does not: which rule, where, and by how much. */
export type Fault = {
  invariant: 1 | 2 | 3 | 4 | 5 | 6
  book: string
  where: string
  words: string
  difference: Cents | null
}
