import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readAchFile } from '../libraries/ach/index.ts'
import { segmentsIn } from '../libraries/x12/index.ts'
import { runCommand } from './crash-server.ts'

/** How books and partners stand after a run: the same, whether or not the server died on the way. */
export type Standing = {
  /** What the books hold, by account kind and book: amounts, smallest first. Subjects with ids of their own are left out. */
  books: Record<string, number[]>
  counted: { postings: number; transfers: number }
  /** Names of the operator's files at each partner, in the order in which it took them. */
  files: { clearinghouse: string[]; bank: string[] }
  /** What reached the operator's cards and bank from others. */
  cards: { charges: number[]; refunds: number[] }
  incoming: { answers: string[]; transfers: string[] }
  /** What must never be, in words. */
  wrong: string[]
  /** Files that a partner was brought again and recognised: no harm, worth knowing. */
  repeats: string[]
}

type Verified = {
  holds: boolean
  databases: {
    faults: { invariant: number; book: string; where: string; words: string; difference: number | null }[]
    postings: number
    transfers: number
    balances: { book: string; kind: string; subject: string; cents: number }[]
  }[]
}

type Arrival = { kind: string; user?: string; from?: string; name: string }
type CardEvent = { kind: string; charge?: { cents: number; reference: string }; refund?: { cents: number } }

/** Looks into the folders of the partners and lets `ledger verify` recompute the books. */
export async function standingOf(folder: string, env: NodeJS.ProcessEnv): Promise<Standing> {
  const { code, out } = await runCommand(['ledger', 'verify', '--json', '--data', folder], env)
  if (out === '') throw new Error(`ledger verify ended with ${code} and no answer`)
  const { databases } = JSON.parse(out) as Verified
  const outside = join(folder, 'outside')
  const bank = eventsIn<Arrival>(join(outside, 'bank', 'journal.ndjson'))
  const clearinghouse = eventsIn<Arrival>(join(outside, 'clearinghouse', 'journal'))
  const cards = eventsIn<CardEvent>(join(outside, 'cards', 'journal.ndjson'))
  const names = (events: Arrival[], kind: string, sender: string) =>
    events.filter((event) => event.kind === kind && (event.user ?? event.from) === sender).map(({ name }) => name)
  const files = {
    clearinghouse: names(clearinghouse, 'accepted', 'operator'),
    bank: names(bank, 'taken', 'operator'),
  }
  const charges = cards.flatMap(({ charge }) => charge ?? [])
  return {
    books: booksOf(databases.flatMap(({ balances }) => balances)),
    counted: {
      postings: databases.reduce((total, { postings }) => total + postings, 0),
      transfers: databases.reduce((total, { transfers }) => total + transfers, 0),
    },
    files,
    cards: {
      charges: ascending(charges.map(({ cents }) => cents)),
      refunds: ascending(cards.flatMap(({ refund }) => refund?.cents ?? [])),
    },
    incoming: {
      answers: names(clearinghouse, 'accepted', 'payer').toSorted(),
      transfers: [...names(bank, 'taken', 'payer'), ...names(bank, 'taken', 'cards')].toSorted(),
    },
    wrong: [
      ...databases.flatMap(({ faults }) => faults.map((fault) => `verify: ${Object.values(fault).join(', ')}`)),
      ...names(bank, 'rejected', 'operator').map((name) => `the bank refused ${name}`),
      ...names(clearinghouse, 'refused', 'operator').map((name) => `the clearinghouse refused ${name}`),
      ...twice(charges.map(({ reference }) => reference)).map((reference) => `${reference} was charged twice`),
      ...twice(numbersIn(outside)).map((number) => `${number} was used twice`),
      ...['bank', 'clearinghouse'].flatMap((partner) => broughtUnasked(join(outside, partner, 'visits.ndjson'))),
    ],
    repeats: [...names(bank, 'repeat', 'operator'), ...names(clearinghouse, 'repeated', 'operator')],
  }
}

/** In words, where a standing is not as the undisturbed one. */
export function differences(undisturbed: Standing, after: Standing): string[] {
  const found = [...after.wrong]
  const compare = (what: string, expected: unknown, got: unknown) => {
    const [before, now] = [JSON.stringify(expected), JSON.stringify(got)]
    if (before !== now) found.push(`${what}: ${now ?? 'nothing'} instead of ${before ?? 'nothing'}`)
  }
  for (const account of new Set([...Object.keys(undisturbed.books), ...Object.keys(after.books)])) {
    compare(account, undisturbed.books[account], after.books[account])
  }
  for (const part of ['counted', 'files', 'cards', 'incoming'] as const) compare(part, undisturbed[part], after[part])
  return found
}

function booksOf(balances: Verified['databases'][number]['balances']): Record<string, number[]> {
  const byAccount = Map.groupBy(balances, ({ book, kind }) => `${kind} of ${book}`)
  return Object.fromEntries(
    [...byAccount].toSorted().map(([account, of]) => [account, ascending(of.map(({ cents }) => cents))]),
  )
}

function ascending(numbers: number[]): number[] {
  return numbers.toSorted((one, other) => one - other)
}

// The last line may be torn by a kill; what it tells never counted.
function eventsIn<Event>(file: string): Event[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as Event)
}

function twice(list: string[]): string[] {
  return [...new Set(list.filter((one, index) => list.indexOf(one) !== index))]
}

/** Every number that a partner may see once: of interchanges, groups, transactions, and of single payments. */
function numbersIn(outside: string): string[] {
  return [...claimNumbers(join(outside, 'clearinghouse')), ...paymentNumbers(join(outside, 'bank'))]
}

function claimNumbers(folder: string): string[] {
  const files = textsIn(join(folder, 'operator', 'received'))
  const { segments } = segmentsIn(files.map(({ text }) => Buffer.from(text)))
  return segments.flatMap(({ id, elements }) => {
    const at = numbered[id]
    return at === undefined ? [] : [`${id}${String(at).padStart(2, '0')} ${elements[at]}`]
  })
}

/** The elements of a file of claims that hold such a number. */
const numbered: Record<string, number> = { ISA: 13, GS: 6, ST: 2, CLM: 1 }

function paymentNumbers(folder: string): string[] {
  return textsIn(join(folder, 'operator', 'received')).flatMap(({ name, text }) => {
    const { file } = readAchFile(text)
    if (file === null) throw new Error(`the bank took ${name}, which nobody can read`)
    const entries = file.batches.flatMap((batch) => batch.entries)
    return [
      `file ${file.createdOn} ${file.fileIdModifier}`,
      ...entries.map(({ traceNumber }) => `trace ${traceNumber}`),
    ]
  })
}

function textsIn(folder: string): { name: string; text: string }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** A file that the operator began to bring a second time without having asked in between what the partner has. */
function broughtUnasked(file: string): string[] {
  const begun = new Map<string, 'asked' | 'unasked'>()
  const wrong: string[] = []
  for (const { user, did, path } of eventsIn<{ user: string; did: string; path: string }>(file)) {
    if (user !== 'operator') continue
    if (did === 'lists' && basename(path) === 'received') for (const name of begun.keys()) begun.set(name, 'asked')
    if (did !== 'writes') continue
    const name = basename(path).replace(/\.part$/, '')
    if (begun.get(name) === 'unasked') wrong.push(`${name} was brought again before the partner was asked for it`)
    begun.set(name, 'unasked')
  }
  return wrong
}
