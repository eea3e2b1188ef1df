import type { FastifyRequest } from 'fastify'
import type { Api } from '../business/routes.ts'
import type { Accounts } from './accounts.ts'
import { factorFirst } from './passkeys/passkey-refusals.ts'
import { problem, sendProblem } from './problem-documents.ts'
import { clientAddressHeader, type SignIn } from './sign-in.ts'

/** GET and POST /api/auth/*: the sign-in library's own answers, with our problem documents where it refuses. */
export function signInRoutes(app: Api, signIn: SignIn, accounts: Pick<Accounts, 'tellPasswordChanged'>): void {
  // By the address that was typed, whether or not anybody has it, and from wherever it is tried.
  const failures = signIn.attemptLimits({ name: 'sign-in', most: 10, minutes: 15 })
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const email = emailTried(request)
      if (email !== null && (await failures.isReached(email))) return sendProblem(reply, lockedOut)
      if (isOfFactors(request) && (await mustProveFactor(signIn, request))) throw factorFirst()
      // Asked before: the change ends the session that it came with.
      const changes = isPasswordChange(request) ? await signIn.userOf(request.headers) : null
      const answer = await signIn.answer(webRequest(request))
      if (changes !== null && answer.status === 200) await accounts.tellPasswordChanged(changes.email)
      if (email !== null && answer.status === 401) await failures.count(email)
      if (email !== null && answer.status === 200) await failures.forget(email)
      const cookies = answer.headers.getSetCookie()
      if (cookies.length > 0) reply.header('set-cookie', cookies)
      if (answer.status >= 500) return sendProblem(reply, away)
      if (answer.status >= 400) return sendProblem(reply, await refusal(answer))
      const location = answer.headers.get('location')
      if (location !== null) reply.header('location', location)
      return reply
        .code(answer.status)
        .type(answer.headers.get('content-type') ?? 'application/json')
        .serializer((text: string) => text)
        .send(await answer.text())
    },
  })
}

const away = problem(503, 'sign_in_away', 'Signing in is not possible right now. Please try again in a moment.')

const lockedOut = problem(
  429,
  'too_many_attempts',
  'There were too many attempts to sign in with this address. Wait a quarter of an hour, or set a new password.',
)

const ofFactors = ['/api/auth/two-factor/enable', '/api/auth/two-factor/generate-backup-codes']

function isOfFactors(request: FastifyRequest): boolean {
  return request.method === 'POST' && ofFactors.includes(request.url.split('?')[0] ?? '')
}

/** Whoever has a second factor and came by a password alone sets up no app beside it, and makes no codes. */
async function mustProveFactor(signIn: SignIn, { headers }: FastifyRequest): Promise<boolean> {
  const user = await signIn.userOf(headers)
  if (user?.twoFactors !== 'off') return false
  return user.hasApp === true || (await signIn.passkeys.ofUser(user.userId)).length > 0
}

function isPasswordChange(request: FastifyRequest): boolean {
  return request.method === 'POST' && request.url.split('?')[0] === '/api/auth/change-password'
}

function emailTried(request: FastifyRequest): string | null {
  if (request.method !== 'POST' || request.url.split('?')[0] !== '/api/auth/sign-in/email') return null
  const { body } = request
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : null
  return typeof email === 'string' ? email.trim().toLowerCase() : null
}

function webRequest(request: FastifyRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'content-length' || name.startsWith('x-forwarded')) continue
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  headers.set(clientAddressHeader, request.ip)
  const url = new URL(request.url, `http://${request.headers.host ?? 'localhost'}`)
  const hasBody = request.method === 'POST'
  if (hasBody) headers.set('content-type', 'application/json')
  return new Request(url, {
    method: request.method,
    headers,
    ...(hasBody ? { body: JSON.stringify(request.body ?? {}) } : {}),
  })
}

async function refusal(answer: Response) {
  const body: unknown = await answer.json().catch(() => null)
  const told = body !== null && typeof body === 'object' ? (body as { code?: unknown; message?: unknown }) : {}
  const code = answer.status === 429 ? 'too_many_attempts' : textOr(told.code, 'sign_in_refused').toLowerCase()
  return problem(answer.status, code, textOr(told.message, 'Signing in was refused.'))
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
