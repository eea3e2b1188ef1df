import type { QueueName } from '../../business/operations/queue-names.ts'

/** A family of queues has one page with tabs; the rail names the family. */
export type QueueFamily = { name: string; queues: readonly QueueName[] }

export const families: readonly QueueFamily[] = [
  {
    name: 'Claims',
    queues: [
      'heldClaims',
      'filingLimitClaims',
      'rejectedClaims',
      'deniedClaims',
      'underpaidClaims',
      'silentClaims',
      'deadlineNearClaims',
    ],
  },
  { name: 'Remittances', queues: ['quarantinedRemittances', 'unmatchedRemittances'] },
  { name: 'Payouts and returns', queues: ['payoutReturns', 'heldPayouts'] },
  { name: 'Cards', queues: ['declinedCards'] },
  { name: 'Coverage', queues: ['coverageChecks'] },
  { name: 'Credentialing', queues: ['credentialRequests', 'pendingCredentials'] },
  { name: 'Expirables', queues: ['expirables'] },
  { name: 'Compliance', queues: ['complianceReviews'] },
  { name: 'Joining', queues: ['joining', 'documents'] },
  { name: 'Requests', queues: ['adminRequests', 'providerRemovals', 'deletionRequests'] },
  { name: 'Mail and troubles', queues: ['refusedMail', 'troubles'] },
]

type Words = {
  tab: string
  title: string
  /** What waits, when it is one thing; `many` has the number in words, or in figures when they are many. */
  one: (money: string) => string
  many: (count: string, money: string) => string
  empty: string
  about: string
}

const askEarlier =
  'Ask the payer for an earlier date of the credential: after the limit it may refuse, and that is our loss.'
const promised = 'Every practice is paid as promised; what is not won back is our loss.'

export const queueWords: Record<QueueName, Words> = {
  heldClaims: {
    tab: 'Held',
    title: 'Held claims',
    one: (money) => `One held claim of ${money} waits for its payer to know the clinician.`,
    many: (count, money) => `${count} held claims of ${money} wait for their payer to know the clinician.`,
    empty: 'No claim is held.',
    about: 'Claim',
  },
  filingLimitClaims: {
    tab: 'Filing limit',
    title: 'Held claims near their filing limit',
    one: (money) => `One held claim of ${money} may come too late. ${askEarlier} ${promised}`,
    many: (count, money) => `${count} held claims of ${money} may come too late. ${askEarlier} ${promised}`,
    empty: 'No held claim comes near its payer’s filing limit.',
    about: 'Claim',
  },
  rejectedClaims: {
    tab: 'Rejected',
    title: 'Rejected claims',
    one: (money) => `One rejected claim holds ${money}. Put it right and send it again.`,
    many: (count, money) => `${count} rejected claims hold ${money}. Put them right and send them again.`,
    empty: 'No claim was rejected.',
    about: 'Claim',
  },
  deniedClaims: {
    tab: 'Denied',
    title: 'Denied claims',
    one: (money) => `One denied claim holds ${money}. ${promised}`,
    many: (count, money) => `${count} denied claims hold ${money}. ${promised}`,
    empty: 'No denial waits for anybody.',
    about: 'Claim',
  },
  underpaidClaims: {
    tab: 'Underpaid',
    title: 'Underpaid claims',
    one: (money) => `One claim of ${money} was paid less than agreed. ${promised}`,
    many: (count, money) => `${count} claims of ${money} were paid less than agreed. ${promised}`,
    empty: 'Every payer paid what was agreed.',
    about: 'Claim',
  },
  silentClaims: {
    tab: 'Silent',
    title: 'Silent claims',
    one: (money) => `One claim of ${money} has no answer by the day it was due. ${promised}`,
    many: (count, money) => `${count} claims of ${money} have no answer by the day it was due. ${promised}`,
    empty: 'Every payer has answered in time.',
    about: 'Claim',
  },
  deadlineNearClaims: {
    tab: 'Deadline near',
    title: 'Claims with a deadline near',
    one: (money) => `One claim of ${money} can be filed or appealed for three weeks more, or less.`,
    many: (count, money) => `${count} claims of ${money} can be filed or appealed for three weeks more, or less.`,
    empty: 'No deadline is near.',
    about: 'Claim',
  },
  quarantinedRemittances: {
    tab: 'Quarantined',
    title: 'Quarantined remittances',
    one: (money) => `One payment of ${money} is set aside whole; nothing of it is posted.`,
    many: (count, money) => `${count} payments of ${money} are set aside whole; nothing of them is posted.`,
    empty: 'Every remittance adds up.',
    about: 'Remittance',
  },
  unmatchedRemittances: {
    tab: 'Unmatched',
    title: 'Unmatched payments',
    one: (money) => `One payment of ${money} belongs to no claim yet.`,
    many: (count, money) => `${count} payments of ${money} belong to no claim yet.`,
    empty: 'Every payment has found its claim.',
    about: 'Paid for',
  },
  payoutReturns: {
    tab: 'Bank returns',
    title: 'Bank returns',
    one: (money) => `One payout of ${money} came back, or the bank names another account.`,
    many: (count, money) => `${count} payouts of ${money} came back, or the bank names another account.`,
    empty: 'No payout came back.',
    about: 'Practice',
  },
  heldPayouts: {
    tab: 'Held pay',
    title: 'Held pay',
    one: (money) => `${money} is due to one practice and waits for something of theirs.`,
    many: (count, money) => `${money} is due to ${count} practices and waits for something of theirs.`,
    empty: 'Nobody’s pay waits.',
    about: 'Practice',
  },
  declinedCards: {
    tab: 'Declined cards',
    title: 'Declined cards',
    one: (money) => `One share of ${money} could not be collected. No practice’s pay depends on it.`,
    many: (count, money) =>
      `${count} shares, ${money} in all, could not be collected. No practice’s pay depends on them.`,
    empty: 'No card declined.',
    about: 'Client',
  },
  coverageChecks: {
    tab: 'Coverage checks',
    title: 'Coverage checks',
    one: () => 'One client gave new insurance that nobody has checked.',
    many: (count) => `${count} clients gave new insurance that nobody has checked.`,
    empty: 'Every insurance has been checked.',
    about: 'Client',
  },
  credentialRequests: {
    tab: 'Credential requests',
    title: 'Credential requests',
    one: () => 'One clinician asks to be credentialed where clients are.',
    many: (count) => `${count} clinicians ask to be credentialed where clients are.`,
    empty: 'Nobody waits for an application.',
    about: 'Clinician',
  },
  complianceReviews: {
    tab: 'Compliance reviews',
    title: 'Compliance reviews',
    one: () => 'One crisis exception waits for somebody to read the record. The pay does not wait.',
    many: (count) => `${count} crisis exceptions wait for somebody to read the record. The pay does not wait.`,
    empty: 'Every crisis record was read and is in order.',
    about: 'Session',
  },
  pendingCredentials: {
    tab: 'Under way',
    title: 'Credentials under way',
    one: () => 'One credential waits for its payer: to be granted, or to be known in its system.',
    many: (count) => `${count} credentials wait for their payer: to be granted, or to be known in its system.`,
    empty: 'Every credential is granted and known to its payer.',
    about: 'Clinician',
  },
  expirables: {
    tab: 'Ends',
    title: 'Licenses and credentials that end',
    one: () => 'One license or credential ends, or has ended, and nothing follows it yet.',
    many: (count) => `${count} licenses and credentials end, or have ended, and nothing follows them yet.`,
    empty: 'Nothing ends within the days in which it is told.',
    about: 'Clinician',
  },
  joining: {
    tab: 'Joining',
    title: 'Joining',
    one: () => 'One practice wants to join: call them, tell them their rates, and open it.',
    many: (count) => `${count} practices want to join: call them, tell them their rates, and open them.`,
    empty: 'Nobody waits to join.',
    about: 'Practice',
  },
  documents: {
    tab: 'Papers',
    title: 'Papers of practices',
    one: () => 'One paper waits to be looked at, or ends with nothing after it.',
    many: (count) => `${count} papers wait to be looked at, or end with nothing after them.`,
    empty: 'Every paper was looked at, and none ends soon.',
    about: 'Paper',
  },
  adminRequests: {
    tab: 'Access',
    title: 'Requests for access',
    one: () => 'One person asks to work in a practice’s office. Find the practice; its owner decides.',
    many: (count) => `${count} people ask to work in a practice’s office. Find the practice; its owner decides.`,
    empty: 'Nobody asks for access.',
    about: 'Who asks',
  },
  providerRemovals: {
    tab: 'Removal',
    title: 'Removals of providers',
    one: () => 'One removal is asked for. The practice sends the form as soon as nothing stands in the way.',
    many: (count) =>
      `${count} removals are asked for. The practice sends the form as soon as nothing stands in the way.`,
    empty: 'No practice waits for a removal.',
    about: 'Provider',
  },
  deletionRequests: {
    tab: 'Deletion',
    title: 'Requests for deletion',
    one: () => 'One request for deletion waits. One person says yes, another carries it out.',
    many: (count) => `${count} requests for deletion wait. One person says yes, another carries it out.`,
    empty: 'Nobody waits for a deletion.',
    about: 'Who asks',
  },
  refusedMail: {
    tab: 'Refused mail',
    title: 'Refused mail',
    one: () => 'One letter could not be delivered.',
    many: (count) => `${count} letters could not be delivered.`,
    empty: 'Every letter was taken.',
    about: 'Addressee',
  },
  troubles: {
    tab: 'Troubles',
    title: 'Troubles',
    one: () => 'Once in two weeks a job could not do its work; what it could not do waits and is tried again.',
    many: (count) =>
      `${count} times in two weeks a job could not do its work; what it could not do waits and is tried again.`,
    empty: 'Every job did its work.',
    about: 'Job',
  },
}

export function isQueueName(name: string): name is QueueName {
  return Object.hasOwn(queueWords, name)
}

export function familyOf(queue: QueueName): QueueFamily {
  const family = families.find(({ queues }) => queues.includes(queue))
  if (family === undefined) throw new Error(`no family has the queue ${queue}`)
  return family
}
