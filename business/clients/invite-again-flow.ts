import { dateIn, dateInWords, type Instant, timeInWords, zoneInWords } from '../../libraries/calendar/index.ts'
import { holdSubject } from '../ledger/index.ts'
import { memberById, practiceById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { hashOfToken } from '../scheduling/hash-of-token.ts'
import type { Db, World } from '../world.ts'
import { invitationLetter } from './client-letters.ts'
import { letterByToken, letterRule, lettersOfInvitations, recordInvitationLetter } from './invitation-letter-store.ts'
import { type Invitation, type OpenInvitation, openInvitations } from './invitation-store.ts'
import { languageOf } from './language-store.ts'
import { nextLetterFrom } from './next-letter-from.ts'

/** How an invitation that waits stands: the letters that went, and from when on another one may. */
export type InvitationWaits = {
  invitationId: string
  email: string
  letters: number
  lastLetterAt: Instant | null
  nextFrom: Instant | 'now' | 'never'
}

/** Writes to somebody who was invited, with a new link; that of the letter before opens nothing any more. */
export async function writeInvitation(
  db: Db,
  world: World,
  invitation: Pick<Invitation, 'practiceId' | 'id' | 'personId' | 'memberId' | 'email' | 'givenName'>,
  by: string,
): Promise<void> {
  const { practiceId, id: invitationId, memberId, givenName, email } = invitation
  const practice = await practiceById(db, practiceId)
  const clinician = await memberById(db, practiceId, memberId)
  const token = world.links.secret()
  const sent = { practiceId, invitationId, id: world.ids.next(), sentAt: world.clock.now() }
  await recordInvitationLetter(db, { ...sent, tokenSha256: hashOfToken(token), by })
  const named = { practiceName: practice?.name ?? '', clinicianName: clinician?.name ?? '', givenName }
  const language = await languageOf(db, invitation.personId)
  const page = language === 'en' ? '/invited' : `/invited?lang=${language}`
  const letter = invitationLetter({ ...named, link: world.links.to(`${page}#${token}`) }, language)
  await world.mail.post(db, { practiceId, to: email, ...letter, about: `invitation ${invitationId}` })
}

/** Sends an invitation again, as often and as soon as the rule in force lets it. */
export async function inviteAgain(
  db: Db,
  world: World,
  which: { practiceId: string; personId?: string; id?: string },
  by: string,
): Promise<InvitationWaits> {
  const [found] = await openInvitations(db, which)
  if (found === undefined) throw nothingWaits()
  await holdSubject(db, `invitation ${found.id}`)
  const [invitation] = await openInvitations(db, { practiceId: found.practiceId, id: found.id })
  if (invitation === undefined) throw nothingWaits()
  const [waits] = await invitationsWaiting(db, world, [invitation])
  if (waits === undefined || waits.nextFrom === 'never') throw noMore(waits?.letters ?? 0)
  if (waits.nextFrom !== 'now' && waits.nextFrom > world.clock.now()) throw tooSoon(waits, world)
  await writeInvitation(db, world, invitation, by)
  world.witness('invitation-written')
  const [now] = await invitationsWaiting(db, world, [invitation])
  return now ?? waits
}

/** How each of these invitations stands. */
export async function invitationsWaiting(
  db: Db,
  world: World,
  invitations: readonly Pick<OpenInvitation, 'id' | 'email'>[],
): Promise<InvitationWaits[]> {
  const rule = await letterRule(db, dateIn(world.clock.now(), world.zone))
  const letters = await lettersOfInvitations(
    db,
    invitations.map(({ id }) => id),
  )
  return invitations.map(({ id, email }) => {
    const sent = letters.filter(({ invitationId }) => invitationId === id).map(({ sentAt }) => sentAt)
    return {
      invitationId: id,
      email,
      letters: sent.length,
      lastLetterAt: sent.at(-1) ?? null,
      nextFrom: nextLetterFrom(sent, rule),
    }
  })
}

export type InvitationOpened = {
  practiceName: string
  clinicianName: string
  givenName: string
  familyName: string
  email: string
}

/** Under operations: what the link of a letter is for; one that was replaced or answered is refused by name. */
export async function openInvitationLink(db: Db, world: World, token: string): Promise<InvitationOpened> {
  const opened = await letterByToken(db, hashOfToken(token))
  if (opened === null) throw gone('invitation_unknown', 'There is no invitation behind this link.')
  const { practiceId, memberId, givenName, familyName, email, answer, replacedAt } = opened
  if (answer !== null) {
    throw gone('invitation_used', 'This invitation was answered already. Sign in to see your appointments.')
  }
  if (replacedAt !== null) {
    const when = sayWhen(replacedAt, world.zone)
    throw gone('invitation_replaced', `A later letter, of ${when}, has taken the place of this one: use its link.`)
  }
  const practice = await practiceById(db, practiceId)
  const clinician = await memberById(db, practiceId, memberId)
  const named = { practiceName: practice?.name ?? '', clinicianName: clinician?.name ?? '' }
  return { ...named, givenName, familyName, email }
}

function gone(code: string, detail: string): Refusal {
  return new Refusal({ status: 410, code, detail })
}

function nothingWaits(): Refusal {
  const detail = 'No invitation of this client waits for an answer: they answered it, or were never invited.'
  return new Refusal({ status: 409, code: 'no_invitation_waits', detail: `${detail} Nothing was sent.` })
}

function noMore(letters: number): Refusal {
  const detail = `${letters} letters went to this address, which is the most there may be. Ask your client in person.`
  return new Refusal({ status: 429, code: 'invitation_letters_spent', detail: `${detail} Nothing was sent.` })
}

function tooSoon({ lastLetterAt, nextFrom }: InvitationWaits, { zone }: World): Refusal {
  const last = lastLetterAt === null ? '' : `The last letter went on ${sayWhen(lastLetterAt, zone)}. `
  const detail = `${last}Another one can go from ${sayWhen(nextFrom as Instant, zone)}. Nothing was sent.`
  return new Refusal({ status: 429, code: 'invitation_sent_lately', detail })
}

function sayWhen(moment: Instant, zone: string): string {
  return `${dateInWords(dateIn(moment, zone))}, ${timeInWords(moment, zone)} ${zoneInWords(zone)}`
}
