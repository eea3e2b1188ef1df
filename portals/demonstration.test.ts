import { afterAll, beforeAll, expect } from 'vitest'
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

const begins: Record<string, RegExp | string> = {
  'Maya Lindqvist': /^Good afternoon, Maya/,
  'Ines Okafor': /^Good afternoon, Ines/,
  'Theo Brandt': /^Good afternoon, Theo/,
  'Sam Whitlow': /^Good afternoon, Sam/,
  'Robin Calder': 'Queues',
}

flow(
  'each person’s card signs in as them, on the page that they begin with, and the clock bar leads back to the cards',
  () => house,
  async (walker) => {
    await walker.open('/sign-in')
    const cards = walker.page.getByRole('region', { name: 'Or look around as somebody' }).getByRole('button')
    await cards.first().waitFor()
    expect((await cards.locator('b').allTextContents()).sort()).toEqual(Object.keys(begins).sort())
    for (const [name, begin] of Object.entries(begins)) {
      await walker.press('button', new RegExp(name))
      await walker.page.getByRole('heading', { level: 1, name: begin }).waitFor()
      if (walker.isPhone) await walker.press('button', 'Open navigation')
      await walker.press('link', 'Things to try')
    }
    await walker.arrives('Things to try', 'the doors after everybody')
  },
)

flow(
  'every letter that the system sent can be read, with whom it is from',
  () => house,
  async (walker) => {
    await walker.open('/mailbox')
    await walker.arrives('Mailbox', 'mailbox')
    await walker.write('Find a letter', 'no such word')
    await walker.sees(/No letter is to or about this/)
    await walker.write('Find a letter', 'apr 10, 2026 at 3:00')
    await walker.press('link', /Apr 10, 2026 at 3:00 PM/)
    await walker.sees('Juniper Counseling')
    await walker.looks('a letter')
  },
)

const switches = [
  [/^Pays(?! less)/, /every insurer pays the next claim that it receives in full/],
  [/^Pays less/, /every insurer pays \$20\.00 less than its contract/],
  [/^Denies/, /every insurer denies the next claim that it receives/],
  [/^Stays silent/, 'Every insurer stays silent about the next claim that it receives.'],
  [/^Sends twice/, /pays the next claim that it receives, and sends the same remittance twice/],
  [/^Takes back/, /and takes the money back a banking day later/],
  [/^The payout comes back/, /comes back two banking days after it arrived, with R02/],
  [/^The card fails/, /The next card that is charged is declined\. It is tried again after 48 hours/],
  [/^Breaks off/, /We ask whether it arrived, and send it again: once, never twice\./],
  [/^Goes away/, /answers nobody until you let it back\. What is due waits; nothing is lost\./],
  [/^Comes back/, /What waited goes out at the next step of the clock\./],
] as const

flow(
  'each switch says what will happen and when, over the line that says how the books stand',
  () => house,
  async (walker) => {
    await walker.open('/switchboard')
    await walker.arrives('Switchboard', 'switchboard')
    await walker.sees('Books balance')
    await walker.sees('Nobody unpaid')
    await walker.sees('Nothing lost')
    for (const [does, says] of switches) {
      await walker.press('button', does)
      await walker.sees(says)
    }
    await walker.looks('the switchboard after every switch')
    // Killing is left to who starts it again: `server/start-command.test.ts` kills one from here.
    await walker.sees('This server was not started by npm start: nobody would start it again.')
  },
)
