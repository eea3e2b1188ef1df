import type { CareGiven } from './care-given.ts'

/**
 * No figure is given to anyone that ten or fewer people stand behind (CMS cell size suppression policy: no cell of 1 to
 * 10, read 2026-03-02), nor one that a practice could take its own part from and learn another's.
 */
const fewest = { clients: 11, practices: 2 }

export function hideFew(care: CareGiven, { practices }: { practices: number }): Partial<CareGiven> | null {
  if (care.clients < fewest.clients || practices < fewest.practices) return null
  const { newClients, thirtyDaysOver, cameAgain, medianWaitDays, crisis, special, ...rest } = care
  const isMany = (people: number) => people === 0 || people >= fewest.clients
  return {
    ...rest,
    ...(isMany(crisis) ? { crisis } : {}),
    ...(isMany(special) ? { special } : {}),
    ...(isMany(newClients) ? { newClients, medianWaitDays } : {}),
    ...(isMany(thirtyDaysOver) && isMany(cameAgain) && isMany(thirtyDaysOver - cameAgain)
      ? { thirtyDaysOver, cameAgain }
      : {}),
  }
}
