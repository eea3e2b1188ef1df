import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, zero } from '../../libraries/money/index.ts'
import { postClientPaid, postClientRefunded, postConfirmed } from '../ledger/post-session.ts'
import type { Transfer } from '../ledger/transfer.ts'
import { postAnswer, postFinal } from '../remittances/post-answer.ts'
import { sessionStands } from '../remittances/session-stands.ts'
import { whereTheMoneyGoes } from './where-the-money-goes.ts'

const session = { sessionId: 'session', payerId: 'payer' }
const confirmed = (payer = 15000, client = 2500, provider = 11800) =>
  postConfirmed({ ...session, payer: cents(payer), client: cents(client), provider: cents(provider) })

type Deed = (before: Transfer[]) => Transfer[]
const clientPays =
  (amount: number): Deed =>
  () =>
    postClientPaid(session.sessionId, cents(amount))
const refund =
  (amount: number): Deed =>
  () =>
    postClientRefunded(session.sessionId, cents(amount))
const payerSays =
  (kind: 'answer' | 'denial' | 'reversal', paid: number, share: number): Deed =>
  (before) =>
    postAnswer(sessionStands(session, before), { kind, paid: cents(paid), clientShare: cents(share) })
const final =
  (kind: 'contract_variance' | 'denials_absorbed' | 'silence_absorbed', share: number | null): Deed =>
  (before) =>
    postFinal(sessionStands(session, before), { kind, clientShare: share === null ? null : cents(share) })

const after = (...deeds: Deed[]) => {
  const book = confirmed()
  for (const deed of deeds) book.push(...deed(book))
  return book
}
const pay = cents(11800)

test.each([
  // the payer (cents; A 15000, c 2500, P 11800)                                                       payer  client absorbed  kept    owed
  ['nobody has paid yet', after(), 0, 0, 0, 3200, 15000],
  ['the client has paid', after(clientPays(2500)), 0, 2500, 0, 3200, 12500],
  ['pays in June', after(clientPays(2500), payerSays('answer', 12500, 2500)), 12500, 2500, 0, 3200, 0],
  [
    'allows 13000',
    after(clientPays(2500), payerSays('answer', 10500, 2500), final('contract_variance', null)),
    10500,
    2500,
    2000,
    1200,
    0,
  ],
  [
    'denies',
    after(clientPays(2500), payerSays('denial', 0, 0), final('denials_absorbed', 0), refund(2500)),
    0,
    0,
    15000,
    -11800,
    0,
  ],
  [
    'takes its money back and denies',
    after(
      clientPays(2500),
      payerSays('answer', 12500, 2500),
      payerSays('reversal', -12500, 0),
      final('denials_absorbed', 0),
      refund(2500),
    ),
    0,
    0,
    15000,
    -11800,
    0,
  ],
  ['never answers', after(clientPays(2500), final('silence_absorbed', null)), 0, 2500, 12500, -9300, 0],
  [
    'says the client owes 4000',
    after(clientPays(2500), payerSays('answer', 11000, 4000), clientPays(1500)),
    11000,
    4000,
    0,
    3200,
    0,
  ],
  ['says the client owes nothing', after(clientPays(2500), payerSays('answer', 15000, 0)), 15000, 2500, 0, 3200, -2500],
  [
    'and the client is refunded',
    after(clientPays(2500), payerSays('answer', 15000, 0), refund(2500)),
    15000,
    0,
    0,
    3200,
    0,
  ],
] as const)('%s', (_, book, payer, client, absorbed, kept, owed) => {
  expect(whereTheMoneyGoes(book, pay)).toEqual({
    payerPaidCents: payer,
    clientPaidCents: client,
    paidToYouCents: 11800,
    operatorKeptCents: kept,
    absorbedCents: absorbed,
    owedCents: owed,
  })
})

const amount = fc.nat({ max: 50_000 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  amount.map(clientPays),
  fc.tuple(fc.constantFrom('answer' as const, 'denial' as const), amount, amount).map((said) => payerSays(...said)),
  fc
    .tuple(fc.constantFrom('contract_variance' as const, 'denials_absorbed' as const), amount)
    .map((said) => final(...said)),
)

test('whatever happens, every cent is somebody’s: paid and owed make the pay and what the operator keeps', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 6 }), amount, amount, (deeds, client, provider) => {
      const book = confirmed(client + 5000, client, provider)
      for (const one of deeds) book.push(...one(book))
      const money = whereTheMoneyGoes(book, zero)
      expect(money.payerPaidCents + money.clientPaidCents + money.owedCents).toBe(provider + money.operatorKeptCents)
    }),
  )
})
