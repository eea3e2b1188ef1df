import type { Deed } from '../world.ts'
import { absorbDue, nextAbsorptionDue } from './absorb-flow.ts'
import { takeClearinghouseFiles } from './take-clearinghouse-files-flow.ts'

export const takeFromClearinghouse: Deed = {
  name: 'take-clearinghouse-files',
  run: takeClearinghouseFiles,
  workComesFrom: 'clearinghouse',
}

export const absorb: Deed = { name: 'absorb-what-is-due', run: absorbDue, nextDue: nextAbsorptionDue }
