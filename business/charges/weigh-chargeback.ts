import { type Cents, formatCents, minus, zero } from '../../libraries/money/index.ts'

/** One payment by card: what it collected, what went back to the card, and what the client's bank took back of it. */
export type CardPayment = { captured: Cents; refunded: Cents; takenBack: Cents }

export type ChargebackRefusal = { code: (typeof chargebackRefusals)[number]; words: string }

export const chargebackRefusals = ['chargeback_of_nothing', 'chargeback_too_much'] as const

/** What a client's bank could still take back of a payment; it may take what was refunded, too. */
export function mostTakenBack({ captured, takenBack }: CardPayment): Cents {
  return minus(captured, takenBack)
}

/** Whether a chargeback of so much can be of this payment, and why not; null: it can. */
export function weighChargeback(payment: CardPayment, taken: Cents): ChargebackRefusal | null {
  const most = mostTakenBack(payment)
  if (most <= zero) {
    const words = 'All of this payment was taken back already. Look for the payment that the processor’s notice means.'
    return { code: 'chargeback_of_nothing', words }
  }
  if (taken <= most) return null
  const words = `At most ${formatCents(most)} of this payment can have been taken back. Compare the amount with the processor’s notice.`
  return { code: 'chargeback_too_much', words }
}
