import { sql } from 'kysely'
import { z } from 'zod'
import { describeAction, seenKinds } from '../business/clients/describe-action.ts'
import { peopleByIds } from '../business/clients/index.ts'
import type { Routes } from '../business/routes.ts'
import type { Db } from '../business/world.ts'
import type { Instant } from '../libraries/calendar/index.ts'

const perPage = 50

const Look = z.strictObject({
  id: z.uuid(),
  at: z.string(),
  by: z.string().nullable().describe('By name, where they work at a practice or at the operator'),
  role: z.string().describe('own_login, house, former, or the role in which they looked'),
  practiceName: z.string(),
  deed: z.enum(['looked', 'wrote']),
  what: z.enum(seenKinds),
  reason: z.string().nullable(),
})
const Query = z.strictObject({
  before: z.uuid().optional().describe('The last one that was shown'),
  own: z.stringbool().default(false).describe('With what this login did itself'),
})
const LooksReply = z.strictObject({ looks: z.array(Look), more: z.boolean() })

const Opening = z.strictObject({
  id: z.uuid(),
  at: z.string(),
  by: z.string(),
  clientName: z.string().nullable(),
  deed: z.enum(['looked', 'wrote']),
  what: z.enum(seenKinds),
  reason: z.string().nullable().describe('null: looked at a claim or session with the record closed'),
})
const OpeningsReply = z.strictObject({ openings: z.array(Opening), more: z.boolean() })

type LookRow = {
  id: string
  at: Instant
  action: string
  reason: string | null
  by_name: string | null
  by_role: string
  practice_name: string
}
type OpeningRow = {
  id: string
  at: Instant
  action: string
  reason: string | null
  person_id: string | null
  by_name: string
}

/** GET /clients/:personId/looks: who looked at my record; GET /practices/:practiceId/operator-looks: who at the operator did. */
export const auditRoutes: Routes = async (app) => {
  const tags = ['who looked']
  const params = z.object({ personId: z.uuid() })
  const mine = { params, querystring: Query, response: { 200: LooksReply } }
  app.get(
    '/clients/:personId/looks',
    { schema: { tags, summary: 'Who looked at my record', ...mine } },
    async ({ db, query: { before = null, own } }) => {
      const rows = await looksAtMe(db, before, own)
      return {
        looks: rows.slice(0, perPage).map(({ action, by_name, by_role, practice_name, ...row }) => {
          return { ...row, by: by_name, role: by_role, practiceName: practice_name, ...describeAction(action) }
        }),
        more: rows.length > perPage,
      }
    },
  )

  const asked = z.strictObject({ before: z.uuid().optional() })
  const ours = { params: z.object({ practiceId: z.uuid() }), querystring: asked, response: { 200: OpeningsReply } }
  app.get(
    '/practices/:practiceId/operator-looks',
    { schema: { tags, summary: 'Who at the operator opened what of this practice, and why', ...ours } },
    async ({ db, query: { before = null } }) => {
      const rows = await operatorLooks(db, before)
      const ids = rows.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]))
      const names = new Map(
        (await peopleByIds(db, ids)).map((one) => [one.personId, `${one.givenName} ${one.familyName}`]),
      )
      return {
        openings: rows.slice(0, perPage).map(({ action, by_name: by, person_id, ...row }) => {
          const clientName = person_id === null ? null : (names.get(person_id) ?? null)
          return { ...row, by, clientName, ...describeAction(action) }
        }),
        more: rows.length > perPage,
      }
    },
  )
}

async function looksAtMe(db: Db, before: string | null, withOwn: boolean): Promise<LookRow[]> {
  const { rows } = await sql<LookRow>`
    select id, at, action, reason, by_name, by_role, practice_name
    from audit.looks_at_me(${before}, ${withOwn}, ${perPage + 1})
  `.execute(db)
  return rows
}

async function operatorLooks(db: Db, before: string | null): Promise<OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`
    select id, at, action, reason, person_id, by_name from audit.operator_looks(${before}, ${perPage + 1})
  `.execute(db)
  return rows
}
