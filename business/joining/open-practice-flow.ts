import { addHours, dateIn, dateInWords } from '../../libraries/calendar/index.ts'
import { isNpi } from '../../libraries/npi/index.ts'
import { licenceFamiliesOn } from '../coverage/index.ts'
import {
  practiceById,
  recordKindChange,
  recordMember,
  recordPractice,
  recordProviderIntake,
  recordTeamInvitation,
} from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { hashOfToken } from '../scheduling/hash-of-token.ts'
import type { Db, World } from '../world.ts'
import { type Application, openings, recordOpening } from './application-store.ts'
import { openedLetter } from './joining-letters.ts'

const invitationHours = 14 * 24

/** Under operations: the practice with its owner, who is invited by e-mail and finds a checklist. */
export async function openPractice(
  db: Db,
  world: World,
  by: string,
  { application, npi, name }: { application: Application; npi: string; name: string },
): Promise<{ openedPracticeId: string }> {
  const at = world.clock.now()
  if (!isNpi(npi)) throw npiWrong()
  const families = await licenceFamiliesOn(db, dateIn(at, world.zone))
  const taxonomy = families.find(({ id }) => id === application.licenceFamily)?.taxonomies[0]
  if (taxonomy === undefined) throw npiWrong()
  const practiceId = world.ids.next()
  const memberId = world.ids.next()
  const opening = { applicationId: application.id, openedPracticeId: practiceId, ownerMemberId: memberId, at }
  if (!(await recordOpening(db, { ...opening, practiceId: world.operator, by }))) throw openedAlready()
  const kind = application.kind === 'solo' ? ('solo' as const) : ('group' as const)
  await recordPractice(db, { practiceId, kind, name, timeZone: world.zone, joinedAt: at })
  const owner = `${application.givenName} ${application.familyName}`
  const licence = { npi, taxonomy, licenceFamily: application.licenceFamily }
  const about = { practiceId, id: memberId, userId: null, name: owner, role: 'owner' as const, clinician: true }
  await recordMember(db, { ...about, ...licence, joinedAt: at })
  if (application.licenceNumber !== null) {
    await recordProviderIntake(db, {
      practiceId,
      id: world.ids.next(),
      memberId,
      residenceState: application.licenceState,
      licenceState: application.licenceState,
      licenceType: application.licenceFamily,
      licenceNumber: application.licenceNumber,
      at,
      by,
    })
  }
  await inviteOwner(db, world, by, { practiceId, memberId, practiceName: name, owner, email: application.email })
  return { openedPracticeId: practiceId }
}

/** Under operations: a solo practice that is here becomes a group; members, clients, sessions and money stay as they are. */
export async function makeGroup(
  db: Db,
  world: World,
  by: string,
  { application, practiceId, name }: { application: Application; practiceId: string; name: string },
): Promise<void> {
  const practice = await practiceById(db, practiceId)
  if (practice?.kind !== 'solo') {
    const detail = 'Choose a solo practice that is here; a group is one already. Nothing was changed.'
    throw new Refusal({ status: 409, code: 'not_a_solo_practice', detail })
  }
  const at = world.clock.now()
  if ((await openings(db)).some(({ applicationId }) => applicationId === application.id)) throw openedAlready()
  const opening = { applicationId: application.id, openedPracticeId: practiceId, ownerMemberId: practiceId, at }
  await recordOpening(db, { ...opening, practiceId: world.operator, by })
  const reason = 'Asked by the interest form'
  await recordKindChange(db, { practiceId, id: world.ids.next(), kind: 'group', name, reason, at, by })
}

async function inviteOwner(
  db: Db,
  world: World,
  by: string,
  to: { practiceId: string; memberId: string; practiceName: string; owner: string; email: string },
): Promise<void> {
  const at = world.clock.now()
  const token = world.links.secret()
  const id = world.ids.next()
  const expiresAt = addHours(at, invitationHours)
  const { practiceId, memberId, email } = to
  const invitation = { practiceId, id, memberId, email, tokenSha256: hashOfToken(token), expiresAt, invitedAt: at, by }
  await recordTeamInvitation(db, invitation)
  const letter = openedLetter({
    name: to.owner,
    practiceName: to.practiceName,
    link: world.links.to(`/join-team#${token}`),
    until: dateInWords(dateIn(expiresAt, world.zone)),
  })
  await world.mail.post(db, { practiceId, to: email, ...letter, about: `team_invitation ${id}` })
}

function npiWrong(): Refusal {
  const words = 'This is no NPI: ten digits, the last of which checks the others.'
  const because = [{ code: 'npi_wrong', field: 'body.npi', words }]
  return new Refusal({ status: 422, code: 'npi_wrong', detail: `${words} Nothing was opened.`, because })
}

function openedAlready(): Refusal {
  const detail = 'The practice of this application is open already; nothing was opened a second time.'
  return new Refusal({ status: 409, code: 'opened_already', detail })
}
