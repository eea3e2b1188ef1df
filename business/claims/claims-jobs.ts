import { asOperations } from '../../database/act-as.ts'
import type { Deed } from '../world.ts'
import { alarmHeldClaims, nextAlarmDue } from './alarm-held-claims-flow.ts'
import { lockDueSessions, sessionsToLock } from './lock-session-flow.ts'
import { nextReleaseDue, releaseReadyClaims } from './release-claims-flow.ts'
import { sendClaimFiles, writeClaimFiles } from './submit-claims-flow.ts'

export const lockSessions: Deed = {
  name: 'lock-due-sessions',
  run: lockDueSessions,
  nextDue: async (db, world) => {
    const now = world.clock.now()
    const open = await asOperations(db, { user: null, now }, (tx) => sessionsToLock(tx, world))
    // One that cannot be locked stays due: it must not hide the next one.
    const coming = open.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now)
    return coming.sort()[0] ?? null
  },
}

export const releaseClaims: Deed = { name: 'release-held-claims', run: releaseReadyClaims, nextDue: nextReleaseDue }

export const alarmClaims: Deed = {
  name: 'alarm-held-claims',
  run: alarmHeldClaims,
  nextDue: nextAlarmDue,
  givesWorkTo: 'nobody',
}

export const writeClaims: Deed = { name: 'write-claim-files', run: writeClaimFiles, workComesFrom: 'others' }

export const sendClaims: Deed = { name: 'send-claim-files', run: sendClaimFiles, workComesFrom: 'others' }
