import type { Composer } from './composer.ts'
import type { ClaimStatus } from './model-acknowledgement.ts'
import { dayToText } from './render.ts'

/** STC: one status of a claim, line, provider or batch. */
export function writeStatus(to: Composer, status: ClaimStatus): void {
  const [first, second, third] = status.codes.map((each) => [each.category, each.status, each.entity, each.list])
  to.add(
    ...(['STC', first, dayToText(status.effectiveOn), status.action, status.chargeCents] as const),
    ...([status.paidCents, dayToText(status.paidOn ?? ''), undefined, dayToText(status.checkDate ?? '')] as const),
    ...([status.checkNumber, second, third, status.message] as const),
  )
}
