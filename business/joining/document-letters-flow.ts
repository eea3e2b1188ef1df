import { asOperations } from '../../database/act-as.ts'
import { addDays, dateIn, dateInWords, earliest, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import type { Db, World } from '../world.ts'
import { owners, type PaperStanding, papersStanding } from './document-flow.ts'
import { endLetterDue } from './document-standing.ts'
import { documentLetters, recordDocumentLetter } from './document-store.ts'
import { documentLetter } from './joining-letters.ts'
import { sayDocument } from './say-document.ts'

const letterTime = '08:00'

/** Writes to owners before a paper of their practice ends: each letter once, none while its successor is with us. */
export async function tellOfDocuments(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  const today = dateIn(now, world.zone)
  if (now < instantAt(today, letterTime, world.zone)) return 0
  return asOperations(db, { user: null, now }, async (tx) => {
    const had = await documentLetters(tx)
    let sent = 0
    for (const paper of endingPapers(await papersStanding(tx, world))) {
      const days = endLetterDue(paper.endsOn, paper.warnDays, today)
      if (days === null || had.has(`${paper.documentId} ${days}`)) continue
      const { practiceId, documentId } = paper
      if (!(await recordDocumentLetter(tx, { practiceId, documentId, days, at: now }))) continue
      const letter = documentLetter(
        { kind: 'ends', on: dateInWords(paper.endsOn) },
        { what: sayDocument(paper.kind), link: world.links.to(`/practice/${practiceId}/start`) },
      )
      for (const to of await owners(tx, practiceId, paper.memberId)) {
        await world.mail.post(tx, { practiceId, to, ...letter, about: `document ${documentId}` })
      }
      sent += 1
    }
    return sent
  })
}

/** The next morning on which such a letter is due, as the papers stand. */
export async function nextTellOfDocuments(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const mornings = endingPapers(await papersStanding(tx, world))
      .flatMap(({ endsOn, warnDays }) =>
        warnDays.map((days) => instantAt(addDays(endsOn, -days), letterTime, world.zone)),
      )
      .filter((morning) => morning > now)
    const [first, ...others] = mornings
    return first === undefined ? null : earliest(first, ...others)
  })
}

function endingPapers(papers: readonly PaperStanding[]) {
  return papers.flatMap((paper) => {
    const { endsOn, state, waiting, document } = paper
    const stands = state === 'accepted' || state === 'ends_soon'
    if (!stands || endsOn === null || waiting !== null || document === null) return []
    return [{ ...paper, endsOn, documentId: document.id }]
  })
}
