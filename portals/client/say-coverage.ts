import type { SayAccount } from './account-words.ts'
import type { Policy } from './client-contract.ts'

/** The policy that counts on a day (YYYY-MM-DD); undefined where none does. */
export function policyNow(policies: readonly Policy[], today: string): Policy | undefined {
  return policies.find(({ from, until }) => from <= today && (until === null || today < until))
}

const words = {
  active: 'coverageActive',
  inactive: 'coverageInactive',
  unverified: 'coverageUnverified',
} as const

/** The member ID, and what the insurer said about it. */
export function sayCoverage(say: SayAccount, { memberId, coverage }: Policy): string {
  return say(words[coverage], { memberId })
}
