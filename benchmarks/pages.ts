import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { BrowserContext } from 'playwright-core'
import { launchBrowser } from '../portals/browser.ts'
import { openDemonstration } from '../tools/open-demonstration.ts'
import { enterAs, mostJavascriptBytes, type PageWeight, weighPage } from '../tools/weigh-page.ts'

// `npm run bench -- pages [--json]`: each portal's first page on a cold cache, and the way from page to page.

const mostShownMs = 1500
const mostRouteMs = 200

type RouteChange = { way: string; ms: number }

const doors: readonly { name: string; as: RegExp | null; path: string }[] = [
  { name: 'public', as: null, path: '/' },
  { name: 'sign in', as: null, path: '/sign-in' },
  { name: 'help', as: null, path: '/help' },
  { name: 'practice', as: /Maya Lindqvist/, path: '/practice' },
  { name: 'operations', as: /Robin Calder/, path: '/operations' },
  { name: 'client', as: /June Hathaway/, path: '/client' },
]

const rounds = 5

type Door = PageWeight & { door: string; staticMs: number }

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const loadBefore = loadavg()[0] ?? 0
const demonstration = await openDemonstration()
const browser = await launchBrowser()
try {
  const pages: Door[] = []
  const routes: RouteChange[] = []
  for (const door of doors) {
    pages.push(await openDoor(door))
    if (door.as === null) continue
    const context = await enterAs(browser, demonstration.url, door.as)
    routes.push(...(await changeRoutes(context, demonstration.url, door.path)))
    await context.close()
  }
  const load = { before: loadBefore, after: loadavg()[0] ?? 0 }
  const isWithin =
    pages.every((page) => page.javascriptBytes < mostJavascriptBytes && page.shownMs < mostShownMs) &&
    routes.every(({ ms }) => ms < mostRouteMs)
  if (values.json) process.stdout.write(`${JSON.stringify({ isWithin, load, pages, routes })}\n`)
  else process.stdout.write(describe(pages, routes, load))
  process.exitCode = isWithin ? 0 : 1
} finally {
  await browser.close()
  await demonstration.close()
}

/** The median of several cold openings, each beside one of a page that only carries as many bytes and does nothing. */
async function openDoor({ name, as, path }: (typeof doors)[number]): Promise<Door> {
  const cold = async (url: string, at: string, who: RegExp | null) => {
    const context = await enterAs(browser, url, who)
    const weight = await weighPage(context, url, at)
    await context.close()
    return weight
  }
  // The server has answered once before it is timed: what is measured is the page, not the first look at a table.
  const { sentBytes } = await cold(demonstration.url, path, as)
  const still = await openStaticPage(sentBytes)
  const opened: PageWeight[] = []
  const beside: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    opened.push(await cold(demonstration.url, path, as))
    beside.push((await cold(still.url, '/', null)).shownMs)
  }
  await still.close()
  const [first] = opened
  if (first === undefined) throw new Error('no page was opened')
  return { ...first, door: name, shownMs: median(opened.map(({ shownMs }) => shownMs)), staticMs: median(beside) }
}

/** The limit: as many bytes, in one answer, above a heading. */
async function openStaticPage(bytes: number): Promise<{ url: string; close: () => Promise<void> }> {
  const page = `<!doctype html><title>still</title><!--${randomBytes(bytes).toString('hex').slice(0, bytes)}--><h1>Still</h1>`
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `http://127.0.0.1:${port}`, close }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** Presses each entry of the rail several times: the first time its script is fetched, the median of the others counts. */
async function changeRoutes(context: BrowserContext, url: string, path: string): Promise<RouteChange[]> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${url}${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const links = page.getByRole('navigation').first().getByRole('link')
  const names = await links.allInnerTexts()
  const changes = new Map<string, number[]>()
  for (let round = 0; round <= rounds; round += 1) {
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
      const way = `${masked(from)} to ${masked(to)}`
      if (round > 0) changes.set(way, [...(changes.get(way) ?? []), Math.round(performance.now() - begun)])
    }
  }
  await page.close()
  return [...changes].map(([way, times]) => ({ way, ms: median(times) }))
}

function masked(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
}

function describe(
  pages: readonly Door[],
  routes: readonly RouteChange[],
  load: { before: number; after: number },
): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  const [scripts, sent] = [`scripts (limit ${kilobytes(mostJavascriptBytes)})`, 'as sent']
  const [shown, still] = [`shown after (limit ${mostShownMs} ms)`, 'only as many bytes']
  return [
    `medians of ${rounds}; load average ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after`,
    '',
    `${'first page'.padEnd(14)}${scripts.padStart(26)}${sent.padStart(12)}${shown.padStart(30)}${still.padStart(22)}`,
    ...pages.map(({ door, javascriptBytes, sentBytes, shownMs, staticMs }) =>
      [
        door.padEnd(14),
        kilobytes(javascriptBytes).padStart(26),
        kilobytes(sentBytes).padStart(12),
        `${shownMs} ms`.padStart(30),
        `${staticMs} ms`.padStart(22),
      ].join(''),
    ),
    '',
    `from page to page (limit ${mostRouteMs} ms)`,
    ...routes.map(({ way, ms }) => `${way.padEnd(60)}${`${ms} ms`.padStart(8)}`),
    '',
  ].join('\n')
}
