import type { Deed } from '../business/world.ts'

/** What falls due, in the order in which it is done. */
export const deeds: readonly Deed[] = []
