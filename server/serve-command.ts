import { parseArgs } from 'node:util'
import type { Persona } from './demonstration-routes.ts'
import { deeds } from './due.ts'
import { demonstrationParts } from './lived-in/demonstration-parts.ts'
import { openNetwork } from './lived-in/open-network.ts'
import { openPortals } from './open-portals.ts'
import { seedReferenceData } from './reference-data.ts'
import { readSettings, type Settings } from './settings.ts'
import { type RunningServer, type StartParts, startServer } from './start.ts'

/** Runs the server until it is told to stop. */
export async function serve(args: string[]): Promise<number> {
  parseArgs({ args, options: {} })
  const settings = readSettings(process.env)
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  // Heard from the first moment on: who is told to stop while it starts still stops the database that it started.
  const told = toldToStop(settings)
  const portals = await openPortals(say)
  const network = await openNetwork(settings, say)
  try {
    for (let startedOver = false; ; startedOver = true) {
      const begun = Promise.withResolvers<null>()
      const startOver = network.startOver === null ? null : () => begun.resolve(null)
      const parts = { ...partsOf(settings), portalsFolder: portals.folder, startOver, startedOver, say }
      const server = await startServer(settings, parts)
      say(await greeting(server, settings))
      if (settings.watchStdin) process.stdout.write(`${JSON.stringify({ ready: true, url: server.url })}\n`)
      const reason = await Promise.race([told, begun.promise])
      say(reason === null ? 'Starting the story over …' : `${reason}: finishing what was begun …`)
      await server.stop()
      if (reason !== null) return 0
      await network.startOver?.()
    }
  } finally {
    await network.letGo()
    portals.letGo()
  }
}

function partsOf(settings: Settings): StartParts {
  if (settings.mode === 'production') {
    return { deeds, seed: ({ operations, world }) => seedReferenceData(operations, world.clock.now()) }
  }
  return demonstrationParts(settings)
}

async function greeting({ url, app }: RunningServer, { mode }: Settings): Promise<string> {
  if (mode === 'production') return `Evenkeel serves ${url}`
  const answer = await app.inject({ url: '/api/demonstration/personas' })
  const personas: Persona[] = answer.json()
  const lines = personas.map(({ name, role, title, practiceName, what }) => {
    const place = practiceName === '' ? '' : ` at ${practiceName}`
    return `  ${name}, ${title?.toLowerCase() ?? role}${place}: ${what}`
  })
  return [
    '',
    `Evenkeel is at ${url} (a demonstration; the clock stands until you move it).`,
    'Sign in as one of these, by their card:',
    ...lines,
    '',
  ].join('\n')
}

function toldToStop({ watchStdin, supervised }: Settings): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
    if (!watchStdin && !supervised) return
    process.stdin.resume().once('close', () => resolve('Standard input closed'))
    // Listening must not keep a process alive whose start has failed.
    if ('unref' in process.stdin) process.stdin.unref()
  })
}
