import { dateIn } from '../../libraries/calendar/index.ts'
import type { ClaimAcknowledgement, GroupAcknowledgement } from '../../libraries/x12/model-acknowledgement.ts'
import type { Db, StoredFile, World } from '../world.ts'
import type { ClaimEventKind } from './claim-status.ts'
import { claimByControlNumber, recordClaimEvent } from './claim-store.ts'
import { readClaimStatus } from './read-claim-status.ts'
import { submissionsIn } from './submission-store.ts'

/** What an acknowledgement told: of how many claims, and which of its names we do not know. */
export type Acknowledged = { told: number; unknown: string[] }

/** A 999: whether the payer could read the file at all. It answers a group, and every claim in it. */
export async function takeGroupAcknowledgement(
  db: Db,
  world: World,
  file: StoredFile,
  acknowledgement: GroupAcknowledgement,
): Promise<Acknowledged> {
  const submissions = await submissionsIn(db, { groupNumber: Number(acknowledgement.groupControlNumber) })
  const unknown = submissions.length === 0 ? [`group ${acknowledgement.groupControlNumber}`] : []
  for (const submission of submissions) {
    const set = acknowledgement.transactions.find(
      ({ transactionControlNumber }) => Number(transactionControlNumber) === submission.transactionNumber,
    )
    // A group that was refused as a whole names no set of it.
    const status = set?.status ?? acknowledgement.status
    const accepted = status === 'A' || status === 'E'
    await tell(db, world, file, submission, {
      kind: accepted ? 'file_accepted' : 'file_rejected',
      words: accepted
        ? 'The payer could read the file with this claim.'
        : 'The payer could not read the file with this claim. It must be sent again.',
      codes: set?.codes ?? acknowledgement.codes ?? [],
    })
  }
  return { told: submissions.length, unknown }
}

/** A 277CA: which claims the payer took into adjudication, and which it refused. */
export async function takeClaimAcknowledgement(
  db: Db,
  world: World,
  file: StoredFile,
  acknowledgement: ClaimAcknowledgement,
): Promise<Acknowledged> {
  const unknown: string[] = []
  let told = 0
  for (const answer of acknowledgement.providers.flatMap(({ claims }) => claims)) {
    const claim = await claimByControlNumber(db, answer.claimControlNumber)
    if (claim === null) {
      unknown.push(answer.claimControlNumber)
      continue
    }
    const { kind, words, codes } = readClaimStatus(answer.statuses)
    await tell(db, world, file, { practiceId: claim.practiceId, claimId: claim.id }, { kind, words, codes })
    told += 1
  }
  return { told, unknown }
}

async function tell(
  db: Db,
  world: World,
  file: StoredFile,
  claim: { practiceId: string; claimId: string },
  news: { kind: ClaimEventKind; words: string; codes: string[] },
): Promise<void> {
  const at = world.clock.now()
  await recordClaimEvent(db, {
    practiceId: claim.practiceId,
    claimId: claim.claimId,
    id: world.ids.next(),
    kind: news.kind,
    sourceKey: `${news.kind}:${file.sha256}`,
    happenedOn: dateIn(at, world.zone),
    at,
    detail: { words: news.words, codes: news.codes, file: { id: file.id, name: file.name, sha256: file.sha256 } },
  })
}
