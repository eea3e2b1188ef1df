import { expect, test } from 'vitest'
import { type Instant, instant } from '../../libraries/calendar/index.ts'
import { aClaimFile } from './a-claim-file.ts'
import { Killed, Surroundings } from './surroundings.ts'

const claims = {
  'claims-1.837': aClaimFile([
    { claimControlNumber: 'CLAIM1', memberId: 'PAYS1' },
    { claimControlNumber: 'CLAIM2', memberId: 'TAKES1' },
    { claimControlNumber: 'CLAIM3', memberId: 'HELD1' },
  ]),
}
const moments = ['2026-04-10T22:00:00Z', '2026-06-12T10:00:00Z', '2026-09-15T10:00:00Z', '2026-10-01T10:00:00Z'].map(
  instant,
)

async function play(surroundings: Surroundings, now: Instant, killedAt: number): Promise<number> {
  const { payer, moments } = surroundings.process(killedAt)
  await payer.advance(now).catch((problem: unknown) => {
    if (!(problem instanceof Killed)) throw problem
  })
  return moments()
}

async function undisturbed(): Promise<{ surroundings: Surroundings; momentsOf: number[] }> {
  const surroundings = new Surroundings(claims)
  const momentsOf: number[] = []
  for (const now of moments) momentsOf.push(await play(surroundings, now, Number.POSITIVE_INFINITY))
  return { surroundings, momentsOf }
}

test('killed before or after any of its effects, the payer ends with the same files, each sent once', async () => {
  const { surroundings: expected, momentsOf } = await undisturbed()
  expect([...expected.clearinghouse.keys()]).toHaveLength(5)
  expect(expected.bank.size).toBe(1)

  for (const [step, count] of momentsOf.entries()) {
    for (let killedAt = 1; killedAt <= count; killedAt += 1) {
      const surroundings = new Surroundings(claims)
      for (const [index, now] of moments.entries()) {
        if (index === step) await play(surroundings, now, killedAt)
        await play(surroundings, now, Number.POSITIVE_INFINITY)
      }
      const where = `moment ${killedAt} of ${count} in step ${step}`
      expect(surroundings.clearinghouse, where).toEqual(expected.clearinghouse)
      expect(surroundings.bank, where).toEqual(expected.bank)
      expect(surroundings.writes.toSorted(), where).toEqual(expected.writes.toSorted())
    }
  }
})

test('a second call at the same moment does nothing', async () => {
  const { surroundings } = await undisturbed()
  const { payer } = surroundings.process(Number.POSITIVE_INFINITY)
  const before = surroundings.events.length
  expect(await payer.advance(instant('2026-10-01T10:00:00Z'))).toBe(0)
  expect(surroundings.events).toHaveLength(before)
  expect(payer.nextDueAt()).toBeNull()
})
