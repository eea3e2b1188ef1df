import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { readAchFile } from '../libraries/ach/index.ts'
import { readBai2 } from '../libraries/bai2/index.ts'
import { type Remittance, readX12 } from '../libraries/x12/index.ts'
import { aClaimFile, type TestClaim } from './payer/a-claim-file.ts'
import { FilePartner } from './payer/file-partner.ts'
import { type SpawnedSimulator, spawnSimulator } from './spawn-simulator.ts'

const base = mkdtempSync(join(tmpdir(), 'payer-'))
const closings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close()
})
afterAll(() => rmSync(base, { recursive: true }))

const claimsSent = '2026-04-10T22:00:00.000Z'
const noon = (day: string) => `${day}T16:00:00.000Z`

type World = {
  folder: string
  clearinghouse: SpawnedSimulator
  payer: SpawnedSimulator
  operator: FilePartner
  bank: SpawnedSimulator
  restartPayer: () => Promise<SpawnedSimulator>
  submit: (name: string, bytes: Uint8Array) => Promise<void>
  answers: (kind: string) => Promise<{ name: string; bytes: Uint8Array }[]>
  remittances: () => Promise<{ name: string; remittance: Remittance }[]>
  transfers: () => { cents: number; account: string; addendum: string; effectiveOn: string }[]
}

const shared = {
  address: { street: '1 PLAN WAY', city: 'ALBANY', state: 'NY', zip: '122070001' },
  contract: [
    { billingTin: '131234567', code: '90837', from: '2020-01-01', until: '2036-01-01', cents: 15_000 },
    { billingTin: '131234567', code: '90834', from: '2020-01-01', until: '2036-01-01', cents: 12_500 },
  ],
  operatorAccount: { routing: '021000021', account: '123456789' },
}

async function world(
  over: Record<string, unknown> = {},
  payers: ((doors: object) => object) | null = null,
): Promise<World> {
  const folder = mkdtempSync(join(base, 'world-'))
  const clearinghouse = await spawnSimulator('clearinghouse', join(folder, 'clearinghouse'), {
    users: { operator: { password: 'one' }, payer: { password: 'two' } },
  })
  closings.push(clearinghouse.stop)
  if (!clearinghouse.ready.sftp) throw new Error('no SFTP door')
  const operator = new FilePartner({ ...clearinghouse.ready.sftp, user: 'operator', password: 'one' })
  closings.push(() => operator.close())
  const bank = await spawnSimulator('bank', join(folder, 'bank'), {
    operatorRouting: '021000021',
    operatorAccount: '123456789',
    users: { operator: { password: 'four' }, payer: { password: 'three' }, cards: { password: 'five' } },
    openedOn: '2026-04-08',
  })
  closings.push(bank.stop)
  if (!bank.ready.sftp) throw new Error('no SFTP door')
  const doors = {
    clearinghouse: { ...clearinghouse.ready.sftp, user: 'payer', password: 'two' },
    bank: { ...bank.ready.sftp, user: 'payer', password: 'three' },
  }
  const config = payers?.(doors) ?? {
    payer: { name: 'Meadow Health', id: 'MEADOW', tin: '411234567', address: shared.address },
    ...doors,
    contract: shared.contract,
    policies: [{ memberId: 'HELD0001', copayCents: 0 }],
    defaultCopayCents: 2_500,
    operatorAccount: shared.operatorAccount,
    ...over,
  }
  const startPayer = async () => {
    const payer = await spawnSimulator('payer', join(folder, 'payer'), config)
    closings.push(payer.stop)
    return payer
  }
  const answers: World['answers'] = async (kind) => {
    const listed = (await operator.list('out')).filter(({ name }) => name.startsWith(kind))
    const read = []
    for (const { name } of listed) read.push({ name, bytes: await operator.read(`out/${name}`) })
    return read
  }
  return {
    folder,
    clearinghouse,
    payer: await startPayer(),
    operator,
    bank,
    restartPayer: startPayer,
    submit: (name, bytes) => operator.write(`in/${name}`, bytes),
    answers,
    remittances: async () =>
      (await answers('835')).flatMap(({ name, bytes }) => {
        const read = readX12(bytes)
        expect([...read.findings, ...read.transactions.flatMap(({ findings }) => findings)]).toEqual([])
        return read.transactions.flatMap((found) =>
          found.set === '835' ? [{ name, remittance: found.remittance }] : [],
        )
      }),
    transfers: () =>
      readdirSync(join(folder, 'bank/payer/received')).flatMap((name) => {
        const { file, findings } = readAchFile(readFileSync(join(folder, 'bank/payer/received', name), 'utf8'))
        expect(findings).toEqual([])
        return (file?.batches ?? []).flatMap(({ effectiveOn, entries }) =>
          entries.map(({ cents, account, addenda }) => ({
            cents,
            account,
            effectiveOn,
            addendum: addenda?.kind === 'payment' ? addenda.text : '',
          })),
        )
      }),
  }
}

async function submitted(claims: TestClaim[]): Promise<World> {
  const here = await world()
  await here.submit('claims-1.837', aClaimFile(claims))
  await here.payer.tell(claimsSent)
  return here
}

/** Steps the payer's clock as the server does: to each next due moment, until there is none before the day's end. */
async function until({ payer }: Pick<World, 'payer'>, day: string): Promise<string[]> {
  const stops: string[] = []
  for (;;) {
    const { nextDueAt } = await payer.clock()
    if (nextDueAt === null || nextDueAt > noon(day)) break
    stops.push(nextDueAt)
    await payer.tell(nextDueAt)
  }
  await payer.tell(noon(day))
  return stops
}

test('a claim is acknowledged at once and paid on 12 June, with its transfer of the same day, amount and trace', async () => {
  const here = await world()
  await here.submit('claims-1.837', aClaimFile([{ claimControlNumber: 'CLAIM1', memberId: 'PAYS0001' }]))
  expect(await here.payer.tell(claimsSent)).toEqual({ did: 3, nextDueAt: '2026-06-12T10:00:00.000Z' })
  expect(await here.payer.tell(claimsSent)).toMatchObject({ did: 0 })

  const [functional] = (await here.answers('999')).map(({ bytes }) => readX12(bytes))
  expect(functional?.findings).toEqual([])
  expect(functional?.transactions[0]).toMatchObject({ set: '999', acknowledgement: { status: 'A' } })
  const [acknowledged] = (await here.answers('277CA')).map(({ bytes }) => readX12(bytes))
  expect(acknowledged?.findings).toEqual([])
  expect(acknowledged?.transactions[0]).toMatchObject({
    set: '277CA',
    acknowledgement: {
      batchReference: 'B1',
      providers: [
        {
          claims: [
            {
              claimControlNumber: 'CLAIM1',
              payerClaimControlNumber: '202604100000001',
              statuses: [{ codes: [{ category: 'A2', status: '20' }], action: 'WQ' }],
            },
          ],
        },
      ],
    },
  })

  expect(await until(here, '2026-12-31')).toEqual(['2026-06-12T10:00:00.000Z'])
  const paid = await here.remittances()
  expect(paid).toMatchObject([
    {
      name: '835-2026-06-12-000003.edi',
      remittance: {
        payment: { cents: 12_500, method: 'ACH', date: '2026-06-12' },
        payee: { idQualifier: 'XX', references: [{ qualifier: 'TJ', value: '131234567' }] },
        claims: [
          {
            claimControlNumber: 'CLAIM1',
            status: '1',
            paidCents: 12_500,
            patientResponsibilityCents: 2_500,
            lines: [{ lineControlNumber: 'L1', adjustments: [{ group: 'PR', reason: '3', cents: 2_500 }] }],
          },
        ],
      },
    },
  ])
  const trace = paid[0]?.remittance.trace
  expect(here.transfers()).toEqual([
    {
      cents: 12_500,
      account: '123456789',
      effectiveOn: '2026-06-12',
      addendum: `TRN*1*${trace?.number}*1411234567~`,
    },
  ])

  await here.bank.tell('2026-06-13T03:30:00.000Z')
  const statement = readBai2(readFileSync(join(here.folder, 'bank/operator/out/STMT-2026-06-12.bai'), 'latin1'))
  expect(statement.statement?.accounts[0]?.lines).toMatchObject([
    { cents: 12_500, customerReference: trace?.number, text: expect.stringContaining(`TRN*1*${trace?.number}`) },
  ])
})

test('a payer takes back what it paid, denies the claim, and keeps the money out of another practice’s payment', async () => {
  const here = await submitted([
    { claimControlNumber: 'CLAIM1', memberId: 'TAKES1' },
    { claimControlNumber: 'CLAIM2', memberId: 'HELD0001', lines: [{ procedure: '90834', chargeCents: 12_500 }] },
  ])
  await until(here, '2026-12-31')
  const [paid, takenBack, kept, ...others] = (await here.remittances()).map(({ remittance }) => remittance)
  expect(others).toEqual([])
  expect(paid).toMatchObject({ payment: { cents: 12_500, date: '2026-06-12' }, providerAdjustments: [] })
  expect(takenBack).toMatchObject({
    payment: { cents: 0, date: '2026-09-15', handling: 'H', method: 'NON' },
    claims: [
      {
        claimControlNumber: 'CLAIM1',
        status: '22',
        chargeCents: -15_000,
        paidCents: -12_500,
        payerClaimControlNumber: '202604100000001',
        lines: [
          { chargeCents: -15_000, paidCents: -12_500, adjustments: [{ group: 'PR', reason: '3', cents: -2_500 }] },
        ],
      },
      {
        claimControlNumber: 'CLAIM1',
        status: '4',
        chargeCents: 15_000,
        paidCents: 0,
        lines: [{ adjustments: [{ group: 'CO', reason: '50', cents: 15_000 }] }],
      },
    ],
    providerAdjustments: [{ reason: 'FB', cents: -12_500 }],
  })
  expect(takenBack?.claims[0]?.patientResponsibilityCents).toBeUndefined()
  expect(kept).toMatchObject({
    payment: { cents: 0, date: '2026-10-01', handling: 'H', method: 'NON' },
    claims: [{ claimControlNumber: 'CLAIM2', status: '1', paidCents: 12_500 }],
    providerAdjustments: [{ reason: 'FB', cents: 12_500 }],
  })
  expect(here.transfers().map(({ cents }) => cents)).toEqual([12_500])
})

test('a behaviour can be ordered later, and counts from that day', async () => {
  const here = await submitted([{ claimControlNumber: 'CLAIM1', memberId: 'SILENT1' }])
  await here.payer.tell(noon('2026-07-03'))
  expect(await here.payer.post('/behave', { memberId: 'SILENT1', behaviour: 'denies' })).toEqual({
    status: 200,
    body: { nextDueAt: '2026-07-06T10:00:00.000Z' },
  })
  expect((await here.payer.post('/behave', { memberId: 'SILENT1', behaviour: 'sings' })).status).toBe(400)
  await until(here, '2026-12-31')
  expect(await here.remittances()).toMatchObject([
    { remittance: { payment: { date: '2026-07-06' }, claims: [{ status: '4' }] } },
  ])
})

test('of several payers at one clearinghouse each answers its own claims, in its own time and under its own names', async () => {
  const { contract, operatorAccount, address } = shared
  const other = (id: string, over: object) => ({
    payer: { name: `${id} HEALTH`, id, tin: '411234567', address },
    contract,
    operatorAccount,
    fileLetters: id,
    ...over,
  })
  const here = await world({}, (doors) => ({
    payers: [
      { ...other('MEADOW', { fileLetters: '' }), ...doors },
      { ...other('PRAIRIE', { pace: { pay: 10, deny: 20 } }), ...doors },
    ],
  }))
  await here.submit('claims-1.837', aClaimFile([{ claimControlNumber: 'CLAIM1', memberId: 'PAYS1' }]))
  const second = aClaimFile([{ claimControlNumber: 'CLAIM2', memberId: 'PAYS2' }], { number: 2, payerId: 'PRAIRIE' })
  await here.submit('claims-2.837', second)
  await here.payer.tell(claimsSent)
  await here.payer.kill()
  const again = await here.restartPayer()
  await again.tell(noon('2026-06-12'))
  expect((await here.remittances()).map(({ name, remittance }) => [name, remittance.payment.date])).toEqual([
    ['835-2026-04-20-PRAIRIE000003.edi', '2026-04-20'],
    ['835-2026-06-12-000003.edi', '2026-06-12'],
  ])
  expect((await here.answers('999')).map(({ name }) => name)).toEqual([
    '999-2026-04-10-000001.edi',
    '999-2026-04-10-PRAIRIE000001.edi',
  ])
  // A third payer's claims go to the first, which says that they are none of its.
  const stray = aClaimFile([{ claimControlNumber: 'CLAIM3', memberId: 'PAYS3' }], { number: 3, payerId: 'NOBODY' })
  await here.submit('claims-3.837', stray)
  await again.tell(noon('2026-06-13'))
  expect((await here.answers('277CA')).map(({ name }) => name)).toContain('277CA-2026-06-13-000005.edi')
})

test('an order for the next claims is used up by them, also after a kill, and one given for soon is carried out soon', async () => {
  const here = await world()
  await here.payer.tell(claimsSent)
  await here.payer.post('/behave', { next: 1, behaviour: 'denies', soon: true })
  await here.payer.kill()
  const again = await here.restartPayer()
  const both = [
    { claimControlNumber: 'CLAIM1', memberId: 'PAYS1' },
    { claimControlNumber: 'CLAIM2', memberId: 'PAYS2' },
  ]
  await here.submit('claims-1.837', aClaimFile(both))
  await again.tell(claimsSent)
  await again.tell(noon('2026-06-12'))
  expect(await here.remittances()).toMatchObject([
    { remittance: { payment: { date: '2026-04-13' }, claims: [{ claimControlNumber: 'CLAIM1', status: '4' }] } },
    { remittance: { payment: { date: '2026-06-12' }, claims: [{ claimControlNumber: 'CLAIM2', status: '1' }] } },
  ])
  expect((await again.post('/behave', { next: 1, memberId: 'PAYS1', behaviour: 'pays' })).status).toBe(400)
  expect((await again.post('/behave', { payer: 'NOBODY', next: 1, behaviour: 'pays' })).status).toBe(400)
})

test('a partner that is away is tried again later on the payer’s clock, and nothing is lost or doubled', async () => {
  const here = await submitted([{ claimControlNumber: 'CLAIM1', memberId: 'PAYS1' }])
  await here.bank.post('/faults', { refuseConnections: true })
  await here.clearinghouse.post('/faults', { closeAfterUploadBeforeReply: true })
  const due = '2026-06-12T10:00:00.000Z'
  expect(await here.payer.tell(due)).toMatchObject({ nextDueAt: '2026-06-12T10:15:00.000Z' })
  expect(here.transfers()).toEqual([])
  await here.bank.post('/faults', { refuseConnections: false })
  await here.bank.post('/faults', { dropNextUploadAfterBytes: 100 })
  expect((await here.payer.tell('2026-06-12T10:15:00.000Z')).nextDueAt).toMatch(/^2026-06-12T1[0-9]:/)
  expect(await here.payer.tell('2026-06-12T20:00:00.000Z')).toMatchObject({ nextDueAt: null })
  expect(here.transfers().map(({ cents }) => cents)).toEqual([12_500])
  expect(await here.remittances()).toHaveLength(1)
  const exchanged = (await (await fetch(`${here.clearinghouse.ready.control}/files`)).json()) as { kind: string }[]
  expect(exchanged.filter(({ kind }) => kind !== 'accepted')).toEqual([])
})

test('killed at any moment of its work, the payer sends every answer once and the same cents', async () => {
  const here = await submitted([
    { claimControlNumber: 'CLAIM1', memberId: 'PAYS1' },
    { claimControlNumber: 'CLAIM2', memberId: 'TAKES1' },
  ])
  let payer = here.payer
  for (const [moment, afterMs] of [
    ['2026-06-12T10:00:00.000Z', 20],
    ['2026-06-12T10:00:00.000Z', 60],
    ['2026-09-15T10:00:00.000Z', 40],
  ] as const) {
    const told = payer.tell(moment).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    await payer.kill()
    await told
    payer = await here.restartPayer()
  }
  await until({ payer }, '2026-12-31')
  expect((await here.remittances()).map(({ remittance }) => remittance.payment)).toMatchObject([
    { cents: 25_000, date: '2026-06-12' },
    { cents: 0, date: '2026-09-15' },
  ])
  expect(here.transfers().map(({ cents }) => cents)).toEqual([25_000])
  const exchanged = (await (await fetch(`${here.clearinghouse.ready.control}/files`)).json()) as { kind: string }[]
  expect(exchanged.filter(({ kind }) => kind !== 'accepted')).toEqual([])
})
