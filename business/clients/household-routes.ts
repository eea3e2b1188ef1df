import { z } from 'zod'
import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateIn,
  dateInWords,
  isCalendarDate,
} from '../../libraries/calendar/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import type { Client, Db, World } from '../world.ts'
import { enterPerson } from './act-for-person-store.ts'
import { adultOn } from './adult-on.ts'
import { permissionLetter } from './client-letters.ts'
import {
  answerPermission,
  endLogin,
  openPermissions,
  permissionsToMe,
  recordGuardian,
  recordPermission,
  relationOf,
  whoActsForMe,
  withdrawPermission,
} from './household-store.ts'
import { languageOf } from './language-store.ts'
import { recordEmailVerification } from './login-store.ts'
import { majorityAges } from './majority-age-store.ts'
import { personById, recordPerson } from './person-store.ts'

const Params = z.object({ personId: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day: write it as YYYY-MM-DD')
const Name = z.string().trim().min(1, 'A name is missing').max(80)
const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address'))

const HouseholdReply = z.strictObject({
  relation: z.enum(['self', 'guardian', 'allowed']).describe('As what this login acts for this person'),
  acting: z.array(
    z.strictObject({
      userId: z.uuid(),
      isThisLogin: z.boolean(),
      relation: z.enum(['self', 'guardian', 'allowed']),
      name: z.string().nullable(),
      from: z.string(),
      until: z.string().nullable().describe('The first day on which it does no more'),
    }),
  ),
  allowed: z.array(z.strictObject({ id: z.uuid(), email: z.string(), until: z.string().nullable() })),
  toMe: z.array(z.strictObject({ permissionId: z.uuid(), name: z.string(), until: z.string().nullable() })),
})
const DependantBody = z.strictObject({
  givenName: Name,
  familyName: Name,
  dateOfBirth: Day,
  sex: z.enum(['F', 'M', 'U']).default('U'),
})
const PermissionBody = z.strictObject({ email: Email, lastDay: Day.nullable().default(null) })

const tags = ['household']
const path = '/clients/:personId'

/** A household: children whom a login looks after, and grown people who allow another to act for them. */
export const householdRoutes: Routes = async (app, world) => {
  const shown = { params: Params, response: { 200: HouseholdReply } }
  app.get(`${path}/household`, { schema: { tags, summary: 'Who acts for whom', ...shown } }, ({ db, client }) =>
    household(db, world, client),
  )

  const added = { params: Params, body: DependantBody, response: { 201: z.strictObject({ personId: z.uuid() }) } }
  app.post(
    `${path}/dependants`,
    { schema: { tags, summary: 'Add a child whom you look after', ...added } },
    async ({ db, client, body }, reply) =>
      reply.code(201).send({ personId: await addDependant(db, world, client, body) }),
  )

  const ended = z.strictObject({ ended: z.literal(true) })
  const ends = { params: Params.extend({ userId: z.uuid() }), response: { 201: ended } }
  app.post(
    `${path}/logins/:userId/ends`,
    { schema: { tags, summary: 'A login acts for this person no more', ...ends } },
    async ({ db, client, params: { userId } }, reply) => {
      const from = dateIn(world.clock.now(), world.zone)
      const own = await relationOf(db, { ...client, on: from })
      // Whoever the record is about ends anyone's; everybody else ends their own only.
      if (own !== 'self' && userId !== client.userId) throw notYours()
      if (!(await endLogin(db, { personId: client.personId, userId, from }))) throw hasEnded()
      return reply.code(201).send({ ended: true })
    },
  )
  await permissionRoutes(app, world)
}

const permissionRoutes: Routes = async (app, world) => {
  const made = z.strictObject({ id: z.uuid() })
  const allowed = { params: Params, body: PermissionBody, response: { 201: made } }
  app.post(
    `${path}/permissions`,
    { schema: { tags, summary: 'Allow somebody to act for you', ...allowed } },
    async ({ db, client, body: { email, lastDay } }, reply) => {
      const at = world.clock.now()
      const on = dateIn(at, world.zone)
      if ((await relationOf(db, { ...client, on })) !== 'self') throw notYours()
      const person = await personById(db, client.personId)
      if (person?.dateOfBirth == null) throw notGrown(null)
      const adult = adultOn(person.dateOfBirth, person.state, await majorityAges(db))
      if (adult > on) throw notGrown(adult)
      const until = lastDay === null ? null : addDays(calendarDate(lastDay), 1)
      if (until !== null && until <= on) throw hasPassed()
      const id = world.ids.next()
      await recordPermission(db, { personId: client.personId, id, email, until, at, by: client.userId })
      const letter = {
        ...permissionLetter(person, await languageOf(db, client.personId)),
        to: email,
        about: `permission ${id}`,
      }
      await world.mail.post(db, { practiceId: world.operator, ...letter })
      return reply.code(201).send({ id })
    },
  )

  const withdrawn = { params: Params.extend({ permissionId: z.uuid() }), response: { 201: made } }
  app.post(
    `${path}/permissions/:permissionId/withdrawals`,
    { schema: { tags, summary: 'Take a permission back', ...withdrawn } },
    async ({ db, client, params: { permissionId: id } }, reply) => {
      const by = { personId: client.personId, id, by: client.userId, at: world.clock.now() }
      if (!(await withdrawPermission(db, by))) throw noSuchPermission()
      return reply.code(201).send({ id })
    },
  )

  const body = z.strictObject({ accepts: z.boolean() })
  const answered = { params: Params.extend({ permissionId: z.uuid() }), body, response: { 201: made } }
  app.post(
    `${path}/permissions/:permissionId/answers`,
    { schema: { tags, summary: 'Say whether you will act for somebody', ...answered } },
    async ({ db, client, params: { permissionId: id }, body: { accepts } }, reply) => {
      const at = world.clock.now()
      if ((await relationOf(db, { ...client, on: dateIn(at, world.zone) })) !== 'self') throw notYours()
      if (!(await answerPermission(db, { permissionId: id, accepts, at }))) throw noSuchPermission()
      return reply.code(201).send({ id })
    },
  )
}

async function household(db: Db, world: World, client: Client): Promise<z.output<typeof HouseholdReply>> {
  const relation = (await relationOf(db, { ...client, on: dateIn(world.clock.now(), world.zone) })) ?? 'allowed'
  const acting = await whoActsForMe(db)
  return {
    relation,
    acting: acting.map(({ during, ...one }) => ({
      ...one,
      isThisLogin: one.userId === client.userId,
      from: during.from,
      until: during.until,
    })),
    allowed: (await openPermissions(db, client.personId)).map(({ id, email, until }) => ({ id, email, until })),
    toMe:
      relation !== 'self'
        ? []
        : (await permissionsToMe(db)).map(({ permissionId, givenName, familyName, until }) => {
            return { permissionId, name: `${givenName} ${familyName}`, until }
          }),
  }
}

/** A record of the child's own: their legal name and birth date; plan, places and signatures are entered for them apart. */
async function addDependant(
  db: Db,
  world: World,
  client: Client,
  said: z.output<typeof DependantBody>,
): Promise<string> {
  const at = world.clock.now()
  const on = dateIn(at, world.zone)
  if ((await relationOf(db, { ...client, on })) !== 'self') throw notYours()
  const guardian = await personById(db, client.personId)
  const dateOfBirth = calendarDate(said.dateOfBirth)
  if (dateOfBirth > on) throw notBornYet()
  const adult = adultOn(dateOfBirth, guardian?.state ?? null, await majorityAges(db))
  if (adult <= on) throw decidesThemselves(adult)
  const personId = world.ids.next()
  // The child's rows are recorded under the child's own name; the answer and its audit under the guardian's again.
  await enterPerson(db, personId)
  const { street = null, city = null, state = null, zip = null, email = null, phone = null } = guardian ?? {}
  const child = { ...said, personId, dateOfBirth, email, phone, street, city, state, zip }
  await recordPerson(db, child, { practiceId: null, from: on, at })
  await recordGuardian(db, { personId, userId: client.userId, during: { from: on, until: adult }, at })
  if (email !== null) {
    await recordEmailVerification(db, { personId, id: world.ids.next(), email, userId: client.userId, at })
  }
  await enterPerson(db, client.personId)
  return personId
}

function notYours(): Refusal {
  const detail =
    'Only the person whose account this is may do that. Switch to your own account first; nothing was changed.'
  return new Refusal({ status: 403, code: 'not_the_person', detail })
}

function notBornYet(): Refusal {
  const because = [{ code: 'not_a_birth_date', field: 'body.dateOfBirth', words: 'This day has not come yet.' }]
  const detail = 'Enter the child’s own date of birth. Nothing was recorded.'
  return new Refusal({ status: 422, code: 'not_a_birth_date', detail, because })
}

function decidesThemselves(adult: CalendarDate): Refusal {
  const detail = `They have been of age since ${dateInWords(adult)}: they have an account of their own, and allow you there to act for them, under Account, Household. Nothing was recorded.`
  return new Refusal({ status: 422, code: 'adult_needs_own_account', detail })
}

function notGrown(adult: CalendarDate | null): Refusal {
  const until =
    adult === null
      ? 'Tell us your date of birth first, under Personal details'
      : `It is possible from ${dateInWords(adult)} on`
  const detail = `Only somebody who is of age can allow this. ${until}; nothing was recorded.`
  return new Refusal({ status: 422, code: 'not_grown', detail })
}

function hasPassed(): Refusal {
  const detail = 'The last day has passed already. Choose one that is to come; nothing was recorded.'
  return new Refusal({ status: 422, code: 'day_has_passed', detail })
}

function hasEnded(): Refusal {
  const detail = 'This login does not act for this person, or it is the person’s own. Nothing was changed.'
  return new Refusal({ status: 409, code: 'login_not_ended', detail })
}

function noSuchPermission(): Refusal {
  const detail = 'There is no such permission, or it was answered already. Load the page again; nothing was changed.'
  return new Refusal({ status: 404, code: 'permission_not_found', detail })
}
