import type { ClaimPayment } from '../../libraries/x12/model-remittance.ts'

/** Whether a claim of an 835 is paid what is charged less its adjustments, line by line and as a whole (005010X221A1, 1.10.2.1). */
export function doAmountsAddUp({ chargeCents, paidCents, adjustments, lines }: ClaimPayment): boolean {
  const ofLines = lines.flatMap((line) => line.adjustments)
  const isWhole = chargeCents - total([...adjustments, ...ofLines]) === paidCents
  const areLines = lines.every((line) => line.chargeCents - total(line.adjustments) === line.paidCents)
  const charges = lines.reduce((sum, line) => sum + line.chargeCents, 0)
  return isWhole && areLines && (lines.length === 0 || charges === chargeCents)
}

function total(adjustments: readonly { cents: number }[]): number {
  return adjustments.reduce((sum, { cents }) => sum + cents, 0)
}
