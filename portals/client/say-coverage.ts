import type { Policy } from './client-contract.ts'

/** The policy that counts on a day (YYYY-MM-DD); undefined where none does. */
export function policyNow(policies: readonly Policy[], today: string): Policy | undefined {
  return policies.find(({ from, until }) => from <= today && (until === null || today < until))
}

/** The member ID, and what the insurer said about it. */
export function sayCoverage({ memberId, coverage }: Policy): string {
  const card = `Member ID ${memberId}.`
  if (coverage === 'active') return `${card} Your insurer says that it is in force.`
  if (coverage === 'inactive') return `${card} Your insurer says that it is not in force: enter your present insurance.`
  return `${card} We are asking your insurer and write to you when it has answered.`
}
