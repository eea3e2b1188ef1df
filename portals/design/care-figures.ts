import type { CareGiven } from '../../business/operations/care-given.ts'
import { sayFamily } from './say-family.ts'
import { sayPart } from './say-part.ts'

/** A figure that a plan asks for, in the words of its readers: what it is, and how it is counted. */
export type CareFigure = { name: string; how: string; say: (care: Partial<CareGiven>) => string | null }

const count = (number: number | undefined) => (number === undefined ? null : number.toLocaleString('en-US'))
const part = (one: number | undefined, whole: number | undefined) =>
  one === undefined || whole === undefined ? null : sayPart(one, whole)

/** What a network argues with, and what plans look for, each with what stands behind it; null where too few people do. */
export const careFigures: readonly { name: string; figures: readonly CareFigure[] }[] = [
  {
    name: 'What we argue with',
    figures: [
      {
        name: 'Where care reaches',
        how: 'ZIP codes in which clients were when they were seen',
        say: ({ areas }) => count(areas),
      },
      {
        name: 'How soon an appointment is had',
        how: 'days from booking to a new client’s first appointment; half waited no longer',
        say: ({ medianWaitDays }) => (medianWaitDays == null ? null : sayWait(medianWaitDays)),
      },
      {
        name: 'How clients fare',
        how: 'new clients who came again within thirty days; nobody’s scores are kept here',
        say: ({ cameAgain, thirtyDaysOver }) => part(cameAgain, thirtyDaysOver),
      },
      {
        name: 'Records in time',
        how: 'sessions confirmed, with their note, within 48 hours',
        say: ({ confirmedInTime, sessions }) => part(confirmedInTime, sessions),
      },
      {
        name: 'Claims right the first time',
        how: 'sent and never sent back or denied',
        say: ({ claimsClean, claimsSent }) => part(claimsClean, claimsSent),
      },
    ],
  },
  {
    name: 'What plans want',
    figures: [
      { name: 'Access for more people', how: 'clients who were seen', say: ({ clients }) => count(clients) },
      { name: 'New clients taken', how: 'seen for the first time', say: ({ newClients }) => count(newClients) },
      {
        name: 'A diverse network',
        how: 'professions that saw clients',
        say: ({ families }) => (families === undefined ? null : families.map(sayFamily).join(', ')),
      },
      {
        name: 'Special needs',
        how: 'sessions with a prescriber, a family, a group, or in a crisis',
        say: ({ special, sessions }) => part(special, sessions),
      },
      {
        name: 'Fewer emergency-room visits',
        how: 'crises that a clinician met; the visits themselves only a plan can count',
        say: ({ crisis }) => count(crisis),
      },
    ],
  },
]

function sayWait(days: number): string {
  if (days === 0) return 'the same day'
  return days === 1 ? 'one day' : `${days} days`
}
