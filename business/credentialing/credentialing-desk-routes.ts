import { z } from 'zod'
import { dateIn, daysBetween } from '../../libraries/calendar/index.ts'
import { networkName, stateName } from '../coverage/service-areas.ts'
import { Refusal, type Routes } from '../routes.ts'
import type { World } from '../world.ts'
import { credentialStanding } from './credential-standing.ts'
import {
  countStandings,
  type DeskClinician,
  type DeskEntry,
  type DeskRecord,
  deskClinicians,
  deskRecord,
} from './desk-flow.ts'

const MemberParams = z.object({ practiceId: z.uuid(), memberId: z.uuid() })
const Standing = z.enum(['in_force', 'held', 'pending', 'to_come', 'ended', 'no_authority', 'not_at_home'])
const AuthorityKind = z.enum(['license', 'compact_privilege', 'temporary_permit'])
const Via = z.enum(['direct', 'virtual_network'])
const Status = z.enum(['active', 'pending', 'terminated'])
const Day = z.string().describe('YYYY-MM-DD')

const Task = z.strictObject({
  kind: z.enum(['asked_for', 'applied_for', 'awaits_payer', 'ends', 'ended']),
  subjectId: z.uuid(),
  what: z.string(),
  reason: z.string(),
  next: z.string(),
  on: Day.nullable(),
  ageDays: z.int().nullable(),
  isUrgent: z.boolean(),
})

const RowReply = z.strictObject({
  practiceId: z.uuid(),
  practiceName: z.string(),
  memberId: z.uuid(),
  name: z.string(),
  family: z.string(),
  states: z.array(z.string()).describe('Where a license, privilege or permit is in force today'),
  pending: z.int().describe('Credentials applied for'),
  held: z.int().describe('Credentials in force that the payer does not know yet'),
  endsSoon: z.int().describe('Licenses and credentials that end, or ended, with nothing after them'),
  isExcluded: z.boolean(),
  next: Task.nullable().describe('What is followed up first'),
})

const PeriodReply = { from: Day.nullable(), until: Day.nullable() }
const DeskReply = z.strictObject({
  practiceId: z.uuid(),
  practiceName: z.string(),
  memberId: z.uuid(),
  name: z.string(),
  npi: z.string(),
  family: z.string(),
  seen: z
    .int()
    .describe('How many entries there are: a change names it, so that nobody overwrites what they did not see'),
  tasks: z.array(Task),
  requests: z
    .array(z.strictObject({ id: z.uuid(), networkId: z.string(), state: z.string(), words: z.string().nullable() }))
    .describe('What the clinician asked for and nobody has applied for yet'),
  authorities: z.array(
    z.strictObject({
      id: z.uuid(),
      state: z.string(),
      stateName: z.string(),
      kind: AuthorityKind,
      number: z.string().nullable(),
      ...PeriodReply,
    }),
  ),
  credentials: z.array(
    z.strictObject({
      id: z.uuid(),
      networkId: z.string(),
      networkName: z.string(),
      state: z.string(),
      stateName: z.string(),
      via: Via,
      isOptIn: z.boolean().describe('Opted in to by the clinician, who alone changes it'),
      status: Status,
      ...PeriodReply,
      payerReady: Day.nullable(),
      standing: Standing,
      words: z.string(),
    }),
  ),
  exclusions: z.array(z.strictObject({ id: z.uuid(), ...PeriodReply })),
  entries: z
    .array(
      z.strictObject({
        id: z.uuid(),
        subjectId: z.uuid(),
        subject: z.enum(['authority', 'credential', 'exclusion', 'opt_in']),
        isFirst: z.boolean(),
        stateName: z.string().nullable(),
        kind: AuthorityKind.nullable(),
        number: z.string().nullable(),
        networkName: z.string().nullable(),
        via: Via.nullable(),
        status: Status.nullable(),
        ...PeriodReply,
        payerReady: Day.nullable(),
        reason: z.string().nullable(),
        at: z.string(),
        by: z.string().nullable().describe('Who entered it; null where no person did'),
      }),
    )
    .describe('Every row ever entered, the last first'),
})

const tags = ['credentialing']

/** GET /operations/clinicians and …/credentialing: what every clinician holds, for the staff who enter and follow it up. */
export const credentialingDeskRoutes: Routes = async (app, world) => {
  const listed = { tags, summary: 'Every clinician, with what is under way', response: { 200: z.array(RowReply) } }
  app.get('/operations/clinicians', { schema: listed }, async (request) =>
    (await deskClinicians(request.db, world)).map((each) => rowOf(each, world)),
  )
  app.get(
    '/operations/practices/:practiceId/members/:memberId/credentialing',
    {
      schema: {
        tags,
        summary: 'What one clinician holds, and every entry that says so',
        params: MemberParams,
        response: { 200: DeskReply },
      },
    },
    async (request) => {
      const record = await deskRecord(request.db, world, request.params)
      if (record === null) {
        throw new Refusal({ status: 404, code: 'clinician_not_found', detail: 'There is no such clinician.' })
      }
      return pageOf(record, world)
    },
  )
}

const todayIn = (world: World) => dateIn(world.clock.now(), world.zone)

function taskOf(task: DeskClinician['tasks'][number], world: World): z.infer<typeof Task> {
  const { kind, subjectId, what, reason, next, on, since, isUrgent } = task
  return {
    kind,
    subjectId,
    what,
    reason,
    next,
    on,
    ageDays: since === null ? null : daysBetween(since, todayIn(world)),
    isUrgent,
  }
}

function rowOf({ standing, tasks, ...who }: DeskClinician, world: World): z.infer<typeof RowReply> {
  const { practiceId, practiceName, memberId, name, family } = who
  const [first] = tasks
  return {
    practiceId,
    practiceName,
    memberId,
    name,
    family,
    ...countStandings(standing, todayIn(world)),
    endsSoon: tasks.filter(({ kind }) => kind === 'ends' || kind === 'ended').length,
    next: first === undefined ? null : taskOf(first, world),
  }
}

function pageOf(
  { practice, clinician, standing, tasks, requests, entries }: DeskRecord,
  world: World,
): z.infer<typeof DeskReply> {
  const { authorities, credentials, exclusions } = standing
  const optIns = new Set(entries.filter(({ subject }) => subject === 'opt_in').map(({ subjectId }) => subjectId))
  return {
    practiceId: practice.practiceId,
    practiceName: practice.name,
    ...clinician,
    seen: entries.length,
    tasks: tasks.map((task) => taskOf(task, world)),
    requests,
    authorities: authorities.map(({ id, state, kind, number, during: { from, until } }) => {
      return { id, state, stateName: stateName(state), kind, number, from, until }
    }),
    credentials: credentials.map((one) => ({
      id: one.id,
      networkId: one.networkId,
      networkName: networkName(one.networkId),
      state: one.state,
      stateName: stateName(one.state),
      via: one.via,
      isOptIn: optIns.has(one.id),
      status: one.status,
      from: one.during?.from ?? null,
      until: one.during?.until ?? null,
      payerReady: one.payerReady,
      ...credentialStanding(one, authorities, todayIn(world)),
    })),
    exclusions: exclusions.map(({ id, from, until }) => ({ id, from, until })),
    entries: entries.map(entryOf),
  }
}

function entryOf({ practiceId: _, memberId: __, state, networkId, during, byName, by: ___, ...entry }: DeskEntry) {
  return {
    ...entry,
    stateName: state === null ? null : stateName(state),
    networkName: networkId === null ? null : networkName(networkId),
    from: during?.from ?? null,
    until: during?.until ?? null,
    by: byName,
  }
}
