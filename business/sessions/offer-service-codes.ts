import { type CalendarDate, holds } from '../../libraries/calendar/index.ts'
import { type ServiceCode, worksAs } from './service-code.ts'
import { isInCommonUse } from './service-rules.ts'

export type OfferedCode = Pick<
  ServiceCode,
  'code' | 'label' | 'category' | 'minutesMin' | 'minutesMax' | 'minutesTypical'
> & { common: boolean }

/** The codes in force on a day; in common use are those that most sessions are and that the licence family may use. */
export function offerServiceCodes(
  catalogue: readonly ServiceCode[],
  on: CalendarDate,
  family: string | null,
): OfferedCode[] {
  const uses = family === null ? null : worksAs(family)
  return catalogue
    .filter((row) => holds(row, on))
    .map(({ code, label, category, minutesMin, minutesMax, minutesTypical, who }) => ({
      code,
      label,
      category,
      minutesMin,
      minutesMax,
      minutesTypical,
      common: isInCommonUse(code) && (uses === null || who.some((word) => uses.as.includes(word))),
    }))
}
