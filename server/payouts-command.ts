import { payoutsWhere } from '../business/payouts/payout-store.ts'
import { asOperations } from '../database/act-as.ts'
import { instantAt, isCalendarDate } from '../libraries/calendar/index.ts'
import { formatCents } from '../libraries/money/index.ts'
import { settingsWith } from './command-settings.ts'
import { deeds } from './due.ts'
import { demonstrationParts } from './lived-in/demonstration-parts.ts'
import { type RunningServer, startServer } from './start.ts'
import { WrongUse } from './wrong-use.ts'

/**
 * `payouts run --on DATE`: makes the payouts and bank file of every payday whose send day is on or before DATE and that has
 * none yet. The demonstration's clock goes to that day; in production a day to come is refused. A second run changes nothing.
 */
export async function runPayouts(args: string[]): Promise<number> {
  const { settings, values } = settingsWith(args, { on: { type: 'string' }, json: { type: 'boolean' } })
  const on = values.on
  if (typeof on !== 'string' || !isCalendarDate(on)) throw new WrongUse('Name the day: --on 2026-04-29')
  const isDemonstration = settings.mode === 'demonstration'
  const parts = isDemonstration ? demonstrationParts(settings) : {}
  const server = await startServer({ ...settings, port: 0 }, { deeds, ...parts })
  try {
    const before = new Set((await payoutsOf(server)).map(({ id }) => id))
    const moment = instantAt(on, '23:59', settings.zone)
    if (moment > server.world.clock.now()) {
      if (!isDemonstration) throw new WrongUse(`${on} is still to come: in production a payday cannot be run ahead`)
      await server.advance(moment)
    } else await server.tick()
    const made = (await payoutsOf(server)).filter(({ id }) => !before.has(id))
    if (values.json === true) process.stdout.write(`${JSON.stringify({ payouts: made })}\n`)
    else process.stdout.write(describe(made))
    return 0
  } finally {
    await server.stop()
  }
}

function payoutsOf({ databases, world }: RunningServer) {
  return asOperations(databases.operations, { user: null, now: world.clock.now() }, (db) => payoutsWhere(db, 'all'))
}

function describe(made: Awaited<ReturnType<typeof payoutsOf>>): string {
  if (made.length === 0) return 'Nothing was due that has not been paid.\n'
  const lines = made.map(
    ({ practiceId, cents, payOn, settlesOn, fileName }) =>
      `${formatCents(cents)} to practice ${practiceId}, pay date ${payOn}, arrives ${settlesOn}, in ${fileName}`,
  )
  return `${lines.join('\n')}\n`
}
