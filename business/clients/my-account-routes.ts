import { z } from 'zod'
import { addDays, calendarDate, dateIn, isCalendarDate } from '../../libraries/calendar/index.ts'
import { checkAddress } from '../practices/check-address.ts'
import { Refusal, type Routes } from '../routes.ts'
import { languages } from '../visits/say-date.ts'
import { cardPhotosOf } from './card-photo-store.ts'
import { changePerson } from './change-person-flow.ts'
import { countyOfNewPlace } from './county-of-new-place-flow.ts'
import { formsInForce, isOf, recordSignature, signaturesOf } from './form-store.ts'
import { answerInvitation, invitationsToMe } from './invitation-store.ts'
import { recordLanguageChoice } from './language-store.ts'
import { endLocation, locationsOf, recordLocation } from './location-store.ts'
import { peopleWithVerifiedEmail } from './login-store.ts'
import { personById } from './person-store.ts'

const Params = z.object({ personId: z.uuid() })
const Made = z.strictObject({ id: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day: write it as YYYY-MM-DD')
const Moment = z.string()

const FormReply = z.strictObject({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  body: z.string().describe('Paragraphs, divided by empty lines'),
  sha256: z.string().describe('Of title, a line feed and body: sent back with the signature'),
  signed: z.strictObject({ at: Moment, typedName: z.string() }).nullable(),
})

const StandingReply = z.strictObject({
  person: z.strictObject({
    givenName: z.string(),
    familyName: z.string(),
    preferredName: z.string().nullable(),
    dateOfBirth: z.string().nullable(),
    sex: z.enum(['F', 'M', 'U']),
    email: z.string().nullable(),
    emailVerified: z.boolean(),
    phone: z.string().nullable(),
    street: z.string().nullable(),
    city: z.string().nullable(),
    state: z.string().nullable(),
    zip: z.string().nullable(),
  }),
  forms: z.array(FormReply),
  photos: z.array(z.strictObject({ id: z.uuid(), side: z.enum(['front', 'back']), contentType: z.string() })),
  invitations: z.array(
    z.strictObject({ invitationId: z.uuid(), practiceName: z.string(), clinicianName: z.string(), invitedAt: Moment }),
  ),
  locations: z.array(
    z.strictObject({
      id: z.uuid(),
      label: z.string(),
      street: z.string().nullable(),
      city: z.string().nullable(),
      state: z.string(),
      zip: z.string().nullable(),
      from: z.string(),
      until: z.string().nullable().describe('The first day on which it counts no more'),
    }),
  ),
})

const Address = {
  street: z.string().trim().max(120),
  city: z.string().trim().max(60),
  state: z.string().max(2),
  zip: z.string().trim().max(9),
}
const Phone = z
  .string()
  .trim()
  .max(30)
  .refine((text) => /^\+?[\d\s().-]+$/.test(text) && text.replace(/\D/g, '').length >= 10, 'This is no phone number')

const DetailsBody = z.strictObject({
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  preferredName: z.string().trim().min(1).max(80).nullable(),
  sex: z.enum(['F', 'M', 'U']),
  phone: Phone,
  address: z.strictObject(Address).nullable(),
})

const LocationBody = z.strictObject({
  label: z.string().trim().max(60),
  ...Address,
  countyFips: z
    .string()
    .regex(/^\d{5}$/)
    .nullable()
    .optional()
    .describe('Chosen where the ZIP code lies in several counties and that matters'),
  from: Day,
  lastDay: Day.nullable(),
})

const tags = ['your account']
const path = '/clients/:personId'

/** GET /clients/:personId and what a client changes of their own account, all but insurance and cards. */
export const myAccountRoutes: Routes = async (app, world) => {
  const today = () => dateIn(world.clock.now(), world.zone)

  const standing = { params: Params, response: { 200: StandingReply } }
  app.get(path, { schema: { tags, summary: 'Your account', ...standing } }, async ({ db, client: { personId } }) => {
    const person = await personById(db, personId)
    if (person === null) throw new Error('a login holds nobody')
    const { personId: _, ...known } = person
    const forms = await formsInForce(db, today())
    const signatures = await signaturesOf(db, [personId])
    return {
      person: {
        ...known,
        preferredName: known.preferredName ?? null,
        phone: known.phone ?? null,
        emailVerified: (await peopleWithVerifiedEmail(db, [personId])).has(personId),
      },
      forms: forms.map((form) => {
        const signed = signatures.find((each) => isOf(each, form))
        return { ...form, signed: signed === undefined ? null : { at: signed.signedAt, typedName: signed.typedName } }
      }),
      photos: (await cardPhotosOf(db, personId)).map(({ id, side, contentType }) => ({ id, side, contentType })),
      invitations: (await invitationsToMe(db)).map(({ practiceId: _, ...invitation }) => invitation),
      locations: (await locationsOf(db, personId)).map(({ id, label, street, city, state, zip, during }) => {
        return { id, label, street, city, state, zip, from: during.from, until: during.until }
      }),
    }
  })

  const details = { params: Params, body: DetailsBody, response: { 201: Made } }
  app.post(`${path}/details`, { schema: { tags, summary: 'Who you are', ...details } }, async (request, reply) => {
    const { personId, userId } = request.client
    const person = await personById(request.db, personId)
    if (person === null) throw new Error('a login holds nobody')
    const { address, ...said } = request.body
    if (address !== null) refuseFaults(checkAddress({ label: 'Home', ...address }))
    const after = { ...person, ...said, ...(address ?? {}) }
    return reply.code(201).send(await changePerson(request.db, world, { before: person, after, by: userId }))
  })

  const spoken = { params: Params, body: z.strictObject({ language: z.enum(languages) }), response: { 201: Made } }
  const speak = { schema: { tags, summary: 'The language of your portal and your letters', ...spoken } }
  app.post(`${path}/languages`, speak, async (request, reply) => {
    const { personId, userId: by } = request.client
    const id = world.ids.next()
    await recordLanguageChoice(request.db, { personId, id, ...request.body, at: world.clock.now(), by })
    return reply.code(201).send({ id })
  })

  await locationRoutes(app, world)
  await answerRoutes(app, world)
}

const locationRoutes: Routes = async (app, world) => {
  const added = { params: Params, body: LocationBody, response: { 201: Made } }
  app.post(`${path}/locations`, { schema: { tags, summary: 'New location', ...added } }, async (request, reply) => {
    const { personId, userId } = request.client
    const { from, lastDay, countyFips = null, ...address } = request.body
    refuseFaults(checkAddress(address))
    if (lastDay !== null && lastDay < from) throw endsBeforeItBegins()
    const id = world.ids.next()
    const during = { from: calendarDate(from), until: lastDay === null ? null : addDays(calendarDate(lastDay), 1) }
    const location = {
      ...address,
      personId,
      id,
      countyFips: countyOfNewPlace(address, countyFips),
      servedBy: null,
      during,
    }
    await recordLocation(request.db, { ...location, recordedAt: world.clock.now(), recordedBy: userId })
    return reply.code(201).send({ id })
  })

  const params = Params.extend({ locationId: z.uuid() })
  const ended = { params, body: z.strictObject({ lastDay: Day }), response: { 201: Made } }
  const summary = 'The last day of a location'
  app.post(`${path}/locations/:locationId/ends`, { schema: { tags, summary, ...ended } }, async (request, reply) => {
    const { locationId: id } = request.params
    const until = addDays(calendarDate(request.body.lastDay), 1)
    if (!(await endLocation(request.db, { personId: request.client.personId, id, until }))) throw notEnded()
    return reply.code(201).send({ id })
  })
}

const answerRoutes: Routes = async (app, world) => {
  const signature = z.strictObject({
    formId: z.string().max(60),
    version: z.int().positive(),
    sha256: z.string().length(64),
    typedName: z.string().trim().max(160),
  })
  const signed = { params: Params, body: signature, response: { 201: Made } }
  app.post(
    `${path}/form-signatures`,
    { schema: { tags, summary: 'Sign a form', ...signed } },
    async (request, reply) => {
      const { personId, userId } = request.client
      const { formId, version, sha256, typedName } = request.body
      if (!/\p{L}\S*\s+\S*\p{L}/u.test(typedName)) throw noName()
      const at = world.clock.now()
      const form = (await formsInForce(request.db, dateIn(at, world.zone))).find(({ id }) => id === formId)
      // Whoever read another wording has not signed this one.
      if (form === undefined || form.version !== version || form.sha256 !== sha256) throw anotherWording()
      const id = world.ids.next()
      await recordSignature(request.db, { personId, id, formId, version, sha256, typedName, userId, signedAt: at })
      return reply.code(201).send({ id })
    },
  )

  const params = Params.extend({ invitationId: z.uuid() })
  const body = z.strictObject({ accepts: z.boolean() })
  const answered = { params, body, response: { 201: z.strictObject({ answered: z.literal(true) }) } }
  const summary = 'Answer a practice that would like to care for you'
  app.post(
    `${path}/invitations/:invitationId/answers`,
    { schema: { tags, summary, ...answered } },
    async (request, reply) => {
      const { invitationId } = request.params
      const answer = { invitationId, accepts: request.body.accepts, at: world.clock.now() }
      if (!(await answerInvitation(request.db, answer))) throw notInvited()
      return reply.code(201).send({ answered: true })
    },
  )
}

function refuseFaults(because: ReturnType<typeof checkAddress>): void {
  if (because.length === 0) return
  const detail = 'The address is not whole yet; nothing was recorded.'
  throw new Refusal({ status: 422, code: 'address_incomplete', detail, because })
}

function endsBeforeItBegins(): Refusal {
  const detail = 'The last day lies before the first one. Correct one of them. Nothing was recorded.'
  return new Refusal({ status: 422, code: 'ends_before_it_begins', detail })
}

function notEnded(): Refusal {
  const detail = 'This place has ended already, or its last day would lie before its first one; nothing was changed.'
  return new Refusal({ status: 409, code: 'place_not_ended', detail })
}

function noName(): Refusal {
  const detail = 'Sign with your first and last name. Nothing was recorded.'
  return new Refusal({ status: 422, code: 'signature_without_name', detail })
}

function anotherWording(): Refusal {
  const detail = 'This form has a newer wording. Load the page again and read it; nothing was signed.'
  return new Refusal({ status: 409, code: 'another_wording', detail })
}

function notInvited(): Refusal {
  const detail = 'There is no such question to you, or you answered it already.'
  return new Refusal({ status: 404, code: 'invitation_not_found', detail })
}
