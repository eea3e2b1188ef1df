import { type CalendarDate, calendarDate, type Instant, instantAt, type Period } from '../libraries/calendar/index.ts'
import { type Cents, cents } from '../libraries/money/index.ts'
import { npiFrom } from '../libraries/npi/index.ts'
import type { Character } from './demonstration.ts'
import type { SimulatedConfigs } from './simulated-outside.ts'

/** What the story may be told with: rates and copay in cents, and the day of the session and its confirmation. */
export type StorySettings = {
  on: CalendarDate
  payerRate: Cents
  copay: Cents
  providerRate: Cents
  /** What the other practice's session is worth, to its payer and to it: what the payer takes back there. */
  otherRate: Cents
}

export const aprilStory: StorySettings = {
  on: calendarDate('2026-04-08'),
  payerRate: cents(15000),
  copay: cents(2500),
  providerRate: cents(11800),
  otherRate: cents(12500),
}

export const zone = 'America/New_York'
/** The story's contract, licences, plans and rates. */
export const inForce: Period = { from: calendarDate('2020-01-01'), until: calendarDate('2036-01-01') }
/** The operator's own arrangements, which outlast them: what a payer answers later still needs a bank. */
export const lasting: Period = { from: calendarDate('2020-01-01'), until: null }
export const source = 'The story network: invented for the demonstration'

/** The moment at which the story begins: six in the evening, after the session. */
export function storyBegins({ on }: StorySettings): Instant {
  return instantAt(on, '18:00', zone)
}

const id = (number: number) => `01960000-0000-7000-8000-${String(number).padStart(12, '0')}`

export const network = 'cedar-mutual'
export const payer = { id: 'cedar-mutual', name: 'Cedar Mutual', electronicId: 'CEDAR', tin: '411234567' }
export const plan = { id: 'cedar-mutual-ppo', name: 'Cedar Mutual PPO' }
export const clearinghouseId = 'lantern'
export const state = 'NY'

export const entity = {
  id: 'evenkeel-ny',
  state,
  legalName: 'EVENKEEL BEHAVIORAL HEALTH OF NEW YORK PC',
  tin: '843210987',
  npi: npiFrom('184392017'),
  taxonomy: '261QM0801X',
  street: '40 EXAMPLE PLAZA',
  city: 'ALBANY',
  zip: '122070040',
}

export const operatorAccount = {
  id: 'operating',
  name: 'Operating account',
  routing: '123456780',
  account: '4400998877',
  odfi: '12345678',
  companyName: 'EVENKEEL',
  companyId: '1843210987',
  bankName: 'HARBORVIEW BANK',
}

export const ownMoney = { reference: 'OWNMONEY1', cents: cents(1_000_000) }

export type StoryPractice = {
  id: string
  kind: 'solo' | 'group'
  name: string
  account: { holder: 'business' | 'personal'; holderName: string; routing: string; account: string }
  street: string
  members: StoryMember[]
  clients: StoryClient[]
}

export type StoryMember = {
  id: string
  userId: string
  email: string
  name: string
  role: 'owner' | 'admin' | 'clinician'
  what: string
  clinician: { npi: string; taxonomy: string; family: string } | null
}

export type StoryClient = {
  id: string
  givenName: string
  familyName: string
  dateOfBirth: CalendarDate
  sex: 'F' | 'M' | 'U'
  /** Its first letters choose what the simulated payer does. */
  memberId: string
  clinicianId: string
  coverage: 'active' | 'inactive' | 'unverified'
  /** Null: no address is known yet. */
  street: string | null
  copay: 'story' | 'none'
}

const socialWorker = { npi: npiFrom('155508211'), taxonomy: '1041C0700X', family: 'social_work' }
const counselor = { npi: npiFrom('155508322'), taxonomy: '101YM0800X', family: 'counselor' }
const prescriber = { npi: npiFrom('155508433'), taxonomy: '363LP0808X', family: 'aprn' }

export const mayaId = id(21)
export const theoId = id(32)

function client(number: number, name: string, memberId: string, over: Partial<StoryClient> = {}): StoryClient {
  const [givenName = '', familyName = ''] = name.split(' ')
  return {
    id: id(100 + number),
    givenName,
    familyName,
    dateOfBirth: calendarDate(`19${60 + number}-0${(number % 9) + 1}-1${number % 9}`),
    sex: number % 2 === 0 ? 'F' : 'M',
    memberId,
    clinicianId: mayaId,
    coverage: 'active',
    street: `${100 + number} Example Street`,
    copay: 'story',
    ...over,
  }
}

/** The client of each variant of the April story, by the letters that begin the member id. */
export const variantClients = {
  pays_in_june: client(1, 'Ada Fenwick', 'PAYS100001'),
  pays_late: client(2, 'Basil Orchard', 'LATE100002'),
  pays_less: client(3, 'Clara Winslow', 'LESS100003'),
  denies: client(4, 'Dorian Petrel', 'DENY100004'),
  never_answers: client(5, 'Esme Calloway', 'SILENT100005'),
  takes_back: client(6, 'Felix Marrow', 'TAKES100006'),
  sends_twice: client(7, 'Greta Lindhurst', 'TWICE100007'),
}

export const otherClient = client(8, 'Hollis Varga', 'HELD100008', { clinicianId: theoId, copay: 'none' })

export const soloPractice: StoryPractice = {
  id: id(11),
  kind: 'solo',
  name: 'Juniper Counseling',
  account: {
    holder: 'business',
    holderName: 'JUNIPER COUNSELING LCSW PLLC',
    routing: '123456780',
    account: '1001550021',
  },
  street: '7 Juniper Court',
  members: [
    {
      id: mayaId,
      userId: id(41),
      email: 'maya@juniper.example',
      name: 'Maya Lindqvist',
      role: 'owner',
      what: 'a therapist in her own practice, waiting for payday',
      clinician: socialWorker,
    },
  ],
  clients: [
    ...Object.values(variantClients),
    client(9, 'Imogen Sable', 'PAYS100009', { street: null }),
    client(10, 'Jasper Thorne', 'PAYS100010', { coverage: 'inactive' }),
  ],
}

export const groupPractice: StoryPractice = {
  id: id(12),
  kind: 'group',
  name: 'Harbor Lane Group',
  account: { holder: 'business', holderName: 'HARBOR LANE GROUP LLC', routing: '123456780', account: '1001550032' },
  street: '12 Harbor Lane',
  members: [
    {
      id: id(31),
      userId: id(51),
      email: 'ines@harborlane.example',
      name: 'Ines Okafor',
      role: 'owner',
      what: 'owns a group practice and prescribes',
      clinician: prescriber,
    },
    {
      id: theoId,
      userId: id(52),
      email: 'theo@harborlane.example',
      name: 'Theo Brandt',
      role: 'clinician',
      what: 'a counselor in the group',
      clinician: counselor,
    },
    {
      id: id(33),
      userId: id(53),
      email: 'sam@harborlane.example',
      name: 'Sam Whitlow',
      role: 'admin',
      what: 'runs the group’s office, treats nobody',
      clinician: null,
    },
  ],
  clients: [otherClient],
}

export const practices = [soloPractice, groupPractice]

export const operatorStaff = {
  id: id(61),
  userId: id(71),
  email: 'robin@evenkeel.example',
  name: 'Robin Calder',
  what: 'works at the operator: claims, remittances, money',
}

/** The logins of the story whom a visitor may be. */
export const storyCharacters: readonly Character[] = [
  ...practices.flatMap(({ members }) => members.map(({ email, what }) => ({ email, what }))),
  { email: operatorStaff.email, what: operatorStaff.what },
]

export type StoryRate = { family: string; taxonomy: string; code: string; payer: Cents; provider: Cents }

/** The agreed rates; those of the story's sessions are its settings. */
export function storyRates({ payerRate, providerRate, otherRate }: StorySettings): StoryRate[] {
  const rate = (who: typeof socialWorker, code: string, payer: Cents, provider: Cents) => ({
    ...who,
    code,
    payer,
    provider,
  })
  return [
    rate(socialWorker, '90837', payerRate, providerRate),
    rate(counselor, '90837', otherRate, otherRate),
    ...[socialWorker, counselor].flatMap((who) => [
      rate(who, '90791', cents(18000), cents(14500)),
      rate(who, '90832', cents(9000), cents(7200)),
      rate(who, '90834', cents(12000), cents(9400)),
      rate(who, '90839', cents(20000), cents(16000)),
      rate(who, '90840', cents(9500), cents(7500)),
      rate(who, '90847', cents(14000), cents(11000)),
    ]),
    rate(prescriber, '90792', cents(24000), cents(20000)),
    rate(prescriber, '99213', cents(11000), cents(9000)),
    rate(prescriber, '99214', cents(16000), cents(13200)),
    rate(prescriber, '90833', cents(8000), cents(6400)),
    rate(prescriber, '90836', cents(10000), cents(8100)),
  ]
}

/** What the simulated payer, bank and card processor know; the payer has its own copy of the contract. */
export function simulatedConfigs(settings: StorySettings): SimulatedConfigs {
  const bank = { operatorAccount: operatorAccount.account, operatorRouting: operatorAccount.routing }
  const copays = practices.flatMap(({ clients }) =>
    clients.map(({ memberId, copay }) => ({ memberId, copayCents: copay === 'none' ? 0 : settings.copay })),
  )
  return {
    payers: [
      {
        payer: {
          name: payer.name.toUpperCase(),
          id: payer.electronicId,
          tin: payer.tin,
          address: { street: '1 CEDAR WAY', city: 'ALBANY', state: 'NY', zip: '122070001' },
        },
        contract: storyRates(settings).map(({ taxonomy, code, payer: rate }) => ({
          billingTin: entity.tin,
          taxonomies: [taxonomy],
          code,
          modifiers: [],
          from: inForce.from,
          until: inForce.until,
          cents: rate,
        })),
        policies: copays,
        operatorAccount: { routing: operatorAccount.routing, account: operatorAccount.account },
      },
    ],
    bank: {
      ...bank,
      openedOn: settings.on,
      openingDeposits: [{ cents: ownMoney.cents, reference: ownMoney.reference, on: settings.on }],
    },
    cards: bank,
  }
}
