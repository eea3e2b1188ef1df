import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { lockAlone } from '../database/folder-lock.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A real Chromium without a window. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), headless: true, args: quiet })
}

/** Where a Chromium lies: CHROME_PATH, else the machine's own, else the one that comes as a package (Linux x64). */
export async function chromiumPath(): Promise<string> {
  return process.env.CHROME_PATH ?? installed.find((path) => existsSync(path)) ?? (await packaged())
}

async function packaged(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found: name one in CHROME_PATH. The packaged one runs on Linux x64 only.')
  }
  const described = findPackageJSON('@sparticuz/chromium', import.meta.url)
  if (described === undefined) throw new Error('The package @sparticuz/chromium is not installed.')
  const { version } = JSON.parse(readFileSync(described, 'utf8')) as { version: string }
  const bare = !hasNss()
  // It unpacks itself into the temporary folder, whatever lies there already: each kind gets a folder of its own.
  const folder = fileURLToPath(
    new URL(`../node_modules/.cache/chromium-${version}${bare ? '-bare' : ''}`, import.meta.url),
  )
  await mkdir(folder, { recursive: true })
  // What another process is still unpacking would be taken for whole.
  const alone = await lockAlone(join(folder, 'unpack.lock'))
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV }
  process.env.TMPDIR = folder
  // Under this name it also unpacks the libraries nss, nspr and expat, which a bare machine lacks.
  if (bare) process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
  try {
    const { default: packagedChromium } = await import('@sparticuz/chromium')
    return await packagedChromium.executablePath()
  } finally {
    alone.release()
    restore('TMPDIR', before.TMPDIR)
    restore('AWS_EXECUTION_ENV', before.AWS_EXECUTION_ENV)
  }
}

function hasNss(): boolean {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib']
  return folders.some((folder) => existsSync(`${folder}/libnss3.so`))
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}
