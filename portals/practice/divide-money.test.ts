import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, sum } from '../../libraries/money/index.ts'
import { divideMoney } from './divide-money.ts'

const names = { payer: 'Payer', client: 'Client' }

type Book = {
  contract: number
  share: number
  pay: number
  payer: number
  client: number
  paid: number
  absorbed: number
  claimStatus?: 'denied' | 'underpaid'
}

/** As the server answers it: payer paid + client paid + still owed = pay + what the operator keeps. */
function divided({ contract, share, pay, payer, client, paid, absorbed, claimStatus }: Book) {
  const owed = contract - absorbed - payer - client
  return divideMoney({
    confirmation: { clientCents: cents(share), providerCents: cents(pay) },
    names,
    payRemark: '',
    claimStatus: claimStatus ?? null,
    money: {
      payerPaidCents: cents(payer),
      clientPaidCents: cents(client),
      paidToYouCents: cents(paid),
      operatorKeptCents: cents(contract - pay - absorbed),
      absorbedCents: cents(absorbed),
      owedCents: cents(owed),
    },
  })
}

test.each([
  // situation                    payer  client  paid   absorbed  from                                                to
  [
    'only confirmed',
    0,
    0,
    0,
    0,
    ['payer coming 12500', 'client coming 2500'],
    ['practice coming 11800', 'operator coming 3200'],
  ],
  [
    'the clinician is paid first',
    0,
    2500,
    11800,
    0,
    ['payer coming 12500', 'client moved 2500'],
    ['practice moved 11800', 'operator coming 3200'],
  ],
  [
    'the payer has paid',
    12500,
    2500,
    11800,
    0,
    ['payer moved 12500', 'client moved 2500'],
    ['practice moved 11800', 'operator moved 3200'],
  ],
  [
    'the payer allowed less',
    10500,
    2500,
    11800,
    2000,
    ['payer moved 10500', 'client moved 2500'],
    ['practice moved 11800', 'operator moved 1200'],
  ],
  ['the payer denied', 0, 0, 11800, 15000, ['operator moved 11800'], ['practice moved 11800']],
  [
    'the payer never answered',
    0,
    2500,
    11800,
    12500,
    ['client moved 2500', 'operator moved 9300'],
    ['practice moved 11800'],
  ],
  [
    'the payer paid twice',
    25000,
    2500,
    11800,
    0,
    ['payer moved 25000', 'client moved 2500'],
    ['practice moved 11800', 'payer coming 12500', 'operator moved 3200'],
  ],
])('%s', (_, payer, client, paid, absorbed, from, to) => {
  const money = divided({ contract: 15000, share: 2500, pay: 11800, payer, client, paid, absorbed })
  const told = (parts: typeof money.from) => parts.map((part) => `${part.part} ${part.state} ${part.cents}`)
  expect({ from: told(money.from), to: told(money.to) }).toEqual({ from, to })
})

test('what a payer denied is not called expected while it is followed up', () => {
  const book = { contract: 15000, share: 2500, pay: 11800, payer: 0, client: 2500, paid: 11800, absorbed: 0 }
  const remarks = (claimStatus: 'denied' | 'underpaid') => {
    const { from, to } = divided({ ...book, claimStatus })
    return [from[0]?.remark, to.at(-1)?.remark]
  }
  expect(remarks('denied')).toEqual(['denied, we follow it up', 'if it comes after all'])
  expect(remarks('underpaid')).toEqual(['missing, we follow it up', 'if it comes after all'])
})

const amount = fc.nat({ max: 1_000_000 })

test('both bars add up to the same cents, whatever was paid or absorbed', () => {
  const book = fc.record({
    contract: amount,
    share: amount,
    pay: amount,
    payer: amount,
    client: amount,
    paid: amount,
    absorbed: amount,
  })
  fc.assert(
    fc.property(book, (drawn) => {
      const { from, to } = divided(drawn)
      expect(sum(from.map((part) => part.cents))).toBe(sum(to.map((part) => part.cents)))
    }),
  )
})
