import { parseArgs } from 'node:util'
import type { BrowserContext } from 'playwright-core'
import { launchBrowser } from '../portals/browser.ts'
import { openDemonstration } from '../tools/open-demonstration.ts'
import { enterAs, mostJavascriptBytes, type PageWeight, weighPage } from '../tools/weigh-page.ts'

// `npm run bench -- pages [--json]`: each portal's first page on a cold cache, and the way from page to page.

const mostShownMs = 1500
const mostRouteMs = 200

type RouteChange = { from: string; to: string; ms: number }

const doors: readonly { name: string; as: RegExp | null; path: string }[] = [
  { name: 'public', as: null, path: '/' },
  { name: 'sign in', as: null, path: '/sign-in' },
  { name: 'help', as: null, path: '/help' },
  { name: 'practice', as: /Maya Lindqvist/, path: '/practice' },
  { name: 'operations', as: /Robin Calder/, path: '/operations' },
]

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const demonstration = await openDemonstration()
const browser = await launchBrowser()
try {
  const pages: (PageWeight & { door: string })[] = []
  const routes: RouteChange[] = []
  for (const { name, as, path } of doors) {
    const context = await enterAs(browser, demonstration.url, as)
    // The server has answered once before it is timed: what is measured is the page, not the first look at a table.
    await weighPage(await enterAs(browser, demonstration.url, as), demonstration.url, path)
    pages.push({ door: name, ...(await weighPage(context, demonstration.url, path)) })
    if (as !== null) routes.push(...(await changeRoutes(context, demonstration.url, path)))
    await context.close()
  }
  const isWithin =
    pages.every((page) => page.javascriptBytes < mostJavascriptBytes && page.shownMs < mostShownMs) &&
    routes.every(({ ms }) => ms < mostRouteMs)
  if (values.json) process.stdout.write(`${JSON.stringify({ isWithin, pages, routes })}\n`)
  else process.stdout.write(describe(pages, routes))
  process.exitCode = isWithin ? 0 : 1
} finally {
  await browser.close()
  await demonstration.close()
}

/** Presses each entry of the rail, twice: the first time its script is fetched, the second time is measured. */
async function changeRoutes(context: BrowserContext, url: string, path: string): Promise<RouteChange[]> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${url}${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const links = page.getByRole('navigation').first().getByRole('link')
  const names = await links.allInnerTexts()
  const changes: RouteChange[] = []
  for (const round of [1, 2]) {
    for (const at of names.keys()) {
      const from = new URL(page.url()).pathname
      const href = await links.nth(at).getAttribute('href')
      if (href === null || new URL(href, url).pathname === from) continue
      await page
        .locator('main h1')
        .first()
        .evaluate((heading) => heading.setAttribute('data-before', ''))
      const begun = performance.now()
      await links.nth(at).click()
      await page.locator('main h1:not([data-before])').first().waitFor()
      const to = new URL(page.url()).pathname
      if (round === 2) changes.push({ from: masked(from), to: masked(to), ms: Math.round(performance.now() - begun) })
    }
  }
  await page.close()
  return changes
}

function masked(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
}

function describe(pages: readonly (PageWeight & { door: string })[], routes: readonly RouteChange[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  return [
    `first page      scripts, compressed (limit ${kilobytes(mostJavascriptBytes)})   shown after (limit ${mostShownMs} ms)`,
    ...pages.map(
      ({ door, javascriptBytes, shownMs }) =>
        `${door.padEnd(16)}${kilobytes(javascriptBytes).padStart(10)}${`${shownMs} ms`.padStart(40)}`,
    ),
    '',
    `from page to page (limit ${mostRouteMs} ms)`,
    ...routes.map(({ from, to, ms }) => `${`${from} to ${to}`.padEnd(60)}${`${ms} ms`.padStart(8)}`),
    '',
  ].join('\n')
}
