import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Api, Refusal } from '../business/routes.ts'
import { languages } from '../business/visits/say-date.ts'
import type { World } from '../business/world.ts'
import { calendarDate, dateIn, isCalendarDate } from '../libraries/calendar/index.ts'
import type { Accounts } from './accounts.ts'
import type { AttemptLimits } from './attempt-limit.ts'

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address'))
const Password = z.string().min(12, 'A password needs at least twelve characters').max(128)
const Name = z.string().trim().min(1, 'A name is missing').max(80)
const Phone = z
  .string()
  .trim()
  .max(30)
  .refine((text) => /^\+?[\d\s().-]+$/.test(text) && text.replace(/\D/g, '').length >= 10, 'This is no phone number')
const Day = z.string().refine(isCalendarDate, 'There is no such day: write it as YYYY-MM-DD')
const Token = z.string().min(20).max(200)

const InLanguage = z.enum(languages).default('en').describe('Of the page, and so of its letter')

const SignUpBody = z.strictObject({
  givenName: Name,
  familyName: Name,
  dateOfBirth: Day,
  email: Email,
  phone: Phone,
  password: Password,
  language: InLanguage,
})
const Sent = z.strictObject({
  sent: z.literal(true).describe('Whether there is an account is said in the letter only'),
})
const Done = z.strictObject({ done: z.literal(true) })

const tags = ['account']

type Doors = { accounts: Accounts; world: World; attemptLimits: AttemptLimits }

/** POST /api/sign-up and its letters, /api/password-resets, /api/me/email-changes: one's own account. */
export function accountRoutes(app: Api, { accounts, world, attemptLimits }: Doors): void {
  const limits = [
    {
      by: (request: FastifyRequest) => `from ${request.ip}`,
      limit: attemptLimits({ name: 'from', most: 40, minutes: 60 }),
    },
    {
      by: (_: FastifyRequest, email: string) => `to ${email}`,
      limit: attemptLimits({ name: 'to', most: 5, minutes: 60 }),
    },
  ]
  const countLetter = async (request: FastifyRequest, email: string) => {
    for (const { by, limit } of limits) {
      if (await limit.isReached(by(request, email))) throw tooMany()
      await limit.count(by(request, email))
    }
  }

  const signUp = { body: SignUpBody, response: { 202: Sent } }
  app.post('/api/sign-up', { schema: { tags, summary: 'Sign up as a client', ...signUp } }, async (request, reply) => {
    const { dateOfBirth, ...asked } = request.body
    const born = calendarDate(dateOfBirth)
    if (born > dateIn(world.clock.now(), world.zone) || born < '1900-01-01') throw notBornYet()
    await countLetter(request, asked.email)
    await accounts.signUp({ ...asked, dateOfBirth: born })
    return reply.code(202).send({ sent: true })
  })

  const letter = { body: z.strictObject({ email: Email }), response: { 202: Sent } }
  const again = { schema: { tags, summary: 'Send the letter again', ...letter } }
  app.post('/api/sign-up/letters', again, async (request, reply) => {
    await countLetter(request, request.body.email)
    await accounts.sendAgain(request.body.email)
    return reply.code(202).send({ sent: true })
  })

  const confirmed = { body: z.strictObject({ token: Token, password: z.string().max(128) }), response: { 200: Done } }
  const confirm = { schema: { tags, summary: 'Confirm the address and sign in', ...confirmed } }
  app.post('/api/sign-up/confirmations', confirm, async (request, reply) => {
    const { token, password } = request.body
    const outcome = await accounts.confirm(token, password, request.headers)
    if (outcome.kind !== 'confirmed') throw refusalOf[outcome.kind]()
    return reply.header('set-cookie', outcome.cookies).send({ done: true })
  })

  const asked = { body: z.strictObject({ email: Email, language: InLanguage }), response: { 202: Sent } }
  const forgot = { schema: { tags, summary: 'Ask for a new password', ...asked } }
  app.post('/api/password-resets', forgot, async (request, reply) => {
    await countLetter(request, request.body.email)
    await accounts.forgotPassword(request.body.email, request.body.language)
    return reply.code(202).send({ sent: true })
  })

  emailRoutes(app, { accounts, attemptLimits }, countLetter)
}

type CountLetter = (request: FastifyRequest, email: string) => Promise<void>

function emailRoutes(app: Api, { accounts, attemptLimits }: Omit<Doors, 'world'>, countLetter: CountLetter): void {
  const guesses = attemptLimits({ name: 'email-change', most: 10, minutes: 15 })
  const asked = { body: z.strictObject({ email: Email, password: z.string().max(128) }), response: { 202: Sent } }
  const change = { schema: { tags, summary: 'Use another e-mail address', ...asked } }
  app.post('/api/me/email-changes', change, async (request, reply) => {
    const { userId } = request.signedIn
    if (await guesses.isReached(userId)) throw tooMany()
    await countLetter(request, request.body.email)
    if (!(await accounts.askForEmail(userId, request.body))) {
      await guesses.count(userId)
      throw refusalOf.wrong_password()
    }
    return reply.code(202).send({ sent: true })
  })

  const confirmed = { body: z.strictObject({ token: Token }), response: { 200: Done } }
  const confirm = { schema: { tags, summary: 'Confirm another e-mail address', ...confirmed } }
  app.post('/api/email-changes/confirmations', confirm, async (request) => {
    if (!(await accounts.confirmEmail(request.body.token))) throw refusalOf.link_not_valid()
    return { done: true as const }
  })
}

const refusalOf = {
  link_not_valid: () =>
    new Refusal({
      status: 410,
      code: 'link_not_valid',
      detail: 'This link was used already or is too old. Ask for a new one; what you entered is kept for a week.',
    }),
  wrong_password: () =>
    new Refusal({ status: 403, code: 'wrong_password', detail: 'This is not the password. Nothing was changed.' }),
  wait: tooMany,
}

function tooMany(): Refusal {
  const detail = 'That was tried too often. Please wait a while and try again; nothing was changed.'
  return new Refusal({ status: 429, code: 'too_many_attempts', detail })
}

function notBornYet(): Refusal {
  const words = 'Enter the date of birth of the person who is to be cared for.'
  const because = [{ code: 'not_a_birth_date', field: 'body.dateOfBirth', words }]
  return new Refusal({
    status: 400,
    code: 'not_a_birth_date',
    detail: `${words} Nothing was recorded.`,
    because,
  })
}
