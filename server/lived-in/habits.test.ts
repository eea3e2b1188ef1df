import { expect, test } from 'vitest'
import { addDays, type CalendarDate, calendarDate, dateIn, timeIn } from '../../libraries/calendar/index.ts'
import { practices, zone } from '../story-network.ts'
import { livedInClients } from './clients.ts'
import { playedMonths, sessionsBetween } from './habits.ts'
import { livedInPayers } from './payers.ts'
import { clinicianHabits, planDeeds } from './plan-deeds.ts'

const until = addDays(playedMonths.until, 15)
const sessions = sessionsBetween(livedInClients, clinicianHabits, { ...playedMonths, until })

test('some forty clients of the lived-in network have sessions, and nobody is in two at once', () => {
  const all = livedInClients.length + practices.flatMap(({ clients }) => clients).length
  expect(all).toBeGreaterThanOrEqual(40)
  expect(new Set(sessions.map(({ client }) => client.id)).size).toBe(livedInClients.length)
  for (const [, own] of Map.groupBy(sessions, ({ client }) => client.clinicianId)) {
    const overlapping = own.filter((one, at) => own.slice(at + 1).some((other) => other.startsAt < one.endsAt))
    expect(overlapping.map(({ startsAt }) => startsAt)).toEqual([])
  }
})

test('a clinician who is away sees nobody', () => {
  for (const { memberId, away } of clinicianHabits) {
    for (const { from, until: back } of away) {
      const seen = sessions.filter(({ client, on }) => client.clinicianId === memberId && from <= on && on < back)
      expect(seen.map(({ on }) => on)).toEqual([])
    }
  }
})

test('sessions are confirmed after they ended, at an hour at which people do such things, within the month', () => {
  for (const { endsAt, confirmAt, on } of sessions) {
    expect(confirmAt > endsAt).toBe(true)
    expect(timeIn(confirmAt, zone) >= '16:00' && timeIn(confirmAt, zone) <= '21:30').toBe(true)
    expect(dateIn(confirmAt, zone) <= addDays(on, 30)).toBe(true)
  }
})

test('the same seed plays the same months, and another one other minutes', () => {
  const moments = (seed: number) =>
    sessionsBetween(livedInClients, clinicianHabits, { ...playedMonths, seed }).map(({ confirmAt }) => confirmAt)
  expect(moments(1)).toEqual(moments(1))
  expect(moments(1)).not.toEqual(moments(2))
})

test('no member id of the lived-in network begins like one that orders the payer about', () => {
  const orders = /^(PAYS|LATE|LESS|DENY|SILENT|TAKES|TWICE|HELD|REJECT)/
  expect(livedInClients.filter(({ memberId }) => orders.test(memberId))).toEqual([])
})

test('one payer pays less than the practices are paid, and the Blue networks are licensees’ own', async () => {
  const areas = (await import('../../business/coverage/data/service-areas.json', { with: { type: 'json' } })).default
  const licensees = areas.licensees.map(({ id }: { id: string }) => id)
  const blue = livedInPayers.filter(({ plan }) => plan.isBlue).map(({ network }) => network)
  expect(blue).toEqual(['anthem-ny', 'excellus', 'horizon-nj'])
  for (const network of blue) expect(licensees).toContain(network)
})

test('what is planned is done in order of time, every session planned before it is confirmed', () => {
  const end = calendarDate('2026-04-08')
  const deeds = planDeeds({ from: playedMonths.from, until: sessionsEnd(end), seed: playedMonths.seed })
  const moments = deeds.map(({ at }) => at)
  expect(moments).toEqual(moments.toSorted())
  const planned = new Set<string>()
  for (const deed of deeds) {
    if (deed.kind === 'plans') for (const { client, number } of deed.sessions) planned.add(`${client.id} ${number}`)
    if (deed.kind !== 'confirms') continue
    for (const { client, number } of deed.sessions) expect(planned.has(`${client.id} ${number}`)).toBe(true)
  }
  expect(planned.size).toBeGreaterThan(450)
})

function sessionsEnd(day: CalendarDate) {
  return sessions.find(({ on }) => on >= day)?.endsAt ?? sessions[0]?.endsAt ?? ('' as never)
}
