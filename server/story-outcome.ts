import { writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chargesOf, refundsOf } from '../business/charges/index.ts'
import { claimsOfSession, eventsOf } from '../business/claims/index.ts'
import { absorbedKinds, resultKinds } from '../business/ledger/accounts.ts'
import { balances, postingsOf } from '../business/ledger/index.ts'
import { payoutsWhere } from '../business/payouts/payout-store.ts'
import { practicesAll } from '../business/practices/index.ts'
import { decisionsOf } from '../business/remittances/index.ts'
import type { Db, World } from '../business/world.ts'
import type { CalendarDate } from '../libraries/calendar/index.ts'
import { type Cents, cents, minus, sum } from '../libraries/money/index.ts'

/** How a variant of the story ended, figures after its last event. */
export type StoryOutcome = {
  name: string
  confirmedOn: CalendarDate
  claimSentOn: CalendarDate | null
  payout: { paidOn: CalendarDate | null; settledOn: CalendarDate | null; amountCents: Cents }
  payer: { answeredOn: CalendarDate | null; paidCents: Cents }
  clientPaidCents: Cents
  operatorResultCents: Cents
  absorbedCents: Cents
  endsOn: CalendarDate
  accounts: { practice: Record<string, Cents>; operator: Record<string, Cents> }
  files: string[]
}

export type Played = { name: string; on: CalendarDate; practiceId: string; sessionId: string; filesFolder: string }

/** Reads from the rows and books how a variant ended, and writes its files where people can look at them. */
export async function storyOutcome(db: Db, world: World, played: Played): Promise<StoryOutcome> {
  const { name, on, practiceId, sessionId } = played
  const [claim] = await claimsOfSession(db, practiceId, sessionId)
  const events = claim === undefined ? [] : await eventsOf(db, practiceId, claim.id)
  const decisions = await decisionsOf(db, practiceId, sessionId)
  const payouts = await payoutsWhere(db, { practiceId })
  const books = await allBooks(db)
  const own = books.get(practiceId) ?? []
  return {
    name,
    confirmedOn: on,
    claimSentOn: events.find(({ kind }) => kind === 'sent')?.happenedOn ?? null,
    payout: {
      paidOn: payouts[0]?.payOn ?? null,
      settledOn: payouts[0]?.settlesOn ?? null,
      amountCents: sum(payouts.map(({ cents: amount }) => amount)),
    },
    payer: { answeredOn: decisions[0]?.answeredOn ?? null, paidCents: sum(decisions.map(({ paid }) => paid)) },
    clientPaidCents: await clientPaid(db, practiceId, sessionId),
    operatorResultCents: cents(-sumOf([...books.values()].flat(), resultKinds)),
    absorbedCents: sumOf(own, absorbedKinds),
    endsOn: await lastEffectiveDay(db, [...books.keys()], on),
    accounts: {
      practice: byKind(own, (kind) => kind),
      operator: byKind(books.get(world.operator) ?? [], (kind, subject) =>
        kind === 'book' && subject !== practiceId ? 'book_other' : kind,
      ),
    },
    files: await writeFiles(db, world, played.filesFolder),
  }
}

type Accounts = Awaited<ReturnType<typeof balances>>

async function allBooks(db: Db): Promise<Map<string, Accounts>> {
  const books = new Map<string, Accounts>()
  for (const { practiceId } of await practicesAll(db)) books.set(practiceId, await balances(db, practiceId))
  return books
}

function sumOf(accounts: Accounts, kinds: readonly string[]): Cents {
  return sum(accounts.filter(({ kind }) => kinds.includes(kind)).map(({ cents: amount }) => amount))
}

/** Balances by name without subjects; what adds up to nothing is left out. */
function byKind(accounts: Accounts, nameOf: (kind: string, subject: string) => string): Record<string, Cents> {
  const named: Record<string, Cents> = {}
  for (const { kind, subject, cents: amount } of accounts) {
    const name = nameOf(kind, subject)
    named[name] = cents((named[name] ?? 0) + amount)
  }
  return Object.fromEntries(Object.entries(named).filter(([, amount]) => amount !== 0))
}

async function clientPaid(db: Db, practiceId: string, sessionId: string): Promise<Cents> {
  const attempts = (await chargesOf(db, practiceId, sessionId)).flatMap((charge) => charge.attempts)
  const captured = attempts.filter(({ outcome }) => outcome === 'captured').map(({ cents: amount }) => amount)
  const refunds = await refundsOf(db, practiceId, sessionId)
  const refunded = refunds.filter(({ refundedAt }) => refundedAt !== null).map(({ cents: amount }) => amount)
  return minus(sum(captured), sum(refunded))
}

async function lastEffectiveDay(db: Db, books: readonly string[], atLeast: CalendarDate): Promise<CalendarDate> {
  let last = atLeast
  for (const practiceId of books) {
    for (const { effectiveOn } of await postingsOf(db, practiceId, 'all')) if (effectiveOn > last) last = effectiveOn
  }
  return last
}

async function writeFiles(db: Db, world: World, folder: string): Promise<string[]> {
  const files = await world.files.all(db)
  const paths: string[] = []
  for (const { partner, direction, name, bytes } of files) {
    const place = join(folder, `${partner}-${direction}`)
    await mkdir(place, { recursive: true })
    const path = join(place, name)
    writeFileSync(path, bytes)
    paths.push(path)
  }
  return paths
}
