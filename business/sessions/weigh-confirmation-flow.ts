import { type CalendarDate, dateIn, type Instant, instant } from '../../libraries/calendar/index.ts'
import { completePerson, personById, policyInForce } from '../clients/index.ts'
import { paySchedules, planInForce } from '../contracts/index.ts'
import { payDate } from '../payouts/pay-date.ts'
import { scheduleOn } from '../payouts/schedule-on.ts'
import { clinicianById, practiceById } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import { diagnosisCatalogue, serviceCatalogue, timeLimits } from './catalogue-store.ts'
import { checkConfirmationWindow } from './check-confirmation-window.ts'
import { type CrisisRecord, checkCrisisRecord, isCrisisCode } from './check-crisis-record.ts'
import { checkDiagnoses } from './check-diagnoses.ts'
import { type BilledCode, checkServiceCodes, type ServiceCheck } from './check-service-codes.ts'
import { telehealthModifierRows, telehealthModifiers } from './place-of-service.ts'
import { rateGapNoticedOn } from './rate-gap-store.ts'
import type { Session } from './session-store.ts'
import { weighRoute } from './weigh-route-flow.ts'
import type { ConfirmationInput, Refused, Weighed } from './weighed.ts'

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
    areasEdition: null,
    pricing: null,
    client: null,
    contract: null,
    payOn: null,
    place: null,
    crisis: null,
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
  weighed.crisis = crisisOf(input)
  if (weighed.crisis !== null) weighed.refusals.push(...refuseCrisis(weighed.crisis))
}

const nothingWritten: CrisisRecord = { risk: '', intervention: '', people: '', disposition: '' }

/** The crisis as it was told; a session with the codes of one owes its record, wherever the client was. */
function crisisOf({ codes, crisis }: ConfirmationInput): CrisisRecord | null {
  return codes.some(({ code }) => isCrisisCode(code)) ? (crisis ?? nothingWritten) : crisis
}

function refuseCrisis(record: CrisisRecord): Refused[] {
  return checkCrisisRecord(record).map(({ prompt, because, words }) => {
    return { code: `crisis_${because}`, field: `crisis.${prompt}`, words }
  })
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
