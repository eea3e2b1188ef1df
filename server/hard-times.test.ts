import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chargesOf } from '../business/charges/index.ts'
import { claimsOfSession, eventsOf } from '../business/claims/index.ts'
import { submissionsOf } from '../business/claims/submission-store.ts'
import { postingsOf } from '../business/ledger/index.ts'
import { payoutEvents, payoutsWhere } from '../business/payouts/payout-store.ts'
import { transactionsTaken } from '../business/remittances/transaction-store.ts'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { readAchFile, writeAchFile } from '../libraries/ach/index.ts'
import { addMinutes, calendarDate, type Instant, instant } from '../libraries/calendar/index.ts'
import { cents } from '../libraries/money/index.ts'
import { write835 } from '../libraries/x12/index.ts'
import { confirmHour, type ServerInHardTimes, serverInHardTimes } from './server-in-hard-times.ts'
import { entity, mayaId, operatorAccount, payer, soloPractice, variantClients } from './story-network.ts'

// One server lives through all of it, in order of time: seven sessions of 8 April, each locked half an hour after the
// one before, each at a bad moment.
const begins = instant('2026-04-08T22:00:00Z')
const clients = Object.values(variantClients)
const lockOf = (index: number): Instant => addMinutes(begins, 48 * 60 + index * 30)

let database: TestDatabase
let house: ServerInHardTimes
const sessions: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  house = await serverInHardTimes({ urls: urlsOf(database) })
  const maya = await house.as(soloPractice.members.find(({ id }) => id === mayaId)?.userId ?? '')
  for (const [index, client] of clients.entries()) {
    await house.server.advance(addMinutes(begins, index * 30))
    const startsAt = addMinutes(instant('2026-04-08T12:00:00Z'), index * 60)
    sessions.push(await confirmHour(maya, soloPractice, client, startsAt))
  }
})

afterAll(async () => {
  await house?.stop()
  await database?.close()
})

const urlsOf = ({ urls }: TestDatabase) => ({ ...urls, signIn: urls.sign_in })
const sessionOf = (index: number) => sessions[index] ?? ''

const claimOf = (index: number) =>
  house.read(async (db) => {
    const [claim] = await claimsOfSession(db, soloPractice.id, sessionOf(index))
    if (claim === undefined) return { controlNumber: '', submissions: [], sent: 0 }
    const submissions = await submissionsOf(db, soloPractice.id, claim.id)
    const events = await eventsOf(db, soloPractice.id, claim.id)
    return {
      controlNumber: claim.controlNumber,
      submissions,
      sent: events.filter(({ kind }) => kind === 'sent').length,
    }
  })

/** The claim went out in one file, which the payer found once and byte for byte. */
async function expectSentOnce(index: number) {
  const { submissions, sent } = await claimOf(index)
  expect([submissions.length, sent]).toEqual([1, 1])
  const { fileId = '', fileName = '' } = submissions[0] ?? {}
  const file = await house.read((db) => house.server.world.files.find(db, fileId))
  expect(house.outside.brought('clearinghouse', fileName)).toBe(1)
  expect(Buffer.from(house.outside.atPayer(fileName)).equals(Buffer.from(file?.bytes ?? []))).toBe(true)
}

async function expectBooksHold() {
  expect((await house.verify()).faults).toEqual([])
}

async function lastTroubles(since: number) {
  return (await house.troubles()).slice(since)
}

const noRoom = {
  writing: sql`create trigger no_room before insert on house.file for each row
    when (new.direction = 'out') execute function house.no_room()`,
  committing: sql`create constraint trigger no_room after insert on house.file deferrable initially deferred for each row
    when (new.direction = 'out') execute function house.no_room()`,
  'adding a session': sql`create trigger no_room before insert on sessions.session for each row
    execute function house.no_room()`,
}

/** The table that is written finds no room, as a tablespace on a full disk answers; what is returned makes room again. */
async function fillDisk({ when }: { when: keyof typeof noRoom }) {
  await sql`
    create function house.no_room() returns trigger language plpgsql as $$
    begin
      raise exception 'could not extend file "base/5/16384": No space left on device' using errcode = 'disk_full';
    end $$`.execute(database.owner)
  await noRoom[when].execute(database.owner)
  return async () => {
    await sql`drop function house.no_room() cascade`.execute(database.owner)
  }
}

test('a clearinghouse that drops the connection half-way through our claim file gets it once, and whole', async () => {
  await house.fault('clearinghouse', { dropNextUploadAfterBytes: 100 })
  await house.server.advance(lockOf(0))
  expect(await house.troubles()).toEqual([
    expect.stringMatching(/^clearinghouse: uploading in\/837P-.*Nothing is lost: it is tried again/),
  ])
  await expectSentOnce(0)
})

test('a claim file that arrived while its answer was lost is recognised in the partner’s listing, and not sent again', async () => {
  const before = (await house.troubles()).length
  await house.fault('clearinghouse', { closeAfterUploadBeforeReply: true })
  await house.server.advance(lockOf(1))
  expect(await lastTroubles(before)).toEqual([expect.stringMatching(/^clearinghouse: uploading in\/837P-/)])
  await expectSentOnce(1)
})

test('a clearinghouse whose disk is full is named, and gets the file once when it has room', async () => {
  const before = (await house.troubles()).length
  await house.fault('clearinghouse', { noSpaceForNextUploadAfterBytes: 100 })
  await house.server.advance(lockOf(2))
  expect(await lastTroubles(before)).toEqual([
    expect.stringMatching(/^clearinghouse: uploading in\/837P-.*only 0 of \d+ bytes arrived: is its disk full/),
  ])
  await expectSentOnce(2)
})

test('when the disk is full no claim is half recorded, people are told so, and it goes out once there is room', async () => {
  const before = (await house.troubles()).length
  const makeRoom = await fillDisk({ when: 'writing' })
  await house.server.advance(lockOf(3))
  expect(await lastTroubles(before)).toEqual([
    expect.stringMatching(/^The disk is full where the database lies \(database error 53100\)\. .*make room there/),
  ])
  expect((await claimOf(3)).submissions).toEqual([])
  await expectBooksHold()
  await makeRoom()
  expect(await house.server.tick()).toMatchObject({ failed: [] })
  await expectSentOnce(3)
})

test('a request for which the disk has no room is refused by name and records nothing', async () => {
  const maya = await house.as(soloPractice.members[0]?.userId ?? '')
  const startsAt = instant('2026-04-10T14:00:00Z')
  const session = { memberId: mayaId, personId: clients[0]?.id, modality: 'telehealth', startsAt }
  const add = () =>
    maya.post(`/api/practices/${soloPractice.id}/sessions`, { ...session, endsAt: addMinutes(startsAt, 55) })
  const makeRoom = await fillDisk({ when: 'adding a session' })
  expect(await add()).toMatchObject({ status: 503, body: { code: 'disk_full' } })
  const added = () => house.read((db) => db.selectFrom('sessions.session').select('id').execute())
  expect(await added()).toHaveLength(clients.length)
  await makeRoom()
  expect(await add()).toMatchObject({ status: 201 })
})

test('a card whose charge was done while its answer was lost is charged once', async () => {
  const before = (await house.troubles()).length
  await house.fault('cards', { closeNextBeforeReply: true })
  await house.server.advance(lockOf(4))
  expect(await lastTroubles(before)).toEqual([expect.stringMatching(/^cards: \/v1\/charges: .*tried again/)])
  await expectChargedOnce(4)
})

async function expectChargedOnce(index: number) {
  const charges = await house.read((db) => chargesOf(db, soloPractice.id, sessionOf(index)))
  expect(charges.map(({ attempts }) => attempts.map(({ outcome }) => outcome))).toEqual([['captured']])
  const atProcessor = await house.outside.chargesFor(charges[0]?.id ?? '')
  expect(atProcessor.map(({ amountCents, status }) => [amountCents, status])).toEqual([[2500, 'captured']])
  const booked = await house.read((db) => postingsOf(db, soloPractice.id, 'all'))
  expect(booked.filter(({ kind, subject }) => kind === 'client_paid' && subject === sessionOf(index))).toHaveLength(1)
}

test('while the clearinghouse refuses connections all else is done, and what waits for it goes out afterwards', async () => {
  const before = (await house.troubles()).length
  await house.fault('clearinghouse', { refuseConnections: true })
  await house.server.advance(lockOf(5))
  const told = await lastTroubles(before)
  expect(told.length).toBeGreaterThan(0)
  for (const words of told) expect(words).toMatch(/^clearinghouse: .*look at the connection to clearinghouse\.$/)
  await expectChargedOnce(5)
  expect(await claimOf(5)).toMatchObject({ submissions: [{ attempt: 1 }], sent: 0 })
  await house.fault('clearinghouse', { refuseConnections: false })
  await house.server.advance(lockOf(5))
  await expectSentOnce(5)
})

test('two servers on one database do what is due at the same moment, and nothing happens twice', async () => {
  // The second opens the clock where it stands: at the moment to which the first is moved meanwhile.
  await database.operations
    .updateTable('house.clock')
    .set({ stands_at: lockOf(6) })
    .execute()
  const beside = serverInHardTimes({ urls: urlsOf(database), partners: house.outside.partners() })
  const ticks = () => Promise.all([house.server.tick(), beside.then(({ server }) => server.tick())])
  await Promise.all([house.server.advance(lockOf(6)), ticks(), ticks()])
  await (await beside).stop()
  await expectSentOnce(6)
  await expectChargedOnce(6)
  await expectBooksHold()
})

test('every claim of these hard hours was charged and sent once, each under a number of its own', async () => {
  for (const index of clients.keys()) {
    await expectSentOnce(index)
    await expectChargedOnce(index)
  }
  const claims = await Promise.all([...clients.keys()].map(claimOf))
  const numbers = claims.flatMap(({ submissions }) => submissions.map(({ interchangeNumber }) => interchangeNumber))
  expect(new Set(numbers).size).toBe(clients.length)
})

const paidOn = calendarDate('2026-04-13')
const originator = `1${payer.tin}`

/** A payer's advice that pays one claim of ours; `spoil` writes into the finished file. */
async function adviceOf(index: number, trace: string, spoil: (text: string) => string = (text) => text) {
  const { controlNumber } = await claimOf(index)
  const client = clients[index]
  const written = write835({
    envelope: {
      senderId: payer.electronicId,
      senderQualifier: 'ZZ',
      receiverId: 'EVENKEEL01',
      receiverQualifier: 'ZZ',
      usage: 'T',
      interchangeControlNumber: String(900 + trace.length * 10 + index),
      groupControlNumber: '1',
      createdOn: paidOn,
      createdAt: '06:00',
    },
    transactions: [
      {
        transactionControlNumber: '0001',
        payment: {
          handling: 'I',
          cents: 12500,
          creditDebit: 'C',
          method: 'ACH',
          format: 'CCP',
          sender: { routingQualifier: '01', routing: '123456780', accountQualifier: 'DA', account: '77001' },
          originator,
          receiver: {
            routingQualifier: '01',
            routing: operatorAccount.routing,
            accountQualifier: 'DA',
            account: operatorAccount.account,
          },
          date: paidOn,
        },
        trace: { number: trace, originator },
        producedOn: paidOn,
        payer: {
          name: payer.name,
          address: { street: '1 CEDAR WAY', city: 'ALBANY', state: 'NY', zip: '122070001' },
          technicalContacts: [{ name: 'EDI SUPPORT', telephone: '5185550143' }],
        },
        payee: {
          name: entity.legalName,
          idQualifier: 'XX',
          id: entity.npi,
          references: [{ qualifier: 'TJ', value: entity.tin }],
        },
        claims: [
          {
            claimControlNumber: controlNumber,
            status: '1',
            chargeCents: 15000,
            paidCents: 12500,
            patientResponsibilityCents: 2500,
            filingCode: '12',
            payerClaimControlNumber: `${trace}-1`,
            patient: { kind: 'person', last: client?.familyName.toUpperCase() ?? '', first: client?.givenName },
            adjustments: [],
            lines: [
              {
                procedure: '90837',
                modifiers: [],
                chargeCents: 15000,
                paidCents: 12500,
                units: 1,
                serviceDate: '2026-04-08',
                adjustments: [{ group: 'PR', reason: '3', cents: 2500 }],
              },
            ],
          },
        ],
        providerAdjustments: [],
      },
    ],
  })
  if (!written.ok) throw new Error(JSON.stringify(written.findings))
  return new TextEncoder().encode(spoil(written.text))
}

/** The transfer of an advice: the payer's money on its way to the operator's bank. */
function transferOf(trace: string, number: number) {
  const odfi = '12345678'
  return new TextEncoder().encode(
    writeAchFile({
      immediateDestination: '123456780',
      immediateDestinationName: 'PAYER BANK',
      immediateOrigin: originator,
      immediateOriginName: payer.name,
      createdOn: calendarDate('2026-04-11'),
      createdAt: '0600',
      fileIdModifier: String(number),
      batches: [
        {
          companyName: payer.name,
          companyId: originator,
          sec: 'CCD',
          entryDescription: 'HCCLAIMPMT',
          effectiveOn: paidOn,
          odfi,
          batchNumber: 1,
          entries: [
            {
              transactionCode: 22,
              receivingRouting: operatorAccount.routing,
              account: operatorAccount.account,
              cents: cents(12500),
              individualId: entity.npi,
              name: 'EVENKEEL NY',
              traceNumber: `${odfi}${String(900 + number).padStart(7, '0')}`,
              addenda: { kind: 'payment', text: `TRN*1*${trace}*${originator}~` },
            },
          ],
        },
      ],
    }),
  )
}

const takenOf = (trace: string) =>
  house.read(async (db) => {
    const all = await transactionsTaken(db, house.server.world.operator)
    return all
      .filter((one) => one.trace === trace)
      .map(({ outcome, because, difference }) => [outcome, because, difference])
  })

const incoming = (partner: string, name: string) =>
  house.read(async (db) => {
    const all = await house.server.world.files.all(db)
    return all.filter((file) => file.partner === partner && file.direction === 'in' && file.name === name)
  })

test('a remittance whose download breaks off is fetched again, and never read by half', async () => {
  await house.server.advance(instant('2026-04-11T12:00:00Z'))
  const before = (await house.troubles()).length
  const sent = await adviceOf(0, 'GOOD1')
  const desk = house.outside.asPayer('clearinghouse')
  await desk.put('in', '835-GOOD1.edi', sent)
  await desk.close()
  await house.fault('clearinghouse', { dropNextDownloadAfterBytes: 200 })
  await house.server.tick()
  expect(await lastTroubles(before)).toEqual([
    expect.stringMatching(/^clearinghouse: fetching out\/835-GOOD1\.edi: .*tried again/),
  ])
  expect([await incoming('clearinghouse', '835-GOOD1.edi'), await takenOf('GOOD1')]).toEqual([[], []])
  await house.server.tick()
  const [stored] = await incoming('clearinghouse', '835-GOOD1.edi')
  expect(Buffer.from(stored?.bytes ?? []).equals(Buffer.from(sent))).toBe(true)
  expect(await takenOf('GOOD1')).toEqual([['posted', null, null]])
})

test('a broken, an unbalanced and a contradicting remittance are kept aside, each with its exact difference', async () => {
  const desk = house.outside.asPayer('clearinghouse')
  const bank = house.outside.asPayer('bank')
  const unbalanced = (text: string) => text.replace(/(CLP\*[^*]+\*1\*150)\*125\*/, '$1*124*')
  const contradicts = (text: string) => text.replace('CAS*PR*3*25', 'CAS*CO*45*25').replace('*125*25*12*', '*125**12*')
  const torn = (text: string) => text.slice(0, text.indexOf('SVC*'))
  await desk.put('in', '835-UNBALANCED.edi', await adviceOf(1, 'UNBALANCED', unbalanced))
  await desk.put('in', '835-GOOD1-other.edi', await adviceOf(0, 'GOOD1', contradicts))
  await desk.put('in', '835-TORN.edi', await adviceOf(2, 'TORN', torn))
  await desk.put('in', '835-NONSENSE.edi', new TextEncoder().encode('<html>Service unavailable</html>'))
  for (const [index, trace] of ['GOOD1', 'UNBALANCED', 'TORN'].entries()) {
    await bank.put('in', `EFT-${trace}.ach`, transferOf(trace, index + 1))
  }
  await Promise.all([desk.close(), bank.close()])
  expect(await house.server.tick()).toMatchObject({ failed: [] })
  expect(await takenOf('UNBALANCED')).toEqual([['quarantined', 'unbalanced', 100]])
  expect(await takenOf('GOOD1')).toEqual([
    ['posted', null, null],
    ['quarantined', 'same_trace_other_content', null],
  ])
  expect(await takenOf('TORN')).toEqual([['quarantined', 'unreadable', null]])
  const kept = await house.read((db) =>
    house.server.world.files.without(db, ['read'], { partner: 'clearinghouse', direction: 'in' }),
  )
  expect(kept.map(({ name }) => name)).toEqual(['835-NONSENSE.edi'])
})

test('the money of a remittance kept aside waits in clearing, a statement that broke off is read whole, and the books hold', async () => {
  const before = (await house.troubles()).length
  await house.server.advance(instant('2026-04-14T03:00:00Z'))
  await house.fault('bank', { dropNextDownloadAfterBytes: 200 })
  await house.server.advance(instant('2026-04-14T04:00:00Z'))
  expect(await lastTroubles(before)).toEqual([
    expect.stringMatching(/^bank: fetching out\/STMT-2026-04-13\.bai: .*tried again/),
  ])
  expect(await incoming('bank', 'STMT-2026-04-13.bai')).toHaveLength(1)
  const { balances, faults } = await house.verify()
  expect(faults).toEqual([])
  const clearing = balances.filter(({ kind }) => kind === 'remittance_clearing')
  expect(clearing.map(({ subject, cents: amount }) => [subject, amount]).sort()).toEqual([
    [`${originator}/TORN`, -12500],
    [`${originator}/UNBALANCED`, -12500],
  ])
})

test('a disk that fills up while payday commits pays nobody by half, and everyone once when there is room', async () => {
  await house.server.advance(instant('2026-04-29T12:59:00Z'))
  const before = (await house.troubles()).length
  const makeRoom = await fillDisk({ when: 'committing' })
  await house.server.advance(instant('2026-04-29T13:00:00Z'))
  expect(await lastTroubles(before)).toEqual([expect.stringMatching(/^The disk is full where the database lies/)])
  const payouts = () => house.read((db) => payoutsWhere(db, { practiceId: soloPractice.id }))
  expect(await payouts()).toEqual([])
  const booked = await house.read((db) => postingsOf(db, soloPractice.id, 'all'))
  expect(booked.filter(({ kind }) => kind === 'payday')).toEqual([])
  await makeRoom()

  await house.fault('bank', { noSpaceForNextUploadAfterBytes: 100 })
  expect(await house.server.tick()).toMatchObject({ failed: ['send-bank-files'] })
  await house.fault('bank', { dropNextUploadAfterBytes: 100 })
  expect(await house.server.tick()).toMatchObject({ failed: ['send-bank-files'] })
  expect(await house.server.tick()).toMatchObject({ failed: [] })

  const [payout, ...others] = await payouts()
  expect([payout?.payOn, payout?.cents, others]).toEqual(['2026-04-30', 7 * 11800, []])
  expect(house.outside.brought('bank', payout?.fileName ?? '')).toBe(1)
})

test('on the pay date the bank has paid to the cent what was promised, and the books hold', async () => {
  await house.server.advance(instant('2026-05-01T03:45:00Z'))
  const events = await house.read((db) => payoutEvents(db, soloPractice.id))
  expect(events.map(({ kind, happenedOn }) => [kind, happenedOn])).toEqual([
    ['sent', '2026-04-29'],
    ['settled', '2026-04-30'],
  ])
  const [payout] = await house.read((db) => payoutsWhere(db, { practiceId: soloPractice.id }))
  const { file } = readAchFile(house.outside.atBank(payout?.fileName ?? '').toString('utf8'))
  expect(file?.batches.flatMap(({ entries }) => entries.map((entry) => entry.cents))).toEqual([7 * 11800])
  await expectBooksHold()
})
