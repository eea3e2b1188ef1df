import { afterAll, beforeAll, expect, test } from 'vitest'
import { flow } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import { type Walker, walkAlong } from '../walker.ts'
import { articles } from './help/articles.ts'

let house: FlowHouse
beforeAll(async () => {
  house = await openFlowHouse()
}, 180_000)
afterAll(() => house?.close())

const exampleNamed = ({ page }: Walker, name: string) => page.getByRole('region', { name: `Try it: ${name}` })

/** Chooses in a list of the browser's own, as a hand on the keyboard does by typing the beginning of its name. */
async function pick({ page, walk }: Walker, example: string, label: string, option: string): Promise<void> {
  const field = page.getByRole('region', { name: `Try it: ${example}` }).getByLabel(label)
  if (walk.hand === 'mouse') return void (await field.selectOption({ label: option }))
  await field.focus()
  await page.keyboard.type(option)
  expect(await field.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.label)).toBe(option)
}

flow(
  'whoever comes first reads what Evenkeel does, how far it is, and finds the ways in',
  () => house,
  async (walker) => {
    await walker.open('/')
    await walker.arrives('Therapists are paid on schedule, whatever the insurer does', 'the first page')
    await walker.sees('A denied claim is our loss, not the therapist’s.')
    await walker.sees('Joining is free, staying is free, and credentialing is our work from start to finish.')
    await walker.sees('a demonstration with made-up people and money')
    // The story has too few clients for sums that show nobody.
    expect(await walker.page.getByText('Where the money went').count()).toBe(0)
    await walker.press('button', 'My portal')
    await walker.page.getByRole('link', { name: 'Patient portal' }).waitFor()
    await walker.looks('the first page with its menu open')
    await walker.page.keyboard.press('Escape')
    await walker.press('link', 'Help', {
      within: walker.page.getByRole('navigation', { name: 'Site, below' }),
      exact: true,
    })
    await walker.arrives('Help', 'help')
  },
)

flow(
  'a question about vacations finds its article',
  () => house,
  async (walker) => {
    await walker.open('/help')
    await walker.write('Search the help', 'vacation')
    await walker.page.waitForURL(/q=vacation/)
    await walker.sees('One article')
    await walker.press('link', 'Vacations, commutes and moves')
    await walker.arrives('Vacations, commutes and moves', 'an article')
    await walker.open('/help?q=zebra')
    await walker.arrives('Nothing about “zebra”', 'an empty search')
  },
)

flow(
  'the payday of any day is the real one',
  () => house,
  async (walker) => {
    await walker.open('/help/how-you-are-paid')
    await walker.arrives('How and when you are paid', 'how you are paid')
    await walker.sees('You are paid on Thu, Apr 30, 2026.')
    const example = exampleNamed(walker, 'when is a session paid?')
    await walker.tick('never answers', { within: example })
    await walker.sees('You keep the money. It is our loss.')
    await walker.write('You confirm the session on', '2026-01-20')
    // The 15th of February is a Sunday: the money is there on the Friday before.
    await walker.sees('You are paid on Fri, Feb 13, 2026.')
    await walker.looks('how you are paid, on another day')
  },
)

flow(
  'rates can be changed, and a weak contract takes nothing from the pay',
  () => house,
  async (walker) => {
    await walker.open('/help/how-evenkeel-earns')
    await walker.arrives('How Evenkeel earns', 'how we earn')
    await walker.sees('You get $118.00. We keep $32.00, what is left after your rate.')
    await walker.press('button', 'A weak contract')
    await walker.sees('You get $118.00. We add $14.00, and your pay stays the same.')
    await walker.write('Your rate, set first', '104')
    await walker.sees('You get $104.00. We keep nothing.')
    await walker.write('Your rate, set first', 'much')
    await walker.sees('An amount, such as 118.00')
    await walker.looks('how we earn, with an amount that is none')
  },
)

flow(
  'who may do what in a group, and from when on somebody can leave it, is asked of the real rules',
  () => house,
  async (walker) => {
    await walker.open('/help/roles-in-a-group')
    await walker.arrives('Who may do what in a group', 'roles')
    await walker.sees('They may not confirm sessions or read notes.')
    await walker.tick('Clinical supervisor')
    await walker.sees('They may not confirm sessions.')
    await walker.open('/help/archiving-and-removing')
    await walker.arrives('When a clinician leaves', 'leaving')
    await walker.sees('From Thu, May 7, 2026 on.')
    await walker.tick('A claim is still followed up')
    await walker.sees('Not yet, and no day is known.')
    await walker.looks('leaving with a claim open')
  },
)

flow(
  'each billing example can be turned by place, plan, license and credential',
  () => house,
  async (walker) => {
    await walker.open('/help/where-your-client-is')
    await walker.arrives('Where your client is decides', 'where your client is')
    await walker.sees('You cannot bill this session.')
    await walker.tick('Aetna in New York')
    await walker.sees('You can bill this session.')
    await walker.press('button', 'As it was')
    await pick(walker, 'A client in New York', 'The client is in', 'California')
    await walker.sees('You can bill this session.')

    await walker.open('/help/blue-plans')
    await walker.arrives('Blue plans at home and away', 'blue plans')
    const carolina = exampleNamed(walker, 'A North Carolina member in New York')
    await carolina.getByText('You can bill this session.').first().waitFor()
    await pick(walker, 'A North Carolina member in New York', 'The client is in', 'North Carolina')
    await carolina.getByText('You are not licensed in the state where your client is.').first().waitFor()
    const texas = exampleNamed(walker, 'A Massachusetts member in Texas')
    await texas.getByText('You joined the virtual network').first().waitFor()
    await pick(walker, 'A Massachusetts member in Texas', 'The client’s plan', 'Blue Cross NC, with BlueCard')
    await texas.getByText('You cannot bill this session.').first().waitFor()
    await walker.pressOn(texas.getByText('Every rule that was asked'))
    await texas.getByText('May you practice there, and does the plan count there?').first().waitFor()
    await walker.looks('blue plans, turned')

    await walker.open('/help/travel-commutes-and-moves')
    await walker.arrives('Vacations, commutes and moves', 'travel')
    const florida = exampleNamed(walker, 'A week in Florida')
    await florida.getByText('Check whether Florida lets you practice there for a short time.').first().waitFor()
    await walker.tick('Florida', { within: florida })
    await florida
      .getByText('You are credentialed with this plan, but not in the state where your client is.')
      .first()
      .waitFor()

    await walker.open('/help/emergencies-out-of-state')
    await walker.arrives('An emergency in another state', 'emergencies')
    await walker.sees('This is a documented crisis, so it may be billed as an exception.')
    await walker.tick('is a crisis, billed with 90839')
    await walker.sees('A crisis can be billed here only with its story, its resolution and the exact address.')
    const record = exampleNamed(walker, 'what a record must say')
    await record.getByText('What you did: that stands in for an answer.').first().waitFor()
    await walker.write('What did you do?', 'Assessed the danger, had the pills put away, made a safety plan.', {
      within: record,
    })
    await record.getByText('You can bill this session.').waitFor()
    await walker.write('How did it end?', 'aaaaaaaaaaaaaaaaaaaa', { within: record })
    await record.getByText('How it ended: that repeats one thing over and over.').first().waitFor()
    await walker.looks('emergencies, with another record')
  },
)

test('a walk fails on a request that leaves the origin, on a word in the console and on what axe finds', async () => {
  const walk = { hand: 'mouse', scheme: 'light', width: 1440 } as const
  // The same server by another name is another origin.
  const elsewhere = `http://127.0.0.1:${new URL(house.server.url).port}/help`
  const throwsLater = () =>
    new Promise<void>((done) => {
      setTimeout(() => {
        setTimeout(done)
        throw new Error('a fault')
      })
    })
  const faults: [said: string, fault: (walker: Walker) => Promise<unknown>][] = [
    [`left the origin: ${elsewhere}`, ({ page }) => page.goto(elsewhere)],
    ['console: a warning', ({ page }) => page.evaluate(() => globalThis.console.warn('a warning'))],
    ['error: a fault', ({ page }) => page.evaluate(throwsLater)],
    [
      'the first page: image-alt at <img',
      async ({ page, looks }) => {
        await page.evaluate(() => document.querySelector('main')?.append(new Image()))
        await looks('the first page')
      },
    ],
  ]
  for (const [said, fault] of faults) {
    const walked = walkAlong(house, walk, async (walker) => {
      await walker.open('/')
      await walker.page.getByRole('heading', { level: 1 }).waitFor()
      await fault(walker)
    })
    await expect(walked).rejects.toThrow(said)
  }
})

test('every article can be read at its address, on a phone too', async () => {
  const context = await house.browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  for (const { slug, title } of articles) {
    await page.goto(`${house.server.url}/help/${slug}`)
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
  await page.goto(`${house.server.url}/help/no-such-article`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await context.close()
})
