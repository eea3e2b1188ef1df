import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addHours, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { careGiven, type SessionGiven } from './care-given.ts'

const zone = 'America/New_York'
const day = calendarDate
const year = { from: day('2026-01-01'), until: day('2027-01-01') }
const asked = { on: day('2026-04-08'), zone }

function session(on: string, over: Partial<SessionGiven> & { bookedOn?: string; confirmedAfterHours?: number } = {}) {
  const { bookedOn = on, confirmedAfterHours = 2, ...rest } = over
  const startsAt = instantAt(day(on), '10:00', zone)
  const stoppedAt = addHours(startsAt, 1)
  const given: SessionGiven = {
    personId: 'June',
    memberId: 'Maya',
    licenceFamily: 'social_work',
    serviceOn: day(on),
    zip: '11375',
    codes: ['90837'],
    bookedAt: instantAt(day(bookedOn), '09:00', zone),
    startsAt,
    stoppedAt,
    confirmedAt: addHours(stoppedAt, confirmedAfterHours),
    claim: 'clean',
    ...rest,
  }
  return given
}

test('a year counts what fell into it, and knows a new client from one who came before', () => {
  const all = [
    session('2025-12-20'),
    session('2026-01-10'),
    session('2026-02-02', { personId: 'Noor', bookedOn: '2026-01-28', zip: '112011234' }),
    session('2026-02-20', { personId: 'Noor', claim: 'sent_back' }),
    session('2026-02-03', { personId: 'Abel', bookedOn: '2026-02-02', licenceFamily: 'aprn', memberId: 'Ines' }),
    session('2026-03-30', { personId: 'Kit', bookedOn: '2026-03-21', codes: ['90839', '90840'], claim: null }),
  ]
  expect(careGiven(all, year, asked)).toEqual({
    sessions: 5,
    clients: 4,
    clinicians: 2,
    areas: 2,
    families: ['aprn', 'social_work'],
    special: 2,
    crisis: 1,
    newClients: 3,
    medianWaitDays: 5,
    // Kit's thirty days are not over on 8 April; Abel never came again.
    thirtyDaysOver: 2,
    cameAgain: 1,
    confirmedInTime: 5,
    claimsSent: 4,
    claimsClean: 3,
  })
})

// biome-ignore format: a table, one situation a line
test.each([
  ['at once',                        0, 1],
  ['on the last minute of 48 hours', 48, 1],
  ['an hour later',                  49, 0],
] as const)('a session confirmed %s after its end is in time or not', (_, confirmedAfterHours, inTime) => {
  expect(careGiven([session('2026-02-02', { confirmedAfterHours })], year, asked).confirmedInTime).toBe(inTime)
})

test('a client who comes again on the thirtieth day stays, and one on the next day does not count', () => {
  const first = session('2026-02-02')
  const again = (days: number) => session(addDays(day('2026-02-02'), days))
  expect(careGiven([first, again(30)], year, asked).cameAgain).toBe(1)
  expect(careGiven([first, again(31)], year, asked).cameAgain).toBe(0)
})

test('a year without sessions has no figures to be proud of', () => {
  expect(careGiven([], year, asked)).toMatchObject({ sessions: 0, clients: 0, medianWaitDays: null, families: [] })
})

test('no part is larger than its whole, and the years of a contract share out its sessions', () => {
  const anySession = fc
    .record({
      days: fc.integer({ min: 0, max: 600 }),
      personId: fc.constantFrom('a', 'b', 'c', 'd'),
      licenceFamily: fc.constantFrom('aprn', 'counselor'),
      code: fc.constantFrom('90837', '90839', '90847'),
      claim: fc.constantFrom('clean', 'sent_back', null),
      confirmedAfterHours: fc.integer({ min: 0, max: 90 }),
    })
    .map(({ days, code, ...rest }) => session(addDays(day('2025-01-01'), days), { ...rest, codes: [code] }))
  fc.assert(
    fc.property(fc.array(anySession, { maxLength: 30 }), (all) => {
      const figures = careGiven(all, year, asked)
      for (const [part, whole] of [
        [figures.clients, figures.sessions],
        [figures.newClients, figures.clients],
        [figures.thirtyDaysOver, figures.newClients],
        [figures.cameAgain, figures.thirtyDaysOver],
        [figures.crisis, figures.special],
        [figures.special, figures.sessions],
        [figures.confirmedInTime, figures.sessions],
        [figures.claimsSent, figures.sessions],
        [figures.claimsClean, figures.claimsSent],
      ] as const) {
        expect(part).toBeLessThanOrEqual(whole)
      }
      const before = careGiven(all, { from: day('2025-01-01'), until: year.from }, asked)
      expect(before.sessions + figures.sessions).toBe(all.length)
    }),
  )
})
