import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { instant } from '../libraries/calendar/index.ts'
import { flow } from './flow.ts'
import { type FlowHouse, openFlowHouse } from './flow-house.ts'
import type { Walker } from './walker.ts'

let house: FlowHouse
let supervised: Supervised
beforeAll(async () => {
  house = await openFlowHouse()
  supervised = await startSupervised()
  // The reminders of the next two days have gone out.
  await house.server.advance(instant('2026-04-09T16:00:00Z'))
}, 240_000)
afterAll(async () => {
  await supervised?.stop()
  await house?.close()
})

type Supervised = { url: string; stop: () => Promise<void> }

/** As `npm start` does it, with the months that were played: a server that is started again when it is killed. */
async function startSupervised(): Promise<Supervised> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-visited-'))
  const port = await freePort()
  const env = { ...process.env, EVENKEEL_DATA: folder, EVENKEEL_MODE: 'demonstration', PORT: String(port) }
  const child = spawn(process.execPath, [join(import.meta.dirname, '../server/main.ts'), 'start'], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env,
  })
  const url = `http://localhost:${port}`
  await saying(child, url)
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until the process has said these words. */
function saying(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (more) => {
      said += more
      if (said.includes(words)) resolve()
    })
    child.once('exit', () => reject(new Error(`it ended before it said ${words}: ${said}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

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
    await walker.sees('This server was not started by npm start: nobody would start it again.')
  },
)

const patience = { timeout: 120_000 }

async function postingsRead({ page }: Walker): Promise<string | null> {
  const line = page.getByText(/^Recomputed from [\d,]+ postings\.$/)
  await line.waitFor(patience)
  return line.textContent()
}

flow(
  'a visitor kills the server, which says that it is away and comes back with everything, and then starts the story over',
  () => ({ browser: house.browser, server: supervised }),
  async (walker) => {
    const { page } = walker
    await walker.open('/sign-in')
    const cards = page.getByRole('region', { name: 'Or look around as somebody' }).getByRole('button')
    await cards.first().waitFor()
    const people = ['Ines Okafor', 'June Hathaway', 'Maya Lindqvist', 'Nora Whitfield', 'Robin Calder', 'Sam Whitlow']
    const everyone = [...people, 'Teddy Almond', 'Theo Brandt']
    expect((await cards.locator('b').allTextContents()).sort()).toEqual(everyone)
    await walker.press('button', /Break something/)
    await walker.arrives('Switchboard', 'the switchboard of the played months')
    await walker.press('button', 'Next event')
    await page.getByText(/^It is .* done on the way, each on its day\.$/).waitFor(patience)
    await walker.press('button', /^Stays silent/)
    await walker.sees('Every insurer stays silent about the next claim that it receives.')
    const before = await postingsRead(walker)

    await walker.press('button', 'Kill the server')
    await walker.sees('The server is away. It comes back by itself …')
    await page.getByText(/^It was back after .* with everything that was recorded\.$/).waitFor(patience)
    expect(await postingsRead(walker)).toBe(before)
    await walker.sees('Books balance')
    await walker.sees('Every insurer stays silent about the next claim that it receives.')

    await walker.press('link', 'Things to try')
    await walker.sees('You have tried 1 of 10.')
    await walker.press('button', 'Start the story over')
    await walker.press('button', 'Start over', { within: page.getByRole('dialog') })
    await page.getByText(/^The story was started over: it is the evening of April 8 again/).waitFor(patience)
    await walker.looks('the doors after the story was started over')
    expect(await page.getByText('You have tried').count()).toBe(0)
    await walker.press('link', 'Switchboard')
    await walker.sees('6:00 PM, Eastern Time')
    await walker.sees('Books balance')
  },
  /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_SOCKET_NOT_CONNECTED/,
)
