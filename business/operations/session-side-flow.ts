import { dateIn } from '../../libraries/calendar/index.ts'
import { zero } from '../../libraries/money/index.ts'
import { claimsOfSession, eventsOf, submissionsOf } from '../claims/index.ts'
import { peopleByIds } from '../clients/index.ts'
import type { AccountKind } from '../ledger/accounts.ts'
import { transfersOfEvents } from '../ledger/index.ts'
import { payoutLines, payoutsWhere, sessionPage } from '../payouts/index.ts'
import { abilitiesOf } from '../practices/abilities-of.ts'
import { practiceById } from '../practices/index.ts'
import { sessionById } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { abbreviateName } from './abbreviate-name.ts'
import type { EvidenceFile } from './claim-page.ts'
import { explainAccount } from './explain-account.ts'
import type { SessionSide, Side } from './session-side.ts'

export async function sessionSide(
  db: Db,
  world: World,
  who: Who,
  { practiceId, sessionId }: { practiceId: string; sessionId: string },
): Promise<SessionSide | null> {
  const session = await sessionById(db, practiceId, sessionId)
  const page = session === null ? null : await sessionPage(db, world, { ...who, may: abilitiesOf(['biller']) }, session)
  const practice = await practiceById(db, practiceId)
  if (session === null || page === null || practice === null) return null
  const [person] = await peopleByIds(db, [session.personId])
  const claims = await claimsOfSession(db, practiceId, sessionId)
  const payouts = await payoutsOf(db, practiceId, sessionId)
  const { confirmation } = page
  return {
    practiceId,
    practice: practice.name,
    sessionId,
    personId: session.personId,
    client: person === undefined ? 'A client' : abbreviateName(person),
    clinician: page.clinicianName,
    startsAt: page.startsAt,
    serviceOn: dateIn(page.startsAt, practice.timeZone),
    state: page.state,
    timeline: page.timeline.map(({ kind, state, on, words }) => ({ kind, state, on, words })),
    promised:
      confirmation === null
        ? null
        : {
            payerCents: confirmation.payerCents ?? zero,
            clientCents: confirmation.clientCents ?? zero,
            providerCents: confirmation.providerCents ?? zero,
            payOn: confirmation.payOn,
          },
    money: page.money,
    claims: claims.map(({ id, controlNumber }) => ({ claimId: id, controlNumber })),
    postings: await postingsOf(db, world, { practiceId, sessionId, name: practice.name }),
    payouts,
    files: await filesOf(
      db,
      practiceId,
      claims.map(({ id }) => id),
    ),
  }
}

async function postingsOf(
  db: Db,
  world: World,
  { practiceId, sessionId, name }: { practiceId: string; sessionId: string; name: string },
): Promise<SessionSide['postings']> {
  const transfers = await transfersOfEvents(db, {
    practiceId,
    subject: sessionId,
    books: [practiceId, world.operator],
  })
  const side = (one: { kind: AccountKind; subject: string }): Side => ({ ...one, name: explainAccount(one.kind).name })
  return [...Map.groupBy(transfers, ({ postingId }) => postingId)].flatMap(([postingId, of]) => {
    const [first] = of
    if (first === undefined) return []
    const isOperators = first.practiceId === world.operator
    return [
      {
        postingId,
        book: isOperators ? 'Our book' : name,
        isOperators,
        kind: first.kind,
        cause: first.cause,
        effectiveOn: first.effectiveOn,
        recordedAt: first.recordedAt,
        transfers: of.map(({ debit, credit, cents }) => ({ debit: side(debit), credit: side(credit), cents })),
      },
    ]
  })
}

async function payoutsOf(db: Db, practiceId: string, sessionId: string): Promise<SessionSide['payouts']> {
  const lines = await payoutLines(db, practiceId, [sessionId])
  const payouts = new Map((await payoutsWhere(db, { practiceId })).map((payout) => [payout.id, payout]))
  return lines.flatMap(({ payoutId, cents }) => {
    const payout = payouts.get(payoutId)
    if (payout === undefined) return []
    const file = { id: payout.fileId, name: payout.fileName, sha256: payout.fileSha256 }
    return [{ payoutId, payOn: payout.payOn, cents, file }]
  })
}

async function filesOf(db: Db, practiceId: string, claimIds: readonly string[]): Promise<SessionSide['files']> {
  const files = new Map<string, EvidenceFile & { what: string }>()
  for (const claimId of claimIds) {
    for (const { fileId, fileName, fileSha256, attempt } of await submissionsOf(db, practiceId, claimId)) {
      const what = attempt === 1 ? 'The claim as it went out' : `The claim as it went out again (${attempt})`
      files.set(fileId, { id: fileId, name: fileName, sha256: fileSha256, what })
    }
    for (const { detail, kind } of await eventsOf(db, practiceId, claimId)) {
      if (detail.file === undefined || kind === 'sent') continue
      files.set(detail.file.id, { ...detail.file, what: detail.words })
    }
  }
  return [...files.values()]
}
