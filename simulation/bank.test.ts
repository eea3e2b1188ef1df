import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Client from 'ssh2-sftp-client'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type AchEntry, type AchFile, readAchFile, writeAchFile } from '../libraries/ach/index.ts'
import { readBai2 } from '../libraries/bai2/index.ts'
import { type CalendarDate, calendarDate, instantAt } from '../libraries/calendar/index.ts'
import { cents } from '../libraries/money/index.ts'
import { type SpawnedSimulator, spawnSimulator } from './spawn-simulator.ts'

const base = mkdtempSync(join(tmpdir(), 'bank-'))
const banks: SpawnedSimulator[] = []
const clients: Client[] = []
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end().catch(() => undefined)))
  await Promise.all(banks.splice(0).map((bank) => bank.stop()))
})
afterAll(() => rmSync(base, { recursive: true }))

const home = '021000021'
const account = '000777000'
const config = {
  operatorAccount: account,
  operatorRouting: home,
  users: { operator: { password: 'o' }, payer: { password: 'p' }, cards: { password: 'c' } },
  openedOn: '2026-04-08',
  openingDeposits: [{ cents: 1_000_000, reference: 'OWN-MONEY', on: '2026-04-08' }],
}
const passwords = { operator: 'o', payer: 'p', cards: 'c' }

async function start(
  folder = join(mkdtempSync(join(base, 'run-')), 'bank'),
): Promise<SpawnedSimulator & { folder: string }> {
  const bank = { ...(await spawnSimulator('bank', folder, config)), folder }
  banks.push(bank)
  return bank
}

async function enter(bank: SpawnedSimulator, user: keyof typeof passwords = 'operator'): Promise<Client> {
  const sock = connect({ host: '127.0.0.1', port: bank.ready.sftp?.port ?? 0, noDelay: true })
  await once(sock, 'connect')
  const client = new Client('test', { error: () => undefined, end: () => undefined, close: () => undefined })
  clients.push(client)
  await client.connect({ sock, username: user, password: passwords[user] })
  return client
}

const at = (date: string, time = '23:30') => instantAt(calendarDate(date), time, 'America/New_York')
const text = async (client: Client, path: string) => ((await client.get(path)) as Buffer).toString('latin1')
const names = async (client: Client, folder: string) => (await client.list(folder)).map(({ name }) => name)

async function statement(client: Client, on: string) {
  const { statement: read, findings } = readBai2(await text(client, `/out/STMT-${on}.bai`))
  expect(findings).toEqual([])
  const [only] = read?.accounts ?? []
  if (only === undefined || read === null) throw new Error('no account')
  expect(read.asOf).toBe(on)
  return only
}

function payday(entries: Partial<AchEntry>[], change: Partial<AchFile> = {}, effectiveOn = '2026-04-30'): string {
  return writeAchFile({
    immediateDestination: home,
    immediateDestinationName: 'HOME BANK',
    immediateOrigin: '1123456789',
    immediateOriginName: 'EVENKEEL',
    createdOn: calendarDate('2026-04-29'),
    createdAt: '1800',
    fileIdModifier: 'A',
    batches: [
      {
        companyName: 'EVENKEEL',
        companyId: '1123456789',
        sec: 'CCD',
        entryDescription: 'PAYOUT',
        effectiveOn: calendarDate(effectiveOn),
        odfi: home.slice(0, 8),
        batchNumber: 7,
        entries: entries.map((entry, index) => ({
          transactionCode: 22,
          receivingRouting: '121000248',
          account: '5550001',
          cents: cents(11_800),
          individualId: `PO-${index + 1}`,
          name: 'WILLOW COUNSELING',
          traceNumber: `${home.slice(0, 8)}${String(index + 1).padStart(7, '0')}`,
          addenda: null,
          ...entry,
        })),
      },
    ],
    ...change,
  })
}

function transfer(
  trace: string,
  amount: number,
  on: CalendarDate | string,
  change: Partial<AchEntry> = {},
  company = 'ATLAS HEALTH',
): string {
  return writeAchFile({
    immediateDestination: '121000248',
    immediateDestinationName: 'THEIR BANK',
    immediateOrigin: '1999999999',
    immediateOriginName: company,
    createdOn: calendarDate(on),
    createdAt: '0600',
    fileIdModifier: 'A',
    batches: [
      {
        companyName: company,
        companyId: '1999999999',
        sec: 'CCD',
        entryDescription: 'HCCLAIMPMT',
        effectiveOn: calendarDate(on),
        odfi: '12100024',
        batchNumber: 1,
        entries: [
          {
            transactionCode: 22,
            receivingRouting: home,
            account,
            cents: cents(amount),
            individualId: '1234567893',
            name: 'EVENKEEL',
            traceNumber: '121000240000001',
            addenda: { kind: 'payment', text: `TRN*1*${trace}*1999999999~` },
            ...change,
          },
        ],
      },
    ],
  })
}

test("the operator's own money stands on the first statement, and quiet days follow without being asked for", async () => {
  const bank = await start()
  expect(await bank.clock()).toEqual({ now: null, nextDueAt: '2026-04-09T03:30:00.000Z' })
  expect(await bank.tell(at('2026-04-08', '18:00'))).toEqual({ did: 0, nextDueAt: '2026-04-09T03:30:00.000Z' })
  expect(await bank.tell(at('2026-04-08'))).toEqual({ did: 1, nextDueAt: null })
  const client = await enter(bank)
  expect(await names(client, '/out')).toEqual(['STMT-2026-04-08.bai'])
  expect(await statement(client, '2026-04-08')).toMatchObject({
    openingLedger: 0,
    closingLedger: 1_000_000,
    lines: [{ typeCode: '195', cents: 1_000_000, customerReference: 'OWN-MONEY' }],
  })
  expect((await bank.tell(at('2026-04-12', '08:00'))).did).toBe(3)
  expect((await bank.tell(at('2026-04-12', '08:00'))).did).toBe(0)
  expect(await names(client, '/out')).toEqual(['08', '09', '10', '11'].map((day) => `STMT-2026-04-${day}.bai`))
  expect(await statement(client, '2026-04-11')).toMatchObject({
    openingLedger: 1_000_000,
    closingLedger: 1_000_000,
    lines: [],
  })
})

test('a payday is taken, listed, settled on its day, and what cannot be paid comes back two banking days later', async () => {
  const bank = await start()
  await bank.tell(at('2026-04-29', '18:00'))
  const client = await enter(bank)
  const file = payday([
    {},
    { account: '9002000001', cents: cents(5_000) },
    { account: '9801555' },
    { account: '9020', transactionCode: 32, cents: cents(700) },
  ])
  await client.put(Buffer.from(file), '/in/.PAYDAY-1.ach.part')
  expect(await names(client, '/received')).toEqual([])
  await client.rename('/in/.PAYDAY-1.ach.part', '/in/PAYDAY-1.ach')
  expect(await names(client, '/received')).toEqual(['PAYDAY-1.ach'])
  expect(await text(client, '/received/PAYDAY-1.ach')).toBe(file)
  expect((await bank.clock()).nextDueAt).toBe(at('2026-04-30'))

  expect((await bank.tell(at('2026-04-30'))).nextDueAt).toBe(at('2026-05-04'))
  expect(await statement(client, '2026-04-30')).toMatchObject({
    openingLedger: 1_000_000,
    closingLedger: 970_700,
    lines: [
      {
        typeCode: '466',
        cents: 29_300,
        customerReference: '260429A-0000007',
        text: 'FILE=PAYDAY-1.ach BATCH=7 DESC=PAYOUT ENTRIES=4',
      },
    ],
  })
  await bank.tell(at('2026-05-04'))
  expect(await statement(client, '2026-05-01')).toMatchObject({ lines: [] })
  expect(await statement(client, '2026-05-04')).toMatchObject({
    openingLedger: 970_700,
    closingLedger: 976_400,
    lines: [
      {
        typeCode: '257',
        cents: 5_000,
        customerReference: '021000020000002',
        text: 'R02 FILE=PAYDAY-1.ach BATCH=7 DESC=PAYOUT ID=PO-2',
      },
      { typeCode: '257', cents: 700, customerReference: '021000020000004' },
    ],
  })
  const { file: returns } = readAchFile(await text(client, '/out/RET-2026-05-04.ach'))
  expect(
    returns?.batches.map(({ sec, entryDescription, entries }) => ({ sec, entryDescription, entries })),
  ).toMatchObject([
    {
      sec: 'CCD',
      entryDescription: 'PAYOUT',
      entries: [
        {
          transactionCode: 21,
          receivingRouting: home,
          cents: 5_000,
          individualId: 'PO-2',
          addenda: { kind: 'return', code: 'R02', originalTrace: '021000020000002', originalRdfi: '12100024' },
        },
        { transactionCode: 31, cents: 700, addenda: { code: 'R20', originalTrace: '021000020000004' } },
      ],
    },
    {
      sec: 'COR',
      entries: [
        {
          transactionCode: 21,
          cents: 0,
          addenda: { kind: 'change', code: 'C01', originalTrace: '021000020000003', corrected: '1001555' },
        },
      ],
    },
  ])
})

test('an account that is ordered to send one entry back does so once, over a kill too', async () => {
  const bank = await start()
  await bank.tell(at('2026-04-29', '18:00'))
  expect((await bank.post('/behave', { account: '5550001', code: 'R02', once: true })).status).toBe(200)
  await bank.kill()
  const again = await start(bank.folder)
  const client = await enter(again)
  await client.put(Buffer.from(payday([{}])), '/in/PAYDAY-1.ach')
  const second = payday([{ traceNumber: `${home.slice(0, 8)}0000009` }], { fileIdModifier: 'B' }, '2026-05-05')
  await client.put(Buffer.from(second), '/in/PAYDAY-2.ach')
  await again.tell(at('2026-05-08'))
  expect((await names(client, '/out')).filter((name) => name.startsWith('RET-'))).toEqual(['RET-2026-05-04.ach'])
  expect((await statement(client, '2026-05-07'))?.lines).toEqual([])
})

test('a file for a Saturday settles on Monday; one that comes too late settles on the next open day', async () => {
  const bank = await start()
  await bank.tell(at('2026-05-01', '12:00'))
  const client = await enter(bank)
  await client.put(Buffer.from(payday([{}], {}, '2026-05-02')), '/in/saturday.ach')
  await client.put(Buffer.from(payday([{}], { fileIdModifier: 'B' }, '2026-04-15')), '/in/late.ach')
  expect((await bank.tell(at('2026-05-03'))).nextDueAt).toBe(at('2026-05-04'))
  await bank.tell(at('2026-05-04'))
  expect((await statement(client, '2026-05-01')).lines).toMatchObject([{ customerReference: '260429B-0000007' }])
  expect((await statement(client, '2026-05-02')).lines).toEqual([])
  expect((await statement(client, '2026-05-04')).lines).toMatchObject([{ customerReference: '260429A-0000007' }])
})

test('the same upload again is a repeat, other bytes or another name are refused, and money moves once', async () => {
  const bank = await start()
  await bank.tell(at('2026-04-29', '18:00'))
  const client = await enter(bank)
  const file = Buffer.from(payday([{}]))
  await client.put(file, '/in/P1.ach')
  await client.put(file, '/in/P1.ach')
  await client.put(file, '/in/P2.ach')
  await client.put(Buffer.from(payday([{ cents: cents(99_999) }])), '/in/P1.ach')
  await client.put(Buffer.from('no ACH file at all'), '/in/noise.ach')
  await client.put(
    Buffer.from(payday([{}], { immediateDestination: '121000248', fileIdModifier: 'C' })),
    '/in/elsewhere.ach',
  )
  expect(await names(client, '/in')).toEqual([])
  expect(await names(client, '/received')).toEqual(['P1.ach'])
  expect(await text(client, '/received/P1.ach')).toBe(file.toString())
  const reason = async (name: string) => await text(client, `/rejected/${name}.reason.txt`)
  expect(await reason('P1.ach')).toContain('other content')
  expect(await reason('P2.ach')).toContain('accepted before as P1.ach')
  expect(await reason('noise.ach')).toContain('94 characters')
  expect(await reason('elsewhere.ach')).toContain('not this bank')
  await bank.tell(at('2026-04-30'))
  expect((await statement(client, '2026-04-30')).lines).toMatchObject([{ cents: 11_800 }])
  const journal = readFileSync(join(bank.folder, 'journal.ndjson'), 'utf8').trimEnd().split('\n')
  expect(
    journal.map((line) => (JSON.parse(line) as { kind: string }).kind).filter((kind) => kind !== 'published'),
  ).toEqual(['opened', 'taken', 'repeat', 'rejected', 'rejected', 'rejected', 'rejected'])
})

test("a payer's transfer arrives on its day with its TRN, for our account only", async () => {
  const bank = await start()
  await bank.tell(at('2026-06-11', '06:00'))
  const payer = await enter(bank, 'payer')
  await payer.put(Buffer.from(transfer('EFT123', 12_500, '2026-06-12')), '/in/eft-1.ach')
  await payer.put(
    Buffer.from(transfer('EFT124', 99, '2026-06-12', { receivingRouting: '121000248', account: '1' })),
    '/in/eft-2.ach',
  )
  await payer.put(Buffer.from(transfer('EFT125', 98, '2026-06-12', { account: '000777001' })), '/in/eft-3.ach')
  expect(await names(payer, '/received')).toEqual(['eft-1.ach', 'eft-2.ach'])
  expect(await names(payer, '/rejected')).toEqual(['eft-3.ach', 'eft-3.ach.reason.txt'])
  await bank.tell(at('2026-06-12'))
  expect((await statement(await enter(bank), '2026-06-12')).lines).toMatchObject([
    {
      typeCode: '165',
      cents: 12_500,
      customerReference: 'EFT123',
      text: 'ATLAS HEALTH HCCLAIMPMT TRN*1*EFT123*1999999999~',
    },
  ])
})

test('card money posts on any calendar day, a payer waits for Monday', async () => {
  const bank = await start()
  await bank.tell(at('2026-04-11', '12:00'))
  const change = { individualId: 'PO-20260411', addenda: null }
  await (await enter(bank, 'cards')).put(
    Buffer.from(transfer('', 2_500, '2026-04-11', change, 'CARD PROCESSOR')),
    '/in/PO-20260411.ach',
  )
  await (await enter(bank, 'cards')).put(
    Buffer.from(
      transfer(
        '',
        1_000,
        '2026-04-11',
        { ...change, individualId: 'RF-20260411', transactionCode: 27 },
        'CARD PROCESSOR',
      ),
    ),
    '/in/RF-20260411.ach',
  )
  await (await enter(bank, 'payer')).put(Buffer.from(transfer('EFT1', 7, '2026-04-11')), '/in/eft.ach')
  await bank.tell(at('2026-04-13'))
  const client = await enter(bank)
  expect(await statement(client, '2026-04-11')).toMatchObject({
    closingLedger: 1_001_500,
    lines: [
      { typeCode: '142', cents: 2_500, customerReference: 'PO-20260411' },
      { typeCode: '451', cents: 1_000, customerReference: 'RF-20260411' },
    ],
  })
  expect((await statement(client, '2026-04-13')).lines).toMatchObject([{ typeCode: '165', cents: 7 }])
})

test('after a kill the bank continues: the same host and account, an upload taken once, the same statements', async () => {
  const first = await start()
  await first.tell(at('2026-04-29', '18:00'))
  await (await enter(first)).put(Buffer.from(payday([{}, { account: '9003' }])), '/in/P1.ach')
  await first.tell(at('2026-04-30'))
  const before = await text(await enter(first), '/out/STMT-2026-04-30.bai')
  await first.kill()

  rmSync(join(first.folder, 'operator/out/STMT-2026-04-30.bai'))
  const second = await start(first.folder)
  expect(second.ready.sftp).toEqual(first.ready.sftp)
  expect((await second.clock()).nextDueAt).toBe(at('2026-05-04'))
  const client = await enter(second)
  expect(await text(client, '/out/STMT-2026-04-30.bai')).toBe(before)
  await client.put(Buffer.from(payday([{}, { account: '9003' }])), '/in/P1.ach')
  await second.tell(at('2026-05-04'))
  expect(await statement(client, '2026-05-04')).toMatchObject({ openingLedger: 976_400, closingLedger: 988_200 })
})

test('killed while it writes a year of statements, it has every one of them in the end, once and chained', async () => {
  const first = await start()
  const told = first.tell(at('2027-04-08')).catch(() => null)
  await expect.poll(() => readdirSync(join(first.folder, 'operator/out')).length, { interval: 1 }).toBeGreaterThan(20)
  await first.kill()
  await told
  const second = await start(first.folder)
  await second.tell(at('2027-04-08'))
  const statements = readdirSync(join(second.folder, 'operator/out'))
    .filter((name) => name.startsWith('STMT-'))
    .toSorted()
  expect(statements.length).toBe(366)
  let opening = 0
  for (const name of statements) {
    const only = readBai2(readFileSync(join(second.folder, 'operator/out', name), 'latin1')).statement?.accounts[0]
    expect(only?.openingLedger).toBe(opening)
    opening = only?.closingLedger ?? Number.NaN
  }
})

test.each([0, 3, 9, 20, 45])(
  'killed %i ms into a busy evening, it ends with the same statement as if nothing had happened',
  async (delay) => {
    const uploads = ['A', 'B', 'C', 'D'].map((modifier, index) => ({
      name: `P-${modifier}.ach`,
      bytes: Buffer.from(payday([{ cents: cents(1_000 + index) }], { fileIdModifier: modifier })),
    }))
    const evening = async (bank: SpawnedSimulator) => {
      const client = await enter(bank)
      const listed = await names(client, '/received')
      for (const { name, bytes } of uploads) if (!listed.includes(name)) await client.put(bytes, `/in/${name}`)
      await bank.tell(at('2026-05-04'))
      return text(client, '/out/STMT-2026-04-30.bai')
    }
    const first = await start()
    await first.tell(at('2026-04-29', '18:00'))
    const broken = evening(first).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, delay))
    await first.kill()
    await broken
    const { statement: read } = readBai2(await evening(await start(first.folder)))
    expect(read?.accounts[0]?.lines.map(({ cents, customerReference }) => [customerReference, cents])).toEqual(
      ['A', 'B', 'C', 'D'].map((modifier, index) => [`260429${modifier}-0000007`, 1_000 + index]),
    )
    expect(read?.accounts[0]?.closingLedger).toBe(1_000_000 - 4_006)
  },
)

test('an upload that breaks off half-way was never there; one whose reply was lost is listed as received', async () => {
  const bank = await start()
  await bank.tell(at('2026-04-29', '18:00'))
  const big = Buffer.from(payday(Array.from({ length: 1_000 }, () => ({}))))
  await bank.post('/faults', { dropNextUploadAfterBytes: 40_000 })
  await expect((await enter(bank)).put(big, '/in/P1.ach')).rejects.toThrow()
  expect(await names(await enter(bank), '/received')).toEqual([])
  await bank.post('/faults', { closeAfterUploadBeforeReply: true })
  await expect((await enter(bank)).put(big, '/in/P1.ach')).rejects.toThrow()
  expect(await names(await enter(bank), '/received')).toEqual(['P1.ach'])
  expect((await bank.post('/faults', { nonsense: true })).status).toBe(400)
})

test('a folder of another account is not taken over', async () => {
  const bank = await start()
  await bank.stop()
  await expect(spawnSimulator('bank', bank.folder, { ...config, operatorAccount: '1' })).rejects.toThrow(
    'another account',
  )
  await expect(spawnSimulator('bank', join(base, 'fresh'), { ...config, operatorRouting: '1' })).rejects.toThrow(
    'no routing number',
  )
  expect(existsSync(join(base, 'fresh', 'journal.ndjson'))).toBe(false)
})
