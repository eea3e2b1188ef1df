import fastifyMultipart from '@fastify/multipart'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { dateIn } from '../../libraries/calendar/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { takeFile } from '../take-file.ts'
import { cardPhoto, cardPhotosOf, recordCardPhoto } from './card-photo-store.ts'
import { ownClient } from './own-client-flow.ts'
import { sniffCardPhoto } from './sniff-card-photo.ts'

const largestMegabytes = 8
const largestBytes = largestMegabytes * 1024 * 1024

const Params = z.object({ personId: z.uuid() })
const PhotoParams = Params.extend({ photoId: z.uuid() })
const Side = z.strictObject({ side: z.enum(['front', 'back']) })
const Made = z.strictObject({ id: z.uuid() })

const tags = ['your account']

/**
 * POST /clients/:personId/card-photos and GET of one, for the client and for their practice: pictures of an insurance
 * card. Never run by a browser: always a download of the type that its bytes are.
 */
export const cardPhotoRoutes: Routes = async (app, world) => {
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 0 } })
  const path = '/clients/:personId/card-photos'
  const sent = { params: Params, querystring: Side, response: { 201: Made } }
  const upload = {
    schema: { tags, summary: 'A picture of your insurance card', consumes: ['multipart/form-data'], ...sent },
  }
  app.post(path, upload, async (request, reply) => {
    const { bytes } = await takeFile(request, { largestBytes, missing: noPhoto, tooLarge })
    const contentType = sniffCardPhoto(bytes)
    if (contentType === null) throw notAPhoto()
    const id = world.ids.next()
    const { personId, userId } = request.client
    const photo = { personId, id, side: request.query.side, contentType, bytes, by: userId }
    await recordCardPhoto(request.db, { ...photo, recordedAt: world.clock.now() })
    return reply.code(201).send({ id })
  })

  const own = { schema: { tags, summary: 'Your picture of it', params: PhotoParams } }
  app.get(`${path}/:photoId`, own, async (request, reply) => {
    return sendPhoto(reply, await cardPhoto(request.db, request.client.personId, request.params.photoId))
  })

  const Photo = z.strictObject({ id: z.uuid(), side: z.enum(['front', 'back']), contentType: z.string() })
  const listed = { params: Params.extend({ practiceId: z.uuid() }), response: { 200: z.array(Photo) } }
  const list = { schema: { tags: ['clients'], summary: 'The pictures of a client’s insurance card', ...listed } }
  app.get('/practices/:practiceId/clients/:personId/card-photos', list, async (request) => {
    const { personId } = request.params
    await ownClient(request.db, request.who, personId, dateIn(world.clock.now(), world.zone))
    const photos = await cardPhotosOf(request.db, personId)
    return photos.map(({ id, side, contentType }) => ({ id, side, contentType }))
  })

  const params = PhotoParams.extend({ practiceId: z.uuid() })
  const seen = { schema: { tags: ['clients'], summary: 'A picture of a client’s insurance card', params } }
  app.get('/practices/:practiceId/clients/:personId/card-photos/:photoId', seen, async (request, reply) => {
    const { personId, photoId } = request.params
    await ownClient(request.db, request.who, personId, dateIn(world.clock.now(), world.zone))
    return sendPhoto(reply, await cardPhoto(request.db, personId, photoId))
  })
}

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/heic': 'heic' }

function sendPhoto(reply: FastifyReply, photo: { contentType: string; bytes: Uint8Array } | null): FastifyReply {
  if (photo === null) throw noSuchPhoto()
  return reply
    .headers({
      'content-type': photo.contentType,
      'content-disposition': `attachment; filename="insurance-card.${endings[photo.contentType] ?? 'pdf'}"`,
      'x-content-type-options': 'nosniff',
    })
    .send(Buffer.from(photo.bytes))
}

function noPhoto(): Refusal {
  return new Refusal({ status: 415, code: 'no_photo', detail: 'Send the picture as a file. Nothing was recorded.' })
}

function tooLarge(): Refusal {
  const detail = `A picture may have ${largestMegabytes} MB at most. Take it again with less detail; nothing was recorded.`
  return new Refusal({ status: 413, code: 'photo_too_large', detail })
}

function notAPhoto(): Refusal {
  const detail = 'This is no picture that we can read. Send a JPEG, PNG, HEIC or PDF; nothing was recorded.'
  return new Refusal({ status: 415, code: 'not_a_photo', detail })
}

function noSuchPhoto(): Refusal {
  return new Refusal({ status: 404, code: 'photo_not_found', detail: 'There is no such picture.' })
}
