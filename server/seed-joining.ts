import { recordStep } from '../business/joining/application-store.ts'
import { apply, interestChoices } from '../business/joining/apply-flow.ts'
import { consultantWeeks, recordConsultantWeek } from '../business/joining/consultant-hours-store.ts'
import { applicationsSeen } from '../business/joining/joining-flow.ts'
import { makeQuote } from '../business/joining/quote-flow.ts'
import {
  membersOf,
  recordAdminRequest,
  recordMember,
  recordStandingChange,
  recordTeamInvitation,
} from '../business/practices/index.ts'
import { hashOfToken } from '../business/scheduling/hash-of-token.ts'
import type { Db, World } from '../business/world.ts'
import { calendarDate, type Instant, instant } from '../libraries/calendar/index.ts'
import { npiFrom } from '../libraries/npi/index.ts'
import { seedVideoRooms } from './seed-video-rooms.ts'
import { groupPractice } from './story-network.ts'

const longAgo = instant('2025-01-02T15:00:00Z')

/** When the demonstration's consultants take calls, and two practices that want to join; what is there stays as it is. */
export async function seedJoining(db: Db, world: World): Promise<void> {
  if ((await consultantWeeks(db)).length > 0) return
  const staff = await membersOf(db, world.operator)
  const consultant = staff.find(({ name }) => name === 'Teddy Almond') ?? staff[0]
  if (consultant === undefined) return
  const by = { practiceId: world.operator, at: world.clock.now(), by: 'story' }
  const blocks = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, starts: '10:00', stops: '12:00' },
    { weekday, starts: '14:00', stops: '16:00' },
  ])
  const week = { memberId: consultant.id, startsOn: calendarDate('2026-01-01'), callMinutes: 30, blocks }
  await recordConsultantWeek(db, { ...week, ...by, id: world.ids.next() })
  await seedApplications(db, world, consultant.userId ?? 'story')
  await seedTeam(db, world)
  await seedVideoRooms(db, world)
}

async function seedApplications(db: Db, world: World, consultant: string): Promise<void> {
  const { slots } = await interestChoices(db, world)
  const at = (index: number) => slots[index] as Instant
  await apply(db, world, {
    kind: 'new_group',
    givenName: 'Priya',
    familyName: 'Raman',
    email: 'priya@fernhillgroup.example',
    phone: '518 555 0137',
    practiceName: 'Fern Hill Group',
    clinicians: 4,
    licenceFamily: 'social_work',
    licenceState: 'NY',
    licenceNumber: 'NY-77120',
    npi: npiFrom('155512004'),
    states: ['NY'],
    planIds: [],
    words: 'Four of us share an office in Troy; two see children.',
    timeZone: world.zone,
    slot: at(1),
  })
  await apply(db, world, {
    kind: 'solo',
    givenName: 'Owen',
    familyName: 'Tarrant',
    email: 'owen@tarrantcounseling.example',
    phone: null,
    practiceName: 'Tarrant Counseling',
    clinicians: 1,
    licenceFamily: 'counselor',
    licenceState: 'NY',
    licenceNumber: null,
    npi: null,
    states: ['NY'],
    planIds: [],
    words: null,
    timeZone: world.zone,
    slot: at(4),
  })
  const application = (await applicationsSeen(db, world))[0]?.application
  if (application === undefined) return
  const step = {
    practiceId: world.operator,
    id: world.ids.next(),
    applicationId: application.id,
    at: world.clock.now(),
  }
  const words = 'Wrote ahead: wants the rates for the whole group in the call. CAQH is attested for three of four.'
  await recordStep(db, { ...step, deed: 'noted', words, by: consultant })
  await makeQuote(db, world, consultant, { application, licenceFamily: 'social_work', states: ['NY'], planIds: [] })
}

/** The group as it is lived in: a provider who left in winter, a biller who is invited, and somebody who asks for access. */
async function seedTeam(db: Db, world: World): Promise<void> {
  const { id: practiceId } = groupPractice
  const [owner] = groupPractice.members
  const by = { practiceId, by: owner?.userId ?? 'story' }
  const rosa = world.ids.next()
  const counselor = { npi: npiFrom('155508544'), taxonomy: '101YM0800X', licenceFamily: 'counselor' }
  const left = { practiceId, id: rosa, userId: null, name: 'Rosa Delgado', role: 'clinician' as const, clinician: true }
  await recordMember(db, { ...left, ...counselor, joinedAt: longAgo })
  const archived = { memberId: rosa, standing: 'archived' as const, reason: 'Moved to Oregon' }
  await recordStandingChange(db, { ...by, ...archived, id: world.ids.next(), at: instant('2026-02-27T20:00:00Z') })

  const bea = world.ids.next()
  const nobodys = { clinician: false, npi: null, taxonomy: null, licenceFamily: null, userId: null }
  const invitedAt = instant('2026-04-07T14:00:00Z')
  await recordMember(db, { ...nobodys, practiceId, id: bea, name: 'Bea Ortiz', role: 'biller', joinedAt: invitedAt })
  const tokenSha256 = hashOfToken(world.links.secret())
  const invitation = { ...by, id: world.ids.next(), memberId: bea, email: 'bea@harborlane.example', tokenSha256 }
  await recordTeamInvitation(db, { ...invitation, invitedAt, expiresAt: instant('2026-04-21T14:00:00Z') })

  const asked = { name: 'Kit Marlow', email: 'kit.marlow@mail.example', practiceTold: 'Harbor Lane, Ines Okafor' }
  const userId = world.ids.next()
  const request = { practiceId: world.operator, id: world.ids.next(), ...asked, userId, via: 'client_account' as const }
  await recordAdminRequest(db, { ...request, at: instant('2026-04-06T15:00:00Z'), by: userId })
}
