import { afterAll, beforeAll } from 'vitest'
import { instant } from '../libraries/calendar/index.ts'
import { flow } from './flow.ts'
import { type FlowHouse, openFlowHouse } from './flow-house.ts'

let house: FlowHouse
beforeAll(async () => {
  house = await openFlowHouse()
  // The reminders of the next two days have gone out.
  await house.server.advance(instant('2026-04-09T16:00:00Z'))
}, 180_000)
afterAll(() => house?.close())

flow(
  'a visitor tries one of the things: it signs them in as the right person, opens the page and is ticked',
  () => house,
  async (walker) => {
    await walker.open('/sign-in')
    await walker.arrives('Sign in', 'the doors')
    await walker.press('button', /Read half a year of paydays/)
    await walker.arrives('Payments', 'payments')
    await walker.open('/sign-in')
    await walker.sees(/You have tried 1 of/)
  },
)

flow(
  'every letter that the system sent can be read, with whom it is from',
  () => house,
  async (walker) => {
    await walker.open('/mailbox')
    await walker.arrives('Mailbox', 'mailbox')
    await walker.press('link', /Apr 10, 2026 at 3:00 PM/)
    await walker.sees('Juniper Counseling')
    await walker.looks('a letter')
  },
)

flow(
  'a switch says what will happen and when, over the line that says how the books stand',
  () => house,
  async (walker) => {
    await walker.open('/switchboard')
    await walker.arrives('Switchboard', 'switchboard')
    await walker.sees('Books balance')
    await walker.sees('Nobody unpaid')
    await walker.sees('Nothing lost')
    await walker.press('button', /^Denies/)
    await walker.sees(/Every insurer denies the next claim that it receives/)
    await walker.press('button', /^The payout comes back/)
    await walker.sees(/comes back two banking days after it arrived, with R02/)
  },
)
