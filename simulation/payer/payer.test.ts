import { expect, test } from 'vitest'
import { type Instant, instant } from '../../libraries/calendar/index.ts'
import { aClaimFile } from './a-claim-file.ts'
import { Payer, type PayerWorld } from './payer.ts'
import { payerConfig } from './payer-config.ts'
import type { PayerEvent } from './payer-state.ts'

const partner = { host: '127.0.0.1', port: 1, hostKey: 'SHA256:x', user: 'payer', password: 'x' }
const config = payerConfig.parse({
  payer: {
    name: 'Meadow Health',
    id: 'MEADOW',
    tin: '411234567',
    address: { street: '1 PLAN WAY', city: 'ALBANY', state: 'NY', zip: '122070001' },
  },
  clearinghouse: partner,
  bank: partner,
  contract: [{ billingTin: '131234567', code: '90837', from: '2020-01-01', cents: 15_000 }],
  defaultCopayCents: 2_500,
  operatorAccount: { routing: '021000021', account: '123456789' },
})

class Killed extends Error {}

/** Disks and partners that survive; the process between them can be killed before and after each effect. */
class Surroundings {
  readonly events: string[] = []
  readonly kept = new Map<string, Uint8Array>()
  readonly clearinghouse = new Map<string, Uint8Array>()
  readonly bank = new Map<string, Uint8Array>()
  readonly writes: string[] = []
  readonly claims = new Map([
    [
      'claims-1.837',
      aClaimFile([
        { claimControlNumber: 'CLAIM1', memberId: 'PAYS1' },
        { claimControlNumber: 'CLAIM2', memberId: 'TAKES1' },
        { claimControlNumber: 'CLAIM3', memberId: 'HELD1' },
      ]),
    ],
  ])

  /** A process that is killed at its n-th moment: from then on it has no effect any more. */
  process(killedAt: number): { payer: Payer; moments: () => number } {
    let moments = 0
    const moment = () => {
      moments += 1
      if (moments >= killedAt) throw new Killed()
    }
    const effect = <Answer>(deed: () => Answer): Answer => {
      moment()
      const answer = deed()
      moment()
      return answer
    }
    const folderOf = (to: 'clearinghouse' | 'bank') => ({
      list: async (folder: string) =>
        effect(() =>
          [...(folder === 'out' ? this.claims : this[to])].map(([name, bytes]) => ({ name, size: bytes.length })),
        ),
      read: async (path: string) => effect(() => this.claims.get(path.slice('out/'.length)) ?? new Uint8Array()),
      write: async (path: string, bytes: Uint8Array) =>
        effect(() => {
          this.writes.push(path)
          this[to].set(path.slice('in/'.length), bytes)
        }),
    })
    const world: PayerWorld = {
      partners: { clearinghouse: folderOf('clearinghouse'), bank: folderOf('bank') },
      journal: { append: (event) => effect(() => this.events.push(JSON.stringify(event))) },
      outgoing: {
        keep: (name, bytes) => effect(() => this.kept.set(name, bytes)),
        read: (name) => this.kept.get(name) ?? new Uint8Array(),
      },
      warn: () => undefined,
    }
    return {
      payer: new Payer(
        config,
        world,
        this.events.map((line) => JSON.parse(line) as PayerEvent),
      ),
      moments: () => moments,
    }
  }
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
  const surroundings = new Surroundings()
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
      const surroundings = new Surroundings()
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
