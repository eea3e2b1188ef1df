import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openJournal, writeDurably } from './journal.ts'
import { behaviours } from './payer/behaviours.ts'
import { FilePartner } from './payer/file-partner.ts'
import { Payer } from './payer/payer.ts'
import { payerConfig } from './payer/payer-config.ts'
import type { PayerEvent } from './payer/payer-state.ts'
import { type Outset, runSimulator, type Simulator } from './process.ts'

const behaviourOrder = z
  .strictObject({
    memberId: z.string().optional(),
    claimControlNumber: z.string().optional(),
    behaviour: z.enum(behaviours),
  })
  .refine(({ memberId, claimControlNumber }) => (memberId === undefined) !== (claimControlNumber === undefined), {
    message: 'name either a memberId or a claimControlNumber',
  })

/** The payer: reads claims at the clearinghouse, answers there, and pays through the bank. */
async function startPayer({ folder, config, now, inTurn }: Outset): Promise<Simulator> {
  const settings = payerConfig.parse(config)
  const outgoing = join(folder, 'outgoing')
  mkdirSync(outgoing, { recursive: true, mode: 0o700 })
  const journal = openJournal<PayerEvent>(join(folder, 'journal'))
  const payer = new Payer(
    settings,
    {
      partners: { clearinghouse: new FilePartner(settings.clearinghouse), bank: new FilePartner(settings.bank) },
      journal,
      outgoing: {
        keep: (name, bytes) => writeDurably(join(outgoing, name), bytes),
        read: (name) => readFileSync(join(outgoing, name)),
      },
      warn: (message) => process.stderr.write(`payer: ${message}\n`),
    },
    journal.events,
  )
  return {
    doors: {},
    advance: (moment) => payer.advance(moment),
    nextDueAt: () => payer.nextDueAt(),
    routes: {
      'POST /behave': (body) =>
        inTurn(() => {
          const order = behaviourOrder.safeParse(body)
          const moment = now()
          if (!order.success) throw new RangeError(z.prettifyError(order.error))
          if (moment === null) throw new RangeError('the clock has not been told yet')
          const about = order.data.memberId ?? order.data.claimControlNumber ?? ''
          payer.behave(about, order.data.behaviour, moment)
          return { nextDueAt: payer.nextDueAt() }
        }),
    },
  }
}

await runSimulator('payer', startPayer)
