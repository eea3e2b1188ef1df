import { explainAcknowledgement } from '../claims/explain-acknowledgement.ts'
import reasons from './data/adjustment-reasons.json' with { type: 'json' }

const meanings = new Map(reasons.codes.map(({ code, meaning }) => [code, meaning]))

/** A payer's reason as "CO 50: what it means", an acknowledgement's as "A2:20: …"; a code that nobody knows as it is. */
export function explainCode(code: string): string {
  const [group, reason] = code.split(' ')
  const isAdjustment = group !== undefined && reason !== undefined
  const meaning = isAdjustment ? explainAdjustment(reason) : explainAcknowledgement(code)
  return meaning === null ? code : `${code}: ${meaning}`
}

/** What an adjustment reason of an 835 (CAS02, X12 005010X221A1) means, in our words; null where we do not know it. */
export function explainAdjustment(reason: string): string | null {
  return meanings.get(reason) ?? null
}
