import fastifyMultipart from '@fastify/multipart'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { calendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { takeFile } from '../take-file.ts'
import {
  noSuchDocument,
  type PaperSeen,
  papersOf,
  papersSent,
  reviewDocument,
  ruleOf,
  sendDocument,
} from './document-flow.ts'
import { documentKinds } from './document-standing.ts'
import { documentBytes } from './document-store.ts'

const Params = z.object({ practiceId: z.uuid() })
const OneParams = Params.extend({ documentId: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day.')
const Sent = z.strictObject({ id: z.uuid(), contentType: z.string(), at: z.string(), endsOn: z.string().nullable() })
const Paper = z.strictObject({
  kind: z.enum(documentKinds),
  memberId: z.uuid().nullable(),
  memberName: z.string().nullable(),
  ends: z.boolean(),
  state: z.enum(['missing', 'waits', 'accepted', 'ends_soon', 'ended', 'asked_again']),
  endsOn: z.string().nullable(),
  words: z.string().nullable(),
  document: Sent.nullable(),
  waiting: Sent.nullable(),
})
const Done = z.strictObject({ done: z.literal(true) })
const tags = ['joining']

/** The papers of a practice: sent by it, looked at by the operator. Never run by a browser: always a download of its type. */
export const documentRoutes: Routes = async (app, world) => {
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 0 } })
  const path = '/practices/:practiceId/documents'
  const listed = { tags, summary: 'The papers that we ask for', params: Params, response: { 200: z.array(Paper) } }
  app.get(path, { schema: listed }, async ({ db, who }) => (await papersOf(db, world, who.practiceId)).map(describe))

  const about = z.strictObject({
    kind: z.enum(documentKinds),
    memberId: z.uuid().optional().describe('Whose it is, where it is a clinician’s'),
    endsOn: Day.optional().describe('The last day on which it is in force'),
  })
  const made = { params: Params, querystring: about, response: { 201: z.strictObject({ id: z.uuid() }) } }
  const send = { tags, summary: 'Send a paper', consumes: ['multipart/form-data'], ...made }
  app.post(path, { schema: send }, async (request, reply) => {
    const { kind, memberId = null, endsOn } = request.query
    const { largestBytes } = await ruleOf(request.db, world, kind)
    const tooLarge = () => documentTooLarge(largestBytes)
    const { bytes } = await takeFile(request, { largestBytes, missing: noDocument, tooLarge })
    const ends = endsOn === undefined ? null : calendarDate(endsOn)
    const sent = await sendDocument(request.db, world, request.who, { kind, memberId, endsOn: ends, bytes })
    return reply.code(201).send(sent)
  })

  const one = { schema: { tags, summary: 'A paper as it was sent', params: OneParams } }
  app.get(`${path}/:documentId`, one, async (request, reply) =>
    sendPaper(reply, await documentBytes(request.db, request.who.practiceId, request.params.documentId)),
  )

  reviewRoutes(app, world)
}

const reviewRoutes = (app: Parameters<Routes>[0], world: Parameters<Routes>[1]): void => {
  const path = '/operations/documents'
  const OfPractice = Paper.extend({ practiceId: z.uuid(), practiceName: z.string() })
  const all = { tags, summary: 'Papers that practices sent', response: { 200: z.array(OfPractice) } }
  app.get(path, { schema: all }, async ({ db }) =>
    (await papersSent(db, world, 'all')).map((paper) => ({
      ...describe(paper),
      practiceId: paper.practiceId,
      practiceName: paper.practiceName,
    })),
  )

  const one = { schema: { tags, summary: 'A paper as a practice sent it', params: OneParams } }
  app.get(`${path}/:practiceId/:documentId`, one, async (request, reply) => {
    const { practiceId, documentId } = request.params
    return sendPaper(reply, await documentBytes(request.db, practiceId, documentId))
  })

  const body = z.strictObject({
    verdict: z.enum(['accepted', 'asked_again']),
    words: z.string().trim().min(1).max(500).nullable().describe('Why it is asked for again; the practice reads it'),
    endsOn: Day.nullable().describe('The last day on which it is in force, as read in it'),
  })
  const review = { tags, summary: 'Accept a paper, or ask again', params: OneParams, body, response: { 201: Done } }
  app.post(`${path}/:practiceId/:documentId/reviews`, { schema: review }, async (request, reply) => {
    const { endsOn, ...verdict } = request.body
    const ends = endsOn === null ? null : calendarDate(endsOn)
    await reviewDocument(request.db, world, request.who.userId, { ...request.params, ...verdict, endsOn: ends })
    return reply.code(201).send({ done: true as const })
  })
}

function describe({ warnDays: _, document, waiting, ...paper }: PaperSeen): z.infer<typeof Paper> {
  const sent = (row: PaperSeen['document']) =>
    row === null ? null : { id: row.id, contentType: row.contentType, at: row.at, endsOn: row.endsOn }
  const { kind, memberId, memberName, ends, state, endsOn, words } = paper
  return { kind, memberId, memberName, ends, state, endsOn, words, document: sent(document), waiting: sent(waiting) }
}

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/heic': 'heic' }

function sendPaper(reply: FastifyReply, paper: Awaited<ReturnType<typeof documentBytes>>): FastifyReply {
  if (paper === null) throw noSuchDocument()
  const name = `${paper.kind.replaceAll('_', '-')}.${endings[paper.contentType] ?? 'pdf'}`
  return reply
    .headers({
      'content-type': paper.contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(Buffer.from(paper.bytes))
}

function noDocument(): Refusal {
  return new Refusal({ status: 415, code: 'no_document', detail: 'Send the paper as a file. Nothing was recorded.' })
}

function documentTooLarge(largestBytes: number): Refusal {
  const most = `${Math.floor(largestBytes / (1024 * 1024))} MB`
  const detail = `A paper may have ${most} at most. Scan it with less detail; nothing was recorded.`
  return new Refusal({ status: 413, code: 'document_too_large', detail })
}
