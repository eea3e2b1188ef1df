import type { ServiceCode } from '../contract.ts'

/** The first of the codes in common use whose minutes hold the session's; null when none does. */
export function suggestCode(catalogue: readonly ServiceCode[], minutes: number): ServiceCode | null {
  return catalogue.find((code) => code.common && code.minutesMin !== null && holdsMinutes(code, minutes)) ?? null
}

/** Whether a code's time rule holds the minutes; a code without one holds any. */
export function holdsMinutes({ minutesMin, minutesMax }: ServiceCode, minutes: number): boolean {
  return (minutesMin === null || minutesMin <= minutes) && (minutesMax === null || minutes <= minutesMax)
}
