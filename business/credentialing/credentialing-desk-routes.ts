import { z } from 'zod'
import { addDays, type CalendarDate, dateIn, holds } from '../../libraries/calendar/index.ts'
import { networkName, stateName } from '../coverage/service-areas.ts'
import { clinicianById, practiceById } from '../practices/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { credentialStanding } from './credential-standing.ts'
import { type NetworkClinician, networkDirectory } from './directory-store.ts'
import { standingOf } from './standing-flow.ts'

const MemberParams = z.object({ practiceId: z.uuid(), memberId: z.uuid() })
const Standing = z.enum(['in_force', 'held', 'pending', 'to_come', 'ended', 'no_authority'])

const RowReply = z.strictObject({
  practiceId: z.uuid(),
  practiceName: z.string(),
  memberId: z.uuid(),
  name: z.string(),
  family: z.string(),
  pending: z.int().describe('Credentials applied for'),
  held: z.int().describe('Credentials in force that the payer does not know yet'),
  endsSoon: z.int().describe('Licenses and credentials that end within ninety days'),
  isExcluded: z.boolean(),
})
const PeriodReply = { from: z.string().nullable(), until: z.string().nullable() }
const DeskReply = z.strictObject({
  practiceId: z.uuid(),
  practiceName: z.string(),
  memberId: z.uuid(),
  name: z.string(),
  npi: z.string(),
  family: z.string(),
  authorities: z.array(
    z.strictObject({
      id: z.uuid(),
      state: z.string(),
      stateName: z.string(),
      kind: z.enum(['license', 'compact_privilege', 'temporary_permit']),
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
      via: z.enum(['direct', 'virtual_network']),
      status: z.enum(['active', 'pending', 'terminated']),
      ...PeriodReply,
      payerReady: z.string().nullable(),
      standing: Standing,
      words: z.string(),
    }),
  ),
  exclusions: z.array(z.strictObject(PeriodReply)),
})

const tags = ['credentialing']
const soonDays = 90

/** GET /operations/clinicians and …/credentialing: what every clinician holds, for the staff who enter and follow it up. */
export const credentialingDeskRoutes: Routes = async (app, world) => {
  const today = () => dateIn(world.clock.now(), world.zone)
  const listed = { tags, summary: 'Every clinician, with what is under way', response: { 200: z.array(RowReply) } }
  app.get('/operations/clinicians', { schema: listed }, async (request) =>
    (await networkDirectory(request.db)).map((each) => rowOf(each, today())),
  )
  app.get(
    '/operations/practices/:practiceId/members/:memberId/credentialing',
    { schema: { tags, summary: 'What one clinician holds', params: MemberParams, response: { 200: DeskReply } } },
    async (request) => {
      const { practiceId, memberId } = request.params
      const clinician = await clinicianById(request.db, practiceId, memberId)
      const practice = await practiceById(request.db, practiceId)
      if (clinician === null || practice === null) {
        throw new Refusal({ status: 404, code: 'clinician_not_found', detail: 'There is no such clinician.' })
      }
      const { authorities, credentials, exclusions } = await standingOf(request.db, practiceId, memberId)
      return {
        practiceId,
        practiceName: practice.name,
        memberId,
        name: clinician.name,
        npi: clinician.npi,
        family: clinician.licenceFamily,
        authorities: authorities.map(({ id, state, kind, number, during }) => {
          return { id, state, stateName: stateName(state), kind, number, ...during }
        }),
        credentials: credentials.map((one) => ({
          id: one.id,
          networkId: one.networkId,
          networkName: networkName(one.networkId),
          state: one.state,
          stateName: stateName(one.state),
          via: one.via,
          status: one.status,
          from: one.during?.from ?? null,
          until: one.during?.until ?? null,
          payerReady: one.payerReady,
          ...credentialStanding(one, authorities, today()),
        })),
        exclusions: exclusions.map(({ from, until }) => ({ from, until })),
      }
    },
  )
}

function rowOf({ standing, ...who }: NetworkClinician, on: CalendarDate): z.infer<typeof RowReply> {
  const { authorities, credentials, exclusions } = standing
  const of = credentials.map((one) => credentialStanding(one, authorities, on).standing)
  const soon = addDays(on, soonDays)
  const endsSoon = [...authorities, ...credentials].filter(
    ({ during }) => during?.until != null && during.until > on && during.until <= soon,
  )
  const { practiceId, practiceName, memberId, name, family } = who
  return {
    practiceId,
    practiceName,
    memberId,
    name,
    family,
    pending: of.filter((each) => each === 'pending').length,
    held: of.filter((each) => each === 'held').length,
    endsSoon: endsSoon.length,
    isExcluded: exclusions.some((during) => holds(during, on)),
  }
}
