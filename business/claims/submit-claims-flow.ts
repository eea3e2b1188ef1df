import { asOperations } from '../../database/act-as.ts'
import { dateIn, timeIn } from '../../libraries/calendar/index.ts'
import { type Finding, write837P } from '../../libraries/x12/index.ts'
import { type Payer, payerById } from '../contracts/index.ts'
import { outgoingFolder, sendOutgoing } from '../exchange-flow.ts'
import { holdSubject } from '../ledger/index.ts'
import { type BillingEntity, billingEntities } from '../practices/index.ts'
import type { Db, StoredFile, World } from '../world.ts'
import { batchReference, buildClaimFile, type ClaimFileNumbers } from './build-claim-file.ts'
import { claimsToSubmit, type OutgoingClaim, recordClaimEvent } from './claim-store.ts'
import { type Clearinghouse, clearinghouseInForce } from './clearinghouse-store.ts'
import { segmentsByClaim } from './segments-by-claim.ts'
import { recordSubmission, submissionsIn } from './submission-store.ts'

// 005010X222A1 advises at most 5,000 claims in one transaction set.
const claimsPerFile = 5000

/** Writes the claims that may go out into files, recorded whole with their numbers before anything is sent. */
export async function writeClaimFiles(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  const refused: string[] = []
  const written = await asOperations(db, { user: null, now }, async (tx) => {
    await holdSubject(tx, 'claims-to-submit')
    const claims = await claimsToSubmit(tx)
    const byPayer = Map.groupBy(claims, ({ payerId }) => payerId)
    let files = 0
    for (const [payerId, ofPayer] of byPayer) {
      for (let start = 0; start < ofPayer.length; start += claimsPerFile) {
        files += await writeClaimFile(tx, world, payerId, ofPayer.slice(start, start + claimsPerFile), refused)
      }
    }
    return files
  })
  if (written > 0) world.witness('claim-files-written')
  if (refused.length > 0) throw new Error(`claims that cannot be written, and were left out: ${refused.join('; ')}`)
  return written
}

async function writeClaimFile(
  db: Db,
  world: World,
  payerId: string,
  claims: readonly OutgoingClaim[],
  refused: string[],
): Promise<number> {
  const payer = await payerById(db, payerId)
  const on = dateIn(world.clock.now(), world.zone)
  const clearinghouse = payer === null ? null : await clearinghouseInForce(db, payer.clearinghouseId, on)
  if (payer === null || clearinghouse === null) {
    refused.push(`payer ${payerId} has no clearinghouse on ${on}`)
    return 0
  }
  const about = { clearinghouse, payer, entities: await billingEntities(db) }
  const writable = findWritable(claims, about, { on, refused })
  if (writable.length === 0) return 0
  const numbers = await takeNumbers(db, world, clearinghouse.id)
  const written = write837P(buildClaimFile(writable, about, numbers))
  if (!written.ok) throw new Error(`the claim file cannot be written: ${wordsOf(written.findings)}`)
  const name = `837P-${on}-${String(numbers.interchange).padStart(9, '0')}.edi`
  const at = world.clock.now()
  const folder = outgoingFolder('clearinghouse')
  const file = await world.files.record(db, {
    partner: 'clearinghouse',
    direction: 'out',
    folder,
    name,
    bytes: written.bytes,
    at,
  })
  world.witness('claim-file-recorded')
  const segments = segmentsByClaim(written.text)
  for (const claim of writable) {
    await recordSubmission(db, {
      practiceId: claim.practiceId,
      claimId: claim.id,
      attempt: claim.attempt,
      fileId: file.id,
      fileName: name,
      fileSha256: file.sha256,
      interchangeNumber: numbers.interchange,
      groupNumber: numbers.group,
      transactionNumber: numbers.transaction,
      batchReference: batchReference(numbers),
      segments: segments.get(claim.controlNumber) ?? '',
      recordedAt: at,
    })
  }
  return 1
}

async function takeNumbers(db: Db, world: World, partner: string): Promise<ClaimFileNumbers> {
  const at = world.clock.now()
  const take = (kind: string) => world.numbers.allocate(db, { partner, kind, at })
  return {
    interchange: await take('isa13'),
    group: await take('gs06'),
    transaction: await take('st02'),
    createdOn: dateIn(at, world.zone),
    createdAt: timeIn(at, world.zone),
  }
}

const trialNumbers = { interchange: 1, group: 1, transaction: 1, createdAt: '00:00' }

/**
 * The claims that can be written. One that cannot must not keep the others back: it is left out and named, whatever part
 * of it is wrong: a finding in the subscriber's segments names no claim.
 */
function findWritable(
  claims: readonly OutgoingClaim[],
  about: { clearinghouse: Clearinghouse; payer: Payer; entities: readonly BillingEntity[] },
  { on, refused }: { on: string; refused: string[] },
): readonly OutgoingClaim[] {
  const tryOut = (some: readonly OutgoingClaim[]) =>
    write837P(buildClaimFile(some, about, { ...trialNumbers, createdOn: on }))
  if (tryOut(claims).ok) return claims
  return claims.filter((claim) => {
    const alone = tryOut([claim])
    if (!alone.ok) refused.push(`${claim.controlNumber}: ${wordsOf(alone.findings)}`)
    return alone.ok
  })
}

// Messages of the library name no value, so no person either.
function wordsOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ message }) => message))].join(', ')
}

/** Sends the claim files; each claim then knows on which day it went out. */
export function sendClaimFiles(db: Db, world: World): Promise<number> {
  return sendOutgoing(db, world, 'clearinghouse', (tx, file) => recordSent(tx, world, file))
}

async function recordSent(db: Db, world: World, file: StoredFile): Promise<void> {
  const at = world.clock.now()
  for (const { practiceId, claimId, attempt } of await submissionsIn(db, { fileId: file.id })) {
    await recordClaimEvent(db, {
      practiceId,
      claimId,
      id: world.ids.next(),
      kind: 'sent',
      sourceKey: `sent:${attempt}`,
      happenedOn: dateIn(at, world.zone),
      at,
      detail: { words: 'The claim went to the payer.', file: { id: file.id, name: file.name, sha256: file.sha256 } },
    })
  }
}
