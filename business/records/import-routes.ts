import fastifyMultipart from '@fastify/multipart'
import { z } from 'zod'
import { CsvRefusal, type CsvTrouble } from '../../libraries/paper/read-csv.ts'
import { Refusal, type Routes } from '../routes.ts'
import { takeFile } from '../take-file.ts'
import { importLimits, importUpload, previewOf, takeUpload, undoImport } from './import-flow.ts'
import { importsOf, uploadById } from './import-store.ts'
import { importFields } from './match-columns.ts'
import { importErrors } from './read-import-row.ts'

const Params = z.object({ practiceId: z.uuid() })
const OneParams = Params.extend({ importId: z.uuid() })
const Wrong = z.strictObject({
  line: z.int(),
  code: z.enum(importErrors),
  column: z.string().nullable(),
  words: z.string(),
})
const PreviewReply = z.strictObject({
  columns: z.array(z.strictObject({ column: z.int(), title: z.string(), field: z.enum(importFields).nullable() })),
  rows: z.array(
    z.strictObject({
      line: z.int(),
      name: z.string(),
      client: z.enum(['new', 'known', 'twice_in_file']),
      plan: z.enum(['listed', 'not_listed']).nullable(),
      appointment: z.strictObject({ on: z.string(), at: z.string(), isPast: z.boolean() }).nullable(),
    }),
  ),
  errors: z.array(Wrong),
  counts: z.strictObject({
    lines: z.int(),
    newClients: z.int(),
    knownClients: z.int(),
    plans: z.int(),
    appointments: z.int(),
    pastAppointments: z.int(),
  }),
})
const Standing = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  uploadedAt: z.string(),
  importedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
})
const Counts = z.strictObject({ clients: z.int(), policies: z.int(), sessions: z.int(), left: z.array(Wrong) })

const tags = ['import']
const path = '/practices/:practiceId/imports'
// As many as a page shows; the counts are of all.
const rowsShown = 200

/** A CSV from another system: uploaded and looked at, imported as one act, taken back while nobody has used it. */
export const importRoutes: Routes = async (app, world) => {
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 0 } })
  const querystring = z.strictObject({
    memberId: z.uuid().describe('On whose list the clients go where a line names nobody'),
  })
  const reply201 = { 201: z.strictObject({ id: z.uuid(), preview: PreviewReply }) }
  const upload = { tags, summary: 'Upload a CSV and see what it would bring', consumes: ['multipart/form-data'] }
  app.post(path, { schema: { ...upload, params: Params, querystring, response: reply201 } }, async (request, reply) => {
    const { bytes, filename } = await takeFile(request, {
      largestBytes: importLimits.bytes,
      missing: noFile,
      tooLarge: () => refusalOf(new CsvRefusal('too_large', 1)),
    })
    const name = filename.replace(/[^\p{L}\p{N} ._-]/gu, '_').slice(0, 120) || 'file.csv'
    const taken = await takeUpload(request.db, world, request.who, {
      name,
      bytes,
      memberId: request.query.memberId,
    }).catch(named)
    return reply.code(201).send({ ...taken, preview: cut(taken.preview) })
  })

  const listed = { params: Params, response: { 200: z.array(Standing) } }
  app.get(path, { schema: { tags, summary: 'The files that were brought', ...listed } }, ({ db, who }) =>
    importsOf(db, who.practiceId),
  )

  const shown = { params: OneParams, response: { 200: PreviewReply } }
  app.get(
    `${path}/:importId`,
    { schema: { tags, summary: 'What a file would bring now', ...shown } },
    async ({ db, who, params: { importId } }) => {
      const found = await uploadById(db, who.practiceId, importId)
      if (found === null) throw new Refusal({ status: 404, code: 'import_not_found', detail: 'There is no such file.' })
      return cut(await previewOf(db, world, found))
    },
  )

  const made = { params: OneParams, response: { 201: Counts } }
  app.post(
    `${path}/:importId/acts`,
    { schema: { tags, summary: 'Import it, as one act', ...made } },
    async (request, reply) => {
      const { made, left } = await importUpload(request.db, world, request.who, request.params.importId)
      for (const personId of new Set(made.map((one) => one.personId))) request.looksAt({ personId })
      const of = (kind: string) => made.filter((one) => one.kind === kind).length
      return reply.code(201).send({ clients: of('client'), policies: of('policy'), sessions: of('session'), left })
    },
  )

  const undone = { params: OneParams, response: { 201: z.strictObject({ count: z.int() }) } }
  app.post(
    `${path}/:importId/undos`,
    { schema: { tags, summary: 'Take it back while nobody has used it', ...undone } },
    async (request, reply) =>
      reply.code(201).send(await undoImport(request.db, world, request.who, request.params.importId)),
  )
}

function cut(preview: z.output<typeof PreviewReply>): z.output<typeof PreviewReply> {
  return { ...preview, rows: preview.rows.slice(0, rowsShown), errors: preview.errors.slice(0, rowsShown) }
}

const words: Record<CsvTrouble, string> = {
  empty: 'The file is empty.',
  too_large: `The file is larger than ${importLimits.bytes / 1024 / 1024} MB.`,
  too_many_rows: `The file has more than ${importLimits.rows} lines.`,
  too_many_columns: `A line has more than ${importLimits.columns} cells.`,
  cell_too_long: 'A cell is longer than a whole page: is a quote not closed?',
  not_text: 'The file holds bytes that are no text: is it a spreadsheet? Save it as CSV.',
  not_utf8: 'The file is not written in UTF-8. Save it as “CSV UTF-8”.',
  quote_unclosed: 'A quote is opened and never closed.',
}

function named(error: unknown): never {
  throw error instanceof CsvRefusal ? refusalOf(error) : error
}

function refusalOf({ trouble, line }: CsvRefusal): Refusal {
  const status = trouble === 'too_large' ? 413 : 422
  const detail = `${words[trouble]} ${trouble === 'too_large' || trouble === 'empty' ? '' : `Line ${line}. `}Nothing was recorded.`
  return new Refusal({
    status,
    code: `csv_${trouble}`,
    detail,
    because: [{ code: `csv_${trouble}`, field: `line ${line}`, words: words[trouble] }],
  })
}

function noFile(): Refusal {
  return new Refusal({ status: 422, code: 'file_missing', detail: 'Choose a CSV file. Nothing was recorded.' })
}
