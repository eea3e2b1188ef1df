import { recordBankAccount, recordBankAccountCheck } from '../../business/payouts/bank-account-store.ts'
import { asOperations } from '../../database/act-as.ts'
import { addMinutes, type CalendarDate, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import type { RunningServer } from '../start.ts'
import { practices, type StoryPractice, zone } from '../story-network.ts'
import { type Ask, signIn } from '../story-player.ts'
import type { LivedInClient } from './clients.ts'
import { type ClinicianHabits, chance, playedMonths } from './habits.ts'
import { livedInPayers } from './payers.ts'
import type { PlannedDeed, Session } from './plan-deeds.ts'
import { sendStrayPayment } from './stray-payment.ts'
import { codesFor, noteFor } from './words.ts'

/** What the people of the lived-in network do, over HTTP as from a browser, and what those outside are told. */
export function livedInPlayer(server: RunningServer, outsideFolder: string) {
  const asks = new Map<string, Promise<Ask>>()
  const as = (memberId: string) => {
    const known = asks.get(memberId) ?? signIn(server.url, nameOf(memberId))
    asks.set(memberId, known)
    return known
  }
  const ids = new Map<string, string>()
  const homes = new Map<string, string>()
  const home = async (client: LivedInClient) => {
    if (!homes.has(client.id)) {
      const ask = await as(client.clinicianId)
      const path = `/api/practices/${practiceOf(client.clinicianId).id}/clients`
      const listed = await ask<{ personId: string; locations: { id: string }[] }[]>(path)
      for (const { personId, locations } of listed) if (locations[0] !== undefined) homes.set(personId, locations[0].id)
    }
    return homes.get(client.id) ?? null
  }
  const doors: Doors = {
    as,
    sessionId: (session) => ids.get(keyOf(session)) ?? '',
    planned: (session, id) => void ids.set(keyOf(session), id),
    home,
    order: (partner, body) => order(server, partner, body),
  }
  return async (deed: PlannedDeed): Promise<void> => {
    switch (deed.kind) {
      case 'plans':
        for (const session of deed.sessions) await planSession(doors, session, { repeats: false })
        return
      case 'sets_hours':
        return setHours(doors, deed)
      case 'repeats':
        for (const session of deed.sessions) await planSession(doors, session, { repeats: true })
        return
      case 'confirms':
        for (const session of deed.sessions) await confirmOrMiss(doors, session)
        return
      case 'corrects':
        return confirm(doors, deed.session, { shorter: true })
      case 'voids':
        return voidSession(doors, deed.session, 'The client had called: they did not come.')
      case 'cancels':
        return cancel(doors, deed.session, { kind: 'cancelled', reason: 'Ill this morning.' })
      case 'entry_returns':
        return doors.order('bank', { account: deed.account, code: deed.code, once: true })
      case 'changes_account':
        return changeAccount(server, deed)
      case 'stray_payment':
        return sendStrayPayment(outsideFolder, deed)
      case 'asks_credential':
        return askForCredential(doors, deed)
    }
  }
}

type Doors = {
  as(memberId: string): Promise<Ask>
  sessionId(session: Session): string
  /** Where the client is during their sessions. */
  home(client: LivedInClient): Promise<string | null>
  planned(session: Session, id: string): void
  order(partner: 'payer' | 'bank' | 'cards', body: object): Promise<void>
}

const keyOf = ({ client, number }: Session) => `${client.id} ${number}`

export function practiceOf(memberId: string): StoryPractice {
  const practice = practices.find(({ members }) => members.some(({ id }) => id === memberId))
  if (practice === undefined) throw new Error(`${memberId} works nowhere`)
  return practice
}

function nameOf(memberId: string): string {
  return practiceOf(memberId).members.find(({ id }) => id === memberId)?.name ?? ''
}

/** Mondays to Fridays, and the weeks in which they are away. */
async function setHours(
  doors: Doors,
  { clinician: { memberId, away }, from }: { clinician: ClinicianHabits; from: CalendarDate },
): Promise<void> {
  const ask = await doors.as(memberId)
  const base = `/api/practices/${practiceOf(memberId).id}`
  const hours = { starts: '08:30', stops: '18:00', place: 'either' }
  const blocks = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...hours }))
  await ask(`${base}/members/${memberId}/working-hours`, { startsOn: from, blocks })
  for (const time of away) {
    const startsAt = instantAt(time.from, '00:00', zone)
    const endsAt = instantAt(time.until, '00:00', zone)
    await ask(`${base}/unavailable-times`, { memberId, startsAt, endsAt, words: 'Away' })
  }
}

async function planSession(doors: Doors, session: Session, { repeats }: { repeats: boolean }): Promise<void> {
  const { client, startsAt, endsAt, number, on } = session
  const ask = await doors.as(client.clinicianId)
  const practice = practiceOf(client.clinicianId)
  const modality = client.habits.modality ?? 'telehealth'
  const repeat = repeats ? { everyWeeks: client.habits.every / 7, weekdays: [client.habits.weekday] } : null
  const body = { personId: client.id, memberId: client.clinicianId, startsAt, endsAt, modality, repeat }
  const { id } = await ask<{ id: string }>(`/api/practices/${practice.id}/sessions`, body)
  doors.planned(session, id)
  const behaviour = client.habits.payer?.[number]
  if (behaviour === undefined) return
  const payer = livedInPayers.find(({ plan }) => plan.id === client.planId)
  await doors.order('payer', {
    // A member of a Blue plan from elsewhere is billed to the local Blue.
    ...(payer === undefined ? {} : { payer: payer.network === 'horizon-nj' ? 'BLUENY' : payer.electronicId }),
    memberId: client.memberId,
    servedOn: on,
    behaviour,
  })
}

async function confirmOrMiss(doors: Doors, session: Session): Promise<void> {
  const { client, number } = session
  if (client.habits.cancelled?.includes(number)) return
  if (client.habits.missed?.includes(number)) {
    return cancel(doors, session, { kind: 'no_show', reason: 'Did not come and did not call.' })
  }
  const token = client.habits.card ?? `tok_good_${client.memberId.toLowerCase()}`
  if (client.habits.declines?.includes(number)) await doors.order('cards', { token, declines: 1 })
  if (client.habits.cardEnds === number) await doors.order('cards', { token, declines: 100 })
  await confirm(doors, session, { shorter: false })
}

async function confirm(doors: Doors, session: Session, { shorter }: { shorter: boolean }): Promise<void> {
  const { client, startsAt } = session
  const ask = await doors.as(client.clinicianId)
  const base = `/api/practices/${practiceOf(client.clinicianId).id}`
  const minutes = shorter ? 45 : client.habits.minutes
  const inPerson = client.habits.modality === 'in_person'
  await ask(`${base}/sessions/${doors.sessionId(session)}/confirmations`, {
    startedAt: startsAt,
    stoppedAt: addMinutes(startsAt, minutes),
    modality: client.habits.modality ?? 'telehealth',
    locationId: inPerson ? null : await doors.home(client),
    codes: codesFor(client, session.number, minutes),
    diagnoses: client.habits.diagnoses,
    note: shorter ? null : { body: noteFor(client, chance(playedMonths.seed, keyOf(session))) },
  })
}

/** The policy's fee, whatever it is; a session of a week is never moved here, so its plan is the first. */
async function cancel(
  doors: Doors,
  session: Session,
  why: { kind: 'cancelled' | 'no_show'; reason: string },
): Promise<void> {
  const ask = await doors.as(session.client.clinicianId)
  const base = `/api/practices/${practiceOf(session.client.clinicianId).id}`
  const body = { ...why, version: 1, initiator: 'client', feeCents: null }
  await ask(`${base}/sessions/${doors.sessionId(session)}/cancellations`, body)
}

async function voidSession(doors: Doors, session: Session, reason: string): Promise<void> {
  const ask = await doors.as(session.client.clinicianId)
  const base = `/api/practices/${practiceOf(session.client.clinicianId).id}`
  await ask(`${base}/sessions/${doors.sessionId(session)}/voids`, { reason })
}

async function askForCredential(
  doors: Doors,
  { memberId, networkId, state, words }: { memberId: string; networkId: string; state: string; words: string },
): Promise<void> {
  const ask = await doors.as(memberId)
  await ask(`/api/practices/${practiceOf(memberId).id}/credential-requests`, { memberId, networkId, state, words })
}

async function order(server: RunningServer, partner: 'payer' | 'bank' | 'cards', body: object): Promise<void> {
  const answer = await fetch(`${server.outsideAddresses[partner]}/behave`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${partner} answered ${answer.status}: ${await answer.text()}`)
}

/** A new account, which two test deposits have shown to be theirs. */
async function changeAccount(
  { databases, world }: RunningServer,
  { at, practiceId, account }: { at: Instant; practiceId: string; account: string },
): Promise<void> {
  const practice = practices.find(({ id }) => id === practiceId)
  if (practice === undefined) throw new Error(`there is no practice ${practiceId}`)
  await asOperations(databases.operations, { user: null, now: at }, async (db) => {
    const id = world.ids.next()
    const by = practice.members.find(({ role }) => role === 'owner')?.userId ?? ''
    await recordBankAccount(db, { ...practice.account, account, practiceId, id, kind: 'checking', recordedAt: at, by })
    const check = { practiceId, bankAccountId: id, id: world.ids.next(), outcome: 'verified' as const }
    await recordBankAccountCheck(db, { ...check, because: 'two test deposits', at })
  })
}
