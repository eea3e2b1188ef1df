import { Payer, type PayerWorld } from './payer.ts'
import { payerConfig } from './payer-config.ts'
import type { PayerEvent } from './payer-state.ts'

const partner = { host: '127.0.0.1', port: 1, hostKey: 'SHA256:x', user: 'payer', password: 'x' }
export const config = payerConfig.parse({
  payer: {
    name: 'Meadow Health',
    id: 'MEADOW',
    tin: '411234567',
    address: { street: '1 PLAN WAY', city: 'ALBANY', state: 'NY', zip: '122070001' },
  },
  clearinghouse: partner,
  bank: partner,
  contract: [
    { billingTin: '131234567', code: '90837', from: '2020-01-01', cents: 15_000 },
    { billingTin: '131234567', code: '90834', from: '2020-01-01', cents: 12_500 },
  ],
  policies: [{ memberId: 'HELD0001', copayCents: 0 }],
  defaultCopayCents: 2_500,
  operatorAccount: { routing: '021000021', account: '123456789' },
})

/** What every effect of a killed process throws. */
export class Killed extends Error {}

/** Disks and partners that survive; the process between them can be killed before and after each effect. */
export class Surroundings {
  readonly events: string[] = []
  readonly kept = new Map<string, Uint8Array>()
  readonly clearinghouse = new Map<string, Uint8Array>()
  readonly bank = new Map<string, Uint8Array>()
  readonly writes: string[] = []
  readonly claims: Map<string, Uint8Array>

  constructor(claims: Record<string, Uint8Array>) {
    this.claims = new Map(Object.entries(claims))
  }

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
