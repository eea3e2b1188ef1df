import { asOperations } from '../../database/act-as.ts'
import { dateIn, dateInWords, earliest, type Instant } from '../../libraries/calendar/index.ts'
import { languagesOf, peopleByIds } from '../clients/index.ts'
import { addressOf, memberById, practicesAll } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import { appointmentLetter, type PolicyInWords, type Told } from './appointment-letter.ts'
import { type TimeLimit, timeLimits } from './catalogue-store.ts'
import { confirmationDeadline } from './confirmation-deadline.ts'
import { once } from './once.ts'
import { firstReminderAfter, nextReminder, type ReminderRule, remindable, reminderDue } from './reminder-due.ts'
import { type Open, openBetween, recordReminder, reminderRules, remindersOf } from './reminder-store.ts'

/** What a cancellation costs in a practice on a day, in words of money; a later room knows it. */
export type SayPolicy = (db: Db, practiceId: string, startsAt: Instant) => Promise<PolicyInWords | null>

/** Sends the letters that are due: to clients before a session, to clinicians while it is not confirmed; each once. */
export async function remind(db: Db, world: World, sayPolicy: SayPolicy): Promise<number> {
  const now = world.clock.now()
  const actor = { user: null, now }
  const ready = await asOperations(db, actor, async (tx) => readyLetters(tx, await remindersDue(tx, world), sayPolicy))
  if (ready.length === 0) return 0
  // All of an hour of post together: either each is recorded with its letter, or they are all due again.
  return asOperations(db, actor, async (tx) => {
    let sent = 0
    for (const each of ready) sent += await sendOnce(tx, world, each)
    return sent
  })
}

type Due = { session: Open; rule: ReminderRule; zone: string }

async function remindersDue(db: Db, world: World): Promise<Due[]> {
  const now = world.clock.now()
  const rules = await reminderRules(db, dateIn(now, world.zone))
  const zones = await zonesOf(db)
  const sessions = await openBetween(db, remindable(now))
  const due = sessions.flatMap((session) => {
    const zone = zones.get(session.practiceId) ?? world.zone
    const rule = reminderDue(session, rules, { now, zone })
    return rule === null ? [] : [{ session, rule, zone }]
  })
  const sent = await remindersOf(
    db,
    due.map(({ session }) => session.id),
  )
  return due.filter(({ session, rule }) => !sent.has(`${session.id} ${rule.id} ${session.version}`))
}

async function zonesOf(db: Db): Promise<Map<string, string>> {
  return new Map((await practicesAll(db)).map(({ practiceId, timeZone }) => [practiceId, timeZone]))
}

/** `to` is null where no address is known. */
type Ready = Due & { to: string | null; letter: { subject: string; body: string } }

// What the letters of a moment say is read together: many of them go out at the same hour of post.
async function readyLetters(db: Db, due: readonly Due[], sayPolicy: SayPolicy): Promise<Ready[]> {
  const toClients = due.filter(({ rule }) => rule.audience === 'client').map(({ session }) => session.personId)
  const people = new Map((await peopleByIds(db, [...new Set(toClients)])).map((person) => [person.personId, person]))
  const languages = await languagesOf(db, toClients)
  const limits = due.length === 0 ? [] : await timeLimits(db)
  const clinicians = new Map<string, Promise<string | null>>()
  const policies = new Map<string, Promise<PolicyInWords | null>>()
  const ready: Ready[] = []
  for (const each of due) {
    const { session, rule, zone } = each
    const { practiceId, memberId, personId, startsAt } = session
    if (rule.audience === 'clinician') {
      const to = await once(clinicians, memberId, () => addressOfClinician(db, practiceId, memberId))
      ready.push({ ...each, to, letter: appointmentLetter(toConfirm(startsAt, zone, limits), session, zone) })
      continue
    }
    // A practice's rule holds for days on its own wall.
    const day = `${practiceId} ${dateIn(startsAt, zone)}`
    const policy = await once(policies, day, () => sayPolicy(db, practiceId, startsAt))
    const letter = appointmentLetter(
      { kind: 'reminder', hours: rule.hours, policy },
      session,
      zone,
      languages.get(personId),
    )
    ready.push({ ...each, to: people.get(personId)?.email ?? null, letter })
  }
  return ready
}

async function sendOnce(db: Db, world: World, { session, rule, to, letter }: Ready): Promise<number> {
  const { practiceId, id } = session
  const mailId = world.ids.next()
  // Written down even where no address is known: the moment for it has passed.
  if (!(await recordReminder(db, session, { ruleId: rule.id, mailId, at: world.clock.now() }))) return 0
  if (to === null) return 1
  await world.mail.post(db, { practiceId, id: mailId, to, about: `session ${id}`, ...letter })
  world.witness('reminder-posted')
  return 1
}

async function addressOfClinician(db: Db, practiceId: string, memberId: string): Promise<string | null> {
  const member = await memberById(db, practiceId, memberId)
  return member === null ? null : addressOf(db, member.userId)
}

function toConfirm(startsAt: Instant, zone: string, limits: readonly TimeLimit[]): Told {
  const last = confirmationDeadline(
    dateIn(startsAt, zone),
    limits.filter(({ name }) => name === 'confirm_within'),
  )
  return { kind: 'to_confirm', confirmBy: last === null ? null : dateInWords(last) }
}

/** The next moment at which a letter will be due, as the calendars stand. */
export async function nextRemind(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const rules = await reminderRules(tx, dateIn(now, world.zone))
    const zones = await zonesOf(tx)
    const nextOf = (sessions: readonly Open[]) => {
      const moments = sessions.flatMap((session) => {
        const next = nextReminder(session, rules, { now, zone: zones.get(session.practiceId) ?? world.zone })
        return next === null ? [] : [next]
      })
      const [first, ...others] = moments
      return first === undefined ? null : earliest(first, ...others)
    }
    const near = remindable(now)
    const next = nextOf(await openBetween(tx, near))
    if (next !== null && next <= firstReminderAfter(near.until, rules)) return next
    const far = nextOf(await openBetween(tx, { from: near.until, until: null }))
    return next !== null && (far === null || next < far) ? next : far
  })
}
