import { consultantHours, recordConsultantHours, recordStep } from '../business/joining/application-store.ts'
import { apply, interestChoices } from '../business/joining/apply-flow.ts'
import { applicationsSeen } from '../business/joining/joining-flow.ts'
import { makeQuote } from '../business/joining/quote-flow.ts'
import { membersOf } from '../business/practices/index.ts'
import type { Db, World } from '../business/world.ts'
import { calendarDate, type Instant } from '../libraries/calendar/index.ts'
import { npiFrom } from '../libraries/npi/index.ts'

const during = { from: calendarDate('2026-01-01'), until: null }

/** When the demonstration's consultants take calls, and two practices that want to join; what is there stays as it is. */
export async function seedJoining(db: Db, world: World): Promise<void> {
  if ((await consultantHours(db)).length > 0) return
  const staff = await membersOf(db, world.operator)
  const consultant = staff.find(({ name }) => name === 'Teddy Almond') ?? staff[0]
  if (consultant === undefined) return
  const by = { practiceId: world.operator, at: world.clock.now(), by: 'story' }
  for (const weekday of [1, 2, 3, 4, 5]) {
    for (const [starts, stops] of [
      ['10:00', '12:00'],
      ['14:00', '16:00'],
    ] as const) {
      const hours = { memberId: consultant.id, weekday, starts, stops, callMinutes: 30, during }
      await recordConsultantHours(db, { ...hours, ...by, id: world.ids.next() })
    }
  }
  await seedApplications(db, world, consultant.userId ?? 'story')
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
