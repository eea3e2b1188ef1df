import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../portals/browser.ts'
import { openDenied, openToConfirm, practiceOf } from './find-pages.ts'
import { openDemonstration } from './open-demonstration.ts'
import { takeTour } from './take-tour.ts'
import { enterAs } from './weigh-page.ts'

// `npm run screenshots`: the README's pictures and its tour, from a fresh demonstration as a newcomer finds it.

type Scene = {
  file: string
  as: RegExp | null
  scheme: 'light' | 'dark'
  width: 1440 | 390
  /** Opens the page; what it shows is the picture. */
  open: (page: Page, url: string) => Promise<void>
}

const folder = join(import.meta.dirname, '..', 'docs', 'screenshots')
const to = (path: string) => async (page: Page, url: string) => void (await page.goto(`${url}${path}`))
const toPractice = (path: string) => async (page: Page, url: string) =>
  void (await page.goto(`${url}/practice/${await practiceOf(page, url)}${path}`))

const scenes: readonly Scene[] = [
  { file: 'landing.png', as: null, scheme: 'light', width: 1440, open: to('/') },
  { file: 'home.png', as: /Maya Lindqvist/, scheme: 'light', width: 1440, open: toPractice('') },
  { file: 'calendar.png', as: /Maya Lindqvist/, scheme: 'light', width: 1440, open: toPractice('/calendar') },
  { file: 'session.png', as: /Maya Lindqvist/, scheme: 'dark', width: 1440, open: openDenied },
  { file: 'treasury.png', as: /Robin Calder/, scheme: 'dark', width: 1440, open: to('/operations/treasury') },
  { file: 'help.png', as: null, scheme: 'light', width: 1440, open: to('/help/how-you-are-paid') },
  { file: 'confirm.png', as: /Maya Lindqvist/, scheme: 'light', width: 1440, open: openToConfirm },
  { file: 'phone.png', as: /Maya Lindqvist/, scheme: 'light', width: 390, open: openToConfirm },
]

if (import.meta.main) {
  mkdirSync(folder, { recursive: true })
  const demonstration = await openDemonstration()
  const browser = await launchBrowser()
  try {
    for (const scene of scenes) {
      await take(browser, demonstration.url, scene)
      process.stdout.write(`docs/screenshots/${scene.file}\n`)
    }
    for (const file of await takeTour(browser, demonstration.url, folder))
      process.stdout.write(`docs/screenshots/${file}\n`)
  } finally {
    await browser.close()
    await demonstration.close()
  }
}

async function take(browser: Browser, url: string, { file, as, scheme, width, open }: Scene): Promise<void> {
  const context = await enterAs(browser, url, as)
  const page = await context.newPage()
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
  await open(page, url)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder, file) })
  await context.close()
}
