import { createHash } from 'node:crypto'
import { addMinutes, dateIn, instantAt } from '../../libraries/calendar/index.ts'
import { zero } from '../../libraries/money/index.ts'
import { type CsvLimits, type CsvRecord, readCsv } from '../../libraries/paper/read-csv.ts'
import {
  clientsOfPractice,
  clientUsedSince,
  notListed,
  sameClient,
  takeBackClient,
  takeBackPolicy,
  takeInClient,
  takeInPolicy,
} from '../clients/index.ts'
import { plansInForce } from '../contracts/index.ts'
import { holdSubject } from '../ledger/index.ts'
import { clinicianById, type Member, membersOf, practiceById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { cancelSession, planSession, sessionById, sessionsOf } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import type { Preview, RowStanding } from './import-preview.ts'
import {
  importsOf,
  type Made,
  madeBy,
  recordImport,
  recordImportUndo,
  recordMade,
  recordUpload,
  type Upload,
  uploadById,
} from './import-store.ts'
import { type ColumnMatch, matchColumns } from './match-columns.ts'
import { type ImportError, type ImportRow, readImportRow } from './read-import-row.ts'

export const importLimits: CsvLimits = { bytes: 10 * 1024 * 1024, rows: 20_000, columns: 200, cell: 20_000 }

type Understood = { columns: ColumnMatch[]; rows: ImportRow[]; errors: ImportError[] }

/** Keeps a file as it came, after it has been read once: what is no table is refused by its name. */
export async function takeUpload(
  db: Db,
  world: World,
  who: Who,
  file: { name: string; bytes: Uint8Array; memberId: string },
): Promise<{ id: string; preview: Preview }> {
  const clinician = await clinicianById(db, who.practiceId, file.memberId)
  if (clinician === null || (who.may.planning !== 'all' && clinician.id !== who.memberId)) throw noSuchClinician()
  await understand(file.bytes)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const { practiceId, userId: by } = who
  const upload = { ...file, practiceId, id: world.ids.next(), sha256, at: world.clock.now(), by }
  await recordUpload(db, upload)
  return { id: upload.id, preview: await previewOf(db, world, upload) }
}

/** What an import would do with each line, before anything is done. */
export async function previewOf(db: Db, world: World, upload: Upload): Promise<Preview> {
  const { columns, rows, errors } = await understand(upload.bytes)
  const known = await clientsOfPractice(db, upload.practiceId, dateIn(world.clock.now(), world.zone))
  const plans = new Set((await plansInForce(db, dateIn(world.clock.now(), world.zone))).map(({ name }) => plain(name)))
  const zone = (await practiceById(db, upload.practiceId))?.timeZone ?? world.zone
  const seen: Parameters<typeof sameClient>[1][number][] = []
  const standings = rows.map((row): RowStanding => {
    const isKnown = sameClient(row, known) !== null
    const isTwice = !isKnown && sameClient(row, seen) !== null
    if (!isKnown && !isTwice) seen.push({ ...row, personId: '' })
    const { line, policy, appointment } = row
    return {
      line,
      name: `${row.givenName} ${row.familyName}`,
      client: isKnown ? 'known' : isTwice ? 'twice_in_file' : 'new',
      plan: policy === null ? null : plans.has(plain(policy.plan)) ? 'listed' : 'not_listed',
      appointment:
        appointment === null
          ? null
          : { on: appointment.on, at: appointment.at, isPast: hasPassed(appointment, zone, world) },
    }
  })
  const count = (is: (row: RowStanding) => boolean) => standings.filter(is).length
  return {
    columns,
    rows: standings,
    errors,
    counts: {
      lines: rows.length + new Set(errors.map(({ line }) => line)).size,
      newClients: count(({ client }) => client === 'new'),
      knownClients: count(({ client }) => client === 'known'),
      plans: count(({ plan }) => plan !== null),
      appointments: count(({ appointment }) => appointment !== null && !appointment.isPast),
      pastAppointments: count(({ appointment }) => appointment?.isPast === true),
    },
  }
}

/**
 * Takes a file in as one act: every line that was understood, or nothing. Clients whom the practice has are recognised;
 * appointments that are over stay with the other system; what meets something in the calendar is named and left out.
 */
export async function importUpload(
  db: Db,
  world: World,
  who: Who,
  uploadId: string,
): Promise<{ made: Made[]; left: ImportError[] }> {
  await holdSubject(db, `import ${who.practiceId}`)
  const upload = await uploadOf(db, who, uploadId)
  const standing = (await importsOf(db, who.practiceId)).find(({ id }) => id === uploadId)
  if (standing?.importedAt !== null) throw standsSo('This file was imported already. Nothing was changed.')
  const { rows, errors } = await understand(upload.bytes)
  if (rows.length === 0) throw nothingToImport(errors)
  const today = dateIn(world.clock.now(), world.zone)
  const known = await clientsOfPractice(db, who.practiceId, today)
  const members = await membersOf(db, who.practiceId)
  const made: Made[] = []
  const left: ImportError[] = []
  await recordImport(db, { practiceId: who.practiceId, uploadId, at: world.clock.now(), by: who.userId })
  const plans = await plansInForce(db, today)
  for (const row of rows) {
    const { line } = row
    const memberId = clinicianOf(row, members)?.id ?? upload.memberId
    const found = sameClient(row, known)
    const personId = found?.personId ?? (await takeInClient(db, world, who, { ...personOf(row), memberId }))
    if (found === null) {
      known.push({ ...row, personId })
      made.push({ line, kind: 'client', personId, madeId: personId })
    }
    if (row.policy !== null) {
      const plan = plans.find(({ name }) => plain(name) === plain(row.policy?.plan ?? ''))
      const { memberId: number, groupNumber, copay } = row.policy
      const card = { personId, planId: plan?.id ?? notListed, planAsTold: plan === undefined ? row.policy.plan : null }
      const id = await takeInPolicy(db, world, who, { ...card, memberId: number, groupNumber, copay: copay ?? zero })
      if (id !== null) made.push({ line, kind: 'policy', personId, madeId: id })
    }
    const session = await takeInAppointment(db, world, who, { row, personId, memberId })
    if (typeof session === 'string') made.push({ line, kind: 'session', personId, madeId: session })
    else if (session !== null) left.push(session)
  }
  await recordMade(db, who.practiceId, uploadId, made)
  return { made, left }
}

type Appointed = { row: ImportRow; personId: string; memberId: string }

async function takeInAppointment(
  db: Db,
  world: World,
  who: Who,
  { row, personId, memberId }: Appointed,
): Promise<string | ImportError | null> {
  const { appointment, line } = row
  const zone = (await practiceById(db, who.practiceId))?.timeZone ?? world.zone
  if (appointment === null || hasPassed(appointment, zone, world)) return null
  const startsAt = instantAt(appointment.on, appointment.at, zone)
  const planned = await sessionsOf(db, who.practiceId, { personId, from: startsAt, until: addMinutes(startsAt, 1) })
  if (planned.some(({ cancellation }) => cancellation === null)) return null
  const answer = await planSession(db, world, who, {
    personId,
    memberId,
    startsAt,
    endsAt: addMinutes(startsAt, appointment.minutes),
    modality: appointment.modality,
    repeat: null,
    despite: ['unavailable', 'outside_working_hours', 'client_double_booked'],
    tellsClient: false,
  })
  if (answer.kind === 'added') return answer.id
  const words = `${answer.refusals[0]?.words ?? 'It cannot be planned.'} The appointment was left out.`
  return { line, code: 'date_wrong', column: null, words }
}

/** Takes an import back, as if it had never been; only while nobody has used anything of it. */
export async function undoImport(db: Db, world: World, who: Who, uploadId: string): Promise<{ count: number }> {
  await holdSubject(db, `import ${who.practiceId}`)
  await uploadOf(db, who, uploadId)
  const standing = (await importsOf(db, who.practiceId)).find(({ id }) => id === uploadId)
  if (standing === undefined || standing.importedAt === null)
    throw standsSo('This file was not imported. Nothing was changed.')
  if (standing.undoneAt !== null) throw standsSo('This import was taken back already. Nothing was changed.')
  const made = await madeBy(db, who.practiceId, uploadId)
  await refuseIfUsed(db, who, made, standing.importedAt)
  for (const one of made) {
    if (one.kind === 'policy') await takeBackPolicy(db, world, who, { personId: one.personId, policyId: one.madeId })
    if (one.kind === 'client') await takeBackClient(db, world, who, one.personId)
    if (one.kind === 'session') {
      const session = await sessionById(db, who.practiceId, one.madeId)
      if (session === null) continue
      const why = { kind: 'cancelled' as const, initiator: 'practice' as const, reason: 'The import was taken back' }
      await cancelSession(db, world, who, session, { version: session.version, ...why })
    }
  }
  await recordImportUndo(db, { practiceId: who.practiceId, uploadId, at: world.clock.now(), by: who.userId })
  return { count: made.length }
}

async function refuseIfUsed(db: Db, who: Who, made: readonly Made[], since: Upload['at']): Promise<void> {
  const sessions = new Set(made.filter(({ kind }) => kind === 'session').map(({ madeId }) => madeId))
  for (const personId of new Set(made.map((one) => one.personId))) {
    const ofPerson = made.filter((one) => one.personId === personId)
    const isNew = ofPerson.some(({ kind }) => kind === 'client')
    const policyIds = ofPerson.filter(({ kind }) => kind === 'policy').map(({ madeId }) => madeId)
    const planned = await sessionsOf(db, who.practiceId, { personId })
    const changed = planned.some(
      (one) => sessions.has(one.id) && (one.version > 1 || one.cancellation !== null || one.confirmation !== null),
    )
    const further = isNew && planned.some((one) => !sessions.has(one.id))
    const used = await clientUsedSince(db, { personId, since, policyIds })
    if (changed || further || used) throw wasUsed()
  }
}

/** Every record of the file, read by its columns. */
async function understand(bytes: Uint8Array): Promise<Understood> {
  const records: CsvRecord[] = []
  for await (const record of readCsv([bytes], importLimits)) records.push(record)
  const columns = matchColumns(records[0]?.cells ?? [])
  if (!columns.some(({ field }) => field === 'familyName' || field === 'name')) throw noNames(columns)
  const read = records.slice(1).map(({ line, cells }) => readImportRow(line, cells, columns))
  return { columns, rows: read.flatMap(({ row }) => row ?? []), errors: read.flatMap((one) => [...one.errors]) }
}

async function uploadOf(db: Db, who: Who, id: string): Promise<Upload> {
  const upload = await uploadById(db, who.practiceId, id)
  if (upload !== null) return upload
  throw new Refusal({ status: 404, code: 'import_not_found', detail: 'There is no such file of this practice.' })
}

function personOf({ line: _, clinician: __, policy: ___, appointment: ____, ...person }: ImportRow) {
  return person
}

function clinicianOf({ clinician }: ImportRow, members: readonly Member[]): Member | null {
  if (clinician === null) return null
  return (
    members.find((one) => one.clinician && one.standing === 'active' && plain(one.name) === plain(clinician)) ?? null
  )
}

function hasPassed({ on, at }: NonNullable<ImportRow['appointment']>, zone: string, world: World): boolean {
  return instantAt(on, at, zone) <= world.clock.now()
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
}

function noSuchClinician(): Refusal {
  const detail = 'Choose a clinician of this practice on whose list the clients go. Nothing was recorded.'
  return new Refusal({ status: 422, code: 'clinician_not_found', detail })
}

function noNames(columns: readonly ColumnMatch[]): Refusal {
  const seen = columns
    .slice(0, 8)
    .map(({ title }) => title.slice(0, 40))
    .join(', ')
  const detail = `No column says who the clients are: “First name” and “Last name”, or “Name”. The first line has: ${seen}. Nothing was recorded.`
  return new Refusal({ status: 422, code: 'columns_not_known', detail })
}

function nothingToImport(errors: readonly ImportError[]): Refusal {
  const because = errors.slice(0, 20).map(({ line, code, words }) => ({ code, field: `line ${line}`, words }))
  const detail = 'No line of this file can be imported as it is. Correct it and upload it again; nothing was recorded.'
  return new Refusal({ status: 422, code: 'nothing_to_import', detail, because })
}

function standsSo(detail: string): Refusal {
  return new Refusal({ status: 409, code: 'stands_so_already', detail })
}

function wasUsed(): Refusal {
  const detail =
    'Somebody has used what this import brought, so it stays. Archive single clients or cancel single appointments instead; nothing was changed.'
  return new Refusal({ status: 409, code: 'import_was_used', detail })
}
