import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as Axe from 'axe-core'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Me, Persona } from './contract.ts'
import { homeOf } from './home-of.ts'

/** How somebody walks through a flow: with which hand, in which scheme, on how wide a page. */
export type Walk = { hand: 'mouse' | 'keyboard'; scheme: 'light' | 'dark'; width: 1440 | 390 }

type Role = Parameters<Page['getByRole']>[0]
type Name = string | RegExp
/** Which of several: inside a region, and whether its name must be exactly this. */
type Where = { within?: Locator; exact?: boolean }

/** What is walked: a server that runs somewhere, in a Chromium. */
export type Walked = { browser: Browser; server: { url: string } }

/** Somebody at a real page: each deed is done by mouse or by keyboard alone, as the walk says. */
export type Walker = {
  page: Page
  walk: Walk
  isPhone: boolean
  /** Opens an address of the server by its path. */
  open(path: string): Promise<void>
  /**
   * Signs in as one of the story's people and opens the first page of their door, without the way over their card: that
   * way is walked where the doors are tested.
   */
  enterAs(persona: Name): Promise<void>
  /** Presses a link, button, tab, menu item or option: clicked, or reached by Tab and pressed. */
  press(role: Role, name: Name, where?: Where): Promise<void>
  /** The same for any element that can be found otherwise. */
  pressOn(target: Locator): Promise<void>
  /** Writes into the field of this label, over what stands there. */
  write(label: Name, text: string, where?: Where): Promise<void>
  /** Chooses from a field that opens a list. */
  choose(label: Name, option: Name, where?: Where): Promise<void>
  /** Sets a checkbox, switch or radio of this label. */
  tick(label: Name, where?: Where): Promise<void>
  /** Opens the phone's navigation when there is one, then presses the link in it. */
  goTo(link: Name): Promise<void>
  /** Waits until the page says this. */
  sees(words: Name): Promise<void>
  /** Waits for the heading of this name, then looks at the page: axe, and no sideways scrolling on it. */
  arrives(heading: Name, page: string): Promise<void>
  /** Looks at the page as it stands. */
  looks(page: string): Promise<void>
}

const pressesByEnter = ['link', 'button', 'tab', 'menuitem', 'option']

/** A page of its own for one walk; whatever it says in the console or asks of another origin fails the walk at the end. */
export async function walkAlong(
  house: Walked,
  walk: Walk,
  flow: (walker: Walker) => Promise<void>,
  mayBeSaid?: RegExp,
): Promise<void> {
  const context = await house.browser.newContext({
    locale: 'en-US',
    timezoneId: 'America/New_York',
    colorScheme: walk.scheme,
    reducedMotion: 'reduce',
    viewport: { width: walk.width, height: walk.width === 390 ? 844 : 900 },
  })
  const seen = watch(context, house.server.url)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  try {
    await flow(walkerOn(page, walk, house.server.url))
    const wrong = seen.filter((each) => mayBeSaid?.test(each) !== true)
    expect(wrong, wrong.join('\n')).toEqual([])
  } catch (error) {
    if (error instanceof Error) error.message += `\nThe walk ended at ${await pictureOf(page)}`
    throw error
  } finally {
    await context.close()
  }
}

const pictures = fileURLToPath(new URL('../node_modules/.cache/flows/', import.meta.url))

/** Where the picture of the page lies on which a walk failed; its address is in the line, for pages that changed since. */
async function pictureOf(page: Page): Promise<string> {
  const name = (expect.getState().currentTestName ?? 'walk').replace(/[^a-z0-9]+/gi, '-')
  const path = join(pictures, `${name}.png`)
  try {
    await page.screenshot({ path, fullPage: true })
    return `${page.url()}, seen in ${path}`
  } catch {
    return page.url()
  }
}

/** What pages said or asked that they must not: anything in the console, and requests that leave the server's origin. */
export function watch(context: BrowserContext, origin: string): string[] {
  const seen: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => void seen.push(`error: ${error.error().message}`))
  context.on('request', (request) => {
    const url = request.url()
    if (new URL(url).origin !== origin && !url.startsWith('data:')) seen.push(`left the origin: ${url}`)
  })
  return seen
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const accessibilityTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Looks at the page with axe. It is put into each page once and tells of what is wrong only: a third of the time. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const violations = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe }
    const options = { runOnly: { type: 'tag' as const, values }, resultTypes: ['violations' as const] }
    return (await axe.run(document, options)).violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html }) => html),
    }))
  }, accessibilityTags)
  const found = violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.join(' and ')}`)
  expect(found, found.join('\n')).toEqual([])
}

/** Answers the path of the first page behind their door. */
async function signInAs({ request }: BrowserContext, origin: string, name: Name): Promise<string> {
  const personas: Persona[] = await (await request.get(`${origin}/api/demonstration/personas`)).json()
  const persona = personas.find((each) => (typeof name === 'string' ? each.name === name : name.test(each.name)))
  if (persona === undefined) throw new Error(`nobody in the story is called ${name}`)
  const headers = { origin, 'idempotency-key': randomUUID() }
  const signedIn = await request.post(`${origin}/api/demonstration/personas/${persona.id}/sign-in`, {
    headers,
    data: {},
  })
  expect(signedIn.status()).toBe(200)
  const me: Me = await (await request.get(`${origin}/api/me`)).json()
  return persona.landing ?? homeOf(me)
}

function walkerOn(page: Page, walk: Walk, origin: string): Walker {
  const isPhone = walk.width === 390
  const byKeyboard = walk.hand === 'keyboard'
  const inside = (where?: Where) => where?.within ?? page
  const named = (name: Name, where?: Where) => ({ name, ...(where?.exact === undefined ? {} : { exact: where.exact }) })

  const pressOn = async (target: Locator) => {
    if (!byKeyboard) return target.click()
    await tabTo(page, target)
    await page.keyboard.press('Enter')
  }
  const press: Walker['press'] = async (role, name, where) => {
    const target = inside(where).getByRole(role, named(name, where)).first()
    if (pressesByEnter.includes(role)) return pressOn(target)
    await tick(target)
  }
  const tick = async (target: Locator) => {
    if (!byKeyboard) return target.click()
    await tabTo(page, target)
    await page.keyboard.press('Space')
  }
  const looks = async (name: string) => {
    await untilWhole(page)
    await expectAccessible(page, name)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, `${name} scrolls sideways by ${wide} px at ${walk.width}`).toBeLessThanOrEqual(0)
    const within = await page.evaluate(() =>
      [...document.querySelectorAll('[role="dialog"]')].map((each) => each.scrollWidth - each.clientWidth),
    )
    expect(within, `a dialog of ${name} is wider than itself at ${walk.width}`).toEqual(within.map(() => 0))
  }
  const walker: Walker = {
    page,
    walk,
    isPhone,
    pressOn,
    press,
    looks,
    async open(path) {
      await page.goto(`${origin}${path}`)
    },
    async enterAs(persona) {
      await page.goto(`${origin}${await signInAs(page.context(), origin, persona)}`)
    },
    async write(label, text, where) {
      const field = inside(where).getByLabel(label, named(label, where)).first()
      if (!byKeyboard) return field.fill(text)
      await tabTo(page, field)
      const type = await field.evaluate((element) => (element as HTMLInputElement).type)
      // What the keys 2026-04-08 mean in a date field depends on its language: filled as a person would, by its picker.
      if (type === 'date' || type === 'time' || type === 'datetime-local') return field.fill(text)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
    async choose(label, option, where) {
      const field = inside(where).getByRole('combobox', named(label, where)).first()
      const wanted = page.getByRole('option', { name: option }).first()
      if (!byKeyboard) {
        await field.click()
        return wanted.click()
      }
      await tabTo(page, field)
      if (!(await wanted.isVisible())) await page.keyboard.press('ArrowDown')
      await wanted.waitFor()
      await arrowTo(page, field, wanted)
      await page.keyboard.press('Enter')
    },
    async tick(label, where) {
      const target = inside(where).getByLabel(label, named(label, where)).first()
      if (!byKeyboard) return clickSeen(page, target)
      if ((await target.getAttribute('type')) === 'radio') return walkRadios(page, target)
      await tick(target)
    },
    goTo: (link) => goThere(page, link, { press, pressOn }),
    async sees(words) {
      await page.getByText(words).first().waitFor()
    },
    async arrives(heading, name) {
      await page.getByRole('heading', { name: heading }).first().waitFor()
      await looks(name)
    },
  }
  return walker
}

/** What is still on its way is a shape without headings or words, gone before it can be looked at or walked from. */
async function untilWhole(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  // A dialog opens before its heading names it.
  await page.locator('[role="dialog"]:not([aria-label], [aria-labelledby])').first().waitFor({ state: 'detached' })
}

/** Through the phone's navigation where the rail is behind its button, else straight to the link. */
async function goThere(page: Page, link: Name, { press, pressOn }: Pick<Walker, 'press' | 'pressOn'>): Promise<void> {
  await untilWhole(page)
  const toggle = page.getByRole('button', { name: 'Open navigation' })
  const rail = page.getByRole('navigation').getByRole('link', { name: link })
  await toggle.or(rail).filter({ visible: true }).first().waitFor()
  if (!(await toggle.isVisible())) return press('link', link, { within: page.getByRole('navigation').first() })
  await pressOn(toggle)
  await press('link', link, { within: page.getByRole('dialog') })
}

const isFocused = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))

/** Presses Tab until the element has the focus, as somebody without a mouse must. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 250; presses++) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} cannot be reached by Tab`)
}

/** Goes down an open list until the wanted option is the one that Enter takes. */
async function arrowTo(page: Page, field: Locator, wanted: Locator): Promise<void> {
  const id = await wanted.getAttribute('id')
  for (let presses = 0; presses < 300; presses++) {
    const at = await field.getAttribute('aria-activedescendant')
    if (at !== null && at === id) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${wanted} cannot be reached by the arrow keys`)
}

/** One of a group of radios is reached by Tab, the others by the arrows. */
// In a row of segments only the label is seen, and a hand presses that.
async function clickSeen(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' })
  const isSeen = await target.isVisible()
  await (isSeen ? target : page.locator(`label[for="${await target.getAttribute('id')}"]`)).click()
}

async function walkRadios(page: Page, target: Locator): Promise<void> {
  // In a row of segments the radio itself has no size: only its label is seen.
  await target.waitFor({ state: 'attached' })
  const group = await target.getAttribute('name')
  const inGroup = () =>
    page.evaluate((name) => (document.activeElement as HTMLInputElement | null)?.name === name, group)
  for (let presses = 0; presses < 250 && !(await inGroup()); presses++) await page.keyboard.press('Tab')
  for (let presses = 0; presses < 60; presses++) {
    if (await target.isChecked()) return
    if (await isFocused(target)) {
      await page.keyboard.press('Space')
      // What is chosen may stand in the address first: a further key would go past it.
      return void (await expect.poll(() => target.isChecked(), { timeout: 20_000 }).toBe(true))
    }
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${target} cannot be chosen by keyboard`)
}
