import { afterAll, beforeAll, expect } from 'vitest'
import { addDays, calendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import { flow } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import type { Walker } from '../walker.ts'

let house: FlowHouse

beforeAll(async () => {
  house = await openFlowHouse()
}, 180_000)

afterAll(() => house?.close())

/** The calendar on a day; each walk has days of its own, so that none meets what another planned. */
async function openDay(walker: Walker, day: string, view: 'week' | 'day' = 'day'): Promise<void> {
  const practice = new URL(walker.page.url()).pathname.split('/')[2]
  await walker.open(`/practice/${practice}/calendar?on=${day}${view === 'day' ? '&view=day' : ''}`)
  await walker.page.getByRole('heading', { name: 'Calendar' }).waitFor()
}

async function enter(walker: Walker): Promise<void> {
  await walker.enterAs(/Maya Lindqvist/)
  await walker.sees(/Good \w+, Maya/)
}

/** Plans a session through the form; the letters of the client's name choose them. */
async function add(walker: Walker, client: string, day: string, start: string, every?: string): Promise<void> {
  await walker.press('link', 'Add session')
  const dialog = { within: walker.page.getByRole('dialog', { name: 'Add session' }) }
  await walker.choose('Client', client, dialog)
  await walker.write('Day', day, { ...dialog, exact: true })
  await walker.write('Start', start, dialog)
  if (every !== undefined) await walker.choose('Repeats', every, dialog)
  await walker.press('button', 'Add session', dialog)
  await walker.page.getByRole('dialog').waitFor({ state: 'detached' })
}

const sessionOf = (walker: Walker, client: string) =>
  walker.page.getByRole('link', { name: new RegExp(client) }).first()

flow(
  'a therapist looks at her week and her day, and opens a session that waits to be confirmed',
  () => house,
  async (walker) => {
    await enter(walker)
    await walker.goTo('Calendar')
    await walker.arrives('Calendar', 'calendar')
    await walker.sees('Ada Fenwick')
    if (!walker.isPhone) {
      await walker.page.getByRole('heading', { name: 'Wed, Apr 8, 2026, today' }).waitFor()
      if (walker.walk.hand === 'mouse') await walker.page.getByText('Day', { exact: true }).click()
      else await walker.tick('Day', { exact: true })
      await walker.sees('Wed, Apr 8, 2026, Eastern Time.')
    }
    await walker.pressOn(sessionOf(walker, 'Ada Fenwick'))
    const panel = walker.page.getByRole('dialog', { name: 'Session' })
    await panel.getByText('Waits for you to confirm it.').waitFor()
    await walker.looks('a session beside the calendar')
    await panel.getByRole('link', { name: 'Confirm session' }).waitFor()
    expect(walker.page.url()).toMatch(/session=/)
    await walker.page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(walker.page.url()).not.toMatch(/session=/)
  },
)

flow(
  'a weekly session is planned across 1 November and keeps its ten o’clock on both sides',
  () => house,
  async (walker, turn) => {
    const hour = `${String(9 + turn).padStart(2, '0')}:00`
    const shown = `${9 + turn > 12 ? 9 + turn - 12 : 9 + turn}:00 to`
    await enter(walker)
    await openDay(walker, '2026-10-27')
    await walker.press('link', 'Add session')
    const dialog = { within: walker.page.getByRole('dialog', { name: 'Add session' }) }
    await walker.press('button', 'Add session', dialog)
    await walker.sees('Say whom the session is with.')
    await walker.looks('add session with its faults')
    await walker.choose('Client', 'Ada Fenwick', dialog)
    await walker.write('Day', '2026-10-27', dialog)
    await walker.write('Start', hour, dialog)
    await walker.choose('Repeats', 'Every week', dialog)
    await walker.choose('Until', 'A number of times', dialog)
    await walker.write('How often', '3', dialog)
    await walker.sees('On Tuesdays at the same time on the wall, also after the clocks change.')
    await walker.sees('Dates far ahead come onto the calendar as they near.')
    await walker.press('button', 'Add session', dialog)
    await walker.page.getByRole('dialog').waitFor({ state: 'detached' })
    // The week says who before when, a phone's day when before who.
    const links = walker.page.getByRole('link', { name: /Ada Fenwick/ })
    const first = links.filter({ hasText: new RegExp(`(^|\\D)${shown}`) })
    await first.waitFor()
    await walker.pressOn(first)
    await walker.sees('Every week on Tuesday')
    await walker.sees(`Tue, Oct 27, 2026, ${shown}`)
  },
)

flow(
  'a therapist moves a session, is told of her working hours, and takes the time all the same',
  () => house,
  async (walker, turn) => {
    // From Monday to Friday, then from the next Monday on: the hours of a weekend are no working hours.
    const day = addDays(calendarDate('2026-05-04'), turn < 5 ? turn : turn + 2)
    await enter(walker)
    await openDay(walker, day)
    await add(walker, 'Basil Orchard', day, '10:00')
    await walker.pressOn(sessionOf(walker, 'Basil Orchard'))
    await walker.press('link', 'Reschedule', { within: walker.page.getByRole('dialog', { name: 'Session' }) })
    const dialog = { within: walker.page.getByRole('dialog', { name: 'Reschedule' }) }
    await walker.write('Start', '19:30', dialog)
    await walker.sees('is outside the working hours of that day.')
    await walker.looks('reschedule, outside working hours')
    await walker.tick('I know; take this time all the same', dialog)
    await walker.press('button', 'Reschedule', dialog)
    await walker.page.getByRole('dialog').waitFor({ state: 'detached' })
    await walker.sees('7:30 to 8:25 PM')
  },
)

flow(
  'a client cancels too late: the fee of the policy is offered, less of it is asked, and the filter hides the session',
  () => house,
  async (walker, turn) => {
    // 8 April, 6 PM in the story: the next morning is within 24 hours.
    const day = '2026-04-09'
    const start = `${11 + (turn % 6)}:00`
    await enter(walker)
    await openDay(walker, day)
    await add(walker, 'Greta Lindhurst', day, start)
    const planned = walker.page.getByRole('link', { name: /Greta Lindhurst/ }).first()
    await walker.pressOn(planned)
    await walker.press('link', 'Cancel', { within: walker.page.getByRole('dialog', { name: 'Session' }) })
    const dialog = { within: walker.page.getByRole('dialog', { name: 'Cancel session' }) }
    await walker.sees(/Your policy asks \$50\.00/)
    await walker.looks('cancel with its fee')
    await walker.tick('You or your practice cancel', dialog)
    await walker.sees('No fee: a client pays nothing for what your practice cancels.')
    await walker.tick('The client cancels', dialog)
    await walker.write('Reason', 'Ill', dialog)
    await walker.write('Fee', '20', dialog)
    await walker.press('button', 'Cancel session', dialog)
    await walker.page.getByRole('dialog').waitFor({ state: 'detached' })
    await planned.waitFor({ state: 'detached' })
    await walker.tick('Show cancelled')
    await walker.pressOn(sessionOf(walker, 'Greta Lindhurst'))
    await walker.sees('Cancelled by the client.')
    await walker.sees(/\$20\.00/)
  },
)

flow(
  'a therapist blocks an afternoon, sees it on her day, and frees it again',
  () => house,
  async (walker, turn) => {
    const day = `2026-06-${String(8 + turn).padStart(2, '0')}`
    await enter(walker)
    await openDay(walker, day)
    await walker.press('link', 'Block a time')
    const dialog = { within: walker.page.getByRole('dialog', { name: 'Block a time' }) }
    await walker.write('Day', day, { ...dialog, exact: true })
    await walker.write('From', '13:00', dialog)
    await walker.write('Until', '17:00', dialog)
    await walker.write('What for', 'Training', dialog)
    await walker.looks('block a time')
    await walker.press('button', 'Block this time', dialog)
    await walker.page.getByRole('dialog').waitFor({ state: 'detached' })
    await walker.press('link', /Training/)
    await walker.press('button', 'Free this time')
    await walker.page.getByRole('link', { name: /Training/ }).waitFor({ state: 'detached' })
  },
)

flow(
  'a therapist changes her working hours and her cancellation policy, each from a day on',
  () => house,
  async (walker, turn) => {
    await enter(walker)
    const practice = new URL(walker.page.url()).pathname.split('/')[2]
    await walker.open(`/practice/${practice}/settings?part=hours`)
    await walker.sees('Working hours of Maya Lindqvist')
    await walker.looks('working hours')
    // What one walk adds the next one takes away.
    await walker.press('button', turn % 2 === 0 ? 'Add hours on Saturday' : 'Remove these hours of Saturday')
    await walker.write('From which day', `2026-09-${String(10 + turn)}`)
    await walker.press('button', 'Save working hours')
    await walker.sees(new RegExp(`They count from \\w+, Sep ${10 + turn}, 2026`))
    await walker.open(`/practice/${practice}/settings?part=policy`)
    await walker.sees(/Cancelling later than 24 hours before costs \$50\.00/)
    await walker.looks('cancellation policy')
    await walker.write('For sessions from', `2026-10-${String(10 + turn)}`)
    await walker.press('button', 'Save policy')
    await walker.sees(new RegExp(`From \\w+, Oct ${10 + turn}, 2026`))
  },
)

flow(
  'of two people at one appointment the second is told what the first did, and nothing of either is lost',
  () => house,
  async (second, turn) => {
    const day = addDays(calendarDate('2026-07-06'), turn < 5 ? turn : turn + 2)
    const isSaid = dateInWords(day)
    await enter(second)
    await openDay(second, day)
    await add(second, 'Esme Calloway', day, '10:00')
    await second.pressOn(sessionOf(second, 'Esme Calloway'))
    await second.press('link', 'Reschedule', { within: second.page.getByRole('dialog', { name: 'Session' }) })
    const dialog = second.page.getByRole('dialog', { name: 'Reschedule' })
    await second.write('Start', '11:00', { within: dialog })
    // Meanwhile, at another desk, the same appointment is moved.
    const context = await house.browser.newContext({ timezoneId: 'America/New_York', locale: 'en-US' })
    try {
      const first = await context.newPage()
      await first.goto(`${house.server.url}/sign-in`)
      await first.getByRole('button', { name: /Maya Lindqvist/ }).click()
      await first.waitForURL((url) => url.pathname !== '/sign-in')
      await first.goto(second.page.url())
      const there = first.getByRole('dialog', { name: 'Reschedule' })
      await there.getByLabel('Start').fill('14:00')
      await there.getByRole('button', { name: 'Reschedule' }).click()
      await there.waitFor({ state: 'detached' })
    } finally {
      await context.close()
    }
    await second.press('button', 'Reschedule', { within: dialog })
    await dialog.getByText(`has moved it meanwhile: it is now ${isSaid}, 2:00 PM`).first().waitFor()
    await second.looks('an appointment that somebody else moved')
    // What the second had typed is still there, and the first's times stand.
    expect(await dialog.getByLabel('Start').inputValue()).toBe('11:00')
    await openDay(second, day)
    await second.sees('2:00 to 2:55 PM')
  },
  /status of 409/,
)
