import { dateIn } from '../../libraries/calendar/index.ts'
import { type ApplicationState, applicationsSeen, papersSent, removalsSeen, requestsSeen } from '../joining/index.ts'
import type { Db, World } from '../world.ts'
import type { Waiting } from './queue-names.ts'

const nothing = { code: null, payer: null, cents: null, deadlineKind: null }

const waitsFor: Record<Exclude<ApplicationState, 'opened' | 'closed'>, { reason: string; next: string }> = {
  call_booked: { reason: 'A call is booked', next: 'Call' },
  no_call: { reason: 'The call was called off', next: 'Book a call' },
  call_passed: { reason: 'The call has passed', next: 'Quote the rates' },
  rates_told: { reason: 'Rates are told', next: 'Open the practice' },
}

/** Practices that want to join and are neither open nor closed. */
export async function joiningQueue(db: Db, world: World): Promise<Waiting[]> {
  return (await applicationsSeen(db, world)).flatMap((seen) => {
    const { application, state, consultant, callAt, sentOn, movedAt } = seen
    if (state === 'opened' || state === 'closed') return []
    const [owed] = seen.followUps
    const isDue = owed !== undefined && owed.standing !== 'ahead'
    const isCallNext = !isDue && state === 'call_booked' && callAt !== null
    return {
      ...nothing,
      ...waitsFor[state],
      ...(isDue ? { reason: owed.standing === 'overdue' ? 'Follow-up overdue' : 'Follow-up due today' } : {}),
      item: `application ${application.id}`,
      name: application.practiceName,
      detail: [sayKind[application.kind], consultant].filter((each) => each !== null).join(', '),
      since: sentOn,
      movedAt,
      deadline: isCallNext ? dateIn(callAt, world.zone) : (owed?.dueOn ?? null),
      deadlineKind: isCallNext ? 'Call' : owed === undefined ? null : 'Follow-up',
      page: { kind: 'application' as const, practiceId: null, id: application.id },
    }
  })
}

const sayKind = { solo: 'Solo practice', new_group: 'New group', solo_to_group: 'Solo becoming a group' }

/** Requests for access to a practice's office: those whose practice is to be found, and those that wait for an owner. */
export async function adminRequestQueue(db: Db, world: World): Promise<Waiting[]> {
  return (await requestsSeen(db)).flatMap(({ id, name, email, practiceTold, practiceName, state, askedAt }) => {
    if (state === 'approved' || state === 'declined') return []
    const isLookedFor = state === 'looking_for_practice'
    return {
      ...nothing,
      item: `admin_request ${id}`,
      reason: isLookedFor ? 'Find the practice' : 'Waits for the owner',
      next: isLookedFor ? 'Lay it before the owner' : null,
      name,
      detail: `${email}, ${practiceName ?? practiceTold}`,
      since: dateIn(askedAt, world.zone),
      movedAt: askedAt,
      deadline: null,
      page: { kind: 'admin_request' as const, practiceId: null, id },
    }
  })
}

const papers = {
  licence: 'License',
  malpractice: 'Malpractice certificate',
  w9: 'Form W-9',
  bank_proof: 'Proof of the bank account',
}

/** Papers of practices: those that wait to be looked at, and those that end or have ended with nothing after them. */
export async function documentQueue(db: Db, world: World): Promise<Waiting[]> {
  return (await papersSent(db, world, 'open')).flatMap((paper) => {
    const { practiceId, practiceName, kind, memberName, state, waiting, document, endsOn } = paper
    const shown = waiting ?? document
    const reason = waiting !== null ? 'Look at it' : state === 'ended' ? 'It has ended' : 'It ends'
    if (shown === null || (waiting === null && state !== 'ends_soon' && state !== 'ended')) return []
    return {
      ...nothing,
      item: `document ${shown.id}`,
      reason,
      next: waiting === null ? 'Ask for the next one' : 'Accept it or ask again',
      name: `${papers[kind]}${memberName === null ? '' : `, ${memberName}`}`,
      detail: practiceName,
      since: dateIn(shown.at, world.zone),
      movedAt: shown.at,
      deadline: waiting === null ? endsOn : null,
      deadlineKind: waiting === null ? 'Ends' : null,
      page: { kind: 'document' as const, practiceId, id: shown.id },
    }
  })
}

/** Removals of providers that a practice asked for and that are not done: what stands in the way, or that nothing does. */
export async function removalQueue(db: Db, world: World): Promise<Waiting[]> {
  return (await removalsSeen(db, world, { done: false })).flatMap((each) => {
    if (each.state === 'removed') return []
    return {
      ...nothing,
      item: `removal ${each.memberId}`,
      reason: each.state === 'possible' ? 'Nothing stands in the way' : (each.because[0] ?? 'Not possible yet'),
      next: each.state === 'possible' ? null : 'See why',
      name: each.name,
      detail: each.practiceName,
      since: dateIn(each.askedAt, world.zone),
      movedAt: each.askedAt,
      deadline: each.possibleOn,
      deadlineKind: each.possibleOn === null ? null : 'Possible',
      page: { kind: 'removal' as const, practiceId: null, id: each.memberId },
    }
  })
}
