import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addDays,
  addHours,
  calendarDate,
  type Instant,
  instant,
  instantAt,
  minutesBetween,
  timeIn,
  usZones,
} from '../../libraries/calendar/index.ts'
import { appWithStory, type StoryHouse } from '../../server/app-with-story.ts'
import { practices, variantClients } from '../../server/story-network.ts'
import { remindPeople } from '../charges/charges-jobs.ts'
import { cancelSession, moveSession } from './change-plan-flow.ts'
import { firstReminderAfter, nextReminder, type ReminderRule, reminderAt, reminderDue } from './reminder-due.ts'
import { clientReminderAt, clinicianReminderAt } from './reminder-moments.ts'
import { recordSession, sessionById } from './session-store.ts'

const zone = 'America/New_York'
let house: StoryHouse
beforeAll(async () => {
  house = await appWithStory()
})
afterAll(() => house.close())

const client = variantClients.pays_in_june
const practiceId = practices[0]?.id ?? ''

async function planned(startsAt: Instant) {
  const id = house.world.ids.next()
  const session = { practiceId, id, memberId: client.clinicianId, personId: client.id, modality: 'telehealth' as const }
  const times = { startsAt, endsAt: addHours(startsAt, 1) }
  await house.as((tx) => recordSession(tx, { ...session, ...times, at: house.world.clock.now(), by: 'test' }))
  return id
}

async function lettersAbout(id: string): Promise<{ recipient: string; subject: string; body: string }[]> {
  return house.as((tx) =>
    tx
      .selectFrom('house.mail')
      .select(['recipient', 'subject', 'body'])
      .where('about', '=', `session ${id}`)
      .orderBy('recorded_at')
      .execute(),
  )
}

const remind = () => remindPeople.run(house.operations, house.world)

/** As the clock of the demonstration goes: from one moment at which something is due to the next. */
async function goThrough(until: Instant): Promise<void> {
  for (;;) {
    await remind()
    const next = (await remindPeople.nextDue?.(house.operations, house.world)) ?? null
    if (next === null || next > until) break
    house.goTo(next)
  }
  house.goTo(until)
  await remind()
}

test('a client is reminded three days and one day ahead, and a clinician five times while it is not confirmed', async () => {
  house.goTo(instant('2026-04-08T22:00:00Z'))
  const startsAt = instantAt(calendarDate('2026-04-14'), '10:00', zone)
  const id = await planned(startsAt)
  await goThrough(instantAt(calendarDate('2026-05-20'), '10:00', zone))
  const letters = await lettersAbout(id)
  expect(letters.map(({ subject }) => subject.split(' ')[0])).toEqual([
    'Reminder:',
    'Reminder:',
    'An',
    'An',
    'An',
    'An',
    'An',
  ])
  expect(letters[0]?.subject).toBe('Reminder: your appointment on Tue, Apr 14, 2026 at 10:00 AM Eastern Time')
  expect(letters[0]?.recipient).toContain('@mail.example')
  expect(letters[2]?.body).toContain('It can be confirmed until Thu, May 14, 2026.')
  expect(await remind()).toBe(0)
})

test('no letter names the client, the clinician or the practice', async () => {
  house.goTo(instant('2026-06-01T22:00:00Z'))
  const id = await planned(instantAt(calendarDate('2026-06-08'), '10:00', zone))
  await goThrough(instantAt(calendarDate('2026-06-11'), '23:00', zone))
  const text = (await lettersAbout(id)).map(({ subject, body }) => `${subject} ${body}`).join(' ')
  expect(text).not.toBe('')
  for (const name of [client.givenName, client.familyName, practices[0]?.name ?? '', 'Maya', 'therap', 'session']) {
    expect(text.toLowerCase()).not.toContain(name.toLowerCase())
  }
})

test('a house that was away sends one letter, not two, and none for a session that was called off', async () => {
  house.goTo(instant('2026-07-01T22:00:00Z'))
  const startsAt = instantAt(calendarDate('2026-07-10'), '10:00', zone)
  const [late, off] = [await planned(startsAt), await planned(addHours(startsAt, 3))]
  await house.as(async (tx) => {
    const asked = { version: 1, kind: 'cancelled' as const, initiator: 'practice' as const, reason: 'x' }
    const session = await sessionById(tx, practiceId, off)
    if (session !== null) await cancelSession(tx, house.world, { userId: 'test' }, session, asked)
  })
  house.goTo(addHours(startsAt, -3))
  await remind()
  expect(await lettersAbout(late)).toHaveLength(1)
  expect(await lettersAbout(off)).toHaveLength(0)
})

test('a session that was moved is reminded of at its new times', async () => {
  house.goTo(instant('2026-08-03T22:00:00Z'))
  const startsAt = instantAt(calendarDate('2026-08-10'), '10:00', zone)
  const id = await planned(startsAt)
  await goThrough(addHours(startsAt, -30))
  await house.as(async (tx) => {
    const session = await sessionById(tx, practiceId, id)
    if (session === null) return
    const times = { startsAt: addHours(startsAt, 7 * 24), endsAt: addHours(startsAt, 7 * 24 + 1) }
    await moveSession(tx, house.world, { userId: 'test' }, session, { version: 1, modality: 'telehealth', ...times })
  })
  await goThrough(addHours(startsAt, 7 * 24))
  const subjects = (await lettersAbout(id)).map(({ subject }) => subject.match(/Aug \d+/)?.[0])
  expect(subjects).toEqual(['Aug 10', 'Aug 17', 'Aug 17'])
})

const postTimes = ['08:00', '12:00', '16:00', '20:00']

test('in every US zone, on every day of two years, a letter leaves by daylight and not later than it was promised', () => {
  for (const inZone of usZones) {
    for (let on = calendarDate('2026-01-01'); on < '2028-01-01'; on = addDays(on, 1)) {
      const at = instantAt(on, '02:30', inZone)
      const client24 = clientReminderAt(at, 24, inZone)
      expect(postTimes).toContain(timeIn(client24, inZone))
      const ahead = minutesBetween(client24, at) / 60
      expect(ahead).toBeGreaterThanOrEqual(24)
      expect(ahead).toBeLessThanOrEqual(24 + 13)
      const clinician = clinicianReminderAt(at, 24, inZone)
      expect(postTimes).toContain(timeIn(clinician, inZone))
      expect(minutesBetween(at, clinician) / 60).toBeGreaterThanOrEqual(24)
      expect(minutesBetween(at, clinician) / 60).toBeLessThanOrEqual(24 + 13)
    }
  }
})

test('going from one moment to the next, each letter falls due exactly once', () => {
  const rules: ReminderRule[] = [72, 24].map((hours) => ({ id: `client-${hours}`, audience: 'client', hours }))
  const session = fc
    .record({ inZone: fc.constantFrom(...usZones), minutes: fc.nat(730 * 24 * 60), ahead: fc.nat(200) })
    .map(({ inZone, minutes, ahead }) => {
      const startsAt = instant(new Date(Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000).toISOString())
      return { inZone, session: { startsAt, endsAt: addHours(startsAt, 1), plannedAt: addHours(startsAt, -ahead) } }
    })
  fc.assert(
    fc.property(session, ({ inZone, session: one }) => {
      let now = one.plannedAt
      const due: string[] = []
      for (;;) {
        const next = nextReminder(one, rules, { now, zone: inZone })
        if (next === null) break
        expect(next > now && next < one.startsAt).toBe(true)
        now = next
        due.push(reminderDue(one, rules, { now, zone: inZone })?.id ?? 'none')
      }
      expect(new Set(due).size).toBe(due.length)
      const ahead = minutesBetween(one.plannedAt, one.startsAt) / 60
      if (ahead > 72 + 13) expect(due).toEqual(['client-72', 'client-24'])
      if (ahead < 24) expect(due).toEqual([])
      // So that whoever looks for the next letter need not look at sessions further ahead.
      for (const rule of rules) {
        const at = reminderAt(one, rule, inZone)
        expect(at === null || at >= firstReminderAfter(one.startsAt, rules)).toBe(true)
      }
    }),
  )
})
