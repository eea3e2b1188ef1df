import { dateIn } from '../../libraries/calendar/index.ts'
import { type ApplicationState, applicationsSeen, requestsSeen } from '../joining/index.ts'
import type { Db, World } from '../world.ts'
import type { Waiting } from './queue-names.ts'

const nothing = { code: null, payer: null, cents: null, deadlineKind: null }

const waitsFor: Record<Exclude<ApplicationState, 'opened' | 'closed'>, { reason: string; next: string }> = {
  call_booked: { reason: 'A call is booked', next: 'Call' },
  call_passed: { reason: 'The call has passed', next: 'Quote the rates' },
  rates_told: { reason: 'Rates are told', next: 'Open the practice' },
}

/** Practices that want to join and are neither open nor closed. */
export async function joiningQueue(db: Db, world: World): Promise<Waiting[]> {
  return (await applicationsSeen(db, world)).flatMap(({ application, state, consultant, callAt, sentOn, movedAt }) => {
    if (state === 'opened' || state === 'closed') return []
    return {
      ...nothing,
      ...waitsFor[state],
      item: `application ${application.id}`,
      name: application.practiceName,
      detail: [sayKind[application.kind], consultant].filter((each) => each !== null).join(', '),
      since: sentOn,
      movedAt,
      deadline: state === 'call_booked' && callAt !== null ? dateIn(callAt, world.zone) : null,
      deadlineKind: state === 'call_booked' ? 'Call' : null,
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
