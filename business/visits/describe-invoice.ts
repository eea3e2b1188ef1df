import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents, minus, negate, sum, zero } from '../../libraries/money/index.ts'
import type { Fact, Paper, Part } from '../../libraries/paper/index.ts'
import { fillWords } from './fill-words.ts'
import { paperWords } from './paper-words.ts'
import { type Language, sayDate } from './say-date.ts'

/** Who billed: the operator's company in the state, as claims name it. */
export type Biller = {
  legalName: string
  tin: string
  npi: string
  street: string
  city: string
  state: string
  zip: string
}

/** A service of a visit, with what it costs under the plan. */
export type ServiceSold = { code: string; label: string; modifiers: readonly string[]; units: number; cents: Cents }

/** Money that went between the client and us: negative is a refund. */
export type PaymentMade = { on: CalendarDate; cents: Cents; lastFour: string | null; isOnItsWay: boolean }

export type Invoice = {
  number: string
  writtenOn: CalendarDate
  serviceOn: CalendarDate
  clientName: string
  practiceName: string
  clinicianName: string
  clinicianNpi: string | null
  biller: Biller | null
  payerName: string
  services: readonly ServiceSold[]
  /** What the plan has paid; null as long as it has not answered for good. */
  planPaid: Cents | null
  /** Whether it has refused to pay, and that is being followed up. */
  isRefused: boolean
  /** What the visit costs the client, as it stands. */
  yours: Cents
  payments: readonly PaymentMade[]
  owes: Cents
  comesBack: Cents
}

/**
 * The invoice of one visit. Price, less what the plan pays and what nobody asks for, is the client's part; their part, less
 * what they paid, is what is open. It names no diagnosis: it may be shown to an employer or a tax adviser.
 */
export function describeInvoice(invoice: Invoice, language: Language): Paper {
  const say = paperWords[language]
  const money = formatCents
  const price = sum(invoice.services.map(({ cents }) => cents))
  const plan = invoice.planPaid ?? minus(price, invoice.yours)
  const nobodys = minus(minus(price, plan), invoice.yours)
  const paid = sum(invoice.payments.filter(({ isOnItsWay }) => !isOnItsWay).map(({ cents }) => cents))
  const planWords = invoice.planPaid !== null ? say.planPaid : invoice.isRefused ? say.planRefused : say.planWillPay
  const rows: string[][] = [
    ...invoice.services.map((service) => [sayService(service), String(service.units), money(service.cents)]),
    [fillWords(planWords, { payer: invoice.payerName }), '', money(negate(plan))],
    ...(nobodys === zero ? [] : [[say.notAsked, '', money(negate(nobodys))]]),
  ]
  const parts: Part[] = [
    { kind: 'facts', rows: facts(invoice, language) },
    { kind: 'heading', text: say.whatItCosts },
    {
      kind: 'table',
      columns: [
        { name: say.service, align: 'left' },
        { name: say.units, align: 'right' },
        { name: say.amount, align: 'right' },
      ],
      rows,
      totals: [say.yourPart, '', money(invoice.yours)],
    },
    { kind: 'heading', text: say.whatYouPaid },
    ...payments(invoice, language, paid),
    { kind: 'text', text: closing(invoice, language) },
    { kind: 'note', text: note(invoice, language) },
  ]
  return {
    title: fillWords(say.invoiceTitle, { day: sayDate(language, invoice.serviceOn) }),
    language,
    writtenOn: invoice.writtenOn,
    parts,
  }
}

function facts(invoice: Invoice, language: Language): Fact[] {
  const say = paperWords[language]
  const { clinicianName, clinicianNpi } = invoice
  return [
    { name: say.invoiceNumber, value: invoice.number },
    { name: say.dateOfService, value: sayDate(language, invoice.serviceOn) },
    { name: say.client, value: invoice.clientName },
    { name: say.practice, value: invoice.practiceName },
    { name: say.clinician, value: clinicianNpi === null ? clinicianName : `${clinicianName}, NPI ${clinicianNpi}` },
    ...(invoice.biller === null ? [] : billerFacts(invoice.biller, language)),
  ]
}

/** The company that bills, as insurers and account administrators ask for it. */
export function billerFacts({ legalName, tin, npi, street, city, state, zip }: Biller, language: Language): Fact[] {
  const say = paperWords[language]
  return [
    { name: say.billedBy, value: legalName },
    { name: say.address, value: `${street}, ${city}, ${state} ${sayZip(zip)}` },
    { name: say.taxId, value: `${tin.slice(0, 2)}-${tin.slice(2)}` },
    { name: 'NPI', value: npi },
  ]
}

/** ZIP+4 as people write it. */
export function sayZip(zip: string): string {
  return zip.length === 9 ? `${zip.slice(0, 5)}-${zip.slice(5)}` : zip
}

/** "90837 95, Individual therapy, extended (60)". */
export function sayService({ code, modifiers, label }: Pick<ServiceSold, 'code' | 'modifiers' | 'label'>): string {
  return `${[code, ...modifiers].join(' ')}, ${label}`
}

function payments({ payments: made }: Invoice, language: Language, paid: Cents): Part[] {
  const say = paperWords[language]
  if (made.length === 0) return [{ kind: 'text', text: say.nothingPaid }]
  const what = ({ cents, lastFour, isOnItsWay }: PaymentMade) => {
    const sentence = cents > zero ? say.cardCharged : isOnItsWay ? say.refundOnItsWay : say.refunded
    return lastFour === null ? sentence : `${sentence}, ${fillWords(say.cardEnding, { lastFour })}`
  }
  return [
    {
      kind: 'table',
      columns: [
        { name: say.day, align: 'left' },
        { name: say.what, align: 'left' },
        { name: say.amount, align: 'right' },
      ],
      rows: made.map((payment) => [sayDate(language, payment.on), what(payment), formatCents(payment.cents)]),
      totals: [say.youPaidTotal, '', formatCents(paid)],
    },
  ]
}

function note({ planPaid, isRefused }: Invoice, language: Language): string {
  const say = paperWords[language]
  if (planPaid !== null) return say.invoiceNote
  return isRefused ? say.invoiceNoteRefused : say.invoiceNoteOpen
}

function closing({ owes, comesBack }: Invoice, language: Language): string {
  const say = paperWords[language]
  if (owes > zero) return fillWords(say.stillOpen, { amount: formatCents(owes) })
  if (comesBack > zero) return fillWords(say.comesBack, { amount: formatCents(comesBack) })
  return say.nothingOpen
}
