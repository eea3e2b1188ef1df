import { asOperations } from '../../database/act-as.ts'
import { dateIn, dateInWords, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { payersAll } from '../contracts/index.ts'
import { addressOf, membersOf } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import { answerLimits } from './answer-limit-store.ts'
import { type Claim, heldClaims } from './claim-store.ts'
import { filingAlarms, recordFilingAlarm } from './filing-alarm-store.ts'
import { type FilingStanding, filingStanding } from './filing-standing.ts'

type Told = { claim: Claim; standing: FilingStanding }

/** Tells the operator's people, once, of each held claim whose payer may soon take it no more; returns how many. */
export async function alarmHeldClaims(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const told: Told[] = []
    for (const { claim, standing } of await standingClaims(tx, world)) {
      if (standing.state === 'quiet') continue
      const { practiceId, id: claimId } = claim
      if (await recordFilingAlarm(tx, { practiceId, claimId, limitOn: standing.limitOn, at: now })) {
        told.push({ claim, standing })
      }
    }
    if (told.length > 0) await tellOperator(tx, world, told)
    return told.length
  })
}

/** The first morning on which a held claim that nobody was told of comes near its limit. */
export async function nextAlarmDue(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const standing = await standingClaims(tx, world)
    const days = standing.filter((one) => one.standing.state === 'quiet').map((one) => one.standing.alarmOn)
    const [first] = days.sort()
    return first === undefined ? null : instantAt(first, '00:00', world.zone)
  })
}

async function standingClaims(db: Db, world: World): Promise<Told[]> {
  const claims = await heldClaims(db)
  if (claims.length === 0) return []
  const today = dateIn(world.clock.now(), world.zone)
  const limits = await answerLimits(db)
  const known = claims.flatMap((claim) => {
    const standing = filingStanding(claim, limits, today)
    return standing === null ? [] : [{ claim, standing }]
  })
  const raised = await filingAlarms(
    db,
    claims.map(({ id }) => id),
  )
  return known.filter(({ claim, standing }) => !raised.has(`${claim.id} ${standing.limitOn}`))
}

/** One letter to each of the operator's people: claims by their number, and nothing of any client. */
async function tellOperator(db: Db, world: World, told: readonly Told[]): Promise<void> {
  const payers = new Map((await payersAll(db)).map(({ id, name }) => [id, name]))
  const lines = told.map(({ claim: { controlNumber, payerId, serviceOn }, standing: { words } }) => {
    return `${controlNumber}, ${payers.get(payerId) ?? payerId}, service of ${dateInWords(serviceOn)}. ${words}`
  })
  const count = told.length === 1 ? 'A held claim comes' : `${told.length} held claims come`
  const subject = `${count} near the filing limit`
  const body = [...lines, 'They stand under Claims, Filing limit.'].join('\n\n')
  for (const { userId } of await membersOf(db, world.operator)) {
    const to = await addressOf(db, userId)
    if (to !== null) await world.mail.post(db, { practiceId: world.operator, to, subject, body, about: null })
  }
}
