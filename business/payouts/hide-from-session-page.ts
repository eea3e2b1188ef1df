import type { Who } from '../world.ts'
import type { SessionPage } from './describe-session-page.ts'
import type { StepKind } from './session-timeline.ts'

// The steps that tell of no money.
const plainSteps: ReadonlySet<StepKind> = new Set(['seen', 'confirmed', 'voided', 'cancelled'])

/** A session's page without what the one who looks may not read: the note, what was diagnosed, and money. */
export function hideFromSessionPage(who: Pick<Who, 'memberId' | 'may'>, page: SessionPage): SessionPage {
  const reaches = (reach: 'none' | 'own' | 'all') =>
    reach === 'all' || (reach === 'own' && page.memberId === who.memberId)
  const readsNotes = reaches(who.may.notes)
  const seesMoney = reaches(who.may.money)
  const review = page.review === null ? null : { ...page.review, words: null }
  const clinical = readsNotes ? page : { ...page, note: null, crisis: null, review }
  if (seesMoney) return clinical
  const { confirmation, timeline, lastTime } = clinical
  return {
    ...clinical,
    providerCents: null,
    claimStatus: null,
    money: null,
    timeline: timeline.filter(({ kind }) => plainSteps.has(kind)),
    confirmation:
      confirmation === null
        ? null
        : {
            ...confirmation,
            payerCents: null,
            providerCents: null,
            clientCents: null,
            // What was diagnosed and done is for whoever treats, reads the notes, or bills.
            ...(readsNotes ? {} : { diagnoses: [], codes: [] }),
          },
    ...(readsNotes
      ? {}
      : { lastDiagnoses: [], lastTime: lastTime === null ? null : { ...lastTime, diagnoses: [], codes: [] } }),
  }
}
