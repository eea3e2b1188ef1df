import { expect, test } from 'vitest'
import { readAchFile } from '../../libraries/ach/index.ts'
import { type Instant, instant } from '../../libraries/calendar/index.ts'
import { type Remittance, readX12 } from '../../libraries/x12/index.ts'
import { aClaimFile, type TestClaim } from './a-claim-file.ts'
import type { Payer } from './payer.ts'
import { Surroundings } from './surroundings.ts'

const claimsSent = instant('2026-04-10T22:00:00Z')
const noon = (day: string) => instant(`${day}T16:00:00Z`)

type World = {
  payer: Payer
  submit: (name: string, bytes: Uint8Array) => void
  answers: (kind: string) => { name: string; bytes: Uint8Array }[]
  remittances: () => { name: string; remittance: Remittance }[]
  transfers: () => { cents: number }[]
}

function world(): World {
  const surroundings = new Surroundings({})
  const answers: World['answers'] = (kind) =>
    [...surroundings.clearinghouse].filter(([name]) => name.startsWith(kind)).map(([name, bytes]) => ({ name, bytes }))
  return {
    payer: surroundings.process(Number.POSITIVE_INFINITY).payer,
    submit: (name, bytes) => surroundings.claims.set(name, bytes),
    answers,
    remittances: () =>
      answers('835').flatMap(({ name, bytes }) => {
        const read = readX12(bytes)
        expect([...read.findings, ...read.transactions.flatMap(({ findings }) => findings)]).toEqual([])
        return read.transactions.flatMap((found) =>
          found.set === '835' ? [{ name, remittance: found.remittance }] : [],
        )
      }),
    transfers: () =>
      [...surroundings.bank.values()].flatMap(
        (bytes) =>
          readAchFile(Buffer.from(bytes).toString('latin1')).file?.batches.flatMap(({ entries }) => entries) ?? [],
      ),
  }
}

async function submitted(claims: TestClaim[]): Promise<World> {
  const here = world()
  here.submit('claims-1.837', aClaimFile(claims))
  await here.payer.advance(claimsSent)
  return here
}

/** Steps the payer's clock as the server does: to each next due moment, until there is none before the day's noon. */
async function until({ payer }: World, day: string): Promise<Instant[]> {
  const stops: Instant[] = []
  for (let next = payer.nextDueAt(); next !== null && next <= noon(day); next = payer.nextDueAt()) {
    stops.push(next)
    await payer.advance(next)
  }
  return stops
}

test('one payer pays late, pays less, denies and stays silent, each claim by its member id', async () => {
  const here = await submitted([
    { claimControlNumber: 'LATE', memberId: 'LATE1' },
    { claimControlNumber: 'LESS', memberId: 'LESS1' },
    { claimControlNumber: 'DENY', memberId: 'DENY1' },
    { claimControlNumber: 'SILENT', memberId: 'SILENT1' },
  ])
  expect(await until(here, '2027-12-31')).toEqual([
    '2026-05-20T10:00:00.000Z',
    '2026-06-12T10:00:00.000Z',
    '2026-11-20T11:00:00.000Z',
  ])
  expect(here.remittances().map(({ remittance }) => remittance)).toMatchObject([
    {
      payment: { cents: 0, date: '2026-05-20', handling: 'H', method: 'NON' },
      claims: [
        {
          claimControlNumber: 'DENY',
          status: '4',
          paidCents: 0,
          lines: [{ adjustments: [{ group: 'CO', reason: '197', cents: 15_000 }], remarks: ['N54'] }],
        },
      ],
    },
    {
      payment: { cents: 10_500, date: '2026-06-12', handling: 'I', method: 'ACH' },
      claims: [
        {
          claimControlNumber: 'LESS',
          status: '1',
          patientResponsibilityCents: 2_500,
          lines: [
            {
              adjustments: [
                { group: 'CO', reason: '45', cents: 2_000 },
                { group: 'PR', reason: '3', cents: 2_500 },
              ],
            },
          ],
        },
      ],
    },
    { payment: { cents: 12_500, date: '2026-11-20' }, claims: [{ claimControlNumber: 'LATE', status: '1' }] },
  ])
  expect(here.transfers().map(({ cents }) => cents)).toEqual([10_500, 12_500])
})

test('a payer that sends its file twice sends the same bytes under two names, and the money once', async () => {
  const here = await submitted([{ claimControlNumber: 'CLAIM1', memberId: 'TWICE1' }])
  await until(here, '2026-12-31')
  const [first, second, ...others] = here.answers('835')
  expect(others).toEqual([])
  expect([first?.name, second?.name]).toEqual(['835-2026-06-12-000003.edi', '835-2026-06-12-000004.edi'])
  expect(second?.bytes).toEqual(first?.bytes)
  expect(here.transfers()).toHaveLength(1)
})

test('all claims due on one day are one payment, and a later file of the same claims is rejected as a repeat', async () => {
  const claims = [
    { claimControlNumber: 'CLAIM1', memberId: 'PAYS1' },
    { claimControlNumber: 'CLAIM2', memberId: 'LESS1' },
  ]
  const here = await submitted(claims)
  here.submit('claims-2.837', aClaimFile(claims, { number: 2 }))
  await here.payer.advance(noon('2026-04-11'))
  await until(here, '2026-12-31')
  expect(here.remittances()).toMatchObject([
    { remittance: { payment: { cents: 23_000 }, claims: [{ paidCents: 12_500 }, { paidCents: 10_500 }] } },
  ])
  const repeats = here.answers('277CA').map(({ bytes }) => readX12(bytes).transactions[0])
  expect(repeats[1]).toMatchObject({
    acknowledgement: {
      statuses: [{ codes: [{ category: 'A3' }] }],
      providers: [{ claims: [{ statuses: [{ action: 'U' }] }, {}] }],
    },
  })
})

test('a denied claim is decided anew when a replacement names the payer’s own number of it', async () => {
  const here = await submitted([{ claimControlNumber: 'CLAIM1', memberId: 'DENY1' }])
  await until(here, '2026-06-30')
  const again = [{ claimControlNumber: 'CLAIM1', memberId: 'PAYS1', frequency: '7' }]
  here.submit('claims-2.837', aClaimFile(again, { number: 2 }))
  await here.payer.advance(noon('2026-07-01'))
  await until(here, '2026-12-31')
  const decided = here.remittances().flatMap(({ remittance }) => remittance.claims)
  expect(decided.map(({ status, paidCents }) => [status, paidCents])).toEqual([
    ['4', 0],
    ['1', 12_500],
  ])
})

test('an unknown member, another payer’s claim and a replacement of nothing are rejected by name and never decided', async () => {
  const here = await submitted([
    { claimControlNumber: 'CLAIM1', memberId: 'REJECT1' },
    { claimControlNumber: 'CLAIM2', memberId: 'PAYS1', frequency: '7' },
  ])
  here.submit(
    'claims-2.837',
    aClaimFile([{ claimControlNumber: 'CLAIM3', memberId: 'PAYS1' }], { number: 2, payerId: 'OTHER' }),
  )
  await here.payer.advance(noon('2026-04-11'))
  expect(here.payer.nextDueAt()).toBeNull()
  const codes = here
    .answers('277CA')
    .flatMap(({ bytes }) =>
      readX12(bytes).transactions.flatMap((found) =>
        found.set === '277CA'
          ? found.acknowledgement.providers.flatMap(({ claims }) => claims.map(({ statuses }) => statuses[0]?.codes[0]))
          : [],
      ),
    )
  expect(codes).toMatchObject([
    { category: 'A3', status: '33' },
    { category: 'A7', status: '464' },
    { category: 'A3', status: '116' },
  ])
})

test('a file that is no claim file gets no answer or a rejecting 999, and the payer goes on', async () => {
  const here = world()
  here.submit('a-letter.txt', new TextEncoder().encode('Dear payer'))
  const broken = Buffer.from(aClaimFile([{ claimControlNumber: 'CLAIM1', memberId: 'PAYS1' }])).toString()
  here.submit('broken.837', Buffer.from(broken.replace(/^NM1\*IL.*\n/m, '')))
  here.submit('claims-1.837', aClaimFile([{ claimControlNumber: 'CLAIM2', memberId: 'PAYS1' }], { number: 2 }))
  await here.payer.advance(claimsSent)
  const verdicts = here.answers('999').map(({ bytes }) => readX12(bytes).transactions[0])
  expect(verdicts).toMatchObject([{ acknowledgement: { status: 'R' } }, { acknowledgement: { status: 'A' } }])
  expect(here.answers('277CA')).toHaveLength(1)
})
