import { paydaysDue } from '../business/payouts/paydays-due.ts'
import { paySchedules } from '../business/payouts/payment-window.ts'
import { settlesOn } from '../business/payouts/settles-on.ts'
import type { Db } from '../business/world.ts'
import { asUser } from '../database/act-as.ts'
import { addDays, dateIn, dateInWords, type Instant, instantAt } from '../libraries/calendar/index.ts'
import { type AdvanceDoors, advanceClock } from './advance-clock.ts'
import type { DemonstrationDoors } from './demonstration/demonstration-doors.ts'
import type { Demonstration, Moving, Persona, Target } from './demonstration-routes.ts'
import { membershipsOf } from './member-store.ts'
import { peopleOf } from './person-store.ts'
import type { SignIn } from './sign-in.ts'

/** A login of the story, by its e-mail, and what a visitor can see in its shoes. */
export type Character = {
  email: string
  what: string
  /** What they are, where their role says less: 'Biller'. */
  title?: string
  /** The page on which they begin, where it is another than their door's first. */
  landing?: string
}

type Doors = {
  doors: AdvanceDoors
  portal: Db
  signIn: SignIn
  characters: readonly Character[]
  /** The moment at which the story began: nothing was confirmed before. */
  begins: Instant
  /** Everything else that a visitor may do; made with the logins that the cards stand for. */
  others: (emailOf: (persona: Persona) => string | null) => DemonstrationDoors
}

/** The demonstration's personas and its clock, as the bar in the portals moves it. */
export function demonstrationOf({ doors, portal, signIn, characters, begins, others }: Doors): Demonstration {
  const { world } = doors
  const emails = new Map<string, string>()
  let moving: Moving | null = null
  return {
    moving: () => moving,
    doors: others(({ id }) => emails.get(id) ?? null),
    async personas() {
      const found = await Promise.all(characters.map((character) => personaOf(character, { world, portal, signIn })))
      found.forEach((persona, at) => {
        if (persona !== null) emails.set(persona.id, characters[at]?.email ?? '')
      })
      return found.filter((persona) => persona !== null)
    },
    async advance(target) {
      const moment = target === 'next_event' ? target : momentOf(target, begins, world)
      const from = world.clock.now()
      const way = { from, until: moment === 'next_event' ? null : moment }
      try {
        const { now, did } = await advanceClock(doors, moment, (stop) => {
          moving = { ...way, at: stop.now, did: stop.did }
        })
        return { progress: sayArrived(dateInWords(dateIn(now, world.zone)), did) }
      } finally {
        moving = null
      }
    },
  }
}

function sayArrived(day: string, did: number): string {
  if (did === 0) return `It is ${day}. Nothing was due on the way.`
  return `It is ${day}. ${did === 1 ? 'One thing was' : `${did} things were`} done on the way, each on its day.`
}

async function personaOf(
  { email, what, title, landing }: Character,
  { world, portal, signIn }: { world: AdvanceDoors['world']; portal: Db; signIn: SignIn },
): Promise<Persona | null> {
  const user = await signIn.userByEmail(email)
  if (user === null) return null
  const now = world.clock.now()
  const { userId: id, name } = user
  const begin = { ...(title === undefined ? {} : { title }), ...(landing === undefined ? {} : { landing }) }
  const [[first], [person]] = await asUser(portal, { user: id, now }, async (db) => [
    await membershipsOf(db, id),
    await peopleOf(db, id),
  ])
  if (first !== undefined) return { id, name, role: first.role, what, practiceName: first.practiceName, ...begin }
  return person === undefined ? null : { id, name, role: 'client', what, practiceName: '', ...begin }
}

/** The next day begins at nine for a visitor; a payday is over when the bank has published its statement. */
function momentOf(
  target: Exclude<Target, 'next_event'>,
  begins: Instant,
  { clock, zone }: AdvanceDoors['world'],
): Instant {
  const now = clock.now()
  const today = dateIn(now, zone)
  if (target === 'next_day') return instantAt(addDays(today, 1), '09:00', zone)
  if (target !== 'payday') return target
  const paydays = paydaysDue(paySchedules, { confirmedFrom: dateIn(begins, zone), on: addDays(today, 92) })
  const moments = paydays.map((payday) => instantAt(settlesOn(payday), '23:45', zone))
  return moments.find((moment) => moment > now) ?? instantAt(addDays(today, 1), '09:00', zone)
}
