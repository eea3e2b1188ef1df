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

/** The path, secret included, of a link in the last letter to an address: the first one, or the one to that page. */
async function linkTo(walker: Walker, email: string, page = ''): Promise<string> {
  const letters = await walker.page.evaluate(
    async () => (await (await fetch('/api/demonstration/letters')).json()) as { to: string; body: string }[],
  )
  const body = letters.find(({ to }) => to === email)?.body ?? ''
  const links = [...body.matchAll(/https?:\/\/[^/\s]+(\/\S+)/g)].map(([, path = '']) => path)
  return links.find((path) => path.startsWith(page)) ?? ''
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
    await walker.arrives('Look into your mail, Wren', 'look into your mail')
    const progress = await linkTo(walker, email, '/joining#')
    const own = await linkTo(walker, email, '/joining/call#')
    expect([progress, own]).toEqual([expect.stringMatching(/^\/joining#/), expect.stringMatching(/^\/joining\/call#/)])
    await walker.open(progress)
    await walker.arrives('What comes next, Wren', 'what comes next')

    await walker.open(own)
    await walker.arrives('Your call, Wren', 'an applicant’s call')
    await walker.press('button', 'Move the call')
    const later = walker.page.getByRole('radio', { name: /AM|PM/ }).first()
    await walker.tick((await later.locator('xpath=..').innerText()).trim())
    await walker.looks('moving the call')
    await walker.press('button', 'Move it there')
    await walker.arrives('Your call is moved', 'the call is moved')

    await walker.enterAs(/Robin Calder/)
    await walker.open('/operations/joining')
    await walker.arrives('Joining', 'joining')
    await walker.press('link', practice)
    await walker.arrives(practice, 'an application')
    await walker.choose('What happened', 'Call held')
    await walker.write('In words', 'Wants evenings; asked for the rates of Cedar.')
    await walker.press('button', 'Write it down')
    await walker.sees('Wants evenings; asked for the rates of Cedar.')
    await walker.sees('The call was held: tell the rates in writing')
    await walker.press('button', 'Set a follow-up')
    await walker.write('What is to be done', 'Ask her partner')
    await walker.looks('setting a follow-up')
    await walker.press('button', 'Set it')
    await walker.press('button', 'Done: Ask her partner')
    await walker.write('How it went', 'He is in')
    await walker.press('button', 'Mark as done')
    await walker.sees('He is in')
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

const paper = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <<>>\n%%EOF\n')

flow(
  'a practice sends a paper, the operator asks for it again and says why; a consultant’s days away take the times that are offered',
  () => house,
  async (walker, turn) => {
    const kind = ['Form W-9', 'Voided check or letter of the bank'][turn % 2] ?? ''
    await walker.enterAs(/Maya Lindqvist/)
    const [, practiceId] = /practice\/([0-9a-f-]{36})/.exec(walker.page.url()) ?? []
    await walker.open(`/practice/${practiceId}/start`)
    await walker.arrives('Set up your practice', 'the checklist with its papers')
    await walker.press('button', new RegExp(`^Send (it|another): ${kind}$`))
    await walker.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: paper })
    await walker.press('button', 'Send it', { exact: true })
    await walker.sees('We have it, and look at it')

    await walker.enterAs(/Robin Calder/)
    await walker.open('/operations/joining/papers')
    await walker.arrives('Papers of practices', 'papers')
    await walker.press('button', new RegExp(`^Review ${kind}`))
    await walker.tick('Ask again')
    await walker.write('Why', 'The signature is missing.')
    await walker.looks('a review of a paper')
    await walker.press('button', 'Ask for it again')
    await walker.sees(/Asked for again: The signature is missing\./)

    await walker.open('/operations/joining/consultants')
    await walker.arrives('Consultants’ hours', 'consultants’ hours')
    await walker.press('button', 'Add days')
    await walker.write('First day', `2026-04-1${3 + (turn % 5)}`)
    await walker.looks('days away')
    await walker.press('button', 'Add them')
    await walker.press('button', /^Take back: Away/)
    await walker.sees('None ahead.')
    await walker.open('/operations/joining?due=now')
    await walker.arrives('Joining', 'follow-ups that are due')
  },
)
