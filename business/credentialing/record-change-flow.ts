import { isState } from '../coverage/service-areas.ts'
import { clinicianById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, World } from '../world.ts'
import type { CredentialingChange, Standing } from './apply-change.ts'
import { recordAuthority, recordAuthorityChange, recordExclusion } from './authority-store.ts'
import { recordCredential, recordCredentialChange } from './credential-store.ts'
import { standingOf } from './standing-flow.ts'

type StaffEntry = Exclude<CredentialingChange, { kind: 'opt_in' | 'opt_out' }>

/** Records what the operator's staff enter about a clinician, as a further row: what was known before stays as it was. */
export async function recordChange(
  db: Db,
  world: World,
  who: { userId: string },
  of: { practiceId: string; memberId: string },
  { change, reason }: { change: StaffEntry; reason: string },
): Promise<{ id: string; standing: Standing }> {
  if ((await clinicianById(db, of.practiceId, of.memberId)) === null) {
    throw new Refusal({
      status: 404,
      code: 'clinician_not_found',
      detail: 'There is no such clinician in this practice.',
    })
  }
  const standing = await standingOf(db, of.practiceId, of.memberId)
  refuseWhatIsNotThere(standing, change)
  const id = world.ids.next()
  const row = { ...of, id, at: world.clock.now(), by: who.userId }
  switch (change.kind) {
    case 'add_authority': {
      const { state, authority: kind, number, during } = change
      await recordAuthority(db, { ...row, state, kind, number, during })
      break
    }
    case 'change_authority':
      await recordAuthorityChange(db, { ...row, authorityId: change.authorityId, during: change.during, reason })
      break
    case 'add_credential': {
      const { kind: _, ...credential } = change
      await recordCredential(db, { ...row, ...credential })
      break
    }
    case 'change_credential': {
      const { kind: _, ...changed } = change
      await recordCredentialChange(db, { ...row, ...changed, reason })
      break
    }
    case 'add_exclusion':
      await recordExclusion(db, { ...row, during: change.during, source: reason })
  }
  return { id, standing: await standingOf(db, of.practiceId, of.memberId) }
}

function refuseWhatIsNotThere({ authorities, credentials }: Standing, change: StaffEntry): void {
  if ('state' in change && !isState(change.state)) {
    throw new Refusal({
      status: 422,
      code: 'state_unknown',
      detail: `${change.state} is no state, district or territory of the US.`,
    })
  }
  const isThere =
    change.kind === 'change_authority'
      ? authorities.some(({ id }) => id === change.authorityId)
      : change.kind === 'change_credential'
        ? credentials.some(({ id }) => id === change.credentialId)
        : true
  if (!isThere) {
    const detail = 'This clinician has no such license or credential; nothing was changed.'
    throw new Refusal({ status: 404, code: 'standing_not_found', detail })
  }
}
