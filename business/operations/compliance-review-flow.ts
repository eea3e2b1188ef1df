import { dateIn, dateInWords } from '../../libraries/calendar/index.ts'
import { addressLine, peopleByIds, personById } from '../clients/index.ts'
import { stateName } from '../coverage/service-areas.ts'
import { membersOf, practiceById, practicesAll } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import {
  confirmationInForce,
  crisisRecordOf,
  notesOf,
  type Review,
  type ReviewFinding,
  recordReviewDecision,
  reviewDecisionsOf,
  reviewsOf,
} from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { abbreviateName } from './abbreviate-name.ts'
import type { Waiting } from './queue-names.ts'
import type { ReviewPage } from './review-page.ts'
import { recordOpening } from './work-store.ts'

/** Crisis exceptions that nobody has found in order yet: new ones, and those from which something must follow. */
export async function complianceQueue(db: Db, world: World): Promise<Waiting[]> {
  const open = (await reviewsOf(db, null)).filter(({ decision }) => decision?.finding !== 'in_order')
  const people = await peopleByIds(db, [...new Set(open.map(({ personId }) => personId))])
  const names = new Map(people.map((person) => [person.personId, abbreviateName(person)]))
  const practices = new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name]))
  return open.map(({ id, practiceId, sessionId, personId, state, startsAt, openedAt, decision }) => ({
    item: `review ${id}`,
    reason: decision === null ? 'Crisis exception' : 'Follow-up needed',
    code: null,
    name: names.get(personId) ?? 'A client',
    detail: `${practices.get(practiceId) ?? ''}, ${dateInWords(dateIn(startsAt, world.zone))}, in ${stateName(state)}`,
    payer: null,
    cents: null,
    since: dateIn(openedAt, world.zone),
    movedAt: decision?.at ?? openedAt,
    deadline: null,
    deadlineKind: null,
    next: 'Review the record',
    page: { kind: 'session' as const, practiceId, id: sessionId },
  }))
}

const why = 'Compliance review of a crisis exception'

/** What a reviewer reads; whoever reads it has opened the client's record, for this reason. */
export async function reviewPage(
  db: Db,
  world: World,
  who: Who,
  asked: { practiceId: string; reviewId: string },
): Promise<{ page: ReviewPage; personId: string; reason: string }> {
  const review = await reviewOf(db, asked)
  const { practiceId, sessionId, personId } = review
  const confirmation = await confirmationInForce(db, practiceId, sessionId)
  const person = await personById(db, personId)
  const practice = await practiceById(db, practiceId)
  if (confirmation === null || person === null || practice === null) throw noSuchReview()
  const at = world.clock.now()
  const on = dateIn(at, world.zone)
  await recordOpening(db, { practiceId: world.operator, userId: who.userId, personId, on, reason: why, at })
  const clinician = (await membersOf(db, practiceId)).find(({ id }) => id === review.memberId)
  const staff = new Map((await membersOf(db, world.operator)).map(({ userId, name }) => [userId, name]))
  const note = (await notesOf(db, practiceId, sessionId)).find(({ kind }) => kind === 'note')
  const decisions = await reviewDecisionsOf(db, practiceId, review.id)
  const page = {
    practiceId,
    practice: practice.name,
    reviewId: review.id,
    sessionId,
    client: abbreviateName(person),
    clinician: clinician?.name ?? 'A former member',
    serviceOn: confirmation.serviceOn,
    startsAt: confirmation.startedAt,
    stoppedAt: confirmation.stoppedAt,
    stateName: stateName(confirmation.location.state),
    address: addressLine(confirmation.location),
    codes: confirmation.codes.map(({ code }) => code),
    openedAt: review.openedAt,
    record: await crisisRecordOf(db, practiceId, confirmation.id),
    note: note?.body ?? null,
    decisions: decisions.map((one) => ({ ...one, by: staff.get(one.by) ?? 'The operator' })),
  }
  return { page, personId, reason: why }
}

/** A reviewer's word, beside those before it. What must follow is said in words, for the practice reads them. */
export async function decideReview(
  db: Db,
  world: World,
  who: Who,
  { finding, words, ...asked }: { practiceId: string; reviewId: string; finding: ReviewFinding; words: string | null },
): Promise<{ id: string; personId: string; reason: string }> {
  const review = await reviewOf(db, asked)
  const said = words?.trim() ?? ''
  if (finding === 'follow_up' && said === '') throw wordsMissing()
  const id = world.ids.next()
  await recordReviewDecision(db, {
    practiceId: review.practiceId,
    id,
    reviewId: review.id,
    finding,
    words: said === '' ? null : said,
    at: world.clock.now(),
    by: who.userId,
  })
  return { id, personId: review.personId, reason: why }
}

async function reviewOf(db: Db, { practiceId, reviewId }: { practiceId: string; reviewId: string }): Promise<Review> {
  const [review] = await reviewsOf(db, { practiceId, id: reviewId })
  if (review === undefined) throw noSuchReview()
  return review
}

function noSuchReview(): Refusal {
  const detail = 'There is no such review any more: the session was corrected, or did not take place.'
  return new Refusal({ status: 404, code: 'review_not_found', detail })
}

function wordsMissing(): Refusal {
  const words = 'Say in a few words what must follow; the practice reads them.'
  const because = [{ code: 'words_missing', field: 'words', words }]
  return new Refusal({ status: 422, code: 'words_missing', detail: `${words} Nothing was recorded.`, because })
}
