import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedServer } from '../database/embedded-server.ts'
import { readAchFile } from '../libraries/ach/index.ts'
import { isNpi } from '../libraries/npi/index.ts'
import { readX12, type Transaction } from '../libraries/x12/index.ts'
import { evenkeel } from './evenkeel.ts'
import { type PlayedStory, playVariant } from './play-story.ts'
import { aprilStory } from './story-network.ts'

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-story-test-'))
let cluster: Awaited<ReturnType<typeof startEmbeddedServer>>
let takesBack: PlayedStory
let denies: PlayedStory

beforeAll(async () => {
  cluster = await startEmbeddedServer({ folder: join(folder, 'database'), settings: { fsync: 'off' } })
  const played = await Promise.all([
    playVariant(folder, 'takes_back', aprilStory),
    playVariant(folder, 'denies', aprilStory),
  ])
  ;[takesBack, denies] = played
})

afterAll(async () => {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the insurer takes its money back out of other practices’ money, and nobody but the operator loses a cent', () => {
  expect(takesBack.outcome).toMatchObject({
    confirmedOn: '2026-04-08',
    claimSentOn: '2026-04-10',
    payout: { paidOn: '2026-04-30', settledOn: '2026-04-30', amountCents: 11800 },
    payer: { answeredOn: '2026-06-12', paidCents: 0 },
    clientPaidCents: 0,
    operatorResultCents: -11800,
    absorbedCents: 15000,
    endsOn: '2027-03-14',
    accounts: {
      practice: { operator_share: -3200, treasury: -11800, denials_absorbed: 15000 },
      operator: { bank: 988200, operator_funds: -1000000, book: 11800 },
    },
  })
})

test('a denial is the operator’s loss: the practice is paid, the client is refunded', () => {
  expect(denies.outcome).toMatchObject({
    payout: { amountCents: 11800 },
    payer: { answeredOn: '2026-05-20', paidCents: 0 },
    clientPaidCents: 0,
    operatorResultCents: -11800,
    absorbedCents: 15000,
    endsOn: '2026-11-16',
  })
  expect(denies.timeline).toContain('the insurer denies the claim; the practice keeps its pay')
})

const bytesOf = (story: PlayedStory, start: string) =>
  story.outcome.files.filter((path) => path.split('/').at(-1)?.startsWith(start)).map((path) => readFileSync(path))

function transactionsOf<Set extends Transaction['set']>(story: PlayedStory, start: string, set: Set) {
  return bytesOf(story, start)
    .flatMap((bytes) => readX12(bytes).transactions)
    .filter((transaction): transaction is Extract<Transaction, { set: Set }> => transaction.set === set)
}

test('the figures recomputed from the files agree', () => {
  const ach = bytesOf(takesBack, 'ACH-').map((bytes) => readAchFile(bytes.toString('utf8')).file)
  const entries = ach.flatMap((file) => file?.batches.flatMap((batch) => batch.entries) ?? [])
  expect(entries.map(({ cents }) => cents).sort()).toEqual([11800, 12500])

  const claims = transactionsOf(takesBack, '837P', '837P')
  const providers = claims.flatMap(({ batch }) => batch.billingProviders)
  const sent = providers.flatMap((provider) => provider.subscribers.flatMap((subscriber) => subscriber.claims))
  expect(sent.map(({ chargeCents }) => chargeCents).sort()).toEqual([12500, 15000])
  for (const { lines, chargeCents } of sent) {
    expect(lines.reduce((total, line) => total + line.chargeCents, 0)).toBe(chargeCents)
  }
  const npis = [...providers.map(({ npi }) => npi), ...sent.map(({ renderingProvider }) => renderingProvider?.npi)]
  expect(npis.every((npi) => isNpi(npi ?? ''))).toBe(true)

  const remittances = transactionsOf(takesBack, '835', '835').map(({ remittance }) => remittance)
  expect(remittances.map(({ payment }) => payment.cents)).toEqual([12500, 0, 0])
  const paid = remittances.flatMap((remittance) => remittance.claims).reduce((sum, claim) => sum + claim.paidCents, 0)
  expect(paid).toBe(12500)
})

test('every file of the story is read without an error, and no control number comes twice', () => {
  for (const story of [takesBack, denies]) {
    const numbers: string[] = []
    for (const start of ['837P', '999', '277CA', '835']) {
      for (const bytes of bytesOf(story, start)) {
        const { findings, interchanges } = readX12(bytes)
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
        numbers.push(...interchanges.map((one) => `${one.senderId} ${one.interchangeControlNumber}`))
      }
    }
    expect(new Set(numbers).size).toBe(numbers.length)
  }
})

test('the books of the story hold, as the command line verifies them', async () => {
  expect(await evenkeel(['ledger', 'verify', '--data', folder, '--json'])).toBe(0)
})

test.each([
  ['a rate below nothing', ['--payer-rate', '-1']],
  ['a rate that is no whole cents', ['--copay', '12.5']],
  ['a rate beyond the limit', ['--provider-rate', '10000001']],
  ['a day that does not exist', ['--confirmed-on', '2026-02-30']],
  ['a day on which the story has no contract', ['--confirmed-on', '2019-12-31']],
  ['an option that does not exist', ['--slowly']],
])('the story refuses %s as wrong use', async (_, options) => {
  expect(await evenkeel(['story', 'april-8', ...options])).toBe(2)
})
