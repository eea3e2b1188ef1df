import { type CalendarDate, dateIn, type Instant, instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { clientEstimate } from '../charges/client-estimate.ts'
import {
  addressLine,
  type Complete,
  completePerson,
  type Location,
  locationsInForce,
  type Person,
  type Policy,
  personById,
  policyInForce,
} from '../clients/index.ts'
import {
  type Contract,
  contractInForce,
  type Plan,
  paySchedules,
  planInForce,
  ratesInForce,
} from '../contracts/index.ts'
import { type Pricing, priceCodes } from '../contracts/price-codes.ts'
import type { Answer } from '../coverage/answer.ts'
import { decideBillingRoute } from '../coverage/decide-billing-route.ts'
import type { Facts } from '../coverage/facts.ts'
import { readFacts } from '../coverage/read-facts.ts'
import { authoritiesOf, credentialsOf, exclusionsOf } from '../credentialing/index.ts'
import { payDate } from '../payouts/pay-date.ts'
import { scheduleOn } from '../payouts/schedule-on.ts'
import { type Clinician, clinicianById, practiceById, practiceLocations } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import { buildFacts } from './build-facts.ts'
import { diagnosisCatalogue, serviceCatalogue, timeLimits } from './catalogue-store.ts'
import { checkConfirmationWindow } from './check-confirmation-window.ts'
import { checkDiagnoses } from './check-diagnoses.ts'
import { type BilledCode, checkServiceCodes, type ServiceCheck } from './check-service-codes.ts'
import { placeOfService, placesOfService, telehealthModifierRows, telehealthModifiers } from './place-of-service.ts'
import { rateGapNoticedOn } from './rate-gap-store.ts'
import { refuseByDecision } from './refuse-by-decision.ts'
import type { Modality, Session } from './session-store.ts'

/** What a clinician says about a session that took place, as it was entered. */
export type ConfirmationInput = {
  startedAt: string
  stoppedAt: string
  modality: Modality
  locationId: string | null
  codes: readonly BilledCode[]
  diagnoses: readonly string[]
  crisis: { narrative: string | null; resolution: string | null } | null
}

export type Refused = { code: string; field: string; words: string }

/** Everything that the confirmation rests on; `refusals` empty means that it may be made as it stands. */
export type Weighed = {
  refusals: Refused[]
  check: ServiceCheck | null
  answer: Answer | null
  facts: Facts | null
  pricing: Pricing | null
  client: Cents | null
  contract: Contract | null
  payOn: CalendarDate | null
  serviceOn: CalendarDate | null
  startedAt: Instant | null
  stoppedAt: Instant | null
  codes: readonly BilledCode[]
  diagnoses: readonly string[]
  place: string | null
  location: Location | null
  people: { clinician: Clinician; patient: Complete<Person>; policy: Policy; plan: Plan } | null
}

/** Weighs a confirmation without making it: the live answer on the page and the decision on the server are this one. */
export async function weighConfirmation(
  db: Db,
  world: World,
  session: Session,
  input: ConfirmationInput,
): Promise<Weighed> {
  const now = world.clock.now()
  const practice = await practiceById(db, session.practiceId)
  const zone = practice?.timeZone ?? world.zone
  const startedAt = readInstant(input.startedAt)
  const stoppedAt = readInstant(input.stoppedAt)
  const serviceOn = startedAt === null ? null : dateIn(startedAt, zone)
  const weighed = emptyAnswer({ startedAt, stoppedAt, serviceOn, codes: input.codes, diagnoses: input.diagnoses })
  weighed.refusals.push(...(await refuseWindow(db, world, session, input, dateIn(session.startsAt, zone))))
  if (serviceOn === null || startedAt === null || stoppedAt === null || stoppedAt <= startedAt) return weighed

  await weighCare(db, weighed, session, { ...input, serviceOn, startedAt, stoppedAt })
  await weighRoute(db, weighed, session, input, { serviceOn, asOf: dateIn(now, world.zone) })
  const confirmedOn = dateIn(now, world.zone)
  const schedule = scheduleOn(await paySchedules(db), confirmedOn)
  if (schedule === null) weighed.refusals.push(noSchedule(confirmedOn))
  else weighed.payOn = payDate(confirmedOn, schedule.schedule)
  return weighed
}

function emptyAnswer(known: Pick<Weighed, 'startedAt' | 'stoppedAt' | 'serviceOn' | 'codes' | 'diagnoses'>): Weighed {
  return {
    ...known,
    refusals: [],
    check: null,
    answer: null,
    facts: null,
    pricing: null,
    client: null,
    contract: null,
    payOn: null,
    place: null,
    location: null,
    people: null,
  }
}

function readInstant(text: string): Instant | null {
  try {
    return instant(text)
  } catch {
    return null
  }
}

async function refuseWindow(
  db: Db,
  world: World,
  session: Session,
  { startedAt, stoppedAt }: ConfirmationInput,
  on: CalendarDate,
): Promise<Refused[]> {
  const limits = (await timeLimits(db)).filter(({ name }) => name === 'confirm_within')
  const asked = { on, startedAt, stoppedAt, now: world.clock.now(), zone: world.zone, limits }
  const refusals = checkConfirmationWindow(asked)
  // A rate that the operator has not entered stops the 30 days: the practice must not lose a session by it.
  const gapNoticed = await rateGapNoticedOn(db, session.practiceId, session.id)
  return refusals.filter(({ code }) => code !== 'confirmation_too_late' || gapNoticed === null)
}

async function weighCare(
  db: Db,
  weighed: Weighed,
  session: Session,
  input: ConfirmationInput & { serviceOn: CalendarDate; startedAt: Instant; stoppedAt: Instant },
): Promise<void> {
  const clinician = await clinicianById(db, session.practiceId, session.memberId)
  const known = await personById(db, session.personId)
  const patient = known === null ? null : completePerson(known)
  const policy = await policyInForce(db, session.personId, input.serviceOn)
  const plan = policy === null ? null : await planInForce(db, policy.planId, input.serviceOn)
  if (clinician === null || known === null) weighed.refusals.push(notHere(clinician === null))
  else if (patient === null) weighed.refusals.push(detailsMissing())
  else if (policy === null || plan === null) weighed.refusals.push(noPlan(input.serviceOn))
  else weighed.people = { clinician, patient, policy, plan }

  const network = plan?.networkId ?? ''
  const telehealth = telehealthModifiers(
    { modality: input.modality, medium: 'video', network },
    input.serviceOn,
    telehealthModifierRows,
  )
  weighed.codes = input.codes.map((line) => withTelehealth(line, telehealth))
  const { serviceOn, startedAt, stoppedAt, modality } = input
  weighed.check = checkServiceCodes({
    codes: weighed.codes,
    startedAt,
    stoppedAt,
    modality,
    family: clinician?.licenceFamily ?? '',
    catalogue: await serviceCatalogue(db),
    on: serviceOn,
  })
  weighed.refusals.push(...refuseCodes(weighed.check))
  const diagnoses = { diagnoses: input.diagnoses, on: serviceOn, catalogue: await diagnosisCatalogue(db) }
  weighed.refusals.push(...checkDiagnoses(diagnoses).refusals)
}

const telehealthWords = new Set(['95', '93', 'GT', 'FQ'])

function withTelehealth(line: BilledCode, telehealth: readonly string[]): BilledCode {
  if (line.modifiers.some((modifier) => telehealthWords.has(modifier))) return line
  return { ...line, modifiers: [...line.modifiers, ...telehealth] }
}

function refuseCodes(check: ServiceCheck): Refused[] {
  if (check.codes.length === 0) {
    return [{ code: 'no_codes', field: 'codes', words: 'Choose at least one service code.' }]
  }
  return check.codes.flatMap(({ verdict, because, words }, index) =>
    verdict === 'blocked' && because !== null ? [{ code: because, field: `codes.${index}`, words }] : [],
  )
}

async function weighRoute(
  db: Db,
  weighed: Weighed,
  session: Session,
  input: ConfirmationInput,
  { serviceOn, asOf }: { serviceOn: CalendarDate; asOf: CalendarDate },
): Promise<void> {
  if (weighed.people === null) return
  const { plan, policy, clinician, patient } = weighed.people
  weighed.location = await findLocation(db, session, input, serviceOn)
  const facts = buildFacts({
    id: session.id,
    purpose: 'confirmation',
    on: serviceOn,
    asOf,
    modality: input.modality,
    location: weighed.location === null ? null : factsOf(weighed.location),
    crisis: input.crisis === null ? null : { codes: input.codes.map(({ code }) => code), ...input.crisis },
    authorities: await authoritiesOf(db, session.practiceId, session.memberId),
    credentials: await credentialsOf(db, session.practiceId, session.memberId),
    exclusions: await exclusionsOf(db, session.practiceId, session.memberId),
    plan,
    coverage: policy.coverage,
  })
  const read = readFacts(facts)
  if (read.refused) {
    const words = `What is recorded cannot be read: ${read.problem.field} should be ${read.problem.expected}.`
    weighed.refusals.push({ code: 'facts_unreadable', field: read.problem.field, words })
    return
  }
  weighed.facts = read.facts
  weighed.answer = decideBillingRoute(read.facts, { trace: true })
  weighed.refusals.push(...refuseByDecision(weighed.answer))
  const atHome =
    weighed.location?.street === patient.street && weighed.location.zip?.slice(0, 5) === patient.zip.slice(0, 5)
  const place =
    input.modality === 'in_person'
      ? ({ modality: 'in_person', where: 'office' } as const)
      : ({ modality: 'telehealth', where: atHome ? 'home' : 'elsewhere' } as const)
  weighed.place = placeOfService(place, serviceOn, placesOfService)
  await weighWorth(db, weighed, { serviceOn, family: clinician.licenceFamily, copay: policy.copay })
}

async function findLocation(
  db: Db,
  session: Session,
  { modality, locationId }: ConfirmationInput,
  on: CalendarDate,
): Promise<Location | null> {
  const ofClient = await locationsInForce(db, [session.personId], on)
  if (modality === 'telehealth') return ofClient.find(({ id }) => id === locationId) ?? null
  const ofPractice = await practiceLocations(db, session.practiceId, on)
  const place = ofPractice.find(({ id }) => id === locationId) ?? (ofPractice.length === 1 ? ofPractice[0] : undefined)
  return place === undefined ? null : { ...place, personId: session.personId, servedBy: null }
}

function factsOf(location: Location) {
  const { state, countyFips, servedBy } = location
  return { state, countyFips, servedBy, address: addressLine(location) }
}

async function weighWorth(
  db: Db,
  weighed: Weighed,
  { serviceOn, family, copay }: { serviceOn: CalendarDate; family: string; copay: Cents },
): Promise<void> {
  const { answer, location } = weighed
  if (answer?.claimTo == null || location === null) return
  const contract = await contractInForce(db, answer.claimTo, location.state, serviceOn)
  weighed.contract = contract
  if (contract === null) {
    const words = `No contract with this network is entered for ${location.state} on that date. The operator must enter it; your 30 days stand still until then.`
    weighed.refusals.push({ code: 'no_rate_found', field: 'codes', words })
    weighed.pricing = {
      kind: 'gaps',
      gaps: weighed.codes.map(({ code, modifiers }) => ({ code, modifiers, side: 'payer_rate' })),
    }
    return
  }
  weighed.pricing = priceCodes(weighed.codes, await ratesInForce(db, contract.id, family, serviceOn))
  if (weighed.pricing.kind === 'priced') {
    weighed.client = clientEstimate({ payerRate: weighed.pricing.payer, copay }).client
    return
  }
  const missing = [...new Set(weighed.pricing.gaps.map(({ code }) => code))].join(', ')
  const words = `No rate is entered for ${missing} under this contract on that date. The operator must enter it; your 30 days stand still until then.`
  weighed.refusals.push({ code: 'no_rate_found', field: 'codes', words })
}

function notHere(clinicianMissing: boolean): Refused {
  return clinicianMissing
    ? { code: 'not_a_clinician', field: 'memberId', words: 'This member of the practice does not treat clients.' }
    : { code: 'client_not_visible', field: 'personId', words: 'This client is not on a list of this practice.' }
}

function detailsMissing(): Refused {
  const words =
    'The client’s date of birth or address is missing, and a claim needs both. The client enters them under Account.'
  return { code: 'client_details_missing', field: 'personId', words }
}

function noPlan(on: CalendarDate): Refused {
  const words = `No insurance plan is recorded for this client on ${on}. Add the plan first; nothing you entered is lost.`
  return { code: 'no_plan_in_force', field: 'personId', words }
}

function noSchedule(on: CalendarDate): Refused {
  const words = `No pay schedule is entered for ${on}. The operator must enter it first.`
  return { code: 'no_pay_schedule', field: 'payOn', words }
}
