import type { Deed } from '../world.ts'
import { materialiseAll, nextMaterialised } from './materialise-series-flow.ts'

/** The dates of weekly series become sessions as far ahead as the horizon reaches. */
export const planSeries: Deed = { name: 'plan-series', run: materialiseAll, nextDue: nextMaterialised }
