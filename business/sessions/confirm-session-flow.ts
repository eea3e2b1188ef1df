import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { holdSubject, recordPosting } from '../ledger/index.ts'
import { postConfirmed, type SessionWorth } from '../ledger/post-session.ts'
import { opposite } from '../ledger/transfer.ts'
import type { Db, Who, World } from '../world.ts'
import { openReview, recordCrisis } from './compliance-review-store.ts'
import { type Confirmation, confirmationsOf, recordConfirmation } from './confirmation-store.ts'
import { contractStates } from './contract-states.ts'
import { isClosed } from './editable-until-flow.ts'
import { notesOf, recordNote } from './note-store.ts'
import { type PlannedSession, type Session, sessionById } from './session-store.ts'
import { voidOf } from './void-store.ts'
import { weighConfirmation } from './weigh-confirmation-flow.ts'
import type { ConfirmationInput, Refused, Weighed } from './weighed.ts'

export type Confirmed =
  | { kind: 'confirmed'; confirmation: Confirmation }
  | { kind: 'refused'; refusals: Refused[]; weighed: Weighed | null }

/** What would come of a confirmation or correction: its refusals are those of the page's live answer and of the deed. */
export type Judged = { refusals: Refused[]; weighed: Weighed | null; versions: Confirmation[] }

export async function judgeConfirmation(
  db: Db,
  world: World,
  asked: Session,
  input: ConfirmationInput,
): Promise<Judged> {
  // The times that count are those of the plan as it stands now, whatever the one who asks had read.
  const session = (await sessionById(db, asked.practiceId, asked.id)) ?? asked
  const standing = await refuseStanding(db, world, session)
  if (standing !== null) return { refusals: [standing], weighed: null, versions: [] }
  const weighed = await weighConfirmation(db, world, session, input)
  const versions = await confirmationsOf(db, session.practiceId, session.id)
  const [first] = versions
  if (first === undefined) return { refusals: weighed.refusals, weighed, versions }
  // A correction keeps the window of the first confirmation, and of what was confirmed in time it is not late itself.
  weighed.payOn = first.payOn
  return { refusals: weighed.refusals.filter(({ code }) => code !== 'confirmation_too_late'), weighed, versions }
}

/**
 * Confirms a session, or corrects its confirmation while it is not locked: weighs, records, signs the note and books what
 * everyone is owed, in the caller's transaction. A correction keeps the window of the first confirmation.
 */
export async function confirmSession(
  db: Db,
  world: World,
  who: Pick<Who, 'userId'>,
  session: Session,
  input: ConfirmationInput & { note: string | null },
): Promise<Confirmed> {
  await holdSubject(db, session.id)
  const { refusals: found, weighed, versions } = await judgeConfirmation(db, world, session, input)
  if (weighed === null) return { kind: 'refused', refusals: found, weighed }
  const noted = (await notesOf(db, session.practiceId, session.id)).length > 0
  const refusals = [...found, ...refuseNote(input.note, noted)]
  const draft = draftOf(session, weighed)
  if (refusals.length > 0 || draft === null) return { kind: 'refused', refusals, weighed }

  const at = world.clock.now()
  const confirmation: Confirmation = {
    ...draft,
    id: world.ids.next(),
    version: versions.length + 1,
    confirmedAt: at,
    confirmedOn: dateIn(at, world.zone),
    confirmedBy: who.userId,
  }
  await recordConfirmation(db, confirmation)
  await keepCrisis(db, world, confirmation, weighed)
  world.witness('confirmation-recorded')
  await signNote(db, world, who, session, input.note, noted)
  await book(db, world, who, confirmation, versions.at(-1) ?? null)
  world.witness('confirmation-posted')
  return { kind: 'confirmed', confirmation }
}

/** Keeps what was written of a crisis; an exception waits for a person's eyes from now on, and its pay does not. */
async function keepCrisis(
  db: Db,
  world: World,
  { practiceId, id: confirmationId, sessionId, answer, confirmedAt: at }: Confirmation,
  { crisis }: Weighed,
): Promise<void> {
  if (crisis !== null) await recordCrisis(db, { ...crisis, practiceId, confirmationId })
  if (answer.review) await openReview(db, { practiceId, id: world.ids.next(), sessionId, confirmationId, at })
}

async function refuseStanding(
  db: Db,
  world: World,
  session: Session & { cancellation?: PlannedSession['cancellation'] },
): Promise<Refused | null> {
  if (session.cancellation != null) {
    const words =
      session.cancellation.kind === 'no_show'
        ? 'The client did not come to this session, so there is nothing to confirm.'
        : 'This session was cancelled, so there is nothing to confirm. If you met after all, add the session anew.'
    return { code: 'session_cancelled', field: 'session', words }
  }
  if ((await voidOf(db, session.practiceId, session.id)) !== null) {
    return { code: 'session_voided', field: 'session', words: 'This session was marked as not having happened.' }
  }
  if (!(await isClosed(db, world, session))) return null
  const words = 'The 48 hours for your own corrections are over and the claim is on its way. Ask us to correct it.'
  return { code: 'session_locked', field: 'session', words }
}

function refuseNote(note: string | null, noted: boolean): Refused[] {
  if (noted || (note !== null && note.trim() !== '')) return []
  return [{ code: 'note_missing', field: 'note', words: 'Write and sign a short note; the claim rests on it.' }]
}

type Draft = Omit<Confirmation, 'id' | 'version' | 'confirmedAt' | 'confirmedOn' | 'confirmedBy'>

/** What would be recorded; null as long as something of it is unknown, and then a refusal says what. */
function draftOf(session: Session, weighed: Weighed): Draft | null {
  const { people, location, answer, facts, pricing, contract, payOn, serviceOn, startedAt, stoppedAt } = weighed
  if (people === null || location === null || answer === null || facts === null || contract === null) return null
  if (payOn === null || serviceOn === null || startedAt === null || stoppedAt === null) return null
  if (answer.method === null || answer.claimTo === null || pricing?.kind !== 'priced') return null
  if (weighed.client === null || weighed.place === null || location.street === null) return null
  const { patient, policy, plan } = people
  return {
    practiceId: session.practiceId,
    sessionId: session.id,
    payOn,
    serviceOn,
    startedAt,
    stoppedAt,
    modality: facts.session.modality,
    placeOfService: weighed.place,
    diagnoses: [...weighed.diagnoses],
    codes: pricing.lines.map((line) => ({ ...line, modifiers: [...line.modifiers] })),
    location: {
      id: location.id,
      label: location.label,
      street: location.street,
      city: location.city ?? '',
      state: location.state,
      zip: location.zip ?? '',
      countyFips: location.countyFips,
    },
    patient: patientOf(patient),
    policy: { id: policy.id, memberId: policy.memberId, groupNumber: policy.groupNumber, copay: policy.copay },
    planId: plan.id,
    payerId: contract.payerId,
    contractId: contract.id,
    billingEntityId: contract.billingEntityId,
    method: answer.method,
    claimTo: answer.claimTo,
    held: answer.outcome === 'billable_held',
    heldUntil: payerReadyOf(weighed),
    payer: pricing.payer,
    provider: pricing.provider,
    client: weighed.client,
    facts,
    answer,
    areasEdition: weighed.areasEdition,
  }
}

function patientOf(patient: NonNullable<Weighed['people']>['patient']): Confirmation['patient'] {
  const { personId, givenName, familyName, dateOfBirth, sex, street, city, state, zip } = patient
  return { personId, givenName, familyName, dateOfBirth, sex, street, city, state, zip }
}

/** The day from which the payer takes this clinician's claims, where it is known and still to come. */
function payerReadyOf({ answer, facts, location }: Weighed): CalendarDate | null {
  if (answer?.outcome !== 'billable_held' || facts === null || location === null) return null
  const states = contractStates(answer, facts, location.state)
  const days = facts.provider.credentials
    .filter(({ network, state, status }) => network === answer.claimTo && states.includes(state) && status === 'active')
    .flatMap(({ payerReady }) => (payerReady === null ? [] : [payerReady]))
  return days.sort()[0] ?? null
}

async function signNote(
  db: Db,
  world: World,
  who: Pick<Who, 'userId'>,
  session: Session,
  note: string | null,
  noted: boolean,
): Promise<void> {
  if (note === null || note.trim() === '') return
  await recordNote(db, {
    practiceId: session.practiceId,
    sessionId: session.id,
    id: world.ids.next(),
    kind: noted ? 'addendum' : 'note',
    body: note,
    signedAt: world.clock.now(),
    signedBy: who.userId,
  })
}

/** What a confirmation is worth, as the books take it. */
export function worthOf(confirmation: Confirmation): SessionWorth {
  const { sessionId, payerId, payer, client, provider } = confirmation
  return { sessionId, payerId, payer, client, provider }
}

async function book(
  db: Db,
  world: World,
  who: Pick<Who, 'userId'>,
  confirmation: Confirmation,
  former: Confirmation | null,
): Promise<void> {
  const undone = former === null ? [] : opposite(postConfirmed(worthOf(former)))
  await recordPosting(db, {
    practiceId: confirmation.practiceId,
    id: world.ids.next(),
    key: `confirmation:${confirmation.id}`,
    kind: former === null ? 'confirmed' : 'corrected',
    cause: 'practice',
    subject: confirmation.sessionId,
    effectiveOn: confirmation.confirmedOn,
    payOn: confirmation.payOn,
    at: confirmation.confirmedAt,
    by: who.userId,
    transfers: [...undone, ...postConfirmed(worthOf(confirmation))],
  })
}

/** Takes back what an unlocked confirmation booked: the session did not happen. The session itself stays, marked so. */
export async function bookVoid(
  db: Db,
  world: World,
  who: Pick<Who, 'userId'>,
  confirmation: Confirmation,
  at: Instant,
): Promise<void> {
  await recordPosting(db, {
    practiceId: confirmation.practiceId,
    id: world.ids.next(),
    key: `void:${confirmation.sessionId}`,
    kind: 'voided',
    cause: 'practice',
    subject: confirmation.sessionId,
    effectiveOn: dateIn(at, world.zone),
    payOn: confirmation.payOn,
    at,
    by: who.userId,
    transfers: opposite(postConfirmed(worthOf(confirmation))),
  })
}
