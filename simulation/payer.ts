import { mkdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { z } from 'zod'
import { earliest, type Instant } from '../libraries/calendar/index.ts'
import { openJournal, writeDurably } from './journal.ts'
import { behaviours } from './payer/behaviours.ts'
import { FilePartner } from './payer/file-partner.ts'
import { type Partner, Payer } from './payer/payer.ts'
import { type PayerConfig, payersConfig } from './payer/payer-config.ts'
import type { PayerEvent } from './payer/payer-state.ts'
import { shareClaimFiles } from './payer/share-claim-files.ts'
import { type Outset, runSimulator, type Simulator } from './process.ts'

const behaviourOrder = z
  .strictObject({
    /** The id of the payer; where it is left out, the first one. */
    payer: z.string().optional(),
    memberId: z.string().optional(),
    /** With a member: only their claim of this date of service, whether it came already or not. */
    servedOn: z.iso.date().optional(),
    claimControlNumber: z.string().optional(),
    /** The next so many claims that come. */
    next: z.int().positive().max(100).optional(),
    behaviour: z.enum(behaviours),
    /** Each step on the next banking day that it can, instead of on its usual one. */
    soon: z.boolean().default(false),
  })
  .refine(
    ({ memberId, claimControlNumber, next }) =>
      [memberId, claimControlNumber, next].filter((named) => named !== undefined).length === 1,
    { message: 'name either a memberId, a claimControlNumber or how many of the next claims' },
  )
  .refine(({ memberId, servedOn }) => servedOn === undefined || memberId !== undefined, {
    message: 'a date of service needs its member',
  })

/** The payers: each reads its claims at the clearinghouse, answers there, and pays through the bank. */
async function startPayers({ folder, config, now, inTurn }: Outset): Promise<Simulator> {
  const settings = payersConfig.parse(config)
  const { payers, lookAgain } = openPayers(folder, settings)
  const all = [...payers.values()]
  return {
    doors: {},
    advance: async (moment, { broughtNothing }) => {
      let did = 0
      lookAgain()
      for (const payer of all) did += await payer.advance(moment, { looksForClaims: !broughtNothing })
      return did
    },
    nextDueAt: () => {
      const [first, ...others] = all.map((payer) => payer.nextDueAt()).filter((due): due is Instant => due !== null)
      return first === undefined ? null : earliest(first, ...others)
    },
    routes: { 'POST /behave': (body) => inTurn(() => behave(payers, body, now())) },
  }
}

function openPayers(
  folder: string,
  settings: readonly PayerConfig[],
): { payers: Map<string, Payer>; lookAgain: () => void } {
  const [first] = settings
  if (first === undefined) throw new RangeError('there is no payer')
  const bank = new FilePartner(first.bank)
  const owners = new Map<string, string>()
  const ids = settings.map(({ payer }) => payer.id)
  const share = shareClaimFiles(new FilePartner(first.clearinghouse), ids, owners)
  const payers = new Map<string, Payer>()
  for (const [index, each] of settings.entries()) {
    // The first one's files lie where a payer's lie that is alone.
    const own = index === 0 ? folder : join(folder, each.payer.id)
    const payer = openPayer(own, each, { clearinghouse: share.for(each.payer.id), bank })
    for (const name of payer.filesRead()) owners.set(name, each.payer.id)
    payers.set(each.payer.id, payer)
  }
  return { payers, lookAgain: share.lookAgain }
}

function openPayer(folder: string, settings: PayerConfig, partners: { clearinghouse: Partner; bank: Partner }): Payer {
  const outgoing = join(folder, 'outgoing')
  const received = join(folder, 'received')
  for (const each of [outgoing, received]) mkdirSync(each, { recursive: true, mode: 0o700 })
  const journal = openJournal<PayerEvent>(join(folder, 'journal'))
  const world = {
    partners: { ...partners, clearinghouse: keepingWhatIsRead(partners.clearinghouse, received) },
    journal,
    outgoing: {
      keep: (name: string, bytes: Uint8Array) => writeDurably(join(outgoing, name), bytes),
      read: (name: string) => readFileSync(join(outgoing, name)),
    },
    warn: (message: string) => void process.stderr.write(`payer: ${settings.payer.id}: ${message}\n`),
  }
  return new Payer(settings, world, journal.events)
}

/** A payer keeps the claims that it fetches in a folder of its own, as they came. */
function keepingWhatIsRead(partner: Partner, folder: string): Partner {
  return {
    list: (of) => partner.list(of),
    write: (path, bytes) => partner.write(path, bytes),
    async read(path) {
      const bytes = await partner.read(path)
      writeDurably(join(folder, posix.basename(path)), bytes)
      return bytes
    },
  }
}

function behave(payers: ReadonlyMap<string, Payer>, body: unknown, now: Instant | null): object {
  const read = behaviourOrder.safeParse(body)
  if (!read.success) throw new RangeError(z.prettifyError(read.error))
  const order = read.data
  const payer = order.payer === undefined ? payers.values().next().value : payers.get(order.payer)
  if (payer === undefined) throw new RangeError(`there is no payer ${order.payer}`)
  if (now === null) throw new RangeError('the clock has not been told yet')
  const { behaviour, soon } = order
  if (order.next !== undefined) payer.behaveNext({ count: order.next, behaviour, soon })
  else payer.behave(aboutOf(order), { behaviour, soon }, now)
  return { nextDueAt: payer.nextDueAt() }
}

function aboutOf({ memberId = '', servedOn, claimControlNumber }: z.infer<typeof behaviourOrder>): string {
  if (claimControlNumber !== undefined) return claimControlNumber
  return servedOn === undefined ? memberId : `${memberId} ${servedOn}`
}

await runSimulator('payer', startPayers)
