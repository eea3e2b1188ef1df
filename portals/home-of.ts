import type { Me } from './contract.ts'

/** The door behind which somebody works: the operator's staff at operations, members of a practice at their first one, clients at theirs. */
export function homeOf(me: Me): string {
  const practice = me.memberships.find((membership) => membership.kind !== 'operator')
  if (practice) return `/practice/${practice.practiceId}`
  return me.memberships.length > 0 ? '/operations' : '/client'
}
