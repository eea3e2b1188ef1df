import type { ServiceCode } from '../contract.ts'

/** The first of the codes in common use whose minutes hold the session's; null when none does. */
export function suggestCode(catalogue: readonly ServiceCode[], minutes: number): ServiceCode | null {
  const holds = ({ minutesMin, minutesMax }: ServiceCode) =>
    minutesMin !== null && minutesMin <= minutes && (minutesMax === null || minutes <= minutesMax)
  return catalogue.find((code) => code.common && holds(code)) ?? null
}
