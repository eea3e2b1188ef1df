import { dateIn, holds } from '../../libraries/calendar/index.ts'
import { negate } from '../../libraries/money/index.ts'
import type { Paper } from '../../libraries/paper/index.ts'
import { payerById, planInForce } from '../contracts/index.ts'
import { billingEntityById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { diagnosisCatalogue, serviceCatalogue } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { type Biller, describeInvoice, type PaymentMade, type ServiceSold } from './describe-invoice.ts'
import { describeSuperbill, type SuperbillPart } from './describe-superbill.ts'
import { labelInLanguage } from './label-in-language.ts'
import type { Language } from './say-date.ts'
import type { ConfirmedVisit } from './visit-store.ts'
import { type VisitKnown, visitsKnown } from './visits-known-flow.ts'

type Took = VisitKnown & { confirmation: ConfirmedVisit }

/** The invoice of a visit of the person of the transaction, with the day of service. */
export async function invoiceOf(
  db: Db,
  world: World,
  sessionId: string,
  language: Language,
): Promise<{ paper: Paper; serviceOn: string }> {
  const known = (await visitsKnown(db, world)).find(({ visit }) => visit.sessionId === sessionId)
  if (known === undefined || known.confirmation === null) throw noInvoice()
  const took: Took = { ...known, confirmation: known.confirmation }
  const { visit, confirmation, money, story } = took
  const { serviceOn, patient } = confirmation
  const isFinal = story.steps.some(({ kind }) => kind === 'price_final')
  const paper = describeInvoice(
    {
      number: `${serviceOn.replaceAll('-', '')}-${sessionId.slice(-6).toUpperCase()}`,
      writtenOn: dateIn(world.clock.now(), world.zone),
      serviceOn,
      clientName: `${patient.givenName} ${patient.familyName}`,
      practiceName: visit.practiceName,
      clinicianName: visit.clinicianName,
      clinicianNpi: visit.clinicianNpi,
      biller: await billerOf(db, confirmation),
      payerName: (await payerById(db, confirmation.payerId))?.name ?? confirmation.payerId,
      services: await servicesOf(db, confirmation, language),
      planPaid: isFinal ? money.planPaid : null,
      isRefused: story.head === 'you_owe_nothing',
      yours: money.costs,
      payments: paymentsOf(took, world.zone),
      owes: money.owes,
      comesBack: money.comesBack,
    },
    language,
  )
  return { paper, serviceOn }
}

/** A month's superbill: every visit that took place in it. */
export async function superbillOf(db: Db, world: World, month: string, language: Language): Promise<Paper> {
  const took = (await visitsKnown(db, world)).flatMap((known) =>
    known.confirmation !== null && known.on.startsWith(month) ? [{ ...known, confirmation: known.confirmation }] : [],
  )
  const last = took.at(-1)
  if (last === undefined) throw noSuperbill()
  const { givenName, familyName, ...patient } = last.confirmation.patient
  const codes = [...new Set(took.flatMap(({ confirmation }) => confirmation.diagnoses))]
  const known = await diagnosisCatalogue(db)
  const labels = new Map(known.filter((row) => holds(row, last.on)).map(({ code, label }) => [code, label]))
  const parts: SuperbillPart[] = []
  for (const visits of groupsOf(took)) parts.push(await partOf(db, visits, language))
  return describeSuperbill(
    {
      month,
      writtenOn: dateIn(world.clock.now(), world.zone),
      client: { ...patient, name: `${givenName} ${familyName}` },
      parts,
      diagnoses: codes.map((code) => ({ code, label: labels.get(code) ?? '' })),
    },
    language,
  )
}

function groupsOf(took: readonly Took[]): Took[][] {
  const groups = new Map<string, Took[]>()
  for (const one of took) {
    const { billingEntityId, planId, memberNumber } = one.confirmation
    const key = [one.visit.practiceId, one.visit.clinicianId, billingEntityId, planId, memberNumber].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

async function partOf(db: Db, visits: readonly Took[], language: Language): Promise<SuperbillPart> {
  const [first] = visits
  if (first === undefined) throw new Error('a superbill has visits')
  const { confirmation, visit } = first
  const plan = await planInForce(db, confirmation.planId, confirmation.serviceOn)
  const rows = []
  for (const one of visits) {
    const { serviceOn, placeOfService, diagnoses } = one.confirmation
    const services = await servicesOf(db, one.confirmation, language)
    const paid = { planPaid: one.money.planPaid, youPaid: one.money.paid }
    rows.push({ serviceOn, placeOfService, diagnoses, services, ...paid })
  }
  return {
    practiceName: visit.practiceName,
    clinicianName: visit.clinicianName,
    clinicianNpi: visit.clinicianNpi,
    biller: await billerOf(db, confirmation),
    planName: plan?.name ?? confirmation.planId,
    payerName: (await payerById(db, confirmation.payerId))?.name ?? confirmation.payerId,
    memberNumber: confirmation.memberNumber,
    visits: rows,
  }
}

async function billerOf(db: Db, { billingEntityId }: ConfirmedVisit): Promise<Biller | null> {
  const entity = await billingEntityById(db, billingEntityId)
  if (entity === null) return null
  const { legalName, tin, npi, street, city, state, zip } = entity
  return { legalName, tin, npi, street, city, state, zip }
}

async function servicesOf(db: Db, { lines, serviceOn }: ConfirmedVisit, language: Language): Promise<ServiceSold[]> {
  const catalogue = await serviceCatalogue(db)
  return lines.map(({ code, modifiers, units, price }) => {
    const label = catalogue.find((row) => row.code === code && holds(row, serviceOn))?.label ?? ''
    return { code, modifiers, units, cents: price, label: labelInLanguage(language, { code, label }) }
  })
}

function paymentsOf({ charges, refunds }: Took, zone: string): PaymentMade[] {
  const cards = new Map<string, string | null>()
  const charged = charges.flatMap(({ id, standing }): PaymentMade[] => {
    if (standing.kind !== 'paid') return []
    const lastFour = standing.card?.lastFour ?? null
    cards.set(id, lastFour)
    return [{ on: dateIn(standing.at, zone), cents: standing.cents, lastFour, isOnItsWay: false }]
  })
  const back = refunds.map(({ chargeId, cents, orderedAt, refundedAt }) => ({
    on: dateIn(refundedAt ?? orderedAt, zone),
    cents: negate(cents),
    lastFour: cards.get(chargeId) ?? null,
    isOnItsWay: refundedAt === null,
  }))
  return [...charged, ...back].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function noInvoice(): Refusal {
  const detail = 'There is no invoice for this visit: it is not one of yours, or it has not been confirmed yet.'
  return new Refusal({ status: 404, code: 'invoice_not_found', detail })
}

function noSuperbill(): Refusal {
  const detail = 'No visit of that month has been confirmed, so there is no superbill yet.'
  return new Refusal({ status: 404, code: 'superbill_not_found', detail })
}
