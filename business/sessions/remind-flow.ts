import { asOperations } from '../../database/act-as.ts'
import { dateIn, dateInWords, earliest, type Instant } from '../../libraries/calendar/index.ts'
import { languageOf, personById } from '../clients/index.ts'
import { addressOf, memberById, practicesAll } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import { appointmentLetter, type PolicyInWords, type Told } from './appointment-letter.ts'
import { timeLimits } from './catalogue-store.ts'
import { confirmationDeadline } from './confirmation-deadline.ts'
import { nextReminder, type ReminderRule, remindable, reminderDue } from './reminder-due.ts'
import { type Open, openBetween, recordReminder, reminderRules, remindersOf } from './reminder-store.ts'

/** What a cancellation costs in a practice on a day, in words of money; a later room knows it. */
export type SayPolicy = (db: Db, practiceId: string, startsAt: Instant) => Promise<PolicyInWords | null>

/** Sends the letters that are due: to clients before a session, to clinicians while it is not confirmed; each once. */
export async function remind(db: Db, world: World, sayPolicy: SayPolicy): Promise<number> {
  const now = world.clock.now()
  const actor = { user: null, now }
  const due = await asOperations(db, actor, (tx) => remindersDue(tx, world))
  let sent = 0
  for (const { session, rule, zone } of due) {
    sent += await asOperations(db, actor, (tx) => remindOnce(tx, world, { session, rule, zone }, sayPolicy))
  }
  return sent
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

async function remindOnce(db: Db, world: World, { session, rule, zone }: Due, sayPolicy: SayPolicy): Promise<number> {
  const at = world.clock.now()
  const mailId = world.ids.next()
  // Written down even where no address is known: the moment for it has passed.
  if (!(await recordReminder(db, session, { ruleId: rule.id, mailId, at }))) return 0
  const to = rule.audience === 'client' ? await addressOfClient(db, session) : await addressOfClinician(db, session)
  if (to === null) return 1
  const told =
    rule.audience === 'client'
      ? {
          kind: 'reminder' as const,
          hours: rule.hours,
          policy: await sayPolicy(db, session.practiceId, session.startsAt),
        }
      : await toConfirm(db, session, zone)
  const { practiceId, id } = session
  const letter = appointmentLetter(told, session, zone, await languageOf(db, session.personId))
  await world.mail.post(db, { practiceId, id: mailId, to, about: `session ${id}`, ...letter })
  world.witness('reminder-posted')
  return 1
}

async function addressOfClient(db: Db, { personId }: Open): Promise<string | null> {
  return (await personById(db, personId))?.email ?? null
}

async function addressOfClinician(db: Db, { practiceId, memberId }: Open): Promise<string | null> {
  const member = await memberById(db, practiceId, memberId)
  return member === null ? null : addressOf(db, member.userId)
}

async function toConfirm(db: Db, { startsAt }: Open, zone: string): Promise<Told> {
  const limits = (await timeLimits(db)).filter(({ name }) => name === 'confirm_within')
  const last = confirmationDeadline(dateIn(startsAt, zone), limits)
  return { kind: 'to_confirm', confirmBy: last === null ? null : dateInWords(last) }
}

/** The next moment at which a letter will be due, as the calendars stand. */
export async function nextRemind(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const rules = await reminderRules(tx, dateIn(now, world.zone))
    const zones = await zonesOf(tx)
    const near = remindable(now)
    const sessions = [...(await openBetween(tx, near)), ...(await openBetween(tx, { from: near.until, until: null }))]
    const moments = sessions.flatMap((session) => {
      const next = nextReminder(session, rules, { now, zone: zones.get(session.practiceId) ?? world.zone })
      return next === null ? [] : [next]
    })
    const [first, ...others] = moments
    return first === undefined ? null : earliest(first, ...others)
  })
}
