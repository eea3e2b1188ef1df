import { z } from 'zod'
import { type Api, Refusal } from '../business/routes.ts'
import type { World } from '../business/world.ts'
import { twoFactorsResetLetter } from './account-letters.ts'
import type { SignIn } from './sign-in.ts'

const ResetBody = z.strictObject({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address')),
  reason: z.string().trim().min(3, 'Say why, and how you made sure who asks').max(500),
})

/** POST /api/operations/two-factor-resets: somebody lost phone and codes, and the operator has made sure who they are. */
export function twoFactorRoutes(app: Api, { signIn, world }: { signIn: SignIn; world: World }): void {
  const done = z.strictObject({ done: z.literal(true) })
  const schema = {
    tags: ['operations'],
    summary: 'Take the second factor from a login, with a reason',
    body: ResetBody,
  }
  app.post(
    '/api/operations/two-factor-resets',
    { schema: { ...schema, response: { 201: done } } },
    async (request, reply) => {
      const { email, reason } = request.body
      request.mustHaveJustSignedIn()
      const user = await signIn.userByEmail(email)
      if (user === null) {
        throw new Refusal({ status: 404, code: 'login_not_found', detail: 'Nobody signs in with this address.' })
      }
      if (user.userId === request.who.userId) {
        const detail = 'Nobody takes the second factor from themselves: ask a colleague. Nothing was changed.'
        throw new Refusal({ status: 409, code: 'own_second_factor', detail })
      }
      await signIn.resetTwoFactors(user.userId)
      request.looksAt({ reason: `login ${user.userId}: ${reason}` })
      const letter = twoFactorsResetLetter({ name: user.name })
      await world.mail.post(request.db, { practiceId: world.operator, to: user.email, ...letter, about: 'account' })
      return reply.code(201).send({ done: true })
    },
  )
}
