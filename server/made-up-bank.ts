import { recordOwnMoney } from '../business/payouts/bank-statement-store.ts'
import { readAchFile } from '../libraries/ach/index.ts'
import type { StatementLine } from '../libraries/bai2/index.ts'
import { type CalendarDate, dateIn } from '../libraries/calendar/index.ts'
import { cents } from '../libraries/money/index.ts'
import type { House } from './house-on-test-database.ts'
import { aReturnFile, aStatement, originator } from './made-up-files.ts'
import { zone } from './story-network.ts'

/** The operator's bank and the processor's payouts, for tests of flows: what happened until a day is on its statement. */
export function aBank(house: House) {
  const { outside, world } = house
  let balance = 0
  let coming: Partial<StatementLine>[] = []
  const taken = new Set<string>()
  let cardsTold = { charges: 0, refunds: 0 }

  const today = (): CalendarDate => dateIn(world.clock.now(), zone)
  const add = (line: Omit<Partial<StatementLine>, 'cents'> & { cents: number }) =>
    coming.push({ ...line, cents: cents(line.cents) })

  function settleFiles(): void {
    for (const [name, bytes] of outside.bank.folders.get('in') ?? []) {
      const { file } = readAchFile(new TextDecoder().decode(bytes))
      for (const batch of file?.batches ?? []) {
        const made = file?.createdOn.slice(2).replaceAll('-', '') ?? ''
        const customerReference = `${made}${file?.fileIdModifier}-${String(batch.batchNumber).padStart(7, '0')}`
        if (taken.has(`${name} ${customerReference}`) || batch.effectiveOn > today()) continue
        taken.add(`${name} ${customerReference}`)
        const total = batch.entries.reduce((sum, entry) => sum + entry.cents, 0)
        add({ typeCode: '466', cents: total, customerReference, text: `FILE=${name}` })
      }
    }
  }

  function settleCards(): void {
    const { charges, refunds } = outside.desk
    const captured = charges.slice(cardsTold.charges).filter(({ answer }) => answer.outcome === 'captured')
    const sent = refunds.slice(cardsTold.refunds)
    const sumOf = (list: readonly { cents: number }[]) => list.reduce((sum, one) => sum + one.cents, 0)
    if (captured.length > 0) add({ typeCode: '142', cents: sumOf(captured), customerReference: `PO${today()}` })
    if (sent.length > 0) add({ typeCode: '451', cents: sumOf(sent), customerReference: `RF${today()}` })
    cardsTold = { charges: charges.length, refunds: refunds.length }
  }

  return {
    balance: () => balance,
    add,
    ownMoney: async (amount: number) => {
      const money = { reference: `OWN${coming.length}`, cents: cents(amount), at: world.clock.now(), by: 'test' }
      await house.as((tx) => recordOwnMoney(tx, { ...money, practiceId: world.operator, id: world.ids.next() }))
      add({ typeCode: '195', cents: amount, customerReference: money.reference })
    },
    /** An EFT with the trace of its 835. */
    deposit: (trace: string, amount: number) =>
      add({ typeCode: '165', cents: amount, text: `CEDAR MUTUAL HCCLAIMPMT TRN*1*${trace}*${originator}` }),
    /** An entry that we sent comes back: on the statement and in a return file. */
    sendBack: (traceNumber: string, amount: number, code: string) => {
      add({ typeCode: '257', cents: amount, customerReference: traceNumber, text: code })
      const answer = { traceNumber, cents: amount, addenda: { kind: 'return' as const, code } }
      const file = aReturnFile(today(), [answer])
      outside.bank.offer(`RET-${today()}.ach`, new TextEncoder().encode(file))
    },
    /** The day's statement, with everything that settled until today; nothing happened, no statement. */
    closeDay: () => {
      settleFiles()
      settleCards()
      if (coming.length === 0) return
      const { text, closing } = aStatement({ asOf: today(), opening: balance, lines: coming })
      balance = closing
      coming = []
      outside.bank.offer(`STMT-${today()}.bai`, new TextEncoder().encode(text))
    },
  }
}

export type MadeUpBank = ReturnType<typeof aBank>
