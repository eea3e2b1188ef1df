import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { clientEstimate } from '../business/charges/client-estimate.ts'
import { startEmbeddedServer } from '../database/embedded-server.ts'
import { type CalendarDate, holds, isCalendarDate } from '../libraries/calendar/index.ts'
import { type Cents, cents } from '../libraries/money/index.ts'
import { type PlayedStory, playVariant, variants } from './play-story.ts'
import { aprilStory, inForce, type StorySettings } from './story-network.ts'
import { WrongUse } from './wrong-use.ts'

const options = {
  json: { type: 'boolean' },
  keep: { type: 'string' },
  'payer-rate': { type: 'string' },
  copay: { type: 'string' },
  'provider-rate': { type: 'string' },
  'confirmed-on': { type: 'string' },
} as const

const mostCents = 10_000_000
// Two at a time: one plays while the other waits for its database or its partners.
const atOnce = 2

/** `story april-8`: plays all seven variants and prints one document, or their timelines. */
export async function tellStory(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options })
  const settings = storySettings(values)
  const folder = values.keep === undefined ? mkdtempSync(join(tmpdir(), 'evenkeel-story-')) : resolve(values.keep)
  process.stderr.write(`The story's files are kept in ${folder}\n`)
  const played = await playAll(folder, settings, values.json !== true)
  if (values.keep === undefined) removeAllButFiles(folder)
  if (values.json === true) {
    process.stdout.write(`${JSON.stringify({ variants: played.map(({ outcome }) => outcome) }, null, 2)}\n`)
  } else for (const { timeline } of played) process.stdout.write(`${timeline}\n`)
  return 0
}

type Values = { [name in keyof typeof options]?: string | boolean | undefined }

function storySettings(values: Values): StorySettings {
  const on = values['confirmed-on'] ?? aprilStory.on
  if (typeof on !== 'string' || !isCalendarDate(on)) throw new WrongUse(`--confirmed-on is no date: ${on}`)
  if (!holds(inForce, on)) {
    throw new WrongUse(
      `--confirmed-on must lie from ${inForce.from} to the end of 2035: the story's contract is in force then`,
    )
  }
  const payerRate = amount(values, 'payer-rate', aprilStory.payerRate)
  const copay = amount(values, 'copay', aprilStory.copay)
  const providerRate = amount(values, 'provider-rate', aprilStory.providerRate)
  const { payer: otherRate } = clientEstimate({ payerRate, copay })
  return { on: on as CalendarDate, payerRate, copay, providerRate, otherRate }
}

function amount(values: Values, name: 'payer-rate' | 'copay' | 'provider-rate', byDefault: Cents): Cents {
  const text = values[name]
  if (text === undefined) return byDefault
  if (typeof text !== 'string' || !/^\d{1,8}$/.test(text) || Number(text) > mostCents) {
    throw new WrongUse(`--${name} must be whole cents from 0 to ${mostCents}, not ${text}`)
  }
  return cents(Number(text))
}

/** Plays the variants on one cluster, which stays up until the last has ended. */
async function playAll(folder: string, settings: StorySettings, shows: boolean): Promise<PlayedStory[]> {
  const cluster = await startEmbeddedServer({ folder: join(folder, 'database') })
  try {
    const played = new Map<string, PlayedStory>()
    const waiting = [...variants]
    const playNext = async (): Promise<void> => {
      const name = waiting.shift()
      if (name === undefined) return
      played.set(name, await playVariant(folder, name, settings))
      if (shows) process.stderr.write(`  ${played.size} of ${variants.length} played\n`)
      return playNext()
    }
    await Promise.all(Array.from({ length: atOnce }, playNext))
    return variants.flatMap((name) => played.get(name) ?? [])
  } finally {
    await cluster.stop()
  }
}

function removeAllButFiles(folder: string): void {
  for (const name of ['database', 'sign-in-secret']) rmSync(join(folder, name), { recursive: true, force: true })
  for (const name of variants) rmSync(join(folder, `outside-story_${name}`), { recursive: true, force: true })
}
