import { afterAll, beforeAll, expect } from 'vitest'
import { npiFrom } from '../../libraries/npi/index.ts'
import { flow } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import type { Walker } from '../walker.ts'

let house: FlowHouse

beforeAll(async () => {
  house = await openFlowHouse()
}, 180_000)
afterAll(() => house?.close())

/** The path, secret included, of the link in the last letter to an address. */
async function linkTo(walker: Walker, email: string): Promise<string> {
  const letters = await walker.page.evaluate(
    async () => (await (await fetch('/api/demonstration/letters')).json()) as { to: string; body: string }[],
  )
  const body = letters.find(({ to }) => to === email)?.body ?? ''
  return /https?:\/\/[^/\s]+(\/\S+)/.exec(body)?.[1] ?? ''
}

flow(
  'a practice sends the interest form, books a call, hears its rates, is opened, and its owner finds the checklist',
  () => house,
  async (walker, turn) => {
    const email = `wren.${turn}@adeyemi.example`
    const practice = `Adeyemi Counseling ${turn}`
    await walker.open('/for-practices')
    await walker.arrives('Take insurance without its paperwork', 'for practices')
    await walker.press('button', 'Book the call')
    await walker.sees('Choose a time for the call.')
    await walker.looks('the interest form with its faults')
    await walker.write('First name', 'Wren')
    await walker.write('Last name', 'Adeyemi')
    await walker.write('E-mail', email)
    await walker.write('Name of the practice', practice)
    await walker.choose('Your license', 'Clinical social worker')
    await walker.choose('License state', 'New York')
    await walker.write('License number (optional)', `NY-9001${turn}`)
    const slot = walker.page.getByRole('radio', { name: /AM|PM/ }).first()
    await walker.tick((await slot.locator('xpath=..').innerText()).trim())
    await walker.press('button', 'Book the call')
    await walker.arrives('What comes next, Wren', 'what comes next')
    const progress = await linkTo(walker, email)
    expect(progress).toMatch(/^\/joining#/)

    await walker.enterAs(/Robin Calder/)
    await walker.open('/operations/joining')
    await walker.arrives('Joining', 'joining')
    await walker.press('link', practice)
    await walker.arrives(practice, 'an application')
    await walker.choose('What happened', 'Call held')
    await walker.write('In words', 'Wants evenings; asked for the rates of Cedar.')
    await walker.press('button', 'Write it down')
    await walker.sees('Wants evenings; asked for the rates of Cedar.')
    await walker.press('button', 'Quote the rates')
    await walker.page.getByRole('link', { name: 'Quote as PDF' }).waitFor()
    await walker.sees('$118.00')
    await walker.looks('a quote')
    await walker.write('NPI of the owner', npiFrom(`15551902${turn}`))
    await walker.press('button', 'Open the practice')
    await walker.sees('Open.')

    await walker.open(await linkTo(walker, email))
    await walker.arrives(`Join ${practice}`, 'join as the owner')
    await walker.write('Password', 'correct horse battery staple')
    await walker.press('button', 'Join the team')
    await walker.page.waitForURL(/\/(practice|two-factors)/)
    await walker.open(progress)
    await walker.page.reload()
    await walker.sees('It is open. We have written to you: the link in that letter lets you in.')
  },
)
