import type { FastifyRequest } from 'fastify'
import type { Refusal } from './routes.ts'

/** The one file of an upload, whole; refused in the room's words where there is none or it is larger than it may be. */
export async function takeFile(
  request: FastifyRequest,
  { largestBytes, missing, tooLarge }: { largestBytes: number; missing: () => Refusal; tooLarge: () => Refusal },
): Promise<{ bytes: Buffer; filename: string }> {
  if (!request.isMultipart()) throw missing()
  const file = await request.file({ limits: { fileSize: largestBytes } })
  if (file === undefined) throw missing()
  const bytes = await file.toBuffer().catch((error: { code?: string }) => {
    throw error.code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge() : error
  })
  return { bytes, filename: file.filename }
}
