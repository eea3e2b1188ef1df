import { calendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import { groupPractice, mayaId, type StoryClient, theoId } from '../story-network.ts'
import type { ClientHabits, Slot } from './habits.ts'
import { planIds } from './payers.ts'

export type LivedInClient = StoryClient & { planId: string; copayCents: Cents; habits: ClientHabits }

export const inesId = groupPractice.members.find(({ role }) => role === 'owner')?.id ?? ''

const id = (number: number) => `01960000-0000-7000-8000-${String(number).padStart(12, '0')}`

type Given = Partial<Omit<ClientHabits, keyof Slot>> & { copay?: number; card?: string; street?: string | null }

let made = 0
function client(
  clinicianId: string,
  [name, plan, memberId]: readonly [name: string, plan: keyof typeof planIds, memberId: string],
  slot: Slot,
  given: Given = {},
): LivedInClient {
  made += 1
  const number = made
  const [givenName = '', familyName = ''] = name.split(' ')
  const { copay = 2500, card, street, ...habits } = given
  return {
    id: id(200 + number),
    givenName,
    familyName,
    dateOfBirth: calendarDate(`19${56 + ((number * 7) % 43)}-${month(number)}-1${number % 9}`),
    sex: number % 3 === 0 ? 'M' : number % 7 === 0 ? 'U' : 'F',
    memberId,
    clinicianId,
    coverage: 'active',
    street: street === undefined ? `${200 + number * 3} Sample Avenue` : street,
    copay: 'none',
    planId: planIds[plan],
    copayCents: cents(copay),
    habits: {
      ...slot,
      diagnoses: ['F41.1'],
      firstOn: calendarDate('2025-10-08'),
      ...habits,
      ...(card ? { card } : {}),
    },
  }
}

const month = (number: number) => String((number % 12) + 1).padStart(2, '0')
const weekly = (weekday: Slot['weekday'], at: string, minutes: Slot['minutes'] = 55): Slot => ({
  every: 7,
  weekday,
  at,
  minutes,
})
const fortnightly = (weekday: Slot['weekday'], at: string, minutes: Slot['minutes'] = 30): Slot => ({
  every: 14,
  weekday,
  at,
  minutes,
})

/** Their own login, and the address that they sign in with. */
export const userIdOf = ({ id: personId }: LivedInClient): string => personId.replace(/0(\d{3})$/, '9$1')
export const emailOf = ({ givenName, familyName }: LivedInClient): string =>
  `${givenName}.${familyName}@mail.example`.toLowerCase()

/** Who has come since October, with when they meet and what happens; numbers count a client's own sessions from 0. */
export const livedInClients: readonly LivedInClient[] = [
  client(mayaId, ['June Hathaway', 'larkspur', 'LK20260101'], weekly(1, '09:00'), { payer: { 20: 'denies' } }),
  client(mayaId, ['Silas Pomeroy', 'larkspur', 'LK20260102'], weekly(1, '10:30'), {
    payer: { 2: 'denies', 9: 'denies' },
    diagnoses: ['F33.1'],
  }),
  client(mayaId, ['Willa Kestrel', 'tamarack', 'TM30010003'], weekly(1, '13:00'), { copay: 0, diagnoses: ['F43.10'] }),
  client(mayaId, ['Otto Brannigan', 'cedar', 'CM40010004'], weekly(1, '15:00', 45), {
    payer: { 1: 'pays_less', 8: 'pays_less' },
    modality: 'in_person',
  }),
  client(mayaId, ['Petra Sandoval', 'blue', 'XQK500100005'], weekly(2, '09:00'), { copay: 3000 }),
  client(mayaId, ['Linus Abernathy', 'quarry', 'QV60010006'], weekly(2, '10:30'), { diagnoses: ['F33.1', 'F41.1'] }),
  client(mayaId, ['Odette Marsh', 'larkspur', 'LK20260107'], weekly(2, '16:00'), {
    payer: { 4: 'takes_back' },
    declines: [6, 13],
  }),
  client(mayaId, ['Rufus Tillman', 'cedar', 'CM40010008'], weekly(3, '13:30'), {
    payer: { 0: 'never_answers', 5: 'never_answers', 20: 'never_answers' },
  }),
  client(mayaId, ['Nell Carrow', 'tamarack', 'TM30010009'], weekly(3, '15:00'), { copay: 1000, corrected: [7] }),
  client(mayaId, ['Ivo Lassiter', 'larkspur', 'LK20260110'], weekly(3, '16:30'), {
    payer: { 3: 'sends_twice', 21: 'denies', 22: 'denies' },
    voided: [11],
  }),
  client(mayaId, ['Pearl Dunmore', 'blueAway', 'YHJ500100011'], weekly(4, '13:00'), { diagnoses: ['F40.10'] }),
  client(mayaId, ['Abel Quist', 'larkspur', 'LK20260112'], weekly(4, '14:30'), {
    firstOn: calendarDate('2026-01-15'),
    lacks: 'forms',
    card: 'tok_declined_once_lk20260112',
  }),

  client(theoId, ['Cora Vandermeer', 'larkspur', 'LK20260113'], weekly(1, '09:00', 45), { cancelled: [1, 22] }),
  client(theoId, ['Milo Ashdown', 'larkspur', 'LK20260114'], weekly(1, '11:00'), { payer: { 6: 'denies' } }),
  client(theoId, ['Tess Garrity', 'tamarack', 'TM30010015'], weekly(1, '14:00'), { copay: 0 }),
  client(theoId, ['Hugo Pell', 'quarry', 'QV60010016'], weekly(2, '09:30'), { corrected: [3] }),
  client(theoId, ['Wren Castellan', 'blue', 'XQK500100017'], weekly(2, '11:00'), { payer: { 14: 'pays_less' } }),
  client(theoId, ['Enid Faraday', 'cedar', 'CM40010018'], weekly(3, '09:00'), {
    payer: { 2: 'denies', 12: 'denies' },
    modality: 'in_person',
  }),
  client(theoId, ['Jonah Birch', 'larkspur', 'LK20260119'], weekly(3, '10:30'), { declines: [4, 5, 9] }),
  client(theoId, ['Della Ostrow', 'larkspur', 'LK20260120'], weekly(4, '09:00', 45), { payer: { 18: 'rejects' } }),
  client(theoId, ['Cyrus Hale', 'tamarack', 'TM30010021'], weekly(4, '11:00'), { voided: [5] }),
  client(theoId, ['Maeve Lockridge', 'larkspur', 'LK20260122'], weekly(5, '09:00'), {
    payer: { 1: 'takes_back' },
    cardEnds: 21,
  }),
  client(theoId, ['Ansel Rook', 'quarry', 'QV60010023'], weekly(5, '10:30'), {
    firstOn: calendarDate('2026-02-06'),
    lacks: 'forms',
    payer: { 1: 'never_answers' },
  }),

  client(inesId, ['Bettina Cole', 'larkspur', 'LK20260124'], fortnightly(1, '10:00')),
  client(inesId, ['Lorcan Shaw', 'cedar', 'CM40010025'], fortnightly(1, '11:00'), { payer: { 1: 'denies' } }),
  client(inesId, ['Prudence Venn', 'tamarack', 'TM30010026'], fortnightly(1, '13:00'), { copay: 0 }),
  client(inesId, ['Dexter Moray', 'blue', 'XQK500100027'], fortnightly(2, '10:00'), { copay: 4000 }),
  client(inesId, ['Sunniva Grey', 'larkspur', 'LK20260128'], fortnightly(2, '11:00'), { payer: { 9: 'rejects' } }),
  client(inesId, ['Elliot Crane', 'quarry', 'QV60010029'], fortnightly(3, '09:30'), { diagnoses: ['F90.2'] }),
  client(inesId, ['Nadia Thorpe', 'larkspur', 'LK20260130'], fortnightly(3, '10:30'), { missed: [4] }),
  client(inesId, ['Gideon Frost', 'tamarack', 'TM30010031'], fortnightly(4, '10:00'), { copay: 1000, missed: [0, 11] }),
  client(inesId, ['Ruth Allard', 'larkspur', 'LK20260132'], fortnightly(4, '11:00'), {
    lacks: 'everything',
    firstOn: calendarDate('2026-02-12'),
  }),
  client(inesId, ['Casper Lowe', 'blueAway', 'YHJ500100033'], fortnightly(5, '10:00'), { payer: { 3: 'pays_less' } }),
]
