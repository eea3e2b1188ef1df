import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openDenied, openToConfirm, practiceOf } from './find-pages.ts'
import { joinFrames } from './join-frames.ts'
import { enterAs } from './weigh-page.ts'

type Stop = { as: RegExp | null; words: string; go: (page: Page, url: string) => Promise<unknown> }

const size = { width: 1120, height: 700 }
const shownMs = 5000
const maya = /Maya Lindqvist/
const to = (path: string) => (page: Page, url: string) => page.goto(`${url}${path}`)

/** A session's life in a minute, as one person after the other sees it. */
const stops: readonly Stop[] = [
  { as: null, words: 'Evenkeel lets practices take insurance, and pays them on fixed days.', go: to('/') },
  {
    as: maya,
    words: 'Maya’s evening: what waits for her, and by when.',
    go: async (page, url) => page.goto(`${url}/practice/${await practiceOf(page, url)}`),
  },
  { as: maya, words: 'Confirming a session: times, place and code are filled in.', go: openToConfirm },
  { as: maya, words: 'What she will be paid, on which day, and why, before she signs.', go: fillConfirmation },
  { as: maya, words: 'Signed. From now on no insurer’s answer moves her pay.', go: confirm },
  {
    as: maya,
    words: 'Half a year of paydays, each opening its sessions.',
    go: async (page, url) => page.goto(`${url}/practice/${await practiceOf(page, url)}/payments`),
  },
  {
    as: maya,
    words: 'The insurer denied this one. She is paid all the same; the loss is the operator’s.',
    go: openDenied,
  },
  {
    as: /June Hathaway/,
    words: 'June, the client: what a visit will cost her, and why.',
    go: to('/client'),
  },
  {
    as: /Robin Calder/,
    words: 'At the operator: what waits, with its reason and its deadline.',
    go: to('/operations'),
  },
  { as: /Nora Whitfield/, words: 'Who pays for the wait: the operator’s own money.', go: to('/operations/treasury') },
  { as: null, words: 'Your turn: let an insurer deny, a payout come back, the server die.', go: to('/switchboard') },
  { as: null, words: 'npm start, and choose a card.', go: to('/sign-in') },
]

/** Takes the tour's pictures; answers the files that were written. */
export async function takeTour(browser: Browser, url: string, folder: string): Promise<string[]> {
  const frames: Buffer[] = []
  let page: Page | null = null
  let last: RegExp | null = null
  for (const [at, { as, words, go }] of stops.entries()) {
    if (page === null || as !== last) {
      await page?.context().close()
      page = await (await enterAs(browser, url, as)).newPage()
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await page.setViewportSize(size)
      last = as
    }
    await go(page, url)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    await page.evaluate(caption, `${at + 1} of ${stops.length}. ${words}`)
    frames.push(await page.screenshot())
    await page.evaluate(() => document.getElementById('tour')?.remove())
  }
  await page?.context().close()
  const [still] = frames
  if (still !== undefined) writeFileSync(join(folder, 'tour-still.png'), still)
  writeFileSync(join(folder, 'tour.png'), joinFrames(frames, { shownMs }))
  return ['tour.png', 'tour-still.png']
}

async function fillConfirmation(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Diagnosis' }).fill('anxiety')
  await page.getByRole('option', { name: /F41\.1/ }).click()
  await page.getByLabel('Session note').fill('Weekly session. Sleep is better. Plan: continue.')
  const promise = page.getByRole('heading', { name: /^You will be paid \$[\d.]+ on [^,]+, [A-Z][a-z]+ \d+, \d{4}$/ })
  await promise.waitFor()
  await promise.evaluate((heading) => heading.scrollIntoView({ block: 'center' }))
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign note & confirm session' }).click()
  await page.getByRole('heading', { name: /^Session with / }).waitFor()
  await page
    .getByText(/^You will be paid \$/)
    .first()
    .waitFor()
}

/** Runs on the page: what the picture shows, in words below it. */
function caption(words: string): void {
  const bar = document.createElement('div')
  bar.id = 'tour'
  bar.textContent = words
  Object.assign(bar.style, {
    position: 'fixed',
    inset: 'auto 0 0 0',
    padding: '14px 24px',
    background: '#0f4a4a',
    color: '#fff',
    font: '500 18px/24px Figtree, sans-serif',
    zIndex: '1000',
  })
  document.body.append(bar)
}
