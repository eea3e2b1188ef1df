import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, sum } from '../../libraries/money/index.ts'
import { divideMoney } from './divide-money.ts'

const confirmation = { payerCents: cents(15000), clientCents: cents(2500), providerCents: cents(11800) }
const names = { payer: 'Payer', client: 'Client' }

function divided(money: { payer: number; client: number; paid: number; absorbed: number }) {
  const { from, to } = divideMoney({
    confirmation,
    names,
    payRemark: '',
    money: {
      payerPaidCents: cents(money.payer),
      clientPaidCents: cents(money.client),
      paidToYouCents: cents(money.paid),
      operatorKeptCents: cents(0),
      absorbedCents: cents(money.absorbed),
      owedCents: cents(0),
    },
  })
  const told = (parts: typeof from) => parts.map((part) => `${part.part} ${part.state} ${part.cents}`)
  return { from: told(from), to: told(to) }
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
])('%s', (_, payer, client, paid, absorbed, from, to) => {
  expect(divided({ payer, client, paid, absorbed })).toEqual({ from, to })
})

const amount = fc.nat({ max: 1_000_000 }).map(cents)

test('both bars add up to the same cents, whatever was paid or absorbed', () => {
  fc.assert(
    fc.property(
      fc.record({ a: amount, c: amount, p: amount, payer: amount, client: amount, absorbed: amount }),
      (drawn) => {
        const { from, to } = divideMoney({
          confirmation: { payerCents: drawn.a, clientCents: cents(Math.min(drawn.c, drawn.a)), providerCents: drawn.p },
          names,
          payRemark: '',
          money: {
            payerPaidCents: drawn.payer,
            clientPaidCents: drawn.client,
            paidToYouCents: cents(0),
            operatorKeptCents: cents(0),
            absorbedCents: drawn.absorbed,
            owedCents: cents(0),
          },
        })
        expect(sum(from.map((part) => part.cents))).toBe(sum(to.map((part) => part.cents)))
      },
    ),
  )
})
