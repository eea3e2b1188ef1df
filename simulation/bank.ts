import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readAchFile } from '../libraries/ach/index.ts'
import { addDays, type CalendarDate, dateIn, type Instant, instantAt } from '../libraries/calendar/index.ts'
import { type BankConfig, type BankUser, bankConfig } from './bank-config.ts'
import { activeDays, filesOfDay } from './bank-day.ts'
import { applyEvent, type BankEvent, type BankState, judgeUpload, openedBank } from './bank-state.ts'
import { type Journal, openJournal, writeDurably } from './journal.ts'
import { type Outset, runSimulator, type Simulator } from './process.ts'
import { startSftpServer } from './sftp-server.ts'
import { isFinishedName } from './sftp-session.ts'

const zone = 'America/New_York'
const statementTime = '23:30'
const users = ['cards', 'operator', 'payer'] as const
const behaviour = z.strictObject({
  account: z.string().min(1),
  /** A return's, or that of a notice of another account number. */
  code: z.string().regex(/^(R\d\d|C01)$/),
  /** Only the next entry for this account. */
  once: z.boolean().default(false),
})

type Bank = { folder: string; state: BankState; happened: (event: BankEvent) => void }

/**
 * The simulated bank: takes ACH files by SFTP, settles them on their day, returns what cannot be paid, and publishes a
 * statement for every calendar day.
 */
export async function startBank({ folder, config, inTurn }: Outset): Promise<Simulator> {
  const settings = bankConfig.parse(config)
  const bank = openBank(folder, settings)
  const sftp = await startSftpServer({
    folder,
    users: {
      operator: {
        ...settings.users.operator,
        root: join(folder, 'operator'),
        folders: ['in', 'out', 'received', 'rejected'],
      },
      payer: { ...settings.users.payer, root: join(folder, 'payer'), folders: ['in', 'received', 'rejected'] },
      cards: { ...settings.users.cards, root: join(folder, 'cards'), folders: ['in', 'received', 'rejected'] },
    },
    onFile: (user, path) =>
      inTurn(() => {
        if (path.startsWith('in/')) takeInbox(bank, user as BankUser)
      }),
  })
  return {
    doors: { sftp: sftp.door },
    routes: { ...sftp.routes, 'POST /behave': (body) => inTurn(() => behave(bank, body)) },
    nextDueAt: () => {
      const [next] = activeDays(bank.state, bank.state.firstOpenDay)
      return next === undefined ? null : instantAt(next, statementTime, zone)
    },
    advance: async (now) => takeAll(bank) + publishThrough(bank, now),
  }
}

function openBank(folder: string, settings: BankConfig): Bank {
  for (const user of users) mkdirSync(join(folder, user, 'in'), { recursive: true })
  mkdirSync(join(folder, 'operator', 'out'), { recursive: true })
  const journal: Journal<BankEvent> = openJournal(join(folder, 'journal.ndjson'))
  if (journal.events.length === 0) {
    const { operatorAccount, operatorRouting, openedOn, openingDeposits } = settings
    journal.append({ kind: 'opened', operatorAccount, operatorRouting, openedOn, openingDeposits })
  }
  const [opening] = journal.events
  if (opening?.kind !== 'opened') throw new Error('the journal does not begin with the opening of the account')
  if (opening.operatorAccount !== settings.operatorAccount || opening.operatorRouting !== settings.operatorRouting) {
    throw new Error('the journal in this folder belongs to another account')
  }
  const state = openedBank(opening)
  for (const event of journal.events) applyEvent(state, event)
  const bank: Bank = {
    folder,
    state,
    happened: (event) => {
      journal.append(event)
      applyEvent(state, event)
    },
  }
  // A kill may have come between the decision to publish and the files.
  if (state.lastPublished !== null) writeDays(bank, state.lastPublished)
  return bank
}

/** Orders how the receiving bank answers entries for an account from now on. */
function behave(bank: Bank, body: unknown): object {
  const order = behaviour.safeParse(body)
  if (!order.success) throw new RangeError('the body is {"account": "1001550032", "code": "R02"}')
  bank.happened({ kind: 'behaves', ...order.data })
  return order.data
}

function takeAll(bank: Bank): number {
  return users.reduce((did, user) => did + takeInbox(bank, user), 0)
}

/** Takes what lies in a user's inbox, in the order of the names. Repeatable at any point: the inbox is emptied last. */
function takeInbox(bank: Bank, user: BankUser): number {
  const at = (folder: string, name: string) => join(bank.folder, user, folder, name)
  const names = readdirSync(join(bank.folder, user, 'in'))
    .filter(isFinishedName)
    .toSorted()
  for (const name of names) {
    const bytes = readFileSync(at('in', name))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const verdict = judgeUpload(bank.state, { user, name, sha256 }, () => readAchFile(bytes.toString('latin1')))
    if (verdict.kind === 'taken') writeDurably(at('received', name), bytes)
    if (verdict.kind === 'rejected') {
      writeDurably(at('rejected', name), bytes)
      writeDurably(at('rejected', `${name}.reason.txt`), `${verdict.reasons.join('\n')}\n`)
    }
    bank.happened(verdict)
    unlinkSync(at('in', name))
  }
  return names.length
}

/** Publishes the statements of all days that ended by now, quiet ones too, and answers how many. */
function publishThrough(bank: Bank, now: Instant): number {
  const today = dateIn(now, zone)
  const through = instantAt(today, statementTime, zone) <= now ? today : addDays(today, -1)
  const from = bank.state.firstOpenDay
  if (through < from) return 0
  bank.happened({ kind: 'published', from, through })
  return writeDays(bank, { from, through })
}

function writeDays(bank: Bank, { from, through }: { from: CalendarDate; through: CalendarDate }): number {
  let count = 0
  for (let day = from; day <= through; day = addDays(day, 1)) {
    for (const { name, text } of filesOfDay(bank.state, day))
      writeDurably(join(bank.folder, 'operator', 'out', name), text)
    count += 1
  }
  return count
}

if (import.meta.main) await runSimulator('bank', startBank)
