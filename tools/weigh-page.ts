import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext } from 'playwright-core'

export type PageWeight = { path: string; javascriptBytes: number; scripts: number; sentBytes: number; shownMs: number }

/** No first page of a portal asks a phone on a bad line for more scripts than this, compressed. */
export const mostJavascriptBytes = 250_000

/** A browser's context that has signed in by a persona's card, or nobody's; its cache is cold. */
export async function enterAs(browser: Browser, url: string, name: RegExp | null): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York', reducedMotion: 'reduce' })
  if (name === null) return context
  const personas = (await (await context.request.get(`${url}/api/demonstration/personas`)).json()) as {
    id: string
    name: string
  }[]
  const persona = personas.find((one) => name.test(one.name))
  if (persona === undefined) throw new Error(`no card of the demonstration is called ${name}`)
  const headers = { origin: url, 'idempotency-key': crypto.randomUUID() }
  await context.request.post(`${url}/api/demonstration/personas/${persona.id}/sign-in`, { headers })
  return context
}

/** Opens a page in a context whose cache is cold: how many bytes of scripts it took, compressed, and when its heading stood there. */
export async function weighPage(context: BrowserContext, url: string, path: string): Promise<PageWeight> {
  const page = await context.newPage()
  const scripts = new Map<string, Promise<Buffer>>()
  const sizes: Promise<{ responseBodySize: number }>[] = []
  page.on('response', (response) => {
    if (!/\.m?js$/.test(new URL(response.url()).pathname)) return
    scripts.set(response.url(), response.body())
    sizes.push(response.request().sizes())
  })
  const begun = performance.now()
  await page.goto(`${url}${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const shownMs = Math.round(performance.now() - begun)
  await page.waitForLoadState('networkidle')
  const bodies = await Promise.all(scripts.values())
  const sentBytes = (await Promise.all(sizes)).reduce((total, { responseBodySize }) => total + responseBodySize, 0)
  await page.close()
  const javascriptBytes = bodies.reduce((total, body) => total + gzipSync(body, { level: 6 }).length, 0)
  return { path, javascriptBytes, sentBytes, scripts: bodies.length, shownMs }
}
