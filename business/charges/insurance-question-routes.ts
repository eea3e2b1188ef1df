import { z } from 'zod'
import {
  cardPhoto,
  cardPhotosOf,
  insuranceQuestionLetter,
  languageOf,
  personById,
  policiesOf,
  policyQuestions,
  recordPolicyQuestion,
  recordQuestionAnswer,
} from '../clients/index.ts'
import { questionReasons } from '../clients/question-reasons.ts'
import { Refusal, type Routes } from '../routes.ts'

const Made = z.strictObject({ id: z.uuid() })
const Words = z.string().trim().min(1).max(500).nullable()
const QuestionBody = z.strictObject({
  personId: z.uuid(),
  reason: z.enum(questionReasons),
  words: Words.describe('For the client’s eyes, as you write them; the reason is said in their language'),
})

/**
 * What could not be confirmed of a client's insurance is asked of them again, in the portal: POST
 * /operations/coverage-checks/:policyId/questions, the pictures that it is about, and the client's answer.
 */
export const insuranceQuestionRoutes: Routes = async (app, world) => {
  const asked = { params: z.object({ policyId: z.uuid() }), body: QuestionBody, response: { 201: Made } }
  const ask = { schema: { tags: ['operations'], summary: 'Ask a client again about their insurance', ...asked } }
  app.post('/operations/coverage-checks/:policyId/questions', ask, async (request, reply) => {
    const { db, body } = request
    const { personId, reason, words } = body
    request.looksAt({ personId, reason: 'The client is asked again about their insurance' })
    if (reason === 'other' && words === null) throw noWords()
    const person = await personById(db, personId)
    const policy = (await policiesOf(db, personId)).find(({ id }) => id === request.params.policyId)
    if (person === null || policy === undefined) throw noSuchPolicy()
    const id = world.ids.next()
    const question = { personId, id, policyId: policy.id, reason, words, askedAt: world.clock.now() }
    await recordPolicyQuestion(db, { ...question, by: request.who.userId })
    world.witness('insurance-asked-again')
    if (person.email !== null) {
      const letter = insuranceQuestionLetter(person, await languageOf(db, personId))
      await world.mail.post(db, {
        ...letter,
        practiceId: world.operator,
        to: person.email,
        about: `person ${personId}`,
      })
    }
    return reply.code(201).send({ id })
  })

  const params = z.object({ personId: z.uuid(), photoId: z.uuid() })
  const seen = { schema: { tags: ['operations'], summary: 'A picture of a client’s insurance card', params } }
  app.get('/operations/people/:personId/card-photos/:photoId', seen, async (request, reply) => {
    const { personId, photoId } = request.params
    request.looksAt({ personId, reason: 'Insurance waits to be checked with the payer' })
    const photo = await cardPhoto(request.db, personId, photoId)
    if (photo === null) throw new Refusal({ status: 404, code: 'photo_not_found', detail: 'There is no such picture.' })
    return reply
      .headers({
        'content-type': photo.contentType,
        'content-disposition': 'attachment; filename="insurance-card"',
        'x-content-type-options': 'nosniff',
      })
      .send(Buffer.from(photo.bytes))
  })

  const answered = {
    params: z.object({ personId: z.uuid(), questionId: z.uuid() }),
    body: z.strictObject({ words: Words.describe('Null: the pictures that you sent since are the answer') }),
    response: { 201: Made },
  }
  const answer = { schema: { tags: ['your account'], summary: 'Answer about your insurance', ...answered } }
  app.post('/clients/:personId/insurance-questions/:questionId/answers', answer, async (request, reply) => {
    const { db, body } = request
    const { personId, userId: by } = request.client
    const question = (await policyQuestions(db, [personId])).find(({ id }) => id === request.params.questionId)
    if (question === undefined) throw noSuchQuestion()
    const photos = await cardPhotosOf(db, personId)
    if (body.words === null && !photos.some(({ recordedAt }) => recordedAt >= question.askedAt)) throw nothingSaid()
    const said = { personId, questionId: question.id, words: body.words, at: world.clock.now(), by }
    if (!(await recordQuestionAnswer(db, said))) throw noSuchQuestion()
    return reply.code(201).send({ id: question.id })
  })
}

function noWords(): Refusal {
  const detail = 'Say in words what your question is. Nothing was asked.'
  const because = [{ code: 'question_without_words', field: 'words', words: 'Say what your question is.' }]
  return new Refusal({ status: 422, code: 'question_without_words', detail, because })
}

function noSuchPolicy(): Refusal {
  const detail = 'This insurance is not on file for this client any more. Load the page again; nothing was asked.'
  return new Refusal({ status: 404, code: 'policy_not_found', detail })
}

function noSuchQuestion(): Refusal {
  const detail = 'No question about your insurance is open, or it was answered already. Load the page again.'
  return new Refusal({ status: 409, code: 'question_not_found', detail })
}

function nothingSaid(): Refusal {
  const detail = 'Say something in your own words, or send another picture. Nothing was recorded.'
  return new Refusal({ status: 422, code: 'answer_missing', detail })
}
