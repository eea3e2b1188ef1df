import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumPath, launchBrowser } from '../portals/browser.ts'
import { openDemonstration } from './open-demonstration.ts'
import { enterAs } from './weigh-page.ts'

// `npm run lighthouse`: fetched when it is asked for and no dependency of ours, since nobody else needs its hundred packages.
const version = '13.5.0'
const categories = ['accessibility', 'best-practices'] as const

const pages: readonly { path: string; as: RegExp | null }[] = [
  { path: '/', as: null },
  { path: '/help', as: null },
  { path: '/help/how-you-are-paid', as: null },
  { path: '/help/blue-plans', as: null },
  { path: '/sign-in', as: null },
  { path: '/sign-up', as: null },
  { path: '/patient', as: null },
  { path: '/client/appointments', as: /client/ },
  { path: '/client/billing', as: /client/ },
  { path: '/client/start', as: /client/ },
  { path: '/client/account', as: /client/ },
]

type Report = {
  finalDisplayedUrl: string
  categories: Record<(typeof categories)[number], { score: number; auditRefs: { id: string }[] }>
  audits: Record<string, { score: number | null; title: string }>
}
type Outcome = { path: string; scores: number[]; found: string[] }

if (import.meta.main) process.exitCode = await runLighthouse()

/** Looks at the public, sign-in and client pages, writes docs/lighthouse.md, and answers 1 when any is below 100. */
async function runLighthouse(): Promise<number> {
  const demonstration = await openDemonstration()
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-lighthouse-'))
  try {
    const cookie = await clientCookie(demonstration.url)
    const outcomes: Outcome[] = []
    for (const page of pages.filter(({ as }) => as === null || cookie !== null)) {
      const file = join(folder, `${outcomes.length}.json`)
      outcomes.push(
        await look({ url: demonstration.url, path: page.path, file, cookie: page.as === null ? null : cookie }),
      )
      process.stdout.write(`${describe(outcomes.slice(-1))}\n`)
    }
    writeFileSync(join(import.meta.dirname, '..', 'docs', 'lighthouse.md'), asDocument(outcomes, cookie !== null))
    return outcomes.every(({ scores }) => scores.every((score) => score === 100)) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await demonstration.close()
  }
}

/** The session of a client who signed in by a card; null where the demonstration has no card of a client. */
async function clientCookie(url: string): Promise<string | null> {
  const personas = (await (await fetch(`${url}/api/demonstration/personas`)).json()) as { name: string; role: string }[]
  const client = personas.find(({ role }) => role === 'client')
  if (client === undefined) return null
  const browser = await launchBrowser()
  try {
    const context = await enterAs(browser, url, new RegExp(`^${client.name}$`))
    return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  } finally {
    await browser.close()
  }
}

async function look(asked: { url: string; path: string; file: string; cookie: string | null }): Promise<Outcome> {
  const args = ['exec', '--yes', `--package=lighthouse@${version}`, '--', 'lighthouse', `${asked.url}${asked.path}`]
  const options = [
    '--quiet',
    '--output=json',
    `--output-path=${asked.file}`,
    `--only-categories=${categories.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage',
    ...(asked.cookie === null ? [] : [`--extra-headers=${JSON.stringify({ Cookie: asked.cookie })}`]),
  ]
  const env = { ...process.env, CHROME_PATH: await chromiumPath() }
  const child = spawn('npm', [...args, ...options], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`lighthouse ended with ${code} at ${asked.path}`)
  const report = JSON.parse(readFileSync(asked.file, 'utf8')) as Report
  const ids = categories.flatMap((category) => report.categories[category].auditRefs.map(({ id }) => id))
  return {
    path: new URL(report.finalDisplayedUrl).pathname,
    scores: categories.map((category) => Math.round(report.categories[category].score * 100)),
    found: ids.filter((id) => report.audits[id]?.score === 0).map((id) => report.audits[id]?.title ?? id),
  }
}

function describe(outcomes: readonly Outcome[]): string {
  return outcomes
    .map(({ path, scores, found }) => `| \`${path}\` | ${scores.join(' | ')} | ${found.join('; ') || 'nothing'} |`)
    .join('\n')
}

function asDocument(outcomes: readonly Outcome[], withClient: boolean): string {
  return [
    '# What Lighthouse says of our pages',
    '',
    `\`npm run lighthouse\` writes this file: Lighthouse ${version}, a phone's width, the pages of a fresh demonstration.`,
    '',
    '| page | accessibility | best practices | found |',
    '|---|---|---|---|',
    describe(outcomes),
    '',
    ...(withClient
      ? []
      : ['The client’s own pages were not looked at: the demonstration has no card of a client.', '']),
  ].join('\n')
}
